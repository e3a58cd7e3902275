import { describe, expect, test } from "vitest";
import { judge } from "../../src/report/judge.ts";
import { windowVerdict } from "../../src/report/window-verdict.ts";
import { estimate } from "../support/findings.ts";
import { windowFinding } from "../support/hand-fits.ts";

const settings = { level: 0.9, fdr: 0.1, negligible: 0.1 };
const window = (day: number, mean: number, sd: number) =>
  judge([windowFinding([day], 18, { estimate: estimate(mean, sd) })], settings)[0]!;
const supported = window(0, 0.4, 0.05);
const promising = window(1, 0.2, 0.15);
const unclear = window(2, 0, 0.3);
const none = window(3, 0, 0.02);

describe("windowVerdict", () => {
  test.each([
    ["supported", [unclear, supported], [none]],
    ["negligible", [promising], [none, none]],
    ["promising", [unclear, promising], [none, unclear]],
    ["unclear", [unclear], [none, unclear]],
    ["unclear", [], []],
  ] as const)("%s", (verdict, best, eligible) => {
    expect(windowVerdict(null, best, eligible).verdict).toBe(verdict);
  });

  test("what bars the windows goes first, with its reason", () => {
    const barred = { verdict: "not-in-data" as const, reason: "no post has an hour" };
    expect(windowVerdict(barred, [supported], [])).toEqual({
      verdict: "not-in-data",
      summary: "No post has an hour.",
    });
  });

  test("the summary always states the largest bound among eligible windows", () => {
    const summary = (eligible: Parameters<typeof windowVerdict>[2]) =>
      windowVerdict(null, [], eligible).summary;
    // exp(.2 + 1.6449 x .15) = 1.563
    expect(summary([none, promising])).toContain("not bring more than about +56 %");
    // exp(.4 + 1.6449 x .3) = 2.44
    expect(summary([window(0, 0.4, 0.3), none])).toContain("more than about 2.4 times the usual");
    expect(summary([window(0, -0.5, 0.1)])).toContain("more than the hours you use now");
    const few = { verdict: "too-few" as const, reason: "20 posts" };
    expect(windowVerdict(few, [], [promising]).summary).toBe(
      "20 posts. Even the best hour would not bring more than about +56 %.",
    );
  });

  test("the lead says how many windows did better", () => {
    expect(windowVerdict(null, [supported], [none]).summary).toMatch(/^One window/);
    expect(windowVerdict(null, [supported, window(4, 0.4, 0.05)], [none]).summary).toMatch(/^2 windows/);
  });
});
