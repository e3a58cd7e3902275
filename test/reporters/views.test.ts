import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { csv } from "../../src/reporters/csv.ts";
import { html } from "../../src/reporters/html.ts";
import { reporterForName, reporters } from "../../src/reporters/index.ts";
import { json } from "../../src/reporters/json.ts";
import { markdown } from "../../src/reporters/markdown.ts";
import type { Report } from "../../src/types.ts";
import { OWN_WORDS_FORBIDDEN } from "../support/forbidden-words.ts";
import { richReport } from "../support/sample-report.ts";
import { hostileReport, SAMPLE_REPORTS } from "../support/sample-reports.ts";

const GOLDEN = join(import.meta.dirname, "../../fixtures/golden/reports");
const VIEW = { width: 80, colour: 0, unicode: true } as const;
const ENDING = { markdown: "md", csv: "csv", html: "html" } as const;

describe.each(SAMPLE_REPORTS)("views of report %s", (name, make) => {
  it.each([markdown, csv, html])("looks as it was read through: $id", async (reporter) => {
    // pages are large: the fullest and the emptiest stand for all
    if (name === "hostile" || (reporter.id === "html" && name !== "rich" && name !== "tiny")) return;
    const ending = ENDING[reporter.id as keyof typeof ENDING];
    await expect(reporter.render(make(), VIEW)).toMatchFileSnapshot(join(GOLDEN, `${name}.${ending}`));
  });

  it.each(reporters)("depends on nothing but the report: $id", (reporter) => {
    const report = make();
    const before = JSON.stringify(report);
    expect(reporter.render(report, VIEW)).toBe(reporter.render(make(), VIEW));
    expect(JSON.stringify(report)).toBe(before);
  });

  it.each([markdown, html])("claims no more than posts can show: $id", (reporter) => {
    if (name !== "hostile") expect(reporter.render(make(), VIEW)).not.toMatch(OWN_WORDS_FORBIDDEN);
  });
});

describe("registry", () => {
  it("knows every ending, in any case", () => {
    const ids = ["r.txt", "r.MD", "a.b/r.htm", "r.html", "r.csv", "r.Json", "r.pdf", "txt"].map(
      (name) => reporterForName(name)?.id,
    );
    expect(ids).toEqual(["text", "markdown", "html", "html", "csv", "json", undefined, undefined]);
  });
});

describe("json", () => {
  it("is the report, indented, ending with a newline", () => {
    const printed = json.render(richReport(), VIEW);
    expect(JSON.parse(printed)).toEqual(richReport());
    expect(printed).toMatch(/^\{\n {2}"schemaVersion": "1\.0",\n[\s\S]*\}\n$/);
  });
});

describe("csv", () => {
  const rows = (report: Report) =>
    parse(csv.render(report, VIEW), { columns: true }) as Record<string, string>[];

  it("has one row per finding with id, key, label and the effect fields", () => {
    const report = richReport();
    const expected =
      report.windows.best.length +
      report.hashtags.length +
      report.sounds.length +
      report.features.length +
      report.duration!.curve.length +
      1;
    const table = rows(report);
    expect(table).toHaveLength(expected);
    expect(table.find((row) => row["id"] === "hashtags/#wheelthrowing")).toEqual({
      id: "hashtags/#wheelthrowing",
      key: "#wheelthrowing",
      label: "#WheelThrowing",
      outcome: "likes",
      posts: "22",
      of: "196",
      mean: "0.36",
      sd: "0.11",
      lift: "1.43333",
      low: "1.19608",
      high: "1.71764",
      probability: "0.999467",
      naive: "2.9",
      verdict: "supported",
    });
    expect(table.find((row) => row["id"] === "hashtags/#once1")).toMatchObject({
      lift: "",
      naive: "",
      verdict: "too-few",
    });
  });

  it("has no text cell that a spreadsheet would run, and every cell quoted", () => {
    const printed = csv.render(hostileReport(), VIEW);
    for (const row of rows(hostileReport())) {
      for (const cell of [row["id"], row["key"], row["label"]])
        expect(cell).not.toMatch(/^[=+\-@\t\r\u0000]/);
    }
    const first = printed.split("\r\n")[0];
    expect(first).toMatch(/^(?:"[^"]*",?)+$/);
    expect(printed).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/);
  });
});

describe("markdown", () => {
  it("makes hostile text inert: no HTML, link, image, heading or list of its own", () => {
    const printed = markdown.render(hostileReport(), VIEW);
    const bare = printed.replace(/\\./g, "");
    expect(bare).not.toMatch(/[<>[\]`|]/);
    expect(printed).not.toMatch(/(?<!\\):\/\//);
    for (const line of bare.split("\n")) expect(line).toMatch(/^(?:$|#{1,3} |- |\d+\. |[^#+\s])/);
    expect(printed.match(/^# /gm)).toHaveLength(1);
  });
});

describe("html", () => {
  /** Names of elements and of attributes; text holds no "<" once it is escaped, so tags can be cut out. */
  const partsOf = (page: string) => {
    const tags = page.match(/<[^>]*>/g) ?? [];
    const bare = tags.map((tag) => tag.replace(/"[^"]*"/g, ""));
    return {
      elements: [...new Set(bare.map((tag) => /^<\/?([a-z0-9!]+)/.exec(tag)?.[1] ?? tag))].sort(),
      attributes: [...new Set(bare.flatMap((tag) => tag.match(/ [^ =>]+/g) ?? []))].sort(),
    };
  };

  it("makes hostile text inert: no element, attribute, style, script or address of its own", () => {
    const calm = SAMPLE_REPORTS.filter(([name]) => name !== "hostile").map(([, make]) =>
      html.render(make(), VIEW),
    );
    const known = partsOf(calm.join("\n"));
    const printed = html.render(hostileReport(), VIEW);
    const found = partsOf(printed);
    expect(found.elements.filter((name) => !known.elements.includes(name))).toEqual([]);
    expect(found.attributes.filter((name) => !known.attributes.includes(name))).toEqual([]);
    expect(known.attributes.filter((name) => /^ (?:on|style|src|action|xlink)/.test(name))).toEqual([]);
    expect(known.elements).not.toContain("script");
    expect(printed.match(/<style>/g)).toHaveLength(1);
    expect([...printed.matchAll(/href="([^"]*)"/g)].map((match) => match[1])).toEqual([
      "https://www.tiktok.com/tiktokstudio",
    ]);
  });
});
