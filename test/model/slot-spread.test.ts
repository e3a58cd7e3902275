import { describe, expect, it } from "vitest";
import { cheapestUntried, slotSpread } from "../../src/model/slot-spread.ts";
import { fixedZone } from "../../src/zone.ts";
import { handPosts } from "../support/hand-posts.ts";

const UTC = fixedZone(0);

describe("slotSpread", () => {
  it("is 1 for posts in all 42 blocks and 0 for posts in one", () => {
    const all = slotSpread(
      handPosts(42, (i) => ({ postedAt: Date.UTC(2026, 0, 5 + Math.floor(i / 6), 4 * (i % 6) + 1) })),
      UTC,
    )!;
    expect(all.usedShare).toBe(1);
    expect(all.evenness).toBeCloseTo(1, 12);
    const one = slotSpread(
      handPosts(20, () => ({ postedAt: Date.UTC(2026, 0, 7, 18) })),
      UTC,
    )!;
    expect(one).toMatchObject({
      posts: 20,
      evenness: 0,
      usedShare: 1 / 42,
      top: { weekday: 2, startHour: 16, share: 1 },
    });
  });

  it("counts in local time and leaves out posts without an hour", () => {
    const posts = handPosts(3, (i) =>
      i === 0 ? { postedAt: null, precision: "day" } : { postedAt: Date.UTC(2026, 0, 5, 23) },
    );
    expect(slotSpread(posts, fixedZone(120))).toMatchObject({ posts: 2, top: { weekday: 1, startHour: 0 } });
    expect(slotSpread([], UTC)).toBeNull();
  });
});

describe("cheapestUntried", () => {
  const monday = slotSpread(
    handPosts(5, () => ({ postedAt: Date.UTC(2026, 0, 5, 18) })),
    UTC,
  )!;

  it("stays on a weekday in use, by day, beside the habit", () => {
    expect(cheapestUntried(monday, null)).toEqual({ weekday: 0, startHour: 12 });
  });

  it("goes where followers are", () => {
    const awakeAt = (hour: number) => Array.from({ length: 24 }, (_, i) => (i === hour ? 50 : 1));
    expect(cheapestUntried(monday, awakeAt(21))).toEqual({ weekday: 0, startHour: 20 });
  });

  it("asks nobody to get up at night who never posts then", () => {
    const byDay = handPosts(5, (i) => ({ postedAt: Date.UTC(2026, 0, 5, 4 + 4 * i) }));
    const night = handPosts(1, () => ({ postedAt: Date.UTC(2026, 0, 6, 1) }));
    expect(cheapestUntried(slotSpread(byDay, UTC)!, null)).toBeNull();
    const always = Array.from({ length: 24 }, () => 1);
    expect(cheapestUntried(slotSpread(byDay, UTC)!, always)).toEqual({ weekday: 0, startHour: 0 });
    const owl = slotSpread([...byDay, ...night], UTC)!;
    const rest = { ...owl, counts: owl.counts.map((count, slot) => (slot > 6 && slot < 12 ? 1 : count)) };
    expect(cheapestUntried(rest, null)).toEqual({ weekday: 0, startHour: 0 });
  });

  it("has nothing to offer when all blocks of the days in use are used", () => {
    const full = slotSpread(
      handPosts(6, (i) => ({ postedAt: Date.UTC(2026, 0, 5, 4 * i) })),
      UTC,
    )!;
    expect(cheapestUntried(full, null)).toBeNull();
  });
});
