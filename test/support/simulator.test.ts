import { describe, expect, test } from "vitest";
import { localTime, namedZone } from "../../src/zone.ts";
import { seededRandom } from "./random.ts";
import { toCsv, toStudioFiles } from "./simulated-files.ts";
import { maturityShare, SCENARIOS, simulateAccount } from "./simulator.ts";

const mean = (values: readonly number[]) => values.reduce((sum, v) => sum + v, 0) / values.length;
const sd = (values: readonly number[]) => {
  const m = mean(values);
  return Math.sqrt(mean(values.map((v) => (v - m) ** 2)));
};

describe("the seeded random numbers", () => {
  test("have the moments of their laws", () => {
    const random = seededRandom(7);
    const many = (draw: () => number) => Array.from({ length: 20_000 }, draw);
    const check = (draw: () => number, m: number, s: number) => {
      const values = many(draw);
      expect(Math.abs(mean(values) - m)).toBeLessThan((4.5 * s) / Math.sqrt(20_000));
      expect(sd(values) / s).toBeGreaterThan(0.95);
      expect(sd(values) / s).toBeLessThan(1.05);
    };
    check(() => random.uniform(), 0.5, Math.sqrt(1 / 12));
    check(() => random.normal(2, 3), 2, 3);
    check(() => random.exponential(1.6), 1.6, 1.6);
    check(() => random.gamma(0.6), 0.6, Math.sqrt(0.6));
    check(() => random.gamma(3), 3, Math.sqrt(3));
    check(() => random.beta(2, 6), 0.25, Math.sqrt((0.25 * 0.75) / 9));
    check(() => random.binomial(20, 0.3), 6, Math.sqrt(20 * 0.21));
    check(() => random.binomial(5000, 0.02), 100, Math.sqrt(98));
    check(() => random.studentT(10), 0, Math.sqrt(10 / 8));
  });
});

describe("the simulated accounts", () => {
  test("are the same bytes for the same seed and others for another", () => {
    const once = simulateAccount({ seed: 3, posts: 60, scenario: "real" });
    const twice = simulateAccount({ seed: 3, posts: 60, scenario: "real" });
    expect(toCsv(twice)).toBe(toCsv(once));
    expect(twice.truth.grid).toEqual(once.truth.grid);
    expect(toCsv(simulateAccount({ seed: 4, posts: 60, scenario: "real" }))).not.toBe(toCsv(once));
  });

  test.each(SCENARIOS)("%s: posts in time, counts that fit, ids that tell the time", (scenario) => {
    const { posts, endAt } = simulateAccount({ seed: 11, posts: 120, scenario });
    expect(posts).toHaveLength(120);
    expect(new Set(posts.map(({ key }) => key)).size).toBe(120);
    for (const [i, post] of posts.entries()) {
      if (i > 0) expect(post.postedAt!).toBeGreaterThanOrEqual(posts[i - 1]!.postedAt!);
      expect(post.postedAt!).toBeLessThan(endAt);
      const delay = post.postedAt! / 1000 - Number(BigInt(post.id!) >> 32n);
      expect(delay).toBeGreaterThanOrEqual(2);
      expect(delay).toBeLessThanOrEqual(8);
      expect(post.views!).toBeGreaterThanOrEqual(1);
      for (const count of [post.likes!, post.comments!, post.shares!, post.saves!]) {
        expect(count).toBeGreaterThanOrEqual(0);
        expect(count).toBeLessThanOrEqual(post.views!);
      }
      expect(post.durationSeconds!).toBeGreaterThanOrEqual(5);
    }
  });

  test("plant nothing in the null scenarios and something in the others", () => {
    for (const scenario of SCENARIOS) {
      const { truth } = simulateAccount({ seed: 21, posts: 300, scenario });
      const planted =
        sd(truth.grid) +
        Math.abs(truth.library) +
        Math.abs(truth.duration(120)) +
        truth.callToAction.likeLogit;
      const tagged = [...truth.tags.values()].some(({ effect }) => effect !== 0);
      expect(mean(truth.grid)).toBeCloseTo(0, 12);
      if (scenario.startsWith("null")) {
        expect(planted).toBe(0);
        expect(tagged).toBe(false);
      } else {
        expect(planted).toBeGreaterThan(0.1);
        expect(tagged).toBe(true);
      }
    }
  });

  test("strong is twice typical, tag by tag and hour by hour", () => {
    const typical = simulateAccount({ seed: 8, posts: 100, scenario: "typical" }).truth;
    const strong = simulateAccount({ seed: 8, posts: 100, scenario: "strong" }).truth;
    for (const [cell, effect] of typical.grid.entries())
      expect(strong.grid[cell]).toBeCloseTo(2 * effect, 12);
    for (const [key, { effect }] of typical.tags)
      expect(strong.tags.get(key)!.effect).toBeCloseTo(2 * effect, 12);
  });

  test("real effects have the sizes of MODEL.md", () => {
    const accounts = Array.from({ length: 60 }, (_, seed) =>
      simulateAccount({ seed, posts: 60, scenario: "real" }),
    );
    const size = mean(accounts.map(({ truth }) => sd(truth.grid)));
    expect(size).toBeGreaterThan(0.055);
    expect(size).toBeLessThan(0.105);
    expect(
      mean(
        accounts.map(({ posts }) => mean(posts.map(({ soundOrigin }) => (soundOrigin === "own" ? 1 : 0)))),
      ),
    ).toBeCloseTo(0.55, 1);
    expect(sd(accounts.map(({ truth }) => truth.library))).toBeGreaterThan(0.15);
  });

  test("young posts have only part of their views", () => {
    expect(maturityShare(0)).toBe(0);
    expect(maturityShare(16)).toBeCloseTo(1 - Math.exp(-1), 12);
    const { posts, finalViews, endAt } = simulateAccount({ seed: 2, posts: 1000, scenario: "null" });
    for (const [i, post] of posts.entries()) {
      const share = maturityShare((endAt - post.postedAt!) / 3_600_000);
      expect(post.views).toBe(Math.max(1, Math.floor(finalViews[i]! * share)));
    }
  });

  test("keep the creator's clock in another zone, and the end of the data", () => {
    const spread = (zone: string) => {
      const account = simulateAccount({ seed: 5, posts: 300, scenario: "typical", zone: namedZone(zone) });
      for (const { postedAt, views } of account.posts) {
        expect(postedAt!).toBeLessThan(account.endAt);
        expect(views!).toBeGreaterThanOrEqual(1);
      }
      const hours = account.posts.map(({ postedAt }) => localTime(account.zone, postedAt!).hour);
      return { nights: hours.filter((hour) => hour >= 2 && hour < 5).length, mean: mean(hours) };
    };
    const [home, away] = [spread("UTC"), spread("America/New_York")];
    expect(Math.abs(away.mean - home.mean)).toBeLessThan(0.5);
    expect(Math.abs(away.nights - home.nights)).toBeLessThanOrEqual(3);
  });

  test("print as native folders of at most 15 posts", () => {
    const files = toStudioFiles(simulateAccount({ seed: 5, posts: 40, scenario: "typical" }));
    expect([...files.keys()]).toEqual([
      "part-001/Content.csv",
      "part-002/Content.csv",
      "part-003/Content.csv",
      "FollowerActivity.csv",
    ]);
    expect(files.get("part-003/Content.csv")!.split("\n")).toHaveLength(11);
    expect(files.get("FollowerActivity.csv")!.split("\n")).toHaveLength(1 + 7 * 24);
  });
});
