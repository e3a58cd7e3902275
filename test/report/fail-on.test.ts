import { describe, expect, test } from "vitest";
import { failOn } from "../../src/report/fail-on.ts";
import type { Report } from "../../src/types.ts";
import { richReport } from "../support/sample-report.ts";

const changed = (change: (report: Report) => void): Report => {
  const report = richReport();
  change(report);
  return report;
};

describe("failOn", () => {
  test("names the conditions that hold, in the order asked, each once", () => {
    expect(failOn(richReport(), ["new-advice", "warnings", "insufficient-data", "warnings"], null)).toEqual([
      "new-advice",
      "warnings",
    ]);
    expect(failOn(richReport(), [], null)).toEqual([]);
  });

  test("warnings: only those of severity warning", () => {
    const info = changed((report) => {
      report.data.warnings = report.data.warnings.filter(({ severity }) => severity === "info");
    });
    expect(info.data.warnings).toHaveLength(1);
    expect(failOn(info, ["warnings"], null)).toEqual([]);
  });

  test("inconsistent: a score below 50, never without a score", () => {
    const score = (value: number | null) =>
      changed((report) => {
        report.consistency = value === null ? null : { ...report.consistency!, score: value };
      });
    expect(failOn(score(49.99), ["inconsistent"], null)).toEqual(["inconsistent"]);
    expect(failOn(score(50), ["inconsistent"], null)).toEqual([]);
    expect(failOn(score(null), ["inconsistent"], null)).toEqual([]);
  });

  test("new-advice: an id that the previous report has not", () => {
    const fewer = changed((report) => {
      report.recommendations = report.recommendations.slice(1);
    });
    expect(failOn(richReport(), ["new-advice"], richReport())).toEqual([]);
    expect(failOn(richReport(), ["new-advice"], fewer)).toEqual(["new-advice"]);
    expect(failOn(fewer, ["new-advice"], richReport())).toEqual([]);
  });

  test("insufficient-data: no claim on the goal is allowed", () => {
    const posts = (count: number) =>
      changed((report) => {
        report.model.outcomes = report.model.outcomes.map((outcome) => ({ ...outcome, posts: count }));
      });
    expect(failOn(posts(30), ["insufficient-data"], null)).toEqual([]);
    expect(failOn(posts(29), ["insufficient-data"], null)).toEqual(["insufficient-data"]);
    const unfitted = changed((report) => {
      report.model.outcomes = [];
    });
    expect(failOn(unfitted, ["insufficient-data"], null)).toEqual(["insufficient-data"]);
    const short = (to: string) =>
      changed((report) => {
        report.data.span = { from: "2026-01-03", to };
      });
    expect(failOn(short("2026-01-23"), ["insufficient-data"], null)).toEqual(["insufficient-data"]);
    expect(failOn(short("2026-01-24"), ["insufficient-data"], null)).toEqual([]);
  });
});
