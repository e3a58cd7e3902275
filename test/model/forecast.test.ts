import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { carryOver, forecast, forecastOfStopping } from "../../src/model/forecast.ts";

describe("what comes back of an effect", () => {
  test("has the table of MODEL.md section 7", () => {
    expect(carryOver("length", "views", 2)).toEqual({ d: 0.8, spread: 0.34 });
    expect(carryOver("length", "likeRate", 1)).toEqual({ d: 0.8, spread: 0.07 });
    expect(carryOver("length", "shareRate", 1)).toEqual({ d: 0.8, spread: 0.16 });
    expect(carryOver("library", "likes")).toEqual({ d: 0.6, spread: 0.15 });
    expect(carryOver("tag-count", "saves")).toEqual({ d: 0.65, spread: 0.09 });
    expect(carryOver("tag-count", "commentRate")).toEqual({ d: 0.65, spread: 0.09 });
    expect(carryOver("hashtag", "likes", 0.11)).toEqual({ d: 0.85, spread: 0.11 });
    expect(carryOver("window", "likes", 0.05)).toEqual({ d: 0.75, spread: 0.05 });
    expect(carryOver("sound", "likes", 0.2)).toEqual({ d: 0.3, spread: 0.2 });
    expect(carryOver("gap", "likeRate")).toEqual({ d: 0.2, spread: 0.02 });
    expect(carryOver("recent-posts", "views")).toEqual({ d: 0.2, spread: 0.05 });
    expect(carryOver("feature", "views")).toEqual({ d: 0.6, spread: 0.2 });
    expect(carryOver("feature", "saveRate")).toEqual({ d: 0.6, spread: 0.15 });
    expect(() => carryOver("hashtag", "likes", Number.NaN)).toThrow(RangeError);
  });
});

describe("the forecast", () => {
  test("shrinks the mean by d and keeps the spread between accounts", () => {
    const future = forecast({ mean: 0.3, sd: 0.1 }, { d: 0.6, spread: 0.2 }, 0.9);
    const sd = Math.sqrt(0.36 * 0.01 + 0.64 * 0.04);
    expect(future.mean).toBeCloseTo(0.18, 12);
    expect(future.sd).toBeCloseTo(sd, 12);
    expect(future.lift).toBeCloseTo(Math.exp(0.18), 12);
    expect(future.low).toBeCloseTo(Math.exp(0.18 - 1.6448536269514722 * sd), 12);
    expect(future.high).toBeCloseTo(Math.exp(0.18 + 1.6448536269514722 * sd), 12);
    expect(future.lowerHalf).toBeCloseTo(0.18 - 0.7979 * sd, 12);
    // Phi(.18/.17088) = Phi(1.05337)
    expect(future.probability).toBeCloseTo(0.85391, 4);
  });

  test("of stopping is its mirror image", () => {
    const future = forecast({ mean: -0.3, sd: 0.1 }, { d: 0.6, spread: 0.2 }, 0.9);
    const mirror = forecast({ mean: 0.3, sd: 0.1 }, { d: 0.6, spread: 0.2 }, 0.9);
    const stopped = forecastOfStopping(future);
    for (const key of Object.keys(mirror) as (keyof typeof mirror)[])
      expect(stopped[key]).toBeCloseTo(mirror[key], 12);
  });

  test("orders low <= lift <= high, agrees in sign, and never promises more than was seen", () => {
    const log = fc.double({ min: -2, max: 2, noNaN: true });
    const sd = fc.double({ min: 0, max: 1, noNaN: true });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(log, sd, share, sd, (mean, e, d, spread) => {
        const narrow = forecast({ mean, sd: e }, { d, spread }, 0.5);
        const wide = forecast({ mean, sd: e }, { d, spread }, 0.95);
        const order = [wide.low, narrow.low, narrow.lift, narrow.high, wide.high];
        for (let i = 1; i < order.length; i++) expect(order[i]!).toBeGreaterThanOrEqual(order[i - 1]!);
        expect(Math.abs(narrow.mean)).toBeLessThanOrEqual(Math.abs(mean));
        if (narrow.probability > 0.5) expect(narrow.mean).toBeGreaterThan(0);
        if (narrow.probability < 0.5) expect(narrow.mean).toBeLessThan(0);
        expect(Number.isFinite(narrow.lowerHalf)).toBe(true);
      }),
    );
    expect(() => forecast({ mean: 0, sd: 1 }, { d: 0.5, spread: 1 }, 0)).toThrow(RangeError);
    expect(() => forecast({ mean: 0, sd: 1 }, { d: 1.5, spread: 1 }, 0.9)).toThrow(RangeError);
  });
});
