import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { effectFields, judge } from "../../src/report/judge.ts";
import type { CellFinding, Finding, SoundFinding, Verdict } from "../../src/types.ts";
import { backtest, estimate, finding } from "../support/findings.ts";

const settings = { level: 0.9, fdr: 0.1, negligible: 0.1 };
const verdictOf = (f: Finding, ...others: Finding[]): Verdict => judge([f, ...others], settings)[0]!.verdict;
const p = (probability: number, mean = probability > 0.5 ? 0.2 : -0.2) =>
  estimate(mean, 0.15, { probability, probabilityBelow: 1 - probability });

describe("reasons", () => {
  const reasonOf = (sd: number, posts = 20, mean = 0.05) => {
    const unclear = finding({ key: "a", posts, rule: "duration", estimate: estimate(mean, sd) });
    const [judged] = judge([unclear], settings);
    expect(judged!.verdict).toBe("unclear");
    return judged!.reason;
  };

  test("what is unclear says how many posts are missing", () => {
    // 20 (.2^2 / (log 1.2 / 2.4865)^2 - 1) = 128.8
    expect(reasonOf(0.2)).toMatch(/no effect; about 130 more such posts would tell\.$/);
    expect(reasonOf(0.2, 2)).toMatch(/about 13 more such posts would tell\.$/);
    expect(reasonOf(0.073)).toMatch(/cannot be told apart from no effect\.$/);
  });

  test("what is unclear but leaves no change out says how sure it is", () => {
    expect(reasonOf(0.075, 20, -0.13)).toMatch(/; 95 % sure that it costs, not enough for a claim\.$/);
  });
});

test("what was judged without a post of its own says from what", () => {
  const [judged] = judge(
    [finding({ key: "a", posts: 0, rule: "window", estimate: estimate(0.05, 0.2) })],
    settings,
  );
  expect(judged!.reason).toMatch(/interval\), judged from the hours around it: it cannot be told apart/);
});

test.each([
  [
    0.2,
    0.05,
    /^\+12 to \+22 % likes \(\+12 to \+33 %, 90 % interval\) over 20 posts; over 99 % sure that it helps/,
  ],
  [
    -0.2,
    0.05,
    /^−11 to −18 % likes \(−25 to −11 %, 90 % interval\) over 20 posts; over 99 % sure that it costs/,
  ],
  [0.2, 0.15, /^−5 to \+22 % likes \(−5 to \+56 %, 90 % interval\)/],
  [0.05, 0.2, /^−24 to \+46 % likes \(90 % interval\) over 20 posts/],
])("reasons lead with the cautious half: mean %d, sd %d", (mean, sd, reason) => {
  const [judged] = judge([finding({ key: "a", rule: "duration", estimate: estimate(mean, sd) })], settings);
  expect(judged!.reason).toMatch(reason);
});

describe("claim table", () => {
  const cell = (probability: number) =>
    ({
      ...finding({ key: "1-18", section: "grid", rule: "cell", estimate: p(probability) }),
      weekday: 0,
      hour: 18,
      eligible: true,
    }) as CellFinding;
  const plain = (rule: "window" | "sound" | "duration") => (probability: number) =>
    finding({ key: "x", section: rule === "window" ? "windows" : "sounds", rule, estimate: p(probability) });
  test.each<[string, (probability: number) => Finding, number, Verdict]>([
    ["cell", cell, 0.95, "supported"],
    ["cell", cell, 0.9499, "promising"],
    ["cell", cell, 0.05, "opposed"],
    ["cell", cell, 0.0501, "unclear"],
    ["window", plain("window"), 0.96, "supported"],
    ["window", plain("window"), 0.9599, "promising"],
    ["window", plain("window"), 0.001, "unclear"],
    ["sound", plain("sound"), 0.975, "supported"],
    ["sound", plain("sound"), 0.9749, "promising"],
    ["sound", plain("sound"), 0.025, "opposed"],
    ["sound", plain("sound"), 0.0251, "unclear"],
    ["duration", plain("duration"), 0.975, "supported"],
    ["duration", plain("duration"), 0.024, "opposed"],
    ["duration", plain("duration"), 0.8, "promising"],
    ["duration", plain("duration"), 0.799, "unclear"],
  ])("%s with probability %d", (_name, make, probability, expected) => {
    const f =
      probability === 0.799 ? { ...make(probability), estimate: p(probability, 0.2) } : make(probability);
    expect(verdictOf(f)).toBe(expected);
  });

  test("the 5 % floor stops trifles in both directions", () => {
    const trifle = (mean: number) =>
      finding({
        key: "a",
        rule: "duration",
        estimate: estimate(mean, 0.04, { probability: mean > 0 ? 0.99 : 0.01 }),
      });
    expect(verdictOf(trifle(0.0487))).toBe("promising");
    expect(verdictOf(trifle(0.0489))).toBe("supported");
    expect(verdictOf(trifle(-0.0487))).toBe("unclear");
    expect(verdictOf(trifle(-0.0489))).toBe("opposed");
  });

  test("a cell without a post near it is too-few whatever its numbers", () => {
    expect(verdictOf({ ...cell(0.999), eligible: false } as CellFinding)).toBe("too-few");
  });

  test("barred findings keep their verdict, reason and numbers", () => {
    for (const verdict of ["error", "not-in-data", "too-few"] as const) {
      const [judged] = judge([{ ...cell(0.999), barred: { verdict, reason: "Because." } }], settings);
      expect(judged).toMatchObject({ verdict, reason: "Because.", lift: Math.exp(0.2) });
    }
  });

  test("own sounds are the base", () => {
    const own = {
      ...finding({ key: "o", section: "sounds", rule: "sound", estimate: estimate(0, 1e-9) }),
      kind: "original",
    };
    expect(verdictOf(own as SoundFinding)).toBe("unclear");
  });

  test("no column: too-few, with null numbers", () => {
    const [judged] = judge([finding({ key: "a", estimate: null })], settings);
    expect(effectFields(judged!)).toEqual({
      outcome: "likes",
      posts: 20,
      of: 200,
      effect: null,
      lift: null,
      low: null,
      high: null,
      probability: null,
      naive: null,
      verdict: "too-few",
    });
  });
});

describe("negligible", () => {
  const within = (low: number, high: number) =>
    finding({ key: "a", rule: "duration", estimate: estimate((low + high) / 2, 0.01, { low, high }) });
  test("both ends of the band count, and it comes before a claim", () => {
    expect(verdictOf(within(-Math.log(1.1), Math.log(1.1)))).toBe("negligible");
    expect(verdictOf(within(-Math.log(1.1) - 1e-9, 0))).not.toBe("negligible");
    expect(verdictOf(within(0, Math.log(1.1) + 1e-9))).not.toBe("negligible");
    expect(verdictOf(within(0.06, 0.08))).toBe("negligible");
  });

  test("a hashtag's first stage must lie in the band too", () => {
    const tag = (firstStage: { low: number; high: number }) =>
      finding({
        key: "#a",
        section: "hashtags",
        rule: "hashtag",
        estimate: estimate(0, 0.01, { firstStage }),
      });
    expect(verdictOf(tag({ low: -0.05, high: 0.05 }))).toBe("negligible");
    expect(verdictOf(tag({ low: -0.2, high: 0.05 }))).toBe("unclear");
  });

  test("a wider band never makes fewer effects negligible", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.double({ min: -0.5, max: 0.5, noNaN: true }),
            fc.double({ min: 1e-3, max: 0.3, noNaN: true }),
          ),
        ),
        fc.double({ min: 0.01, max: 0.5, noNaN: true }),
        fc.double({ min: 0, max: 0.5, noNaN: true }),
        (effects, band, more) => {
          const all = effects.map(([mean, sd], i) => finding({ key: `f${i}`, estimate: estimate(mean, sd) }));
          const found = (negligible: number) =>
            judge(all, { ...settings, negligible }).flatMap((f) =>
              f.verdict === "negligible" ? [f.id] : [],
            );
          expect(found(band + more)).toEqual(expect.arrayContaining(found(band)));
        },
      ),
    );
  });
});

describe("hashtags", () => {
  const tag = (key: string, mean: number, probability: number, probabilityBelow = 0) =>
    finding({
      key,
      section: "hashtags",
      rule: "hashtag",
      estimate: estimate(mean, 0.2, { probability, probabilityBelow }),
    });

  test("the set is the largest whose average error stays within fdr", () => {
    const tags = [tag("#a", 0.3, 0.98), tag("#b", 0.3, 0.9), tag("#c", 0.3, 0.83), tag("#d", 0.3, 0.7)];
    // 1 - P+: .02, .1, .17 average .0967; with .3 it is .1475
    expect(judge(tags, settings).map((t) => t.verdict)).toEqual([
      "supported",
      "supported",
      "supported",
      "unclear",
    ]);
    expect(verdictOf(tags[2]!)).toBe("promising");
  });

  test("the mirrored set opposes, and the spike is not counted as negative", () => {
    expect(verdictOf(tag("#a", -0.3, 0.01, 0.95))).toBe("opposed");
    expect(verdictOf(tag("#a", -0.3, 0.01, 0.6))).toBe("unclear");
  });

  test("barred tags neither enter nor help the set", () => {
    const sure = {
      ...tag("#sure", 0.5, 0.9999),
      barred: { verdict: "too-few" as const, reason: "Two uses." },
    };
    expect(judge([sure, tag("#b", 0.3, 0.85)], settings).map((t) => t.verdict)).toEqual([
      "too-few",
      "promising",
    ]);
  });

  test("the sets grow with fdr", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 }),
        fc.double({ min: 0, max: 0.5, noNaN: true }),
        fc.double({ min: 0, max: 0.5, noNaN: true }),
        (probabilities, fdr, more) => {
          const tags = probabilities.map((probability, i) =>
            tag(`#${i}`, probability > 0.5 ? 0.3 : -0.3, probability, 1 - probability),
          );
          const claimed = (rate: number) =>
            judge(tags, { ...settings, fdr: rate }).flatMap((t) =>
              t.verdict === "supported" || t.verdict === "opposed" ? [t.id] : [],
            );
          expect(claimed(fdr + more)).toEqual(expect.arrayContaining(claimed(fdr)));
        },
      ),
    );
  });
});

describe("features", () => {
  const feature = (key: string, probability: number, family: "other" | "call-to-action" = "other") =>
    finding({ key, family, estimate: p(probability) });

  test("the step-up rule counts the family's members", () => {
    const useless = (count: number) =>
      Array.from({ length: count }, (_, i) => feature(`u${i}`, 0.5 + i / 100));
    // tail .04 passes alone (.04 <= .1), with four others it needs .02
    expect(verdictOf(feature("a", 0.98))).toBe("supported");
    expect(verdictOf(feature("a", 0.98), ...useless(4))).toBe("promising");
    expect(verdictOf(feature("a", 0.991), ...useless(4))).toBe("supported");
    expect(verdictOf(feature("a", 0.009), ...useless(4))).toBe("opposed");
    expect(verdictOf(feature("a", 0.02), ...useless(4))).toBe("unclear");
  });

  test("a second strong member lifts the bar for both", () => {
    const others = [0.5, 0.55, 0.6].map((probability, i) => feature(`u${i}`, probability));
    expect(verdictOf(feature("a", 0.981), feature("b", 0.9999), ...others)).toBe("supported");
  });

  test("calls to action are a family of their own", () => {
    const useless = [0.5, 0.6, 0.4, 0.55].map((probability, i) => feature(`u${i}`, probability));
    expect(verdictOf(feature("call-to-action:like", 0.98, "call-to-action"), ...useless)).toBe("supported");
  });

  test("posting frequency under its two names is one member with one verdict", () => {
    const twice = [
      finding({ key: "recent-posts", estimate: p(0.981) }),
      finding({ key: "matters", section: "consistency", estimate: p(0.981) }),
    ];
    // tail .038: with two members and two useless ones it needs .05 at the second place; counted twice it would pass
    const useless = [feature("u", 0.5), feature("v", 0.6)];
    expect(
      judge([...twice, ...useless], settings)
        .map((f) => f.verdict)
        .slice(0, 2),
    ).toEqual(["promising", "promising"]);
    expect(
      judge([...twice, useless[0]!], settings)
        .map((f) => f.verdict)
        .slice(0, 2),
    ).toEqual(["supported", "supported"]);
  });

  test("in the set but below .975 is no claim", () => {
    expect(verdictOf(feature("a", 0.97))).toBe("promising");
  });
});

describe("backtest", () => {
  test.each<[string, Parameters<typeof backtest>[0], Verdict]>([
    ["paid", { estimate: estimate(0.3, 0.1) }, "supported"],
    ["p above .10", { estimate: estimate(0.3, 0.1), pValue: 0.102 }, "unclear"],
    ["interval holds 1", { estimate: estimate(0.1, 0.1) }, "unclear"],
    ["cost", { estimate: estimate(-0.3, 0.1) }, "opposed"],
    ["nine followed", { estimate: estimate(0.3, 0.1), posts: 9 }, "too-few"],
    ["nine others", { estimate: estimate(0.3, 0.1), posts: 171 }, "too-few"],
    ["ten and ten", { estimate: estimate(0.3, 0.1), posts: 10, of: 20 }, "supported"],
  ])("%s", (_name, over, expected) => {
    expect(verdictOf(backtest(over))).toBe(expected);
  });

  test("one that cost takes the claim from windows, and from nothing else", () => {
    const window = finding({ key: "1-18", section: "windows", rule: "window", estimate: p(0.99) });
    const sound = finding({ key: "s", section: "sounds", rule: "sound", estimate: p(0.99) });
    const costly = judge([window, sound, backtest({ estimate: estimate(-0.3, 0.1) })], settings);
    expect(costly.map((f) => f.verdict)).toEqual(["promising", "supported", "opposed"]);
    expect(costly[0]!.reason).toContain("did not pay");
    const fine = judge([window, sound, backtest()], settings);
    expect(fine[0]!.verdict).toBe("supported");
  });
});

test("lift is clipped to its interval", () => {
  const [rare] = judge(
    [
      finding({
        key: "#a",
        section: "hashtags",
        rule: "hashtag",
        estimate: estimate(0.01, 0.05, { low: 0, high: 0 }),
      }),
    ],
    settings,
  );
  expect(rare).toMatchObject({ lift: 1, low: 1, high: 1 });
});

test("ids must be unique, or a family would be counted twice", () => {
  const f = finding({ key: "a" });
  expect(() => judge([f, f], settings)).toThrow(RangeError);
});

test("every reason is a sentence with the numbers of its finding", () => {
  const all = [0.2, 0.4, 0.85, 0.999, 0.0001].map((probability, i) =>
    finding({ key: `f${i}`, posts: 11 + i, estimate: p(probability) }),
  );
  for (const judged of judge(all, settings)) {
    expect(judged.reason).toMatch(/^[+−]\d/);
    expect(judged.reason).toContain(`${judged.posts} posts`);
    expect(judged.reason.endsWith(".")).toBe(true);
  }
});
