import { logGamma } from "../stats/log-gamma.ts";

/**
 * Probability of at least `hits` successes in `trials` at probability `share`: the one-sided binomial test.
 * @param hits whole number in [0, trials]
 * @param trials whole number, at least 0
 * @param share in [0,1]
 * @throws RangeError outside these ranges
 * @example binomialTail(2, 2, 0.5) // 0.25
 */
export function binomialTail(hits: number, trials: number, share: number): number {
  if (!(hits >= 0 && hits <= trials && share >= 0 && share <= 1)) {
    throw new RangeError("binomialTail requires 0 <= hits <= trials and a share in [0,1]");
  }
  if (hits === 0) return 1;
  if (share === 0) return 0;
  if (share === 1) return 1;
  if (share ** trials > 1e-280) return exactTail(hits, trials, share);
  const odds = [Math.log(share), Math.log1p(-share)] as const;
  let sum = 0;
  for (let k = trials; k >= hits; k--) {
    const choose = logGamma(trials + 1) - logGamma(k + 1) - logGamma(trials - k + 1);
    sum += Math.exp(choose + k * odds[0] + (trials - k) * odds[1]);
  }
  return Math.min(1, sum);
}

/** The same by the recurrence of the terms, without rounding of logarithms. */
function exactTail(hits: number, trials: number, share: number): number {
  let term = share ** trials;
  let sum = 0;
  for (let k = trials; k >= hits; k--) {
    sum += term;
    term *= (k / (trials - k + 1)) * ((1 - share) / share);
  }
  return Math.min(1, sum);
}
