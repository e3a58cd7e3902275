import { describe, expect, it } from "vitest";
import { logGamma } from "../../src/stats/log-gamma.ts";
import { median, medianAbsoluteDeviation, quantile } from "../../src/stats/quantile.ts";
import { rSequenceGenerators, rSequencePoint } from "../../src/stats/r-sequence.ts";
import { roundSignificant } from "../../src/stats/round-significant.ts";
import { sfc32, shuffle } from "../../src/stats/sfc32.ts";
import { spearman } from "../../src/stats/spearman.ts";
import { studentTLogDensity } from "../../src/stats/student-t.ts";
import { welch } from "../../src/stats/welch.ts";

describe("logGamma", () => {
  // Python: mpmath.loggamma(x)
  it.each([
    [0.1, 2.252712651734206],
    [0.5, 0.5723649429247001],
    [1, 0],
    [2.5, 0.2846828704729192],
    [10, 12.801827480081469],
    [100.5, 361.43554046777757],
  ])("of %d is %d", (x, value) => {
    expect(Math.abs(logGamma(x) - value)).toBeLessThan(1e-13 * Math.max(1, value));
  });

  it("refuses 0", () => {
    expect(() => logGamma(0)).toThrow(RangeError);
  });
});

describe("studentTLogDensity", () => {
  // R: dt(c(0, 1.5, 3), c(1, 4, 100), log = TRUE)
  it.each([
    [0, 1, -1.1447298858494002],
    [1.5, 4, -2.0965470095827747],
    [3, 100, -5.273412151716117],
  ])("at %d with %d degrees of freedom is %d", (x, nu, value) => {
    expect(studentTLogDensity(x, nu)).toBeCloseTo(value, 12);
  });

  it("refuses no degrees of freedom", () => {
    expect(() => studentTLogDensity(0, 0)).toThrow(RangeError);
  });
});

describe("quantile", () => {
  // R: quantile(c(3, 1, 4, 1, 5, 9, 2, 6), c(0, .1, .25, .5, .9, 1))
  it("is type 7", () => {
    const values = [3, 1, 4, 1, 5, 9, 2, 6];
    expect([0, 0.1, 0.25, 0.5, 0.9, 1].map((p) => quantile(values, p))).toEqual([
      1, 1, 1.75, 3.5, 6.8999999999999995, 9,
    ]);
  });

  it("refuses nothing to look at", () => {
    expect(() => median([])).toThrow("median requires at least one value");
    expect(() => quantile([], 0.5)).toThrow(RangeError);
    expect(() => quantile([1], 2)).toThrow(RangeError);
  });

  it("the deviation from the median ignores one wild value", () => {
    expect(medianAbsoluteDeviation([1, 2, 3, 4, 5])).toBe(medianAbsoluteDeviation([1, 2, 3, 4, 5e9]));
  });
});

describe("sfc32", () => {
  it("gives the three numbers of the documented seed", () => {
    const random = sfc32();
    const found = [random(), random(), random()];
    [0.110255133360625, 0.923014639643952, 0.534505124902352].forEach((value, i) => {
      expect(Math.abs(found[i]! - value)).toBeLessThan(1e-14);
    });
  });

  it("shuffles every order about equally often", () => {
    const random = sfc32();
    const seen = new Map<string, number>();
    for (let k = 0; k < 6000; k++) {
      const key = shuffle([1, 2, 3], random).join("");
      seen.set(key, (seen.get(key) ?? 0) + 1);
    }
    expect(seen.size).toBe(6);
    for (const count of seen.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });

  it("shuffles only the part it is asked to", () => {
    const shuffled = shuffle([9, 1, 2, 3, 9], sfc32(), 1, 4);
    expect([shuffled[0], shuffled[4]]).toEqual([9, 9]);
    expect(shuffled.slice(1, 4).sort()).toEqual([1, 2, 3]);
  });
});

describe("the R sequence", () => {
  it("has the generators of the reference for seven and eight coordinates", () => {
    const eight = [
      0.921599319634, 0.84934530595, 0.782756056098, 0.721387448739, 0.66483018195, 0.612707043358,
      0.564670394293, 0.520399851198,
    ];
    rSequenceGenerators(8).forEach((alpha, j) => {
      expect(alpha).toBeCloseTo(eight[j]!, 11);
    });
    expect(1 / rSequenceGenerators(7)[0]!).toBeCloseTo(1.0969815577985598, 14);
  });

  it("fills the interval evenly", () => {
    const generators = rSequenceGenerators(1);
    const points = Array.from({ length: 32 }, (_, i) => rSequencePoint(generators, i + 1)[0]!);
    for (let k = 0; k < 8; k++) {
      expect(points.filter((u) => u >= k / 8 && u < (k + 1) / 8).length).toBeGreaterThanOrEqual(3);
    }
  });
});

describe("spearman", () => {
  // R: cor(c(1, 2, 2, 4, 5), c(3, 1, 4, 4, 9), method = "spearman")
  it("shares ranks among ties", () => {
    expect(spearman([1, 2, 2, 4, 5], [3, 1, 4, 4, 9])).toBeCloseTo(0.7631578947368421, 12);
    expect(spearman([1, 1, 1], [1, 2, 3])).toBe(0);
  });
});

describe("welch", () => {
  // R: t <- t.test(c(1, 2, 3, 4), c(2, 4, 9)); t$stderr
  it("has the standard error of unequal variances", () => {
    const { difference, standardError } = welch([1, 2, 3, 4], [2, 4, 9]);
    expect(difference).toBe(-2.5);
    expect(standardError).toBeCloseTo(Math.sqrt(5 / 3 / 4 + 13 / 3), 14);
  });

  it("needs two values a side", () => {
    expect(() => welch([1], [1, 2])).toThrow(RangeError);
  });
});

describe("roundSignificant", () => {
  it("keeps six digits and no negative zero", () => {
    expect(roundSignificant(1234567.8)).toBe(1234570);
    expect(roundSignificant(-1.23456789e-20)).toBe(-1.23457e-20);
    expect(Object.is(roundSignificant(-0), 0)).toBe(true);
    expect(() => roundSignificant(Number.NaN)).toThrow(RangeError);
  });
});
