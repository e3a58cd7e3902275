import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { localScale, outcomeData, outcomeValue } from "../../src/model/outcome.ts";
import { median } from "../../src/stats/quantile.ts";
import { makePost } from "../support/make-post.ts";
import { readDesign, referenceJson, referencePresent } from "../support/reference.ts";

const post = (given: Partial<Parameters<typeof makePost>[0]> = {}) => makePost({ at: 0, ...given });
const many = (count: number, make: (i: number) => ReturnType<typeof post>) =>
  Array.from({ length: count }, (_, i) => make(i));

describe("outcomeValue", () => {
  it("is log(count + 1), or the logit with half a count on both sides", () => {
    expect(outcomeValue(post({ likes: 0 }), "likes")).toBe(0);
    expect(outcomeValue(post({ likes: 30, views: 100 }), "likeRate")).toBe(Math.log(30.5 / 70.5));
  });

  it("clips a count to the views and leaves posts below 20 views out", () => {
    expect(outcomeValue(post({ likes: 30, views: 20 }), "likeRate")).toBe(Math.log(20.5 / 0.5));
    expect(outcomeValue(post({ likes: 1, views: 19 }), "likeRate")).toBeNaN();
    expect(outcomeValue(post({ likes: null, views: 19 }), "likes")).toBeNaN();
  });
});

describe("outcomeData", () => {
  it.each([
    [
      many(11, (i) => post({ likes: i })),
      "too-few",
      "11 posts are old enough to be judged; an estimate needs 12, a claim 30",
    ],
    [many(1, (i) => post({ likes: i + 1 })), "too-few", "1 post is old enough to be judged"],
    [
      many(30, (i) => post({ likes: i < 14 ? i : null })),
      "not-in-data",
      "fewer than half of the posts have likes (14 of 30)",
    ],
    [
      many(30, (i) => post({ likes: i < 14 ? i + 1 : 0 })),
      "not-in-data",
      "more than half of the posts have no likes",
    ],
    [many(30, () => post({ likes: 4 })), "not-in-data", "all values are equal"],
    [many(30, () => post()), "not-in-data", "the export has no likes"],
    [[], "too-few", "no post is old enough"],
  ])("case %#: says why there is no fit", (posts, verdict, reason) => {
    const { absent } = outcomeData(posts, "likes");
    expect(absent?.verdict).toBe(verdict);
    expect(absent?.reason).toContain(reason);
  });

  it("keeps the posts that have the outcome, with what plain averages are made of", () => {
    const posts = many(20, (i) => post({ likes: i, views: i === 3 ? 5 : 100 }));
    const { rows, plain, absent } = outcomeData(posts, "likeRate");
    expect(absent).toBeNull();
    expect([...rows]).toEqual([...Array(20).keys()].filter((i) => i !== 3));
    expect(plain[4]).toBe(0.05);
  });
});

describe("localScale", () => {
  const direct = (y: readonly number[]) => {
    const sizes = y.map((value, i) =>
      Math.abs(value - median([...y.slice(Math.max(0, i - 10), i), ...y.slice(i + 1, i + 11)])),
    );
    const mean = sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
    return Math.max(1.4826 * median(sizes), 0.6267 * mean, 0.02);
  };

  it("agrees with its definition, ties included", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.integer({ min: 0, max: 3 }), fc.double({ min: -5, max: 5, noNaN: true })), {
          minLength: 2,
          maxLength: 60,
        }),
        (y) => {
          expect(localScale(Float64Array.from(y))).toBeCloseTo(direct(y), 12);
        },
      ),
    );
  });

  it("has a floor", () => {
    expect(localScale(new Float64Array(30).fill(7))).toBe(0.02);
  });

  test.skipIf(!referencePresent).each(["A", "B", "C"])(
    "is that of R for the reference account %s",
    (name) => {
      const { y } = readDesign(`${name}.design.csv`);
      const { s0, y_median: centre } = referenceJson(`${name}.R.json`);
      expect(Math.abs(localScale(y) - s0)).toBeLessThan(1e-12);
      expect(Math.abs(median(y) - centre)).toBeLessThan(1e-12);
    },
  );
});
