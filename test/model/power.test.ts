import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { detectableLift, experimentValue, postsMissing, postsPerArm } from "../../src/model/power.ts";
import { seededRandom } from "../support/random.ts";

/** Residual sd 1 at nu 4: s0^2 s2 = .5. */
const TYPICAL = (0.5 * (4 + 3)) / (4 + 1);

describe("power", () => {
  test("needs 261 posts per arm for +20 % and 53 for +50 % (MODEL.md section 7)", () => {
    expect(postsPerArm(TYPICAL, 1.2)).toBe(261);
    expect(postsPerArm(TYPICAL, 1.5)).toBe(53);
  });

  test("detectable lift is the way back", () => {
    for (const lift of [1.1, 1.5, 3]) {
      const posts = postsPerArm(TYPICAL, lift);
      expect(detectableLift(TYPICAL, posts)).toBeLessThanOrEqual(lift);
      expect(detectableLift(TYPICAL, posts - 1)).toBeGreaterThan(lift * 0.9999);
    }
  });

  test("falls with the lift and rises with the variance", () => {
    const number = fc.double({ min: 0.01, max: 20, noNaN: true });
    const lift = fc.double({ min: 1.01, max: 10, noNaN: true });
    fc.assert(
      fc.property(number, number, lift, lift, (v, w, a, b) => {
        expect(postsPerArm(v, Math.max(a, b))).toBeLessThanOrEqual(postsPerArm(v, Math.min(a, b)));
        expect(postsPerArm(Math.max(v, w), a)).toBeGreaterThanOrEqual(postsPerArm(Math.min(v, w), a));
      }),
    );
    expect(postsPerArm(TYPICAL, 1 / 1.5)).toBe(53);
  });

  test("refuses what has no answer", () => {
    expect(() => postsPerArm(TYPICAL, 1)).toThrow(RangeError);
    expect(() => postsPerArm(TYPICAL, -1)).toThrow(RangeError);
    expect(() => postsPerArm(0, 1.5)).toThrow(RangeError);
    expect(() => detectableLift(TYPICAL, 0)).toThrow(RangeError);
  });

  test("says how many posts are missing, none when the effect is already clear", () => {
    // gap log 1.2 / 2.4865 = .07332; (.2/.07332)^2 - 1 = 6.44
    expect(postsMissing({ mean: 0.05, sd: 0.2 }, 10)).toBe(65);
    expect(postsMissing({ mean: -0.05, sd: 0.2 }, 10)).toBe(65);
    expect(postsMissing({ mean: 0.5, sd: 0.05 }, 10)).toBe(0);
  });
});

describe("the value of an experiment", () => {
  test("is what deciding afterwards brings, by simulation", () => {
    const random = seededRandom(4);
    const [mean, sd, posts] = [0.05, 0.15, 40];
    const se = Math.sqrt((2 * TYPICAL) / posts);
    let gain = 0;
    const runs = 60_000;
    for (let i = 0; i < runs; i++) {
      const truth = random.normal(mean, sd);
      const seen = random.normal(truth, se);
      const after = (mean / sd ** 2 + seen / se ** 2) / (1 / sd ** 2 + 1 / se ** 2);
      gain += (after > 0 ? truth : 0) - (mean > 0 ? truth : 0);
    }
    expect(experimentValue({ mean, sd }, TYPICAL, posts)).toBeCloseTo(gain / runs, 2);
    expect(Math.abs(experimentValue({ mean, sd }, TYPICAL, posts) - gain / runs)).toBeLessThan(0.002);
  });

  test("is never negative, grows with posts, is nothing for a sure effect", () => {
    const mean = fc.double({ min: -1, max: 1, noNaN: true });
    const sd = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(mean, sd, fc.integer({ min: 1, max: 500 }), (m, e, posts) => {
        const value = experimentValue({ mean: m, sd: e }, TYPICAL, posts);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(experimentValue({ mean: m, sd: e }, TYPICAL, posts + 50)).toBeGreaterThanOrEqual(
          value - 1e-12,
        );
      }),
    );
    expect(experimentValue({ mean: 0.3, sd: 0 }, TYPICAL, 50)).toBe(0);
  });
});
