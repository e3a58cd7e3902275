import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { baselineBand, bigHit, orderStatistic } from "../../src/model/baseline.ts";
import { seededRandom } from "../support/random.ts";
import { simulateAccount } from "../support/simulator.ts";

const logCounts = (counts: readonly number[]) => counts.map((count) => Math.log(count + 1));

describe("the band of what is normal", () => {
  test("is null below five posts and plain quantiles below fifteen", () => {
    expect(baselineBand(logCounts([1, 2, 3, 4]), "count")).toEqual({
      median: null,
      low: null,
      high: null,
      level: 0.8,
    });
    const band = baselineBand(logCounts([100, 1, 10, 1000, 10_000]), "count");
    expect(band.median).toBeCloseTo(100, 9);
    // type 7 at .1: 4 steps x .1 = .4 of the way from log 2 to log 11
    expect(band.low).toBeCloseTo(2 * (11 / 2) ** 0.4 - 1, 9);
    expect(band.high).toBeCloseTo(1001 * (10_001 / 1001) ** 0.6 - 1, 9);
  });

  test("is worked out by hand on sixteen posts", () => {
    // Flat at 5 but for three jumps: e_i = jump against a median of 5.
    const y = [5, 5, 5, 5, 5, 6, 5, 5, 4, 5, 5, 5, 7, 5, 5, 5];
    const errors = [1, 0, 0, -1, 0, 0, 0, 2, 0, 0, 0].sort((a, b) => a - b);
    const low = orderStatistic(errors, 0.09);
    const high = orderStatistic(errors, 0.91);
    expect(low).toBeCloseTo(-1 + 0.08, 12);
    const band = baselineBand(y, "count");
    expect(band.median).toBeCloseTo(Math.exp(5) - 1, 9);
    expect(band.low).toBeCloseTo(Math.exp(5 + low) - 1, 9);
    expect(band.high).toBeCloseTo(Math.exp(5 + high) - 1, 9);
  });

  test("takes rates through the logit", () => {
    const band = baselineBand(
      Array.from({ length: 40 }, (_, i) => -2 + (i % 5) / 10),
      "rate",
    );
    expect(band.median).toBeGreaterThan(1 / (1 + Math.exp(2)));
    expect(band.high).toBeLessThan(1);
    expect(band.low).toBeLessThan(band.high!);
  });

  test("covers about 80 % of the next posts of accounts with real-sized effects", () => {
    let [inside, all] = [0, 0];
    for (let seed = 0; seed < 40; seed++) {
      const { finalViews } = simulateAccount({ seed, posts: 90, scenario: "real" });
      const y = logCounts(finalViews.map(Math.floor));
      for (let i = 30; i < y.length; i += 3) {
        const { low, high } = baselineBand(y.slice(0, i), "count");
        const next = Math.expm1(y[i]!);
        if (next >= low! && next <= high!) inside++;
        all++;
      }
    }
    expect(inside / all).toBeGreaterThan(0.75);
    expect(inside / all).toBeLessThan(0.86);
  });

  test("0 <= low <= median <= high, wider with the level, finite for any input", () => {
    const values = fc.array(fc.double({ min: 0, max: 20, noNaN: true }), { minLength: 5, maxLength: 250 });
    fc.assert(
      fc.property(values, (y) => {
        const narrow = baselineBand(y, "count", 0.5);
        const wide = baselineBand(y, "count", 0.9);
        const order = [0, wide.low!, narrow.low!, narrow.median!, narrow.high!, wide.high!];
        for (let i = 1; i < order.length; i++) expect(order[i]!).toBeGreaterThanOrEqual(order[i - 1]! - 1e-9);
        expect(order.every(Number.isFinite)).toBe(true);
      }),
    );
    expect(() => baselineBand([1, 2, 3, 4, 5], "count", 1)).toThrow(RangeError);
    expect(() => orderStatistic([], 0.5)).toThrow(RangeError);
  });
});

describe("big hits", () => {
  test("need fifty posts and count jumps to five times the twenty before", () => {
    const counts = Array.from({ length: 49 }, () => 100);
    expect(bigHit(counts)).toEqual({ factor: 5, share: null, oneIn: null });
    expect(bigHit([...counts, 499])).toEqual({ factor: 5, share: 0.5 / 31, oneIn: 62 });
    expect(bigHit([...counts, 500])).toEqual({ factor: 5, share: 1.5 / 31, oneIn: 21 });
  });

  test("the first twenty posts cannot be hits", () => {
    const random = seededRandom(1);
    const later = Array.from({ length: 40 }, () => 50 + random.below(20));
    const early = Array.from({ length: 20 }, (_, i) => (i % 2 ? 100_000 : 50));
    expect(bigHit([...early, ...later]).share).toBeCloseTo(0.5 / 41, 12);
  });
});
