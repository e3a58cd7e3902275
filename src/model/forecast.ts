import { normalCdf, normalQuantile } from "../stats/normal.ts";
import type { Outcome } from "../types.ts";

/** How much of an account's own effect to expect again: the share d that stays, and the spread between accounts (log units). */
export interface CarryOver {
  d: number;
  spread: number;
}

/** The kinds of effect that come back in different parts (MODEL.md section 7, "From what was to what to expect"). */
export type CarryOverKind =
  | "length"
  | "library"
  | "tag-count"
  | "hashtag"
  | "window"
  | "sound"
  | "gap"
  | "recent-posts"
  | "feature";

type Family = "count" | "likeRate" | "rate";

const SPREADS = {
  length: { d: 0.8, count: 0.17, likeRate: 0.07, rate: 0.16 },
  library: { d: 0.6, count: 0.15, likeRate: 0.07, rate: 0.15 },
  "tag-count": { d: 0.65, count: 0.09, likeRate: 0.04, rate: 0.09 },
  gap: { d: 0.2, count: 0.05, likeRate: 0.02, rate: 0.05 },
  "recent-posts": { d: 0.2, count: 0.05, likeRate: 0.02, rate: 0.05 },
  feature: { d: 0.6, count: 0.2, likeRate: 0.07, rate: 0.15 },
} as const;

const BLOCK_SHARES = { hashtag: 0.85, window: 0.75, sound: 0.3 } as const;

/**
 * The share d and the spread T of a kind of effect. The table was fitted on the two halves of 220 real accounts.
 * @param kind what the effect is about
 * @param outcome what it is measured on
 * @param size hashtag, window, sound: posterior mean sd of the block in log units (sd times s0); length: doublings between
 *   the length and the account's own average; else left out
 * @throws RangeError when the size is negative or not a number
 */
export function carryOver(kind: CarryOverKind, outcome: Outcome, size = 1): CarryOver {
  if (!(size >= 0)) throw new RangeError("carryOver requires a size of at least 0");
  if (kind === "hashtag" || kind === "window" || kind === "sound")
    return { d: BLOCK_SHARES[kind], spread: size };
  const row = SPREADS[kind];
  return { d: row.d, spread: row[familyOf(outcome)] * (kind === "length" ? size : 1) };
}

function familyOf(outcome: Outcome): Family {
  if (outcome === "likeRate") return "likeRate";
  return outcome.endsWith("Rate") ? "rate" : "count";
}

/** What to expect of the next posts; effects in log units, lift and its bounds as ratios. */
export interface Forecast {
  mean: number;
  sd: number;
  /** P(future effect > 0) */
  probability: number;
  lift: number;
  low: number;
  high: number;
  /** mean of the lower half of the forecast: what ranks count with */
  lowerHalf: number;
}

/** Distance of the mean of a normal's lower half from its centre, in sds. */
const HALF = 0.7979;

/**
 * From what was to what to expect: the effect on the next posts, normal with mean d m and variance d^2 e^2 + (1 - d^2) T^2
 * (MODEL.md section 7).
 * @param effect posterior mean m and sd e of the past effect, log units
 * @param carry d in [0, 1] and T from `carryOver`
 * @param level coverage of the interval in (0, 1)
 * @throws RangeError when the level or d is outside its range
 */
export function forecast(effect: { mean: number; sd: number }, carry: CarryOver, level: number): Forecast {
  if (!(level > 0 && level < 1)) throw new RangeError("forecast requires a level in (0, 1)");
  if (!(carry.d >= 0 && carry.d <= 1)) throw new RangeError("forecast requires a share in [0, 1]");
  const mean = carry.d * effect.mean;
  const sd = Math.sqrt(carry.d ** 2 * effect.sd ** 2 + (1 - carry.d ** 2) * carry.spread ** 2);
  const margin = normalQuantile((1 + level) / 2) * sd;
  return {
    mean,
    sd,
    probability: sd > 0 ? normalCdf(mean / sd) : mean > 0 ? 1 : mean < 0 ? 0 : 0.5,
    lift: Math.exp(mean),
    low: Math.exp(mean - margin),
    high: Math.exp(mean + margin),
    lowerHalf: mean - HALF * sd,
  };
}

/**
 * The same forecast for leaving the thing: mirrored, so that stopping something that hurts has a lift above 1.
 * @param future a forecast of doing it
 */
export function forecastOfStopping(future: Forecast): Forecast {
  return {
    mean: -future.mean,
    sd: future.sd,
    probability: 1 - future.probability,
    lift: 1 / future.lift,
    low: 1 / future.high,
    high: 1 / future.low,
    lowerHalf: -future.mean - HALF * future.sd,
  };
}
