import type { EffectFields, Outcome, Verdict } from "../../src/types.ts";

/** Six significant digits, as reports have them. */
export function six(value: number): number {
  return Number(value.toPrecision(6));
}

/** Standard normal distribution function by formula 7.1.26 of Abramowitz and Stegun; 1e-7 is plenty for samples. */
function normal(z: number): number {
  const t = 1 / (1 + 0.3275911 * Math.abs(z / Math.SQRT2));
  const tail =
    ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) *
    t *
    Math.exp((-z * z) / 2);
  return Math.min(1, Math.max(0, z >= 0 ? 1 - tail / 2 : tail / 2));
}

/** Effect fields from a posterior mean and sd of the log ratio; interval at level .9. */
export function sampleEffect(
  outcome: Outcome,
  posts: number,
  mean: number,
  sd: number,
  verdict: Verdict,
  naive: number | null = null,
  of = 196,
): EffectFields {
  return {
    outcome,
    posts,
    of,
    effect: { mean: six(mean), sd: six(sd) },
    lift: six(Math.exp(mean)),
    low: six(Math.exp(mean - 1.645 * sd)),
    high: six(Math.exp(mean + 1.645 * sd)),
    probability: six(normal(mean / sd)),
    naive,
    verdict,
  };
}

/** Effect fields of something without a fit. */
export function unfitted(outcome: Outcome, posts: number, of: number, verdict: Verdict): EffectFields {
  return {
    outcome,
    posts,
    of,
    effect: null,
    lift: null,
    low: null,
    high: null,
    probability: null,
    naive: null,
    verdict,
  };
}
