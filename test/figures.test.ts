import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { SETTINGS } from "../src/commands/settings.ts";
import { TERMS } from "../src/report/terms.ts";
import { normalCdf } from "../src/stats/normal.ts";
import { strategies } from "../src/strategies/index.ts";

// Figures that stand in the documents by hand, held against the code and against the tables they are taken from.

const ROOT = join(import.meta.dirname, "..");
const read = (path: string) => readFileSync(join(ROOT, path), "utf8").replace(/\s*\n(?!\n|\||- )\s*/g, " ");
const documents: Record<string, string> = {
  readme: read("README.md"),
  card: read("docs/model-card.md"),
  changelog: read("CHANGELOG.md"),
};
const term = (id: string) => TERMS.find((each) => each.id === id)!.text;
const fallback = (key: string) => SETTINGS.find((setting) => setting.key === key)!.fallback as number;
const manifest = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));

/** A number that stands behind some text in the source; the pattern must fit once. */
function numberIn(path: string, pattern: RegExp): number {
  const text = readFileSync(join(ROOT, "src", path), "utf8");
  const found = [...text.matchAll(new RegExp(pattern, "g"))];
  expect(found.length, `${pattern} in src/${path}`).toBe(1);
  return Number(found[0]![1]);
}

const WORDS = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const MORE = new Map([
  ["twenty", 20],
  ["thirty-five", 35],
  ["latest third", 1 / 3],
]);

/** Numbers in what a pattern captures, written in digits or words. */
function figures(text: string, pattern: RegExp): number[] {
  const found = pattern.exec(text);
  expect(found, `${pattern} is said`).not.toBeNull();
  return found!.slice(1).map((part) => {
    const word = part.toLowerCase();
    if (WORDS.includes(word)) return WORDS.indexOf(word);
    return MORE.get(word) ?? Number(part.replace("−", "-"));
  });
}

const fewest = () => numberIn("model/outcome.ts", /y\.length < (\d+)\)/);
const claimPosts = () => numberIn("model/outcome-models.ts", /MIN_CLAIM_POSTS = (\d+)/);
const claimDays = () => numberIn("model/outcome-models.ts", /MIN_CLAIM_DAYS = (\d+)/);
const bigHit = () => [
  numberIn("report/weeks.ts", /BIG_HIT = (\d+)/),
  numberIn("report/weeks.ts", /POSTS_BEFORE = (\d+)/),
];
const band = () => numberIn("model/baseline.ts", /BAND_LEVEL = ([\d.]+)/);

describe("thresholds are those of the code", () => {
  it.each<[string, string, RegExp, () => number[]]>([
    [
      "model card",
      documents["card"]!,
      /Below (\d+) mature posts there is no fit, below (\d+) no claim/,
      () => [fewest(), claimPosts()],
    ],
    ["README", documents["readme"]!, /lies within ±(\d+) %/, () => [100 * fallback("negligible")]],
    [
      "README",
      documents["readme"]!,
      /Node ([\d.]+) or newer/,
      () => [Number(manifest.engines.node.slice(2))],
    ],
    ["README", documents["readme"]!, /It judges (\d+) documented strategies/, () => [strategies.length]],
    ["changelog", documents["changelog"]!, /(Thirty-five) documented strategies/, () => [strategies.length]],
    [
      "too-few",
      term("too-few"),
      /Below (\d+) settled posts .* below (\d+), or within less than (\d+) days/,
      () => [fewest(), claimPosts(), claimDays()],
    ],
    [
      "too-few",
      term("too-few"),
      /(\w+) uses in (\w+) weeks for a hashtag or (\w+) posts with/,
      () => [
        numberIn("model/hashtags.ts", /MIN_USES = (\d+)/),
        numberIn("model/hashtags.ts", /weeks < (\d+)\)/),
        numberIn("model/feature-findings.ts", /MIN_EACH_SIDE = (\d+)/),
      ],
    ],
    [
      "supported",
      term("supported"),
      /at least (\d+) % in the middle/,
      () => [Math.round(100 * (numberIn("report/judge.ts", /FLOOR = Math\.log\(([\d.]+)\)/) - 1))],
    ],
    [
      "promising",
      term("promising"),
      /at least (\d+) % probable/,
      () => [100 * numberIn("report/judge.ts", /probability >= ([\d.]+) \? "promising"/)],
    ],
    ["negligible", term("negligible"), /\((\d+) % either way/, () => [100 * fallback("negligible")]],
    ["interval", term("interval"), /\((\d+) % unless set\)/, () => [100 * fallback("level")]],
    [
      "false discovery",
      term("false-discovery-rate"),
      /at most (\d+) % expected/,
      () => [100 * fallback("fdr")],
    ],
    ["mature", term("mature"), /at least (\d+) hours/, () => [fallback("minAge")]],
    [
      "habit",
      term("habit"),
      /your (latest third) of settled posts \(at least (\w+)\)/,
      () => [
        1 / numberIn("model/habit.ts", /rows\.length \/ (\d+)\)/),
        numberIn("model/habit.ts", /Math\.max\((\d+), Math\.ceil/),
      ],
    ],
    [
      "window",
      term("window"),
      /^(\w+) hours on one .* within (\w+) hours of it/,
      () => [
        numberIn("model/window-choice.ts", /WINDOW_HOURS = (\d+)/),
        numberIn("model/window-choice.ts", /REACH_HOURS = (\d+)/),
      ],
    ],
    [
      "baseline",
      term("baseline"),
      /latest (\w+) settled posts .* (\w+) of (\w+) posts land/,
      () => [numberIn("model/baseline.ts", /LOOK_BACK = (\d+)/), 5 * band(), 5],
    ],
    ["big hit", term("big-hit"), /at least (\w+) times the middle of the (\w+) posts before/, bigHit],
    [
      "practice",
      term("practice"),
      /at most (\w+),/,
      () => [numberIn("report/unmeasured-candidates.ts", /MOST_PRACTICES = (\d+)/)],
    ],
    [
      "detectable lift",
      term("detectable-lift"),
      /finds (\w+) times in (\w+)/,
      () => [Math.round(5 * normalCdf(numberIn("model/power.ts", /Z_POWER = ([\d.]+)/))), 5],
    ],
    [
      "labels",
      term("labels"),
      /used (\w+) times or more/,
      () => [numberIn("model/label-features.ts", /MIN_USES = (\d+)/)],
    ],
    [
      "sounds",
      term("group:library"),
      /used (\w+) times or more/,
      () => [numberIn("model/sounds.ts", /MIN_USES = (\d+)/)],
    ],
  ])("%s", (_name, text, pattern, expected) => {
    const said = figures(text, pattern);
    const meant = expected();
    expect(said.length).toBe(meant.length);
    for (const [index, figure] of said.entries()) expect(figure).toBeCloseTo(meant[index]!, 9);
  });
});

/** The acceptance table of the model card: "cell, measure" -> found. */
const card = readFileSync(join(ROOT, "docs/model-card.md"), "utf8");
const acceptance = new Map(
  [...card.matchAll(/^\| ([\w-]+) \| (.+?) \| (-?[\d.]+) ± ([\d.]+) \| \d+ \| (.+?) \|/gm)].map(
    ([, cell, measure, found, se, bar]) => [
      `${cell}, ${measure}`,
      { found: Number(found), se: Number(se), bar: Number(/[\d.]+$/.exec(bar!)?.[0]) },
    ],
  ),
);
const row = (name: string) => acceptance.get(name)!;
const percent = (name: string) => Math.round(100 * row(name).found);

describe("what the README says it measured stands in the model card", () => {
  it.each<[RegExp, () => number[]]>([
    [/a window is claimed \| (\d+) of 100/, () => [percent("null-300, any window supported")]],
    [
      /a hashtag; a sound; a length \| (\d+); (\d+); (\d+) of 100/,
      () => [
        percent("null-300, any hashtag claimed"),
        percent("null-300, any sound claimed"),
        percent("null-300, any length claimed"),
      ],
    ],
    [
      /"best hour" promises ([\d.]+) times and brings \| ([\d.]+) times/,
      () => [
        Number(Math.exp(row("null-300, best average hour: log claimed").found).toFixed(1)),
        Number(Math.exp(row("null-300, best average hour: log realised").found).toFixed(2)),
      ],
    ],
    [
      /hours; hashtags; lengths \| (\d+); (\d+); (\d+) %/,
      () => [
        percent("real-300, coverage of cells"),
        percent("real-300, coverage of hashtags"),
        percent("real-300, coverage of lengths"),
      ],
    ],
    [
      /a hashtag to use; with a length to use \| (\d+); (\d+) of 100/,
      () => [percent("real-300, accounts with a hashtag to use"), percent("real-300, any length claimed")],
    ],
    [/claimed hashtags that have no effect \| (\d+) %/, () => [percent("real-300, hashtag false share")]],
    [/accounts where a window is claimed \| (\d+) of 100/, () => [percent("real-300, any window supported")]],
    [/seed (\d+);/, () => [Number(/^Base seed (\d+)/m.exec(card)![1])]],
  ])("%s", (pattern, expected) => {
    expect(figures(documents["readme"]!, pattern)).toEqual(expected());
  });

  it("and what it says of real accounts stands in the catalogue", () => {
    const research = strategies.find(({ meta }) => meta.id === "posting-schedule")!.meta.research.join(" ");
    const [claimed, realised] = figures(documents["readme"]!, /claims \+(\d+) % and brings −(\d+) %/);
    const [share] = figures(documents["readme"]!, /explains about ([\d.]+) % of the differences/);
    expect(research).toContain(`claims +${claimed} % and realises −${realised} %`);
    expect(research).toContain(`explains about ${share} % of the differences`);
  });
});

describe("the limits that the model card names stand in its tables", () => {
  const limits = documents["card"]!.slice(documents["card"]!.indexOf("## Known limits"));
  const cells = (measure: string, names: readonly string[]) =>
    names.map((name) => row(`${name}, ${measure}`).found);
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value) / values.length;

  it("windows are almost never claimed at 100 posts: no account without effect, few with", () => {
    expect(limits).toContain("At 100 posts the tool almost never claims a window");
    expect(row("null-100, any window supported").found).toBeLessThan(0.03);
  });

  it("coverage of single sounds", () => {
    const [said] = figures(limits, /coverage of about ([\d.]+)\)/);
    const sizes = ["30", "100", "300", "1000"];
    const found = cells("coverage of sounds", [
      ...sizes.map((n) => `real-${n}`),
      ...sizes.map((n) => `typical-${n}`),
    ]);
    expect(Math.abs(mean(found) - said!)).toBeLessThan(0.05);
  });

  it("hashtags that stand for a topic", () => {
    expect(limits).toContain("a third and a tenth of the claimed hashtags");
    expect(row("topic-300, hashtag false share, by the letter").found).toBeCloseTo(1 / 3, 1);
    const strong = row("strong-300, hashtag false share");
    expect(strong.found).toBeCloseTo(0.1, 1);
    expect(limits).toContain("*strong* misses its bar by less than two standard errors");
    expect((strong.found - strong.bar) / strong.se).toBeGreaterThan(0);
    expect((strong.found - strong.bar) / strong.se).toBeLessThan(2);
  });

  it("one claimed hashtag in eight at 1000 posts", () => {
    const [one, in8] = figures(limits, /about (\w+) claimed hashtag in (\w+) has no effect/);
    expect(row("real-1000, hashtag false share").found).toBeCloseTo(one! / in8!, 2);
  });

  it("twelve useless features", () => {
    expect(limits).toContain("some claim in about one account in twenty at 300 to 1000 posts");
    const found = cells("any useless feature claimed (views)", ["null-300", "null-1000"]);
    expect(Math.abs(mean(found) - 1 / 20)).toBeLessThan(0.015);
  });

  it("the call to action", () => {
    const [one, in8] = figures(
      limits,
      /found in (\w+) account of (\w+) at 100 posts, in more than half at 300/,
    );
    const early = row("real-100, call to action found (like rate)").found;
    expect(Math.abs(early - one! / in8!)).toBeLessThan(0.02);
    const later = row("real-300, call to action found (like rate)").found;
    expect(later).toBeGreaterThan(0.5);
    expect(later).toBeLessThan(0.7);
  });
});
