import type { EffectFields, Verdict } from "../types.ts";
import { formatRange, twoFigures } from "../wording.ts";

/**
 * A ratio as a factor, as plain averages claim it.
 * @example [2.9, 0.6, 0.9712, 14.2, 0.04, 0.0021].map(timesWords) // ["×2.9", "×0.6", "×0.97", "×14", "×0.04", "<×0.01"]
 */
export function timesWords(ratio: number): string {
  return ratio > 0 && ratio < 0.01 ? "<×0.01" : `×${twoFigures(ratio)}`;
}

/** What the wording of an effect needs; a part of EffectFields. */
type Ratio = Pick<EffectFields, "lift" | "low" | "high">;

/**
 * The cautious half of an effect: from the end of the interval that is nearer to "no change" to the estimate.
 * @example [cautiousWords({ lift: 1.23, low: 1.08, high: 1.41 }), cautiousWords({ lift: 0.8, low: 0.7, high: 0.93 })] // ["+8 to +23 %", "−7 to −20 %"]
 */
export function cautiousWords({ lift, low, high }: Ratio): string {
  if (lift === null || low === null || high === null) return "not known";
  return formatRange(lift < 1 ? high : low, lift);
}

/**
 * The whole interval of an effect.
 * @example intervalWords({ lift: 1.23, low: 1.08, high: 1.41 }) // "+8 to +41 %"
 */
export function intervalWords({ lift, low, high }: Ratio): string {
  return lift === null || low === null || high === null ? "not known" : formatRange(low, high);
}

const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  supported: "works for you",
  opposed: "seems to cost you",
  negligible: "makes no difference",
  promising: "worth a test",
  unclear: "not clear yet",
  "too-few": "too few posts",
  "not-in-data": "not in your data",
  manual: "no export shows it",
  error: "could not be judged",
};

/**
 * A verdict in plain words.
 * @example verdictWords("negligible") // "makes no difference"
 */
export function verdictWords(verdict: Verdict): string {
  return VERDICT_WORDS[verdict];
}
