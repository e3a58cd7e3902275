import { describe, expect, test } from "vitest";
import { failOn } from "../../src/report/fail-on.ts";
import type { EffectFields, Report } from "../../src/types.ts";
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
    // a span below 21 days bars every finding on the goal; other outcomes do not count
    const silent = changed((report) => {
      const few = <E extends EffectFields>(effects: E[]) =>
        effects.map((effect) => ({
          ...effect,
          verdict: effect.outcome === "likes" ? ("too-few" as const) : effect.verdict,
        }));
      report.windows = { ...report.windows, grid: few(report.windows.grid), best: few(report.windows.best) };
      report.hashtags = few(report.hashtags);
      report.sounds = few(report.sounds);
      report.features = few(report.features);
      report.duration!.curve = few(report.duration!.curve);
      report.consistency = { ...report.consistency!, matters: null };
    });
    expect(silent.features.some(({ verdict }) => verdict === "supported")).toBe(true);
    expect(failOn(silent, ["insufficient-data"], null)).toEqual(["insufficient-data"]);
  });
});
