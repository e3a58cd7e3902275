import { describe, expect, test } from "vitest";
import { affectedPosts, expectedGain } from "../../src/report/expected-gain.ts";
import { judge } from "../../src/report/judge.ts";
import type { Finding, Fits, WindowFinding } from "../../src/types.ts";
import { estimate, finding } from "../support/findings.ts";

const settings = { level: 0.9, fdr: 0.1, negligible: 0.1 };
const judged = (f: Finding) => judge([f], settings)[0]!;
const band = (median: number) => ({ median, low: 0, high: 2 * median, level: 0.8 });
const fits = (
  over: Partial<Fits> = {},
): Pick<Fits, "plan" | "goal" | "baseline"> & { settings: typeof settings } => ({
  plan: 4,
  goal: "likes",
  settings,
  baseline: {
    perPost: { likes: band(500), comments: band(10) },
    bigHit: { factor: 5, share: null, oneIn: null },
    trend: { perMonth: { ratio: null, low: null, high: null } },
  },
  ...over,
});

describe("affected posts per week", () => {
  const window = (weekdays: number[], habitShare: number) =>
    ({
      ...finding({ key: "x", section: "windows", rule: "window", habitShare }),
      weekdays,
      startHour: 18,
      endHour: 21,
      nextAt: 0,
    }) as WindowFinding;
  test.each<[string, Finding, "do" | "stop", number]>([
    ["a window holds at most one post a day", window([1, 3], 0.25), "do", 1],
    ["a window on enough days", window([0, 1, 2, 3, 4], 0.25), "do", 3],
    ["a window used more than its days allow", window([1], 0.5), "do", 0],
    ["a hashtag", finding({ key: "#a", rule: "hashtag", habitShare: 0.25 }), "do", 3],
    ["a sound: one a week", finding({ key: "s", rule: "sound", habitShare: 0.25 }), "do", 0.75],
    ["leaving a feature", finding({ key: "f", habitShare: 0.25 }), "stop", 1],
  ])("%s", (_name, f, direction, expected) => {
    expect(affectedPosts(judged(f), direction, 4)).toBeCloseTo(expected, 12);
  });
});

describe("expected gain", () => {
  const feature = finding({ key: "f", habitShare: 0.25, estimate: estimate(0.3, 0.1) });
  // d .6, T .2: mean .18, variance .36 x .01 + .64 x .04
  const sd = Math.sqrt(0.36 * 0.01 + 0.64 * 0.04);

  test("counts with the forecast, not with the finding", () => {
    const { expected, affected } = expectedGain(judged(feature), "do", "low", fits());
    expect(expected!.lift).toBeCloseTo(Math.exp(0.18), 12);
    expect(expected!.low).toBeCloseTo(Math.exp(0.18 - 1.6448536 * sd), 6);
    expect(expected!.perWeek.value).toBeCloseTo(affected * 500 * (Math.exp(0.18) - 1), 9);
    expect(expected!.perWeek.high).toBeCloseTo(affected * 500 * (Math.exp(0.18 + 1.6448536 * sd) - 1), 4);
  });

  test("its key is the lower half of the forecast over effort, half for another count than the goal", () => {
    const key = 3 * (Math.exp(0.18 - 0.7979 * sd) - 1);
    expect(expectedGain(judged(feature), "do", "low", fits()).key).toBeCloseTo(key, 12);
    expect(expectedGain(judged(feature), "do", "high", fits()).key).toBeCloseTo(key / 4, 12);
    const comments = { ...feature, outcome: "commentRate" as const };
    const prospect = expectedGain(judged(comments), "do", "low", fits());
    expect(prospect.key).toBeCloseTo(key / 2, 12);
    expect(prospect.expected!.perWeek.value).toBeCloseTo(3 * 10 * (Math.exp(0.18) - 1), 9);
    const likeRate = { ...feature, outcome: "likeRate" as const };
    expect(expectedGain(judged(likeRate), "do", "low", fits()).key).toBeCloseTo(key, 12);
  });

  test("stopping mirrors it: what leaving brings", () => {
    const costly = judged({ ...feature, estimate: estimate(-0.3, 0.1) });
    const { expected, affected, sure, key } = expectedGain(costly, "stop", "low", fits());
    expect(affected).toBe(1);
    expect(expected!.lift).toBeCloseTo(Math.exp(0.18), 12);
    expect(expected!.low).toBeLessThan(expected!.lift);
    expect(expected!.perWeek.value).toBeCloseTo(500 * (Math.exp(0.18) - 1), 9);
    expect(sure).toBeGreaterThan(0.8);
    expect(key).toBeCloseTo(Math.exp(0.18 - 0.7979 * sd) - 1, 12);
  });

  test("without a usual count there is a key but nothing to promise", () => {
    const none = fits({ baseline: { ...fits().baseline, perPost: {} } });
    expect(expectedGain(judged(feature), "do", "low", none).expected).toBeNull();
  });
});
