import { describe, expect, it, test } from "vitest";
import { trendWords } from "../../src/reporters/story/headline.ts";
import { richReport } from "../support/sample-report.ts";

describe("trendWords", () => {
  const report = richReport();
  const words = (low: number, high: number, from = "2025-01-01") =>
    trendWords({
      ...report,
      data: { ...report.data, span: { from, to: "2026-01-01" } },
      baseline: { ...report.baseline, trend: { perMonth: { ratio: Math.sqrt(low * high), low, high } } },
    });

  it("says steady only where the interval is narrow", () => {
    expect(words(0.95, 1.1)).toBe("Over the last months your likes held about steady (−5 to +10 % a month).");
    expect(words(0.2, 3.3)).toBe(
      "Whether your likes rise or fall over the months cannot be told yet (−80 % to 3.3 times a month).",
    );
  });

  it("says the sure end alone where the other could be anything", () => {
    expect(words(1.03, 1.24)).toBe("Over the last months your likes changed by about +3 to +24 % a month.");
    expect(words(1.11, 55)).toBe("Over the last months your likes rose, by about 11 % a month or more.");
    expect(words(0.02, 0.8)).toBe("Over the last months your likes fell, by about 20 % a month or more.");
  });

  it("does not speak of months where half the span is one", () => {
    expect(words(1.03, 1.24, "2025-11-20")).toBe("Lately your likes changed by about +3 to +24 % a month.");
  });
});

test("the trend is told over months, not of some days stretched to one", () => {
  const report = richReport();
  const over = (from: string, to: string) =>
    trendWords({ ...report, data: { ...report.data, span: { from, to } } });
  expect(over("2026-01-01", "2026-03-01")).toMatch(/^Lately your likes/);
  expect(over("2026-01-01", "2026-01-22")).toMatch(/^Lately your likes/);
  expect(over("2026-01-01", "2026-01-21")).toBeNull();
});
