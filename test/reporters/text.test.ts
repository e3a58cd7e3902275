import { join } from "node:path";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { text } from "../../src/reporters/text.ts";
import type { Report, View } from "../../src/types.ts";
import { OWN_WORDS_FORBIDDEN } from "../support/forbidden-words.ts";
import { richReport } from "../support/sample-report.ts";
import { SAMPLE_REPORTS } from "../support/sample-reports.ts";

const GOLDEN = join(import.meta.dirname, "../../fixtures/golden/reports");
const view = (width: number, colour: View["colour"] = 0, unicode = true): View => ({
  width,
  colour,
  unicode,
});
const ANSI = /\u001b\[[0-9;]*m/g;

describe.each(SAMPLE_REPORTS)("text report %s", (name, make) => {
  it.each([20, 40, 80, 120])("fits %i columns with and without colour and Unicode", (width) => {
    for (const colour of [0, 3] as const) {
      for (const unicode of [true, false]) {
        const printed = text.render(make(), view(width, colour, unicode));
        const plain = printed.replace(ANSI, "");
        const longest = Math.max(...plain.split("\n").map((line) => stringWidth(line)));
        expect(longest).toBeLessThanOrEqual(width);
        expect(plain).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
        if (!unicode) expect(plain).toMatch(/^[\n\x20-\x7e]*$/);
        if (colour === 0) expect(printed).toBe(plain);
      }
    }
  });

  it("says the same with and without colour", () => {
    const plain = text.render(make(), view(80));
    expect(text.render(make(), view(80, 3)).replace(ANSI, "").replace(/ +$/gm, "")).toBe(
      plain.replace(/ +$/gm, ""),
    );
  });

  it("holds none of the words that claim too much", () => {
    if (name === "hostile") return;
    expect(text.render(make(), view(80))).not.toMatch(OWN_WORDS_FORBIDDEN);
  });

  it.each([40, 80, 120])("looks as it was read through, %i columns", async (width) => {
    if (name === "hostile") return;
    await expect(text.render(make(), view(width))).toMatchFileSnapshot(join(GOLDEN, `${name}-${width}.txt`));
  });
});

describe("text report", () => {
  const printed = text.render(richReport(), view(80));

  it("has its sections in order", () => {
    const order = [
      "@clayandkiln",
      "DO THIS",
      "WHAT WORKS FOR YOU",
      "WHAT SEEMS TO COST YOU",
      "YOU CAN STOP WORRYING ABOUT",
      "WORTH A TEST",
      "WHEN ─",
      "HASHTAGS",
      "SOUNDS",
      "LENGTH",
      "CAPTIONS",
      "CONSISTENCY",
      "WOULD THIS HAVE PAID?",
      "FROM THE DOCUMENTS",
      "YOUR DATA",
    ];
    const places = order.map((title) => printed.indexOf(title));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
  });

  it("explains every sign of the week's map", () => {
    expect(printed).toMatch(/\+\+ over \+10 %, \+ over \+2.5 %, − and −− as much fewer, · about the\s+same/);
    expect(text.render(richReport(), view(40, 0, false))).toMatch(/\+ over \+2.5 %, - as much fewer/);
  });

  it("gives no chance for a test of what too few posts have", () => {
    const report = richReport();
    const test = report.recommendations.find(({ kind }) => kind === "test")!;
    const feature = { ...report.features[0]!, key: "rare", probability: 0.3, verdict: "too-few" as const };
    const recommendations = [
      { ...test, rank: 1, evidence: ["features/rare"], why: "Hardly any post has it." },
    ];
    const said = text.render({ ...report, features: [feature], recommendations }, view(80));
    expect(said).toContain("not proven, worth a test");
    expect(said).not.toContain("% likely");
  });

  it("shows at most five recommendations and five practices, each with next step, sureness, range and source", () => {
    const advice = printed.slice(printed.indexOf("DO THIS"), printed.indexOf("WHAT WORKS"));
    expect(advice.match(/^ \d {2}\S/gm)).toHaveLength(5);
    expect(advice.match(/→/g)).toHaveLength(5);
    expect(advice).toContain("over 99 % sure so far · next posts: +10 to +68 % · hashtags · S1");
  });

  it("leads with the cautious half and shows the plain average's claim where it misleads", () => {
    expect(printed).toMatch(/#WheelThrowing +\+20 to \+43 % .* 22 +×2\.9/);
    expect(printed).toMatch(/#glaze \+ #glazing +−10 to −21 % /);
  });

  it("folds tags without enough posts into one line", () => {
    expect(printed).toContain("11 tags with too few posts to judge.");
    expect(printed).not.toContain("#once3");
  });

  it("says first that the hour makes no difference where it makes none", () => {
    const report: Report = { ...richReport(), windows: { ...richReport().windows, verdict: "negligible" } };
    const lines = text.render(report, view(80)).split("\n");
    const at = lines.findIndex((line) => line.startsWith(" WHEN"));
    expect(lines[at + 1]).toBe(" The hour of posting makes no measurable difference for you.");
  });

  it("takes every number from the report: other numbers, other text", () => {
    const scrambled = JSON.parse(
      JSON.stringify(richReport(), (key, value) =>
        ["lift", "low", "high", "naive", "median", "oneIn", "score", "probability"].includes(key) &&
        typeof value === "number"
          ? key === "probability"
            ? 0.611
            : value * 1.7 > 100 && key === "score"
              ? 41
              : value * 1.7
          : value,
      ),
    ) as Report;
    const other = text.render(scrambled, view(80));
    for (const gone of ["+20 to +43 %", "640 likes", "1 in 12", "72 of 100", "over 99 %"])
      expect(other).not.toContain(gone);
  });

  it("is never wider than 120 and never narrower than 20 columns", () => {
    const widest = (width: number) =>
      Math.max(
        ...text
          .render(richReport(), view(width))
          .split("\n")
          .map((line) => stringWidth(line)),
      );
    expect(widest(500)).toBeLessThanOrEqual(120);
    expect(widest(5)).toBeLessThanOrEqual(20);
  });
});
