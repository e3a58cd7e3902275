import { describe, expect, test } from "vitest";
import { maturityCurve, shareOfViews } from "../../src/model/maturity-curve.ts";
import { momentum } from "../../src/model/momentum.ts";
import type { Post, Snapshot } from "../../src/types.ts";
import { seededRandom } from "../support/random.ts";
import { maturityShare, simulateAccount } from "../support/simulator.ts";

const HOUR = 3_600_000;
const OPTIONS = { minAgeHours: 72, level: 0.9, band: null };

/** Adds an older snapshot to every post, taken some hours after posting, with views on the planted curve. */
function withEarlySnapshot(posts: readonly Post[], finalViews: readonly number[], noise: number): Post[] {
  const random = seededRandom(1);
  return posts.map((post, i) => {
    const ageHours = random.uniform(6, 70);
    const views = Math.max(
      1,
      Math.floor(finalViews[i]! * maturityShare(ageHours) * Math.exp(random.normal(0, noise))),
    );
    const early: Snapshot = {
      at: post.postedAt! + ageHours * HOUR,
      views,
      likes: null,
      comments: null,
      shares: null,
      saves: null,
    };
    return { ...post, snapshots: [early] };
  });
}

describe("the maturity curve", () => {
  test("is found again on the grid", () => {
    const pairs = Array.from({ length: 200 }, (_, i) => {
      const ageHours = 6 + (i * 66) / 200;
      return { ageHours, logShare: Math.log(maturityShare(ageHours)) };
    });
    const curve = maturityCurve(pairs)!;
    expect(curve.a).toBeGreaterThan(14);
    expect(curve.a).toBeLessThan(18.5);
    expect(curve.b).toBeCloseTo(0.7, 1);
    for (const age of [6, 24, 60]) expect(shareOfViews(curve, age)).toBeCloseTo(maturityShare(age), 1);
  });

  test("needs ten pairs", () => {
    const pairs = Array.from({ length: 9 }, () => ({ ageHours: 24, logShare: -0.3 }));
    expect(maturityCurve(pairs)).toBeNull();
    expect(maturityCurve([...pairs, pairs[0]!])).not.toBeNull();
  });
});

describe("momentum", () => {
  const { posts, finalViews, endAt } = simulateAccount({ seed: 17, posts: 300, scenario: "real" });
  const isMature = (post: Post) => endAt - post.postedAt! >= 72 * HOUR;

  test("is null with one snapshot of each post", () => {
    expect(momentum(posts, OPTIONS)).toBeNull();
  });

  test("foretells young posts from the curve of the mature ones", () => {
    const mature = withEarlySnapshot(posts, finalViews, 0.1).filter(isMature);
    const youngAt = endAt - 20 * HOUR;
    const young = { ...mature[0]!, id: "young", key: "young", postedAt: youngAt, snapshots: [], views: 1000 };
    const result = momentum([...mature, young], OPTIONS)!;
    expect(result.pairs).toBe(mature.length);
    expect(result.young).toHaveLength(1);
    const [{ ageHours, expected, low, high, place }] = result.young as [(typeof result.young)[0]];
    expect(ageHours).toBeCloseTo(20, 9);
    expect(expected / (1000 / maturityShare(20))).toBeGreaterThan(0.9);
    expect(expected / (1000 / maturityShare(20))).toBeLessThan(1.15);
    expect(low).toBeLessThan(expected);
    expect(high).toBeGreaterThan(expected);
    expect(Math.log(high / low)).toBeGreaterThan(0.15);
    expect(place).toBe("within");
    const band = (from: number, to: number) => ({ median: from, low: from, high: to, level: 0.8 });
    const placeIn = (from: number, to: number) =>
      momentum([...mature, young], { ...OPTIONS, band: band(from, to) })!.young[0]!.place;
    expect(placeIn(expected * 2, expected * 3)).toBe("below");
    expect(placeIn(expected / 3, expected / 2)).toBe("above");
  });

  test("finds that the first day foretells the rest where it does", () => {
    const random = seededRandom(3);
    const old = posts.filter(isMature).slice(0, 120);
    const series = (echo: number) =>
      old.map((post): Post => {
        const luck = random.normal();
        const at24 = Math.floor(1000 * Math.exp(echo * luck + (1 - echo) * random.normal()));
        return {
          ...post,
          views: Math.floor(4000 * Math.exp(luck)),
          snapshots: [
            {
              at: post.postedAt! + 24 * HOUR,
              views: at24,
              likes: null,
              comments: null,
              shares: null,
              saves: null,
            },
          ],
        };
      });
    const strong = momentum(series(0.8), OPTIONS)!.early!;
    expect(strong.posts).toBe(120);
    expect(strong.low).toBeGreaterThan(0.5);
    expect(strong.high).toBeGreaterThan(strong.rho);
    const none = momentum(series(0), OPTIONS)!.early!;
    expect(none.low).toBeLessThan(0);
    expect(none.high).toBeGreaterThan(0);
  });

  test("interpolates to 24 hours between two sightings, and needs twenty of them", () => {
    const old = withEarlySnapshot(posts, finalViews, 0).filter(isMature);
    const bracketed = old.filter(({ snapshots, postedAt }) => snapshots[0]!.at! - postedAt! <= 24 * HOUR);
    expect(momentum(bracketed.slice(0, 19), OPTIONS)!.early).toBeNull();
    expect(momentum(bracketed.slice(0, 20), OPTIONS)!.early!.posts).toBe(20);
    const late = old.filter(({ snapshots, postedAt }) => snapshots[0]!.at! - postedAt! > 25 * HOUR);
    expect(momentum(late.slice(0, 40), OPTIONS)!.early).toBeNull();
  });
});
