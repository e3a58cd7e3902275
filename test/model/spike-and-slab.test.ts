import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { spikeAndSlab } from "../../src/model/spike-and-slab.ts";

const evidence = fc.array(
  fc.tuple(fc.double({ min: -3, max: 3, noNaN: true }), fc.double({ min: 0.02, max: 2, noNaN: true })),
  { minLength: 1, maxLength: 12 },
);

describe("the spike and the slabs", () => {
  it("share probability: weights and the three parts of each effect sum to 1", () => {
    fc.assert(
      fc.property(evidence, (tags) => {
        const { weights, posteriors } = spikeAndSlab(
          tags.map(([estimate]) => estimate),
          tags.map(([, error]) => error),
        );
        expect(weights.reduce((sum, w) => sum + w, 0)).toBeCloseTo(1, 12);
        posteriors.forEach(({ zero, above, below, mean, quantile }, j) => {
          expect(zero + above + below).toBeCloseTo(1, 12);
          expect(quantile(0.05)).toBeLessThanOrEqual(quantile(0.95));
          // Shrunken towards zero, never past it.
          expect(Math.abs(mean)).toBeLessThanOrEqual(Math.abs(tags[j]![0]) + 1e-12);
          expect(mean * tags[j]![0]).toBeGreaterThanOrEqual(0);
        });
      }),
      { numRuns: 40 },
    );
  });

  it("mirror: the opposite evidence has the opposite answer", () => {
    const one = spikeAndSlab([0.4, -0.1], [0.1, 0.2]).posteriors;
    const other = spikeAndSlab([-0.4, 0.1], [0.1, 0.2]).posteriors;
    one.forEach(({ mean, above }, j) => {
      expect(other[j]!.mean).toBeCloseTo(-mean, 12);
      expect(other[j]!.below).toBeCloseTo(above, 12);
    });
  });

  it("believe strong evidence and doubt weak evidence", () => {
    const [strong, weak] = spikeAndSlab([0.5, 0.5], [0.05, 1]).posteriors;
    expect(strong!.above).toBeGreaterThan(0.99);
    expect(weak!.zero).toBeGreaterThan(0.7);
  });

  it("learn the weights from the members alone", () => {
    const alone = spikeAndSlab([0.5], [0.1]);
    const both = spikeAndSlab([0.5, -2], [0.1, 0.1], (j) => j === 0);
    expect(both.weights).toEqual(alone.weights);
    expect(both.posteriors[1]!.below).toBeGreaterThan(0.99);
  });

  it("without any member keep the prior weights", () => {
    const { weights } = spikeAndSlab([1], [1], () => false);
    expect(weights[0]).toBeCloseTo(10 / 12, 14);
  });
});
