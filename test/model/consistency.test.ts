import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { burstiness, consistencyScore, type PostingHistory } from "../../src/model/consistency.ts";
import { postingHistory } from "../../src/model/posting-history.ts";
import { namedZone } from "../../src/zone.ts";
import { seededRandom } from "../support/random.ts";
import { simulateAccount } from "../support/simulator.ts";

interface ReferenceCase {
  name: string;
  days: number[];
  T: number;
  plan: number | null;
  logitRate: number[] | null;
  result: {
    delivery: number;
    regularity: number;
    coverage: number;
    stability: number | null;
    score: number;
    plan: number;
    longest_gap_days: number;
  } | null;
}

const reference = new URL("../../../shared/reference/consistency.json", import.meta.url);
const cases: ReferenceCase[] = existsSync(reference) ? JSON.parse(readFileSync(reference, "utf8")) : [];

const history = (days: readonly number[], weeks: number, perWeek: number | null = null): PostingHistory => ({
  days,
  totalDays: 7 * weeks,
  perWeek,
  engagementLogits: [],
});

describe.skipIf(cases.length === 0)("the consistency score against ../shared/reference", () => {
  test.each(cases)("$name", ({ days, T, plan, logitRate, result }) => {
    const input = { days, totalDays: T, perWeek: plan, engagementLogits: logitRate ?? [] };
    const score = consistencyScore(input, 0.9);
    if (result === null || score === null) {
      expect(score).toBe(result);
      return;
    }
    const { delivery, regularity, coverage, stability } = score.parts;
    expect(Math.abs(delivery - result.delivery)).toBeLessThan(1e-9);
    expect(Math.abs(regularity - result.regularity)).toBeLessThan(1e-9);
    expect(Math.abs(coverage - result.coverage)).toBeLessThan(1e-9);
    if (result.stability === null) expect(stability).toBeNull();
    else expect(Math.abs(stability! - result.stability)).toBeLessThan(1e-9);
    expect(Math.abs(score.score - result.score)).toBeLessThan(1e-9);
    expect(score.plan).toBe(result.plan);
    expect(Math.abs(score.longestGapDays - result.longest_gap_days)).toBeLessThan(1e-9);
  });
});

const weeksOf = (weeks: number, offsets: readonly number[]) =>
  Array.from({ length: weeks }, (_, w) => offsets.map((d) => 7 * w + d)).flat();

describe("the consistency score", () => {
  test("is 100 for a perfect cadence at plan", () => {
    expect(consistencyScore(history(weeksOf(8, [0, 1, 2, 3, 4, 5, 6]), 8), 0.9)).toMatchObject({
      score: 100,
      low: 100,
      high: 100,
      plan: 7,
      postsPerWeek: 7,
    });
    expect(consistencyScore(history(weeksOf(104, [0.5, 2.5, 4.5]), 104), 0.9)!.score).toBe(100);
  });

  test("costs a hole the more the shorter the history", () => {
    const withHole = (weeks: number) =>
      consistencyScore(
        history(
          weeksOf(weeks, [0, 1, 2, 3, 4, 5, 6]).filter((day) => day < 14 || day >= 35),
          weeks,
        ),
        0.9,
      )!.score;
    expect(withHole(8)).toBeCloseTo(52, 0);
    expect(withHole(26)).toBeCloseTo(74, 0);
    expect(withHole(104)).toBeCloseTo(85, 0);
  });

  test("is null below the minimum", () => {
    expect(consistencyScore(history(weeksOf(3, [0, 1, 2, 3]), 3.9), 0.9)).toBeNull();
    expect(consistencyScore(history([0, 7, 14, 21, 22, 23, 24], 4), 0.9)).toBeNull();
    expect(consistencyScore(history([0, 0.1, 7, 7.1, 14, 14.1, 21, 21.1, 22], 4), 0.9)).toBeNull();
    expect(consistencyScore(history([0, 7, 14, 21, 22, 23, 24, 25], 4), 0.9)).not.toBeNull();
  });

  test("has a jackknife interval near the true spread on Poisson posting", () => {
    const runs = Array.from({ length: 120 }, (_, seed) => {
      const random = seededRandom(seed);
      const days: number[] = [];
      for (let t = random.exponential(7 / 4); t < 182; t += random.exponential(7 / 4)) days.push(t);
      return consistencyScore(history(days, 26, 4), 0.9)!;
    });
    const mean = runs.reduce((sum, { score }) => sum + score, 0) / runs.length;
    const spread = Math.sqrt(runs.reduce((sum, { score }) => sum + (score - mean) ** 2, 0) / runs.length);
    const margin = runs.reduce((sum, { low, high }) => sum + (high - low) / 2, 0) / runs.length;
    expect(mean).toBeGreaterThan(70);
    expect(mean).toBeLessThan(82);
    expect(margin / 1.6449 / spread).toBeGreaterThan(0.7);
    expect(margin / 1.6449 / spread).toBeLessThan(1.4);
  });

  test.each([8, 30])("leaves out %i weeks' groups one by one for the interval", (weeks) => {
    const random = seededRandom(weeks);
    const days = Array.from({ length: 4 * weeks }, () => random.uniform(0, 7 * weeks));
    const whole = consistencyScore(history(days, weeks, 4), 0.9)!;
    const groups = Math.min(weeks, 26);
    const edges = Array.from({ length: groups + 1 }, (_, i) => 7 * Math.floor((i * weeks) / groups + 0.5));
    const scores = edges.slice(1).map((to, i) => {
      const from = edges[i]!;
      const rest = days.filter((t) => t < from || t >= to).map((t) => (t >= to ? t - (to - from) : t));
      return consistencyScore(history(rest, weeks - (to - from) / 7, 4), 0.9)!.score;
    });
    const mean = scores.reduce((sum, v) => sum + v, 0) / groups;
    const squares = scores.reduce((sum, v) => sum + (v - mean) ** 2, 0);
    const margin = 1.6448536269514722 * Math.sqrt(((groups - 1) / groups) * squares);
    expect(whole.low).toBeCloseTo(whole.score - margin, 9);
    expect(whole.high).toBeCloseTo(Math.min(100, whole.score + margin), 9);
  });

  test("refuses a level outside (0, 1) and burstiness without gaps", () => {
    expect(() => consistencyScore(history([], 0), 1)).toThrow(RangeError);
    expect(() => burstiness([])).toThrow(RangeError);
  });
});

const anyDays = fc
  .tuple(
    fc.integer({ min: 4, max: 30 }),
    fc.array(fc.integer({ min: 0, max: 9999 }), { minLength: 15, maxLength: 120 }),
  )
  .map(([weeks, places]) => ({ weeks, days: places.map((place) => (place / 10_000) * 7 * weeks) }));

describe("properties of the consistency score", () => {
  test("parts in [0, 1], low <= score <= high in [0, 100], the interval grows with the level", () => {
    fc.assert(
      fc.property(anyDays, fc.integer({ min: 1, max: 21 }), ({ weeks, days }, plan) => {
        const narrow = consistencyScore(history(days, weeks, plan), 0.5);
        const wide = consistencyScore(history(days, weeks, plan), 0.95);
        fc.pre(narrow !== null && wide !== null);
        for (const part of [narrow.parts.delivery, narrow.parts.regularity, narrow.parts.coverage]) {
          expect(part).toBeGreaterThanOrEqual(0);
          expect(part).toBeLessThanOrEqual(1);
        }
        const order = [0, wide.low, narrow.low, narrow.score, narrow.high, wide.high, 100];
        expect([...order].sort((a, b) => a - b)).toEqual(order);
      }),
    );
  });

  test("a post above plan never raises delivery; one in an empty week never lowers delivery or coverage", () => {
    fc.assert(
      fc.property(anyDays, fc.integer({ min: 0, max: 9999 }), ({ weeks, days }, place) => {
        const plan = 3;
        const before = consistencyScore(history(days, weeks, plan), 0.9);
        fc.pre(before !== null);
        const extra = (place / 10_000) * 7 * weeks;
        const after = consistencyScore(history([...days, extra], weeks, plan), 0.9)!;
        const inWeek = days.filter((day) => Math.floor(day / 7) === Math.floor(extra / 7)).length;
        if (inWeek >= plan) expect(after.parts.delivery).toBe(before.parts.delivery);
        else expect(after.parts.delivery).toBeGreaterThan(before.parts.delivery);
        expect(after.parts.coverage).toBeGreaterThanOrEqual(before.parts.coverage);
      }),
    );
  });

  test("a hole never raises delivery or coverage", () => {
    fc.assert(
      fc.property(anyDays, fc.nat(), fc.integer({ min: 1, max: 10 }), ({ weeks, days }, at, length) => {
        const before = consistencyScore(history(days, weeks, 4), 0.9);
        const from = at % (7 * weeks);
        const left = days.filter((day) => day < from || day >= from + length);
        const after = consistencyScore(history(left, weeks, 4), 0.9);
        fc.pre(before !== null && after !== null);
        expect(after.parts.delivery).toBeLessThanOrEqual(before.parts.delivery);
        expect(after.parts.coverage).toBeLessThanOrEqual(before.parts.coverage);
      }),
    );
  });

  test("repeating the history moves it by less than 5", () => {
    for (let seed = 0; seed < 60; seed++) {
      const random = seededRandom(seed);
      const weeks = 8 + random.below(20);
      const share = random.uniform(0.25, 0.9);
      const days = Array.from({ length: 7 * weeks }, (_, d) => d + 0.5).filter(() => random.chance(share));
      const once = consistencyScore(history(days, weeks, 4), 0.9);
      const twice = consistencyScore(
        history([...days, ...days.map((d) => d + 7 * weeks)], 2 * weeks, 4),
        0.9,
      );
      if (once && twice) expect(Math.abs(twice.score - once.score)).toBeLessThan(5);
    }
  });
});

describe("the history of simulated posts", () => {
  const { posts, endAt, zone } = simulateAccount({ seed: 9, posts: 120, scenario: "typical" });
  const read = (list: typeof posts, end = endAt) => postingHistory(list, list, zone, end, null)!;

  test("starts at the midnight of the first day and knows every rate", () => {
    const { days, engagementLogits } = read(posts);
    expect(days).toHaveLength(120);
    expect(days[0]).toBeGreaterThanOrEqual(0);
    expect(days[0]).toBeLessThan(1);
    expect(engagementLogits).toHaveLength(posts.filter(({ views }) => views! >= 20).length);
  });

  test("does not change when everything moves by whole weeks, nor with row order, nor with the scale of views", () => {
    const score = consistencyScore(read(posts), 0.9)!;
    const week = 7 * 86_400_000;
    const moved = posts.map((post) => ({ ...post, postedAt: post.postedAt! + 3 * week }));
    expect(consistencyScore(read(moved, endAt + 3 * week), 0.9)).toEqual(score);
    const shuffled = postingHistory([...posts].reverse(), posts, zone, endAt, null)!;
    expect(consistencyScore(shuffled, 0.9)).toEqual(score);
    const scaled = posts.map((post) => ({
      ...post,
      views: post.views! * 1000,
      likes: post.likes! * 1000,
      comments: post.comments! * 1000,
      shares: post.shares! * 1000,
    }));
    expect(consistencyScore(read(scaled), 0.9)!.score).toBeCloseTo(score.score, 0);
  });

  test("counts date-only posts at noon, and posts without date not at all", () => {
    const [first, second] = posts;
    const dayOnly = { ...first!, postedAt: null, precision: "day" as const };
    expect(read([dayOnly]).days).toEqual([0.5]);
    const undated = { ...second!, postedAt: null, postedOn: null, sortAt: null };
    expect(read([dayOnly, undated]).days).toEqual([0.5]);
    expect(postingHistory([undated], [], zone, endAt, null)).toBeNull();
  });

  test("follows the local clock", () => {
    const tokyo = postingHistory(posts, posts, namedZone("Asia/Tokyo"), endAt, null)!;
    const utc = read(posts);
    const shift = tokyo.days.map((day, i) => day - utc.days[i]!);
    expect(Math.max(...shift) - Math.min(...shift)).toBeLessThan(1e-6);
  });
});
