import { describe, expect, it } from "vitest";
import { ERRORS } from "../../src/errors.ts";
import { explain, explainableIds, nearestId } from "../../src/report/explain.ts";
import { findingStrategy } from "../../src/report/finding-strategy.ts";
import { TERMS } from "../../src/report/terms.ts";
import { VERDICTS } from "../../src/report/vocabulary.ts";
import { strategies } from "../../src/strategies/index.ts";
import { richReport } from "../support/sample-report.ts";
import { FORBIDDEN } from "../support/strategy-cases.ts";

const report = richReport();
const warnings = {
  HOUR_FROM_ID: { severity: "info", about: "The hour comes from the id.", hint: "nothing to do" },
};
const context = { strategies, warnings };
const kindOf = (id: string, more: object = {}) => explain(id, { ...context, ...more })?.kind ?? null;

describe("explain", () => {
  it("knows every id that it lists, and says something about each", () => {
    for (const id of explainableIds({ ...context, report })) {
      const found = explain(id, { ...context, report });
      expect(found, id).not.toBeNull();
      expect(found!.title, id).not.toBe("");
      expect(found!.text.length, id).toBeGreaterThan(30);
      expect(found!.text, id).not.toMatch(/undefined|NaN|\bnull\b/);
    }
  });

  it("names the documents, the method and the limits of the strategy that a finding speaks about", () => {
    const tag = { ...report.hashtags[0]!, key: "#lathe", label: "#lathe" };
    const [best] = report.windows.best;
    const changed = { ...report, hashtags: [tag] };
    for (const [id, strategy] of [
      ["hashtags/#lathe", "hashtags"],
      [best!.id, "posting-schedule"],
    ] as const) {
      const found = explain(id, { ...context, report: changed })!;
      const { meta } = strategies.find((each) => each.meta.id === strategy)!;
      expect(found.sources).toEqual(meta.sources);
      expect(found.text).toContain(`Limits: ${meta.limits}`);
      expect(found.text).toContain(meta.method);
    }
    const workdays = { ...best!, id: "windows/1.2.7-18", weekdays: [1, 2, 7], startHour: 18, endHour: 21 };
    const windows = { ...report.windows, best: [workdays] };
    expect(explain(workdays.id, { ...context, report: { ...report, windows } })!.title).toBe(
      "18:00 to 21:00 on Monday, Tuesday and Sunday",
    );
  });

  it("knows the strategy of every feature that a document speaks of", () => {
    const named = report.features.map(({ key }) => findingStrategy(`features/${key}`));
    const catalogue = strategies.map(({ meta }) => meta.id);
    for (const id of named.filter((each) => each !== null)) expect(catalogue).toContain(id);
    expect(findingStrategy("hashtags/#fyp")).toBe("generic-hashtags");
    expect(findingStrategy("features/emoji")).toBeNull();
  });

  it("tells the kinds apart", () => {
    expect(kindOf("hashtags")).toBe("strategy");
    expect(kindOf("HOUR_FROM_ID")).toBe("warning");
    expect(kindOf("hour_from_id")).toBe("warning");
    expect(kindOf("USAGE")).toBe("error");
    expect(kindOf("lift")).toBe("term");
    expect(kindOf("False discovery rate")).toBe("term");
    expect(kindOf("constructor")).toBeNull();
    expect(kindOf("__proto__")).toBeNull();
    expect(kindOf("features/none", { report })).toBeNull();
  });

  it("says how many posts are missing to an unclear finding, and to no other", () => {
    const said = (verdict: "unclear" | "promising") => {
      const [tag] = report.hashtags;
      const effect = { mean: 0.05, sd: 0.2 };
      const changed = { ...report, hashtags: [{ ...tag!, verdict, effect, posts: 20 }] };
      return explain(`hashtags/${tag!.key}`, { ...context, report: changed })!.text;
    };
    expect(said("unclear")).toContain("About 130 more such posts would tell.");
    expect(said("promising")).not.toContain("would tell");
  });

  it("says what to do about a warning, or that there is nothing to do", () => {
    const table = {
      ONE: { severity: "warning", about: "About.", hint: "save it again" },
      TWO: { severity: "warning", about: "About.", hint: "nothing to do; it is whole" },
    };
    const textOf = (id: string) => explain(id, { strategies, warnings: table })!.text;
    expect(textOf("ONE")).toBe("About.\n\nWhat to do: save it again.");
    expect(textOf("TWO")).toBe("About.\n\nThere is nothing to do; it is whole.");
  });

  it("knows findings, recommendations and experiments with their report only", () => {
    const finding = `hashtags/${report.hashtags[0]!.key}`;
    const recommendation = report.recommendations[0]!.id;
    const experiment = report.experiments[0]!.id;
    expect([finding, recommendation, experiment].map((id) => kindOf(id))).toEqual([null, null, null]);
    expect([finding, recommendation, experiment].map((id) => kindOf(id, { report }))).toEqual([
      "finding",
      "recommendation",
      "experiment",
    ]);
  });

  it("follows the numbers of the report", () => {
    const tag = report.hashtags.find(({ lift }) => lift !== null)!;
    const id = `hashtags/${tag.key}`;
    const text = explain(id, { ...context, report })!.text;
    const changed = {
      ...report,
      hashtags: report.hashtags.map((each) =>
        each === tag ? { ...each, posts: 777, lift: 3.3, low: 3.1, high: 3.6 } : each,
      ),
    };
    const other = explain(id, { ...context, report: changed })!.text;
    expect(other).not.toBe(text);
    expect(other).toContain("777 posts");
    expect(other).toContain("3.1 to 3.6 times");
  });

  it("cites the sources of a strategy and says how it is judged", () => {
    for (const { meta } of strategies) {
      const found = explain(meta.id, context)!;
      expect(found.sources).toEqual(meta.sources);
      for (const part of [meta.claim, meta.method, meta.limits, ...meta.research])
        expect(found.text).toContain(part);
    }
  });

  it("adds what the report says of a strategy", () => {
    const row = report.strategies[0]!;
    expect(explain(row.id, { ...context, report })!.text).toContain(row.reason);
    expect(explain(row.id, context)!.text).not.toContain(row.reason);
  });
});

describe("terms", () => {
  it("hold every verdict, and each name once", () => {
    for (const verdict of VERDICTS) expect(kindOf(verdict), verdict).toBe("term");
    const names = TERMS.flatMap(({ id, also }) => [id, ...(also ?? [])]);
    expect(new Set(names).size).toBe(names.length);
  });

  it("keep to the words of the house", () => {
    for (const { text, title } of TERMS) expect(`${title} ${text}`).not.toMatch(FORBIDDEN);
  });
});

describe("nearestId", () => {
  it("finds what was meant, or nothing", () => {
    expect(nearestId("hashtag", context)).toBe("hashtags");
    expect(nearestId("call-to-action", context)).toBe("calls-to-action");
    expect(nearestId("suported", context)).toBe("supported");
    expect(nearestId("usge", context)).toBe("USAGE");
    expect(nearestId("qqqqqqqqqqqq", context)).toBeNull();
    expect(Object.keys(ERRORS)).toContain("USAGE");
  });
});
