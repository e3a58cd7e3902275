import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { detectableLift, postsPerArm } from "../../src/model/power.ts";
import { designExperiment, type ExperimentIdea, experiments } from "../../src/report/experiments.ts";
import type { Fits } from "../../src/types.ts";

type Given = Pick<Fits, "plan" | "outcomes" | "baseline">;
// residual sd 1 and nu 4: s0^2 s2 = .5, times (nu + 3)/(nu + 1)
const VARIANCE = 0.5 * (7 / 5);
const given = (plan: number, variance = VARIANCE): Given => ({
  plan,
  outcomes: [
    {
      outcome: "likes",
      posts: 100,
      residualSd: 1,
      nu: 4,
      downweighted: 0,
      parts: [],
      perPostVariance: variance,
    },
  ],
  baseline: {
    perPost: { likes: { median: 500, low: 100, high: 2000, level: 0.8 } },
    bigHit: { factor: 5, share: null, oneIn: null },
    trend: { perMonth: { ratio: null, low: null, high: null } },
  },
});
const idea = (over: Partial<ExperimentIdea> = {}): ExperimentIdea => ({
  subject: "features/question",
  question: "Do questions bring likes?",
  strategy: "conversation-prompts",
  outcome: "likes",
  arms: ["with a question", "without"],
  effect: { mean: 0.1, sd: 0.2 },
  affected: 4,
  effort: "low",
  measured: true,
  window: null,
  ...over,
});

describe("power", () => {
  test("the document's numbers: 261 posts for +20 %, 53 for +50 %", () => {
    expect(postsPerArm(VARIANCE, 1.2)).toBe(261);
    expect(postsPerArm(VARIANCE, 1.5)).toBe(53);
  });
});

describe("one experiment", () => {
  test("takes the posts for +50 % where twelve weeks hold them", () => {
    const designed = designExperiment(idea(), given(10))!;
    expect(designed).toMatchObject({
      id: "experiments/features/question",
      postsPerArm: 53,
      weeks: 11,
      outcome: "likes",
    });
    expect(designed.arms).toEqual([
      { label: "with a question", posts: 53 },
      { label: "without", posts: 53 },
    ]);
    expect(designed.detectableLift).toBeCloseTo(detectableLift(VARIANCE, 53), 12);
  });

  test("else what twelve weeks hold, and the lift that this can show", () => {
    const designed = designExperiment(idea(), given(3))!;
    expect(designed).toMatchObject({ postsPerArm: 18, weeks: 12 });
    expect(designed.detectableLift).toBeCloseTo(Math.exp(2.4865 * Math.sqrt((2 * VARIANCE) / 18)), 12);
  });

  test("is not offered where even a lift of 3 would stay hidden, or without a fit or a baseline", () => {
    expect(designExperiment(idea(), given(1))).toBeNull();
    expect(designExperiment(idea(), given(1, 0.55))?.detectableLift).toBeLessThan(3);
    expect(designExperiment(idea(), given(1, 0.5 * 7))).toBeNull();
    expect(designExperiment(idea({ outcome: "views" }), given(5))).toBeNull();
    expect(
      designExperiment(idea(), { ...given(5), baseline: { ...given(5).baseline, perPost: {} } }),
    ).toBeNull();
  });

  test("its value is the expected gain of knowing times posts times the usual count", () => {
    const designed = designExperiment(idea({ effect: { mean: 0, sd: 0.2 } }), given(10))!;
    // m = 0: EVSI = k phi(0), k = e^2/sqrt(e^2 + 2 v/n)
    const k = 0.04 / Math.sqrt(0.04 + (2 * VARIANCE) / 53);
    expect(designed.value).toBeCloseTo((k / Math.sqrt(2 * Math.PI)) * 4 * 500, 6);
  });

  test("posts per arm fall with the lift looked for and rise with the noise", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 5, noNaN: true }),
        fc.double({ min: 1.05, max: 5, noNaN: true }),
        fc.double({ min: 1.01, max: 2, noNaN: true }),
        (variance, lift, more) => {
          expect(postsPerArm(variance, lift * more)).toBeLessThanOrEqual(postsPerArm(variance, lift));
          expect(postsPerArm(variance * more, lift)).toBeGreaterThanOrEqual(postsPerArm(variance, lift));
        },
      ),
    );
  });
});

describe("the list", () => {
  test("is ordered by value over effort, ties by id, and ends after five", () => {
    const ideas = ["a", "b", "c", "d", "e", "f"].map((subject, i) =>
      idea({ subject, affected: i === 5 ? 4 : 1 + (i % 2), effort: i === 5 ? "high" : "low" }),
    );
    expect(experiments(ideas, given(10)).map(({ id }) => id)).toEqual([
      "experiments/b",
      "experiments/d",
      "experiments/a",
      "experiments/c",
      "experiments/e",
    ]);
  });

  test("holds one per lever: what the own posts speak for before a mere idea, however valuable", () => {
    const window = idea({ subject: "windows/1-18", affected: 1 });
    const anywhere = idea({ subject: "posting-exploration", affected: 9, measured: false });
    const better = idea({ subject: "windows/2-18", affected: 2 });
    const of = (ideas: ExperimentIdea[]) => experiments(ideas, given(10)).map(({ id }) => id);
    expect(of([anywhere, window, better])).toEqual(["experiments/windows/2-18"]);
    expect(of([anywhere, idea({ subject: "windows/1-18", affected: 0 })])).toEqual([
      "experiments/posting-exploration",
    ]);
  });

  test("leaves out what no post would change", () => {
    expect(experiments([idea({ affected: 0 })], given(10))).toEqual([]);
  });
});
