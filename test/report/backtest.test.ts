import { describe, expect, test } from "vitest";
import { neighbourDifferences } from "../../src/model/neighbour-difference.ts";
import { type BacktestPost, backtest, type LearnWindows } from "../../src/report/backtest.ts";
import { quantile } from "../../src/stats/quantile.ts";
import { sfc32, shuffle } from "../../src/stats/sfc32.ts";
import { seededRandom } from "../support/random.ts";

const EVENING = { weekdays: [0, 1, 2, 3, 4, 5, 6], startHour: 18, endHour: 21 };
const SETTINGS = { level: 0.9, outcome: "views" } as const;

/** Posts at random hours of random weekdays; those in the evening gain `effect` in log views. */
function creator(seed: number, n: number, effect: number, noise = 0.5): BacktestPost[] {
  const random = seededRandom(seed);
  return Array.from({ length: n }, (_, i) => {
    const hour = random.uniform(8, 24);
    const evening = hour >= 18 && hour < 21;
    const y = 7 + (2 * i) / n + (evening ? effect : 0) + random.normal(0, noise);
    return { t: i * 1.5, y, count: Math.expm1(y), weekday: random.below(7), hour };
  });
}

const oracle: LearnWindows = () => ({
  score: (_, hour) => (hour >= 18 && hour < 21 ? 0.3 : 0),
  windows: [EVENING],
});

describe("the backtest", () => {
  test("finds advice that pays, with slope about 1 when the score is the truth", () => {
    const found = backtest(creator(1, 600, 0.3), oracle, SETTINGS)!;
    expect(found.pValue).toBe(1 / 500);
    expect(found.slope).toBeGreaterThan(0.6);
    expect(found.slope).toBeLessThan(1.4);
    expect(found.estimate!.low).toBeGreaterThan(0);
    expect(found.estimate!.mean).toBeGreaterThan(0.15);
    expect(found.estimate!.mean).toBeLessThan(0.45);
    expect(found.of).toBe(360);
    expect(found.posts).toBeGreaterThan(40);
    expect(found.naive).toBeNull();
  });

  test("sees advice that hurts, by the mirrored interval", () => {
    const found = backtest(creator(2, 600, -0.4), oracle, SETTINGS)!;
    expect(found.estimate!.high).toBeLessThan(0);
    expect(found.estimate!.probability).toBeLessThan(0.05);
    expect(found.pValue).toBe(1);
  });

  test("shuffles the scores of every fold 499 times, each time from their own order", () => {
    const posts = creator(5, 150, 0.1, 1);
    const times = posts.map(({ t }) => t);
    const centred = (values: number[]) => {
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      return values.map((value) => value - mean);
    };
    const folds = [0.4, 0.6, 0.8].map((p) => {
      const [from, to] = [quantile(times, p), quantile(times, p + 0.2)];
      const tested = posts.filter(({ t }) => t >= from && (p === 0.8 ? t <= to : t < to));
      const scores = centred(tested.map(({ hour }) => (hour! >= 18 && hour! < 21 ? 0.3 : 0)));
      return { scores, rest: centred(neighbourDifferences(tested.map(({ y }) => y))) };
    });
    const product = (scores: (fold: (typeof folds)[number]) => ArrayLike<number>) =>
      folds.reduce((sum, fold) => {
        const own = scores(fold);
        return sum + fold.rest.reduce((inner, value, i) => inner + value * own[i]!, 0);
      }, 0);
    const random = sfc32();
    const reached = product(({ scores }) => scores);
    const as = Array.from({ length: 499 }, () =>
      product(({ scores }) => {
        const own = [...scores];
        for (let at = 0; at < own.length; at += 20) shuffle(own, random, at, Math.min(at + 20, own.length));
        return own;
      }),
    ).filter((sum) => sum >= reached - 1e-12).length;
    expect(as).toBeGreaterThan(10);
    expect(backtest(posts, oracle, SETTINGS)!.pValue).toBe((1 + as) / 500);
  });

  test("is uniform on accounts without effect, while the best average claims and realises nothing", () => {
    let [small, claimed, realised] = [0, 0, 0];
    const runs = 120;
    for (let seed = 0; seed < runs; seed++) {
      const found = backtest(creator(100 + seed, 150, 0, 1), oracle, SETTINGS)!;
      if (found.pValue! <= 0.1) small++;
      claimed += Math.log(found.naiveMethod.claimed!) / runs;
      realised += Math.log(found.naiveMethod.realised!) / runs;
    }
    expect(small / runs).toBeLessThan(0.19);
    expect(small / runs).toBeGreaterThan(0.02);
    expect(Math.exp(claimed)).toBeGreaterThan(1.3);
    expect(Math.exp(realised)).toBeGreaterThan(0.85);
    expect(Math.exp(realised)).toBeLessThan(1.15);
  });

  test("never learns from a post within three days of the test, and tests each later post once", () => {
    const posts = creator(3, 200, 0);
    const trained: number[][] = [];
    const found = backtest(
      posts,
      (training) => {
        trained.push([...training]);
        return oracle(training);
      },
      SETTINGS,
    )!;
    expect(trained).toHaveLength(3);
    const starts = [0.4, 0.6, 0.8].map((p) => p * 199 * 1.5);
    trained.forEach((training, f) => {
      expect(Math.max(...training.map((i) => posts[i]!.t))).toBeLessThan(starts[f]! - 3);
      expect(training).toHaveLength(Math.ceil((starts[f]! - 3) / 1.5));
    });
    expect(found.of).toBe(posts.filter(({ t }) => t >= starts[0]!).length);
  });

  test("is null below sixty posts with hour, or when nothing can be learned", () => {
    const posts = creator(4, 60, 0);
    expect(backtest(posts, oracle, SETTINGS)).not.toBeNull();
    expect(backtest(posts.slice(1), oracle, SETTINGS)).toBeNull();
    const noHour = posts.map((post, i) => (i === 5 ? { ...post, hour: null, weekday: null } : post));
    expect(backtest(noHour, oracle, SETTINGS)).toBeNull();
    expect(backtest(posts, () => null, SETTINGS)).toBeNull();
    const rushed = posts.map((post, i) => ({ ...post, t: i * 0.01 }));
    expect(backtest(rushed, oracle, SETTINGS)).toBeNull();
  });

  test("has no slope when every cell scores alike, no estimate when no post followed, and the same numbers twice", () => {
    const posts = creator(5, 120, 0.2);
    const flat = backtest(posts, () => ({ score: () => 0.1, windows: [] }), SETTINGS)!;
    expect(flat).toMatchObject({ slope: null, pValue: null, estimate: null, posts: 0 });
    expect(backtest(posts, oracle, SETTINGS)).toEqual(backtest(posts, oracle, SETTINGS));
    expect(() => backtest([...posts].reverse(), oracle, SETTINGS)).toThrow(RangeError);
  });

  test("says nothing of a creator who keeps to one hour", () => {
    const posts = creator(6, 120, 0).map((post) => ({ ...post, hour: 19 }));
    const found = backtest(posts, oracle, SETTINGS)!;
    expect(found).toMatchObject({ slope: null, pValue: null, estimate: null, posts: found.of });
    expect(found.naiveMethod).toEqual({ claimed: null, realised: null });
  });
});
