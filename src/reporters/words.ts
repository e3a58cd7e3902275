import type { EffectFields, Outcome, Verdict } from "../types.ts";

const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  likes: "likes",
  views: "views",
  comments: "comments",
  shares: "shares",
  saves: "saves",
  likeRate: "likes per view",
  commentRate: "comments per view",
  shareRate: "shares per view",
  saveRate: "saves per view",
};

/**
 * An outcome in words.
 * @example outcomeWords("likeRate") // "likes per view"
 */
export function outcomeWords(outcome: Outcome): string {
  return OUTCOME_WORDS[outcome];
}

/** True for outcomes that are shares of views. */
export function isRate(outcome: Outcome): boolean {
  return outcome.endsWith("Rate");
}

function twoFigures(value: number): string {
  const rounded = Number(value.toPrecision(2));
  return rounded >= 10 || Number.isInteger(rounded) ? String(Math.round(rounded)) : rounded.toFixed(1);
}

/**
 * A count to two figures: below a thousand as it is, then K, M, B.
 * @example [0, 7, 643, 8410, 31200, 1234567].map(countWords) // ["0", "7", "640", "8.4K", "31K", "1.2M"]
 */
export function countWords(value: number): string {
  const size = Math.abs(value);
  const sign = value < 0 ? "−" : "";
  if (size < 10) return sign + String(Math.round(size));
  const steps: readonly (readonly [number, string])[] = [
    [1e9, "B"],
    [1e6, "M"],
    [1e3, "K"],
  ];
  const rounded = Number(size.toPrecision(2));
  const step = steps.find(([unit]) => rounded >= unit);
  return step ? `${sign}${twoFigures(rounded / step[0])}${step[1]}` : `${sign}${Math.round(rounded)}`;
}

/**
 * A share as a percentage to two figures.
 * @example [0.0792, 0.00214, 0.5, 1].map(shareWords) // ["7.9 %", "0.21 %", "50 %", "100 %"]
 */
export function shareWords(share: number): string {
  const percent = share * 100;
  if (percent >= 99.5 || percent === 0) return `${Math.round(percent)} %`;
  const digits = percent < 1 ? 2 : percent < 10 ? 1 : 0;
  return `${percent.toFixed(digits).replace(/\.0$/, "")} %`;
}

/** A value of an outcome: counts with K and M, rates as percentages. */
export function valueWords(outcome: Outcome, value: number): string {
  return isRate(outcome) ? shareWords(value) : countWords(value);
}

/**
 * A number of things with its noun.
 * @example [plural(1, "post"), plural(1200, "post")] // ["1 post", "1,200 posts"]
 */
export function plural(count: number, noun: string): string {
  const digits = String(count).replace(/\B(?=(\d{3})+$)/g, ",");
  return `${digits} ${noun}${count === 1 ? "" : "s"}`;
}

function signedPercent(lift: number): string {
  const percent = Math.round((lift - 1) * 100);
  return percent > 0 ? `+${percent}` : percent < 0 ? `−${-percent}` : "0";
}

/**
 * A ratio as a change: a percentage below 2, "times" from there.
 * @example [1.23, 0.8, 1.001, 2.9].map(liftWords) // ["+23 %", "−20 %", "0 %", "2.9 times"]
 */
export function liftWords(lift: number): string {
  return lift >= 1.995 ? `${twoFigures(lift)} times` : `${signedPercent(lift)} %`;
}

/**
 * A ratio as a factor, as plain averages claim it.
 * @example [2.9, 0.6, 14.2].map(timesWords) // ["×2.9", "×0.6", "×14"]
 */
export function timesWords(ratio: number): string {
  if (ratio < 0.095) return `×${Number(ratio.toPrecision(1))}`;
  return `×${ratio < 0.995 ? ratio.toFixed(2).replace(/0$/, "") : twoFigures(ratio)}`;
}

/**
 * Two ratios as a range of change.
 * @example [rangeWords(1.08, 1.23), rangeWords(0.95, 0.8), rangeWords(1.6, 2.3)] // ["+8 to +23 %", "−5 to −20 %", "+60 % to 2.3 times"]
 */
export function rangeWords(from: number, to: number): string {
  const [first, second] = [liftWords(from), liftWords(to)];
  if (first === second) return first;
  if (first.endsWith(" %") && second.endsWith(" %")) return `${first.slice(0, -2)} to ${second}`;
  if (first.endsWith(" times") && second.endsWith(" times")) return `${first.slice(0, -6)} to ${second}`;
  return `${first} to ${second}`;
}

/** What the wording of an effect needs; a part of EffectFields. */
export type Ratio = Pick<EffectFields, "lift" | "low" | "high">;

/**
 * The cautious half of an effect: from the end of the interval that is nearer to "no change" to the estimate.
 * @example [cautiousWords({ lift: 1.23, low: 1.08, high: 1.41 }), cautiousWords({ lift: 0.8, low: 0.7, high: 0.93 })] // ["+8 to +23 %", "−7 to −20 %"]
 */
export function cautiousWords({ lift, low, high }: Ratio): string {
  if (lift === null || low === null || high === null) return "not known";
  return rangeWords(lift < 1 ? high : low, lift);
}

/**
 * The whole interval of an effect.
 * @example intervalWords({ lift: 1.23, low: 1.08, high: 1.41 }) // "+8 to +41 %"
 */
export function intervalWords({ lift, low, high }: Ratio): string {
  return lift === null || low === null || high === null ? "not known" : rangeWords(low, high);
}

/**
 * A probability, never as certainty.
 * @example [0.9998, 0.974, 0.004].map(chanceWords) // ["over 99 %", "97 %", "under 1 %"]
 */
export function chanceWords(probability: number): string {
  if (probability > 0.99) return "over 99 %";
  if (probability < 0.01) return "under 1 %";
  return `${Math.round(probability * 100)} %`;
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
