import fc from "fast-check";
import { expect, test } from "vitest";
import { binomialTail } from "../../src/report/binomial-tail.ts";

// R: pbinom(k - 1, n, p, lower.tail = FALSE)
test.each([
  [7, 10, 0.3, 0.0105920784],
  [1, 20, 0.01, 0.182093062368],
  [30, 50, 0.5, 0.101319375532],
])("P(X >= %d) of %d at %d", (hits, trials, share, expected) => {
  expect(binomialTail(hits, trials, share)).toBeCloseTo(expected, 9);
});

test("agrees with itself in both ways of summing and at the edges", () => {
  expect(binomialTail(0, 5, 0)).toBe(1);
  expect(binomialTail(1, 5, 0)).toBe(0);
  expect(binomialTail(5, 5, 1)).toBe(1);
  expect(binomialTail(0, 0, 0.4)).toBe(1);
  expect(binomialTail(1, 60, 1e-7)).toBeCloseTo(6e-6, 10);
  expect(binomialTail(1000, 2000, 0.5)).toBeCloseTo(0.508919, 5);
  expect(() => binomialTail(3, 2, 0.5)).toThrow(RangeError);
});

test("falls with hits and rises with the share", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 400 }),
      fc.double({ min: 0.01, max: 0.9, noNaN: true }),
      fc.double({ min: 0, max: 0.09, noNaN: true }),
      (trials, share, more) => {
        const hits = Math.floor(trials / 2);
        expect(binomialTail(Math.min(hits + 1, trials), trials, share)).toBeLessThanOrEqual(
          binomialTail(hits, trials, share) + 1e-12,
        );
        expect(binomialTail(hits, trials, share + more)).toBeGreaterThanOrEqual(
          binomialTail(hits, trials, share) - 1e-12,
        );
      },
    ),
  );
});
