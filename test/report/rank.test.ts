import { describe, expect, test } from "vitest";
import { judgeFits } from "../../src/report/judge-fits.ts";
import { measureStrategies, strategyRows } from "../../src/report/measure-strategies.ts";
import { type Ranking, rank } from "../../src/report/rank.ts";
import type { DurationFinding, Finding, Fits, Strategy, TestIdea } from "../../src/types.ts";
import { estimate, finding, tagFinding as up } from "../support/findings.ts";
import { emptyDataset, handFits, handStrategy, windowFinding, words } from "../support/hand-fits.ts";

function ranked(
  strategies: readonly Strategy[],
  findings: readonly Finding[] = [],
  over: Partial<Fits> = {},
): Ranking {
  const fits = handFits({ features: findings, ...over });
  const dataset = emptyDataset();
  const measured = measureStrategies(strategies, fits, dataset, true);
  return rank({ measured, judged: judgeFits(fits, []).byId, fits, dataset, strict: true });
}
const ids = ({ recommendations }: Ranking) => recommendations.map(({ id }) => id);
const idea = (subject: string, over: Partial<TestIdea> = {}): TestIdea => ({
  ...words(`idea ${subject}`),
  subject,
  question: "Does it?",
  outcome: "likes",
  arms: ["with", "without"],
  effect: { mean: 0.05, sd: 0.3 },
  affected: 3,
  ...over,
});

describe("do and stop", () => {
  test("are ordered by the cautious gain over effort, ties by id, with their words and evidence", () => {
    const all = [up("#a", 0.2), up("#b", 0.5), up("#c", -0.4, { habitShare: 1 }), up("#d", 0.2)];
    const result = ranked([handStrategy("hashtags", { findings: all }, { effort: "medium" })], all);
    expect(ids(result)).toEqual(["stop/hashtags/#c", "do/hashtags/#b", "do/hashtags/#a", "do/hashtags/#d"]);
    expect(result.recommendations.map((r) => r.rank)).toEqual([1, 2, 3, 4]);
    expect(result.recommendations[0]).toMatchObject({
      kind: "stop",
      strategy: "hashtags",
      title: "Title stop hashtags/#c",
      evidence: ["hashtags/#c"],
      verdict: "opposed",
      effort: "medium",
      sources: [{ document: "000_931e1c8eb27065fe.txt", heading: "A heading" }],
    });
    expect(result.recommendations[0]!.expected!.lift).toBeCloseTo(Math.exp(0.4), 9);
  });

  test("the key divides by effort", () => {
    const [a, b] = [up("#a", 0.3), up("#b", 0.4)];
    const result = ranked(
      [handStrategy("easy", { findings: [a] }), handStrategy("hard", { findings: [b] }, { effort: "high" })],
      [a, b],
    );
    expect(ids(result)).toEqual(["do/hashtags/#a", "do/hashtags/#b"]);
  });

  test("what affects too few posts, or gains nothing in its lower half, is only listed", () => {
    const all = [
      up("#done", 0.4, { habitShare: 1 }),
      up("#rare", -0.4, { habitShare: 0.05 }),
      up("#wide", 0.4, { carryOver: { d: 0.6, spread: 0.35 } }),
    ];
    // d .6, T .35: mean .24, sd .282: probability .80, lower half .24 - .225 > 0
    expect(ids(ranked([handStrategy("hashtags", { findings: all })], all))).toEqual(["do/hashtags/#wide"]);
  });

  test("a future effect of uncertain sign makes it a test", () => {
    const wide = up("#wide", 0.4, { carryOver: { d: 0.5, spread: 0.35 } });
    const result = ranked([handStrategy("hashtags", { findings: [wide] })], [wide]);
    expect(ids(result)).toEqual(["test/hashtags/#wide"]);
    expect(result.recommendations[0]).toMatchObject({ verdict: "supported", expected: null });
  });

  test("a finding that several strategies give is advised once, by the first", () => {
    const tag = up("#a");
    const result = ranked(
      [handStrategy("hashtags", { findings: [tag] }), handStrategy("content-pillars", { findings: [tag] })],
      [tag],
    );
    expect(result.recommendations.map((r) => r.strategy)).toEqual(["hashtags"]);
  });

  test("no words, no advice", () => {
    const tag = up("#a");
    expect(ids(ranked([handStrategy("s", { findings: [tag] }, { advise: () => null })], [tag]))).toEqual([]);
  });
});

describe("one lever, one piece of advice", () => {
  const length = (seconds: number, mean: number): DurationFinding => ({
    ...finding({
      key: String(seconds),
      section: "duration",
      rule: "duration",
      estimate: estimate(mean, 0.05),
      carryOver: { d: 1, spread: 0 },
    }),
    seconds,
  });

  test("of the lengths only the best one, and no stop beside it", () => {
    const points = [
      length(7, -0.5),
      length(15, 0.3),
      { ...length(30, 0.4), habitShare: 0.8 },
      length(60, 0.2),
    ];
    const result = ranked([handStrategy("video-length", { findings: points })], [], { duration: { points } });
    expect(ids(result)).toEqual(["do/duration/30"]);
  });

  test("all supported windows are evidence of one piece of advice, and no other time is tested", () => {
    const sure = { estimate: estimate(0.4, 0.05), carryOver: { d: 1, spread: 0 } };
    const best = [
      windowFinding([0], 18, { ...sure, habitShare: 0 }),
      windowFinding([2, 4], 20, { ...sure, habitShare: 0 }),
      windowFinding([6], 9, { estimate: estimate(0.2, 0.2) }),
    ];
    const result = ranked(
      [handStrategy("posting-schedule", { findings: best, tests: [idea("posting-schedule")] })],
      [],
      {
        windows: { ...handFits().windows, best },
      },
    );
    expect(ids(result)).toEqual(["do/windows/3.5-20"]);
    expect(result.recommendations[0]!.evidence).toEqual(["windows/3.5-20", "windows/1-18"]);
    expect(result.experiments).toEqual([]);
  });

  test("library sounds in general and one of them do not both count", () => {
    const group = up("group:library", -0.3, { section: "sounds", habitShare: 0.5 });
    const single = up("777", 0.6, { section: "sounds" });
    const result = ranked([handStrategy("trending-sounds", { findings: [group, single] })], [group, single]);
    expect(result.recommendations).toHaveLength(1);
  });

  test("#fyp and the group of such tags are one lever, values of one label column too", () => {
    const all = [
      up("generic-tags", -0.3, { section: "features", habitShare: 0.9 }),
      up("#fyp", -0.4, { habitShare: 0.9 }),
      up("label:hook=story", 0.4, { section: "features" }),
      up("label:hook=list", 0.3, { section: "features" }),
      up("label:mood=calm", 0.2, { section: "features" }),
    ];
    expect(ids(ranked([handStrategy("s", { findings: all })], all))).toEqual([
      "stop/hashtags/#fyp",
      "do/features/label:hook=story",
      "do/features/label:mood=calm",
    ]);
  });

  test("advice about gaps silences the habit of cadence", () => {
    const gap = up("gap", 0.3, { section: "features" });
    const habits = [{ ...words("habit"), evidence: ["consistency"] }];
    const strategy = handStrategy("consistency", { findings: [gap], habits });
    expect(ids(ranked([strategy], [gap]))).toEqual(["do/features/gap"]);
    expect(ids(ranked([strategy], [up("gap", 0)]))).toEqual(["habit/consistency"]);
  });
});

test("a habit keeps its lever from tests, advice on sounds from a practice about own sounds", () => {
  const habits = [{ ...words("habit"), evidence: ["windows"] }];
  const explore = handStrategy("posting-exploration", { habits, tests: [idea("posting-exploration")] });
  expect(ids(ranked([explore]))).toEqual(["habit/windows"]);
  const group = up("group:library", 0.3, { section: "sounds" });
  const own = handStrategy("music-marketing", { practice: { ...words("own"), fit: 1 } });
  expect(ids(ranked([handStrategy("trending-sounds", { findings: [group] }), own], [group]))).toEqual([
    "do/sounds/group:library",
  ]);
  expect(ids(ranked([own]))).toEqual(["practice/music-marketing"]);
});

describe("order of standing", () => {
  const gap = (key: string, blocksGoal: boolean) => ({ ...words(key), key, getItFrom: "There", blocksGoal });

  test("what blocks the goal, do and stop, habit, test, data, practice", () => {
    const tag = up("#a");
    const result = ranked(
      [
        handStrategy("manual", { practice: { ...words("p"), fit: 1 } }),
        handStrategy("early-momentum", { gaps: [gap("snapshots", false)] }),
        handStrategy("posting-exploration", { tests: [idea("posting-exploration")] }),
        handStrategy("consistency", { habits: [{ ...words("h"), evidence: ["consistency"] }] }),
        handStrategy("hashtags", { findings: [tag] }),
        handStrategy("beyond-likes", { gaps: [gap("views", true)] }),
      ],
      [tag],
    );
    expect(ids(result)).toEqual([
      "data/beyond-likes",
      "do/hashtags/#a",
      "habit/consistency",
      "test/posting-exploration",
      "data/early-momentum",
      "practice/manual",
    ]);
    expect(result.recommendations.map((r) => r.verdict)).toEqual([
      "not-in-data",
      "supported",
      "unclear",
      "unclear",
      "not-in-data",
      "manual",
    ]);
    expect(result.recommendations[2]!.evidence).toEqual(["consistency"]);
    expect(result.recommendations[3]!.evidence).toEqual([]);
  });

  test("a missing export is offered once, in the words of whom it blocks, if it blocks anybody", () => {
    const tag = up("#a");
    const result = ranked(
      [
        handStrategy("a", { gaps: [gap("sound", false)], findings: [tag] }),
        handStrategy("b", { gaps: [gap("sound", true)] }),
        handStrategy("c", { gaps: [gap("views", false)] }),
        handStrategy("d", { gaps: [gap("views", false)] }),
      ],
      [tag],
    );
    expect(ids(result)).toEqual(["data/b", "do/hashtags/#a", "data/c"]);
  });

  test("at most five practices, those that fit best, easy ones first, none where something was measured", () => {
    const tag = up("#a");
    const practices = Array.from({ length: 7 }, (_, i) =>
      handStrategy(
        `p${i}`,
        { practice: { ...words(`p${i}`), fit: i / 10 } },
        { effort: i === 6 ? "high" : "low" },
      ),
    );
    const spoken = handStrategy("spoken", { findings: [tag], practice: { ...words("x"), fit: 1 } });
    expect(ids(ranked([...practices, spoken], [tag]))).toEqual([
      "do/hashtags/#a",
      "practice/p2",
      "practice/p3",
      "practice/p4",
      "practice/p5",
      "practice/p6",
    ]);
  });

  test("habits by effort", () => {
    const habit = (id: string, effort: "low" | "high") =>
      handStrategy(id, { habits: [{ ...words(id), evidence: [] }] }, { effort });
    expect(ids(ranked([habit("a", "high"), habit("b", "low")]))).toEqual(["habit/b", "habit/a"]);
  });
});

describe("tests", () => {
  const maybe = (key: string, over: Partial<Finding> = {}) =>
    finding({ key, estimate: estimate(0.15, 0.15), ...over });

  test("a promising finding becomes an experiment and a test about the same subject", () => {
    const question = maybe("question", { outcome: "commentRate", label: "Asks a question" });
    const result = ranked([handStrategy("conversation-prompts", { findings: [question] })], [question]);
    expect(result.experiments).toHaveLength(1);
    expect(result.experiments[0]).toMatchObject({
      id: "experiments/features/question",
      strategy: "conversation-prompts",
      outcome: "commentRate",
      postsPerArm: 24,
      weeks: 12,
    });
    expect(ids(result)).toEqual(["test/features/question"]);
    expect(result.recommendations[0]).toMatchObject({
      verdict: "promising",
      expected: null,
      why: "Why test features/question",
    });
  });

  test("a strategy's own idea words it; ideas about what is settled are dropped", () => {
    const all = [
      maybe("question"),
      finding({ key: "emoji", estimate: estimate(0, 0.02) }),
      finding({ key: "duet", estimate: null }),
    ];
    const tests = ["features/question", "features/emoji", "features/duet"].map((subject) => idea(subject));
    const result = ranked([handStrategy("s", { findings: all, tests })], all);
    expect(ids(result).sort()).toEqual(["test/features/duet", "test/features/question"]);
    expect(result.recommendations.map((r) => [r.id, r.verdict, r.why]).sort()).toEqual([
      ["test/features/duet", "unclear", "Why idea features/duet"],
      ["test/features/question", "promising", "Why idea features/question"],
    ]);
  });

  test("at most five, by value over effort, one per lever", () => {
    const ideas = Array.from({ length: 8 }, (_, i) =>
      handStrategy(
        `s${i}`,
        { tests: [idea(`features/f${i}`, { affected: 1 + i })] },
        { effort: i === 7 ? "high" : "low" },
      ),
    );
    const time = handStrategy("posting-exploration", {
      tests: [idea("posting-exploration", { affected: 20 })],
    });
    const schedule = handStrategy("posting-schedule", {
      tests: [idea("posting-schedule", { affected: 19 })],
    });
    const result = ranked([...ideas, time, schedule]);
    expect(result.experiments.map(({ id }) => id)).toEqual([
      "experiments/posting-exploration",
      "experiments/features/f6",
      "experiments/features/f5",
      "experiments/features/f4",
      "experiments/features/f3",
    ]);
    // no finding of that name was judged: the strategy names the test
    expect(ids(result)).toEqual(["posting-exploration", "s6", "s5", "s4", "s3"].map((id) => `test/${id}`));
  });
});

describe("strategies that fail", () => {
  const broken = handStrategy("broken", {});
  broken.measure = () => {
    throw new TypeError("no\nway");
  };
  const tag = up("#a");
  const mute = handStrategy(
    "mute",
    { findings: [tag] },
    {
      advise: () => {
        throw new Error("lost for words");
      },
    },
  );

  test("get the verdict error, alone", () => {
    const fits = handFits({ features: [tag] });
    const all = [broken, mute, handStrategy("fine", {})];
    const measured = measureStrategies(all, fits, emptyDataset(), false);
    const { byId } = judgeFits(fits, []);
    const { failures, recommendations } = rank({
      measured,
      judged: byId,
      fits,
      dataset: emptyDataset(),
      strict: false,
    });
    expect(recommendations).toEqual([]);
    expect(
      strategyRows(measured, byId, failures).map(({ id, verdict, reason }) => [id, verdict, reason]),
    ).toEqual([
      ["broken", "error", "The strategy itself failed (no way); the rest of the report stands."],
      ["mute", "error", "The strategy itself failed (lost for words); the rest of the report stands."],
      ["fine", "unclear", "Nothing was judged."],
    ]);
  });

  test("throw on in tests", () => {
    expect(() => ranked([broken])).toThrow("no\nway");
    expect(() => ranked([mute], [tag])).toThrow("lost for words");
  });
});
