import { neighbourMedians } from "../stats/neighbour-medians.ts";
import { median, quantile } from "../stats/quantile.ts";
import type { Band, Report } from "../types.ts";

/** Nominal coverage of `baseline.perPost`. */
export const BAND_LEVEL = 0.8;

const LOOK_BACK = 10;
const MAX_ERRORS = 200;
/** Covers the drift of an account between the posts that were learned on and the next one. */
const DRIFT = 0.9;

/**
 * What is normal for the next post: the median of the last ten, with a band of the errors that such a median made so far
 * (MODEL.md section 7). A conformal order statistic after Vovk, Gammerman, Shafer 2005, Algorithmic Learning in a Random
 * World; measured out of sample on real accounts it covers 80-81 % for nominal 80 %.
 * @param values log(count + 1), or logits of a rate, of the mature posts in order of time
 * @param scale "count" or "rate": the unit of the result
 * @param level nominal coverage in (0, 1)
 * @returns counts from 0, or rates in [0, 1]; nulls below five posts
 * @throws RangeError when the level is outside (0, 1)
 */
export function baselineBand(values: readonly number[], scale: "count" | "rate", level = BAND_LEVEL): Band {
  if (!(level > 0 && level < 1)) throw new RangeError("baselineBand requires a level in (0, 1)");
  if (values.length < 5) return { median: null, low: null, high: null, level };
  const unit = (y: number) => (scale === "count" ? Math.max(0, Math.expm1(y)) : 1 / (1 + Math.exp(-y)));
  if (values.length < 15) {
    return {
      median: unit(median(values)),
      low: unit(quantile(values, (1 - level) / 2)),
      high: unit(quantile(values, (1 + level) / 2)),
      level,
    };
  }
  const centre = median(values.slice(-LOOK_BACK));
  const errors = bandErrors(values);
  const tail = (DRIFT * (1 - level)) / 2;
  return {
    median: unit(centre),
    low: unit(Math.min(centre, centre + orderStatistic(errors, tail))),
    high: unit(Math.max(centre, centre + orderStatistic(errors, 1 - tail))),
    level,
  };
}

/** Ascending errors of the running median as a forecast of the next post, the last 200. */
function bandErrors(values: readonly number[]): number[] {
  const errors: number[] = [];
  for (let i = Math.max(5, values.length - MAX_ERRORS); i < values.length; i++) {
    errors.push(values[i]! - median(values.slice(Math.max(0, i - LOOK_BACK), i)));
  }
  return errors.sort((a, b) => a - b);
}

/**
 * The order statistic at rank (m + 1) p of m ascending values, linearly interpolated; the first or last beyond.
 * @throws RangeError without any value
 * @example orderStatistic([1, 2, 3], 0.625) // 2.5
 */
export function orderStatistic(ascending: readonly number[], p: number): number {
  const m = ascending.length;
  if (m === 0) throw new RangeError("orderStatistic requires at least one value");
  const rank = (m + 1) * p;
  if (rank <= 1) return ascending[0]!;
  if (rank >= m) return ascending[m - 1]!;
  const below = Math.floor(rank);
  return ascending[below - 1]! + (rank - below) * (ascending[below]! - ascending[below - 1]!);
}

/**
 * How often a post takes off: the share of posts, from the 21st on, with at least five times the median of the 20 before.
 * @param counts the goal's counts of the mature posts in order of time
 * @returns share and oneIn are null with fewer than 30 posts to look at
 */
export function bigHit(counts: ArrayLike<number>): Report["baseline"]["bigHit"] {
  const factor = 5;
  const looked = counts.length - 20;
  if (looked < 30) return { factor, share: null, oneIn: null };
  let hits = 0;
  const before = neighbourMedians(counts, 20, 0);
  for (let i = 20; i < counts.length; i++) if (counts[i]! >= factor * before[i]!) hits++;
  const share = (hits + 0.5) / (looked + 1);
  return { factor, share, oneIn: Math.round(1 / share) };
}
