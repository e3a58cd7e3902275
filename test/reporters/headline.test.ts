import { expect, test } from "vitest";
import { trendWords } from "../../src/reporters/story/headline.ts";
import { richReport } from "../support/sample-report.ts";

test("the trend is told over months, not of some days stretched to one", () => {
  const report = richReport();
  const over = (from: string, to: string) =>
    trendWords({ ...report, data: { ...report.data, span: { from, to } } });
  expect(over("2026-01-01", "2026-03-01")).toMatch(/^Over the last months your likes/);
  expect(over("2026-01-01", "2026-01-22")).toMatch(/^Over the last months your likes/);
  expect(over("2026-01-01", "2026-01-21")).toBeNull();
});
