import { describe, expect, test } from "vitest";
import { againstOthers } from "../../src/report/against-others.ts";
import type { Post } from "../../src/types.ts";
import { seededRandom } from "../support/random.ts";
import { simulateAccount } from "../support/simulator.ts";

const template = simulateAccount({ seed: 1, posts: 1, scenario: "null" }).posts[0]!;
const settings = { outcome: "likes" as const, level: 0.9, id: "do/x", label: "x" };

/** Posts on a rising trend; those that follow get `lift` times the likes. */
function account(seed: number, count: number, lift: number): { posts: Post[]; follows: boolean[] } {
  const random = seededRandom(seed);
  const follows = Array.from({ length: count }, () => random.chance(0.5));
  const posts = follows.map((follow, i) => ({
    ...template,
    key: `k${i}`,
    sortAt: i * 1e7,
    likes: Math.round(200 * Math.exp((3 * i) / count + random.normal(0, 0.5)) * (follow ? lift : 1)),
    views: 1e6,
  }));
  return { posts, follows };
}

describe("againstOthers", () => {
  test("finds what following brought in spite of the trend, with its interval and tail probability", () => {
    const { posts, follows } = account(5, 160, 1.6);
    const found = againstOthers(posts, follows, settings)!;
    expect(found).toMatchObject({ id: "do/x", rule: "backtest", outcome: "likes", of: 160 });
    expect(found.posts).toBe(follows.filter(Boolean).length);
    expect(found.estimate!.low).toBeGreaterThan(0);
    expect(found.pValue).toBe(0.002);
  });

  test("says beside it what plain averages would claim, where both sides have posts", () => {
    const { posts, follows } = account(5, 60, 1.6);
    const average = (side: boolean) => {
      const likes = posts.filter((_, i) => follows[i] === side).map((post) => post.likes!);
      return likes.reduce((sum, one) => sum + one, 0) / likes.length;
    };
    const { naive } = againstOthers(posts, follows, settings)!;
    expect(naive).toBeCloseTo(average(true) / average(false), 10);
    const all = againstOthers(
      posts,
      posts.map(() => true),
      settings,
    )!;
    expect(all.naive).toBe(null);
  });

  test("its 90 % interval covers what was planted in about nine of ten accounts", () => {
    const covered = Array.from({ length: 40 }, (_, i) => {
      const { posts, follows } = account(100 + i, 120, 1.6);
      const { low, high } = againstOthers(posts, follows, settings)!.estimate!;
      return low <= Math.log(1.6) && high >= Math.log(1.6);
    });
    expect(covered.filter(Boolean).length).toBeGreaterThanOrEqual(31);
  });

  test("a loss has a tail near one, no effect one in between", () => {
    const loss = account(6, 160, 0.6);
    expect(againstOthers(loss.posts, loss.follows, settings)!.pValue).toBeGreaterThan(0.99);
    const tails = [11, 12, 13, 14, 15, 16, 17, 18, 19, 20].map((seed) => {
      const { posts, follows } = account(seed, 120, 1);
      return againstOthers(posts, follows, settings)!.pValue!;
    });
    expect(tails.filter((tail) => tail > 0.1).length).toBeGreaterThanOrEqual(7);
    expect(tails.some((tail) => tail < 0.9)).toBe(true);
  });

  test("posts without the outcome or of unknown kind are left out; one side alone has no effect", () => {
    const { posts, follows } = account(7, 40, 1);
    const known: (boolean | null)[] = [...follows];
    known[0] = null;
    expect(againstOthers(posts, known, settings)!.of).toBe(39);
    const bare = posts.map((post, i) => ({ ...post, likes: i < 5 ? null : post.likes }));
    expect(againstOthers(bare, follows, settings)!.of).toBe(35);
    expect(
      againstOthers(
        posts,
        posts.map(() => true),
        settings,
      ),
    ).toMatchObject({ estimate: null, pValue: null, posts: 40 });
    expect(againstOthers([], [], settings)).toBeNull();
  });
});
