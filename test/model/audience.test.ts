import { describe, expect, it } from "vitest";
import { activityAt, activityScores } from "../../src/model/audience.ts";
import { fitPosts } from "../support/fit-posts.ts";
import { smallAccount } from "../support/small-account.ts";

const evening = Array.from({ length: 24 }, (_, hour) => (hour >= 18 && hour <= 21 ? 1000 : 20));

describe("follower activity", () => {
  it("is standardised, and ignored unless all 24 hours are there and differ", () => {
    const scores = activityScores(evening)!;
    expect(scores.reduce((sum, x) => sum + x, 0)).toBeCloseTo(0, 12);
    expect(scores.reduce((sum, x) => sum + x * x, 0) / 24).toBeCloseTo(1, 12);
    expect(activityScores(null)).toBeNull();
    expect(activityScores(evening.slice(1))).toBeNull();
    expect(activityScores(new Array(24).fill(7))).toBeNull();
  });

  it("is linear between the middles of the hours, around midnight too", () => {
    const scores = Array.from({ length: 24 }, (_, hour) => hour);
    expect(activityAt(scores, 5.5)).toBe(5);
    expect(activityAt(scores, 5.75)).toBe(5.25);
    expect(activityAt(scores, 0)).toBe(11.5);
  });

  it("decides which windows are chosen, and nothing of what is said about any", () => {
    const posts = smallAccount(60, 3);
    const without = fitPosts(posts);
    const with_ = fitPosts(posts, { context: { followerActivity: evening } });
    expect(with_.windows.cells).toEqual(without.windows.cells);
    expect(with_.windows.eligible).toEqual(without.windows.eligible);
    expect(with_.windows.audience?.byHour).toEqual(evening);
    expect(without.windows.audience).toBeNull();
    const sum = (hours: readonly number[]) => hours.reduce((total, hour) => total + evening[hour]!, 0);
    const lively = ({ startHour }: { startHour: number }) => sum([startHour, startHour + 1, startHour + 2]);
    expect(lively(with_.windows.best[0]!)).toBeGreaterThan(100);
    // Followers who are online at another time move the choice.
    const morning = evening.map((_, hour) => evening[(hour + 10) % 24]!);
    const early = fitPosts(posts, { context: { followerActivity: morning } });
    expect(early.windows.best[0]!.startHour).not.toBe(with_.windows.best[0]!.startHour);
  });
});
