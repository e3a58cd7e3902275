import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { conversionDays, followerConversion } from "../../src/model/follower-conversion.ts";
import { handDays } from "../support/hand-posts.ts";

const day = (views: number, newFollowers: number, i: number) => ({ day: `d${i}`, views, newFollowers });

describe("conversionDays", () => {
  it("takes new followers, else the change from the day before", () => {
    const days = handDays(4, (i) => ({ followers: 100 + 7 * i, newFollowers: i === 2 ? 9 : null }));
    expect(conversionDays(days).map(({ newFollowers }) => newFollowers)).toEqual([7, 9, 7]);
  });

  it("takes no change over a gap, and nothing without views", () => {
    const days = handDays(5, (i) => ({ followers: 100 + 7 * i, views: i === 4 ? null : 10 }));
    expect(conversionDays(days.filter((_, i) => i !== 1)).map(({ newFollowers }) => newFollowers)).toEqual([
      7,
    ]);
  });
});

describe("followerConversion", () => {
  it("is exact and without width when every day is alike", () => {
    const days = Array.from({ length: 21 }, (_, i) => day(2000, 8, i));
    const found = followerConversion(days, 0.9)!;
    expect(found).toMatchObject({ days: 21, views: 42000, newFollowers: 168, per1000: 4 });
    expect(found.low).toBeCloseTo(4, 10);
    expect(found.high).toBeCloseTo(4, 10);
  });

  it("needs seven days and a view", () => {
    expect(
      followerConversion(
        Array.from({ length: 6 }, (_, i) => day(10, 1, i)),
        0.9,
      ),
    ).toBeNull();
    expect(
      followerConversion(
        Array.from({ length: 9 }, (_, i) => day(0, 1, i)),
        0.9,
      ),
    ).toBeNull();
  });

  it("holds its interval around the ratio and widens with the level", () => {
    const days = fc.array(fc.tuple(fc.integer({ min: 1, max: 1e5 }), fc.integer({ min: 0, max: 500 })), {
      minLength: 7,
      maxLength: 60,
    });
    fc.assert(
      fc.property(days, (pairs) => {
        const given = pairs.map(([views, gained], i) => day(views, gained, i));
        const [narrow, wide] = [0.5, 0.95].map((level) => followerConversion(given, level)!);
        expect(narrow!.low <= narrow!.per1000 && narrow!.per1000 <= narrow!.high).toBe(true);
        expect(wide!.high - wide!.low).toBeGreaterThanOrEqual(narrow!.high - narrow!.low);
      }),
    );
  });
});
