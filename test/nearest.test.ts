import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { editDistance, nearest } from "../src/nearest.ts";

describe("editDistance", () => {
  it.each([
    ["", "", 0],
    ["abc", "", 3],
    ["flaw", "lawn", 2],
    ["saturday", "sunday", 3],
  ])("%j to %j is %i", (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
  });

  it("is symmetric, zero for equal words only, and at most the longer length", () => {
    const word = fc.string({ maxLength: 20 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        const distance = editDistance(a, b);
        expect(distance).toBe(editDistance(b, a));
        expect(distance === 0).toBe(a === b);
        expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
  });

  it("is quick on long words", () => {
    expect(editDistance("a".repeat(1_000_000), "b".repeat(1_000_000))).toBe(64);
  });
});

describe("nearest", () => {
  it.each([
    ["veiws", ["likes", "views"], "views"],
    ["GOAL", ["goal"], "goal"],
    ["--gaol", ["--goal", "--tz"], "--goal"],
    ["xyz", ["likes", "views"], null],
    ["", ["likes"], null],
    ["a", [], null],
  ])("of %j among %j is %j", (word, candidates, expected) => {
    expect(nearest(word, candidates)).toBe(expected);
  });

  it("takes the first of equally near ones", () => {
    expect(nearest("ab", ["ac", "ad"])).toBe("ac");
  });
});
