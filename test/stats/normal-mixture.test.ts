import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalCdf } from "../../src/stats/normal.ts";
import { mixtureAboveZero, mixtureMoments, mixtureQuantile } from "../../src/stats/normal-mixture.ts";

const mixtures = fc
  .array(
    fc.record({
      weight: fc.double({ min: 0.01, max: 1, noNaN: true }),
      mean: fc.double({ min: -3, max: 3, noNaN: true }),
      variance: fc.double({ min: 1e-4, max: 4, noNaN: true }),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => {
    const total = parts.reduce((sum, { weight }) => sum + weight, 0);
    return {
      weights: parts.map(({ weight }) => weight / total),
      means: parts.map(({ mean }) => mean),
      variances: parts.map(({ variance }) => variance),
    };
  });

type Mixture = { weights: number[]; means: number[]; variances: number[] };

const cdf = ({ weights, means, variances }: Mixture, x: number) =>
  weights.reduce((sum, w, i) => sum + w * normalCdf((x - means[i]!) / Math.sqrt(variances[i]!)), 0);

describe("mixtures of normals", () => {
  it("quantiles agree with 45 bisections of the distribution function", () => {
    fc.assert(
      fc.property(mixtures, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (mixture, p) => {
        let low = Math.min(...mixture.means.map((m, i) => m - 6 * Math.sqrt(mixture.variances[i]!)));
        let high = Math.max(...mixture.means.map((m, i) => m + 6 * Math.sqrt(mixture.variances[i]!)));
        for (let k = 0; k < 45; k++) {
          const middle = (low + high) / 2;
          if (cdf(mixture, middle) < p) low = middle;
          else high = middle;
        }
        const found = mixtureQuantile(mixture, p);
        // Where the distribution is flat any point of the flat part is right.
        expect(Math.min(Math.abs(found - low), Math.abs(cdf(mixture, found) - p) * 10)).toBeLessThan(1e-9);
      }),
    );
  });

  it("quantiles rise with p and agree with the probability above zero", () => {
    fc.assert(
      fc.property(mixtures, (mixture) => {
        const [low, middle, high] = [0.05, 0.5, 0.95].map((p) => mixtureQuantile(mixture, p)) as [
          number,
          number,
          number,
        ];
        expect(low).toBeLessThanOrEqual(middle);
        expect(middle).toBeLessThanOrEqual(high);
        const above = mixtureAboveZero(mixture);
        expect(Math.abs(above - (1 - cdf(mixture, 0)))).toBeLessThan(1e-12);
        if (Math.abs(above - 0.5) > 1e-9) expect(above > 0.5).toBe(middle > 0);
      }),
    );
  });

  it("moments are those of the parts", () => {
    // Two equal halves at -1 and 1 with variance 3: mean 0, variance 3 + 1.
    expect(mixtureMoments({ weights: [0.5, 0.5], means: [-1, 1], variances: [3, 3] })).toEqual({
      mean: 0,
      sd: 2,
    });
  });

  it("refuses an empty mixture", () => {
    expect(() => mixtureQuantile({ weights: [], means: [], variances: [] }, 0.5)).toThrow(RangeError);
  });
});
