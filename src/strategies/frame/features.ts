import { carryOver } from "../../model/forecast.ts";
import { countOf } from "../../model/outcome.ts";
import { normalQuantile } from "../../stats/normal.ts";
import type { AdviceText, Finding, Fits, Outcome, StrategyStanding, TestIdea } from "../../types.ts";
import { formatOutcome, formatRange, formatShare, wholeNumber } from "../../wording.ts";
import { type PooledLever, pooledEffect } from "./pooled-effects.ts";

/** Posts with the thing from which on it counts as tried. */
export const TRIED = 5;

/** The feature findings with these keys, in this order. */
export function featureFindings(fits: Fits, keys: readonly string[]): Finding[] {
  return keys.flatMap((key) => fits.features.find((finding) => finding.key === key) ?? []);
}

/**
 * What to say where a feature is in no post.
 * @param things in "No post …"
 */
export function neverSeen(things: string, fits: Fits): StrategyStanding {
  return {
    verdict: "too-few",
    reason: `No more than one of your ${wholeNumber(fits.counts.mature)} settled posts ${things}.`,
  };
}

/** A question about something that the account has hardly tried. */
export interface Untried {
  /** id of the strategy, for a finding that does not exist */
  strategy: string;
  /** key of the feature */
  key: string;
  /** what it is judged on; a rate that is not fitted falls back to its count where that is the goal */
  outcome: Outcome | "goal";
  /** what public accounts say, where they were measured; else no effect with the usual spread between accounts */
  pooled?: PooledLever;
  question: string;
  arms: readonly [string, string];
  text: AdviceText;
}

/** The test of an untried feature; none where it was tried often enough to be judged, or nothing can be measured. */
export function testOfUntried(fits: Fits, untried: Untried): TestIdea[] {
  const finding = fits.features.find(({ key }) => key === untried.key);
  if (finding && (finding.posts >= TRIED || (finding.barred && finding.barred.verdict !== "too-few")))
    return [];
  const outcome = fittedOutcome(fits, untried.outcome);
  if (outcome === null) return [];
  const wanted = untried.outcome === "goal" ? outcome : untried.outcome;
  const pooled = untried.pooled ? pooledEffect(untried.pooled, wanted) : null;
  const effect = pooled ?? { mean: 0, sd: carryOver("feature", wanted).spread };
  return [
    {
      ...untried.text,
      why: `${untried.text.why} ${plausible("public accounts", effect, wanted, fits.settings.level)}`,
      subject: finding?.id ?? untried.strategy,
      question: untried.question,
      outcome,
      arms: untried.arms,
      effect,
      affected: fits.plan * (1 - (finding?.habitShare ?? 0)),
    },
  ];
}

/**
 * What is plausible before posts of one's own speak, as a sentence.
 * @param basis what that is judged by, after "Going by"
 */
export function plausible(
  basis: string,
  { mean, sd }: TestIdea["effect"],
  outcome: Outcome,
  level: number,
): string {
  const reach = normalQuantile((1 + level) / 2) * sd;
  const range = formatRange(Math.exp(mean - reach), Math.exp(mean + reach));
  return `Going by ${basis}, anything from ${range} ${formatOutcome(outcome)} is plausible (${formatShare(level)} interval).`;
}

/** The wanted outcome where it is fitted, its count where that is the goal, else null. */
export function fittedOutcome(fits: Fits, wanted: Outcome | "goal"): Outcome | null {
  const fitted = (outcome: Outcome) => fits.outcomes.some((fit) => fit.outcome === outcome);
  if (wanted !== "goal" && fitted(wanted)) return wanted;
  const own = wanted === "goal" || countOf(wanted) === fits.goal;
  return own && fitted(fits.goal) ? fits.goal : null;
}
