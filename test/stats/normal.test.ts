import { describe, expect, it } from "vitest";
import { normalCdf, normalDensity, normalQuantile } from "../../src/stats/normal.ts";

// Python: from mpmath import mp, ncdf; mp.dps = 30; ncdf(z)
const CDF: [number, number][] = [
  [-37, 5.725571222524577e-300],
  [-10, 7.619853024160525e-24],
  [-5.7, 5.99037140106353e-9],
  [-3, 0.0013498980316300946],
  [-1.96, 0.0249978951482204],
  [-0.6, 0.2742531177500736],
  [0, 0.5],
  [0.3, 0.6179114221889527],
  [1.6448536269514722, 0.95],
  [4, 0.9999683287581669],
  [9, 1],
];

describe("normalCdf", () => {
  it.each(CDF)("at %d is %d", (z, p) => {
    expect(Math.abs(normalCdf(z) / p - 1)).toBeLessThan(1e-13);
  });

  it("is 0 and 1 at the infinities, and refuses NaN", () => {
    expect([normalCdf(Number.NEGATIVE_INFINITY), normalCdf(Number.POSITIVE_INFINITY)]).toEqual([0, 1]);
    expect(() => normalCdf(Number.NaN)).toThrow(RangeError);
  });

  it("has the density as its slope", () => {
    for (const z of [-5, -2.1, -0.67, 0, 0.68, 3, 5.7]) {
      const slope = (normalCdf(z + 1e-5) - normalCdf(z - 1e-5)) / 2e-5;
      expect(slope / normalDensity(z)).toBeCloseTo(1, 4);
    }
  });
});

describe("normalQuantile", () => {
  // R: qnorm(c(1e-300, 1e-10, .025, .05, .3, .8, .999))
  it.each([
    [1e-300, -37.0471],
    [1e-10, -6.361340902404056],
    [0.025, -1.959963984540054],
    [0.05, -1.6448536269514722],
    [0.3, -0.5244005127080407],
    [0.8, 0.8416212335729143],
    [0.999, 3.090232306167813],
  ])("of %d is %d", (p, z) => {
    expect(Math.abs(normalQuantile(p) / z - 1)).toBeLessThan(p < 1e-200 ? 1e-6 : 1e-14);
  });

  it("undoes normalCdf", () => {
    for (const z of [-8, -3.3, -1, -0.2, 0, 0.4, 2.5, 5]) {
      expect(Math.abs(normalQuantile(normalCdf(z)) - z)).toBeLessThan(1e-9);
    }
  });

  it.each([0, 1, -0.1, Number.NaN])("refuses %d", (p) => {
    expect(() => normalQuantile(p)).toThrow(RangeError);
  });
});
