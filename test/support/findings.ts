import type { BacktestFinding, Estimate, Finding, HashtagFinding, SoundFinding } from "../../src/types.ts";

/** An estimate whose interval is mean ± 1.6449 sd; probabilities of a normal unless given. */
export function estimate(mean: number, sd: number, over: Partial<Estimate> = {}): Estimate {
  const probability = over.probability ?? phi(mean / sd);
  return {
    mean,
    sd,
    low: mean - 1.6448536 * sd,
    high: mean + 1.6448536 * sd,
    probability,
    probabilityBelow: 1 - probability,
    ...over,
  };
}

/** A finding with everything that a test does not care about. */
export function finding(over: Partial<Finding> & { key: string }): Finding {
  const section = over.section ?? "features";
  const rule = over.rule ?? "feature";
  return {
    id: `${section}/${over.key}`,
    section,
    rule,
    label: over.key,
    outcome: "likes",
    posts: 20,
    of: 200,
    naive: null,
    estimate: estimate(0, 0.2),
    barred: null,
    ...(rule === "feature" ? { family: "other" as const } : {}),
    habitShare: 0.1,
    carryOver: { d: 0.6, spread: 0.2 },
    ...over,
  };
}

/** A backtest finding. */
export function backtest(over: Partial<BacktestFinding> = {}): BacktestFinding {
  return {
    ...finding({ key: "", section: "backtest", rule: "backtest", posts: 40, of: 180 }),
    id: "backtest",
    slope: 1,
    pValue: 0.01,
    naiveMethod: { claimed: 2, realised: 1 },
    ...over,
  };
}

function phi(z: number): number {
  // Abramowitz and Stegun 7.1.26 through erf: 1.5e-7, enough for hand-made findings
  const t = 1 / (1 + (0.3275911 * Math.abs(z)) / Math.SQRT2);
  const poly =
    ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t;
  const upper = 0.5 * poly * Math.exp((-z * z) / 2);
  return z > 0 ? 1 - upper : upper;
}

/** A hashtag that passes its rule by its effect alone, with nothing lost on the way to the forecast. */
export const tagFinding = (key: string, mean = 0.4, over: Partial<Finding> = {}) =>
  finding({
    key,
    rule: "sound",
    section: "hashtags",
    estimate: estimate(mean, 0.05),
    carryOver: { d: 1, spread: 0 },
    ...over,
  });

/** A hashtag seen on 31 posts whose effect (log units) is as good as certain. */
export function hashtagFinding(key: string, mean: number): HashtagFinding {
  const probability = mean > 0 ? 0.999 : 0.001;
  return {
    ...finding({
      key,
      section: "hashtags",
      rule: "hashtag",
      posts: 31,
      estimate: estimate(mean, 0.05, { probability }),
    }),
    group: [],
  };
}

/** A sound, or the group of library sounds, seen on 31 posts with an effect in log units. */
export function soundFinding(key: string, kind: SoundFinding["kind"], mean: number): SoundFinding {
  return {
    ...finding({ key, section: "sounds", rule: "sound", posts: 31, estimate: estimate(mean, 0.05) }),
    kind,
    trending: null,
  };
}
