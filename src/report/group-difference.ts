import { normalCdf, normalQuantile } from "../stats/normal.ts";
import { welch } from "../stats/welch.ts";
import type { Estimate } from "../types.ts";

/**
 * How much higher one group lies than another: the difference of the means with Welch's standard error, as a normal
 * distribution.
 * @param those, others log units
 * @param level of the interval, in (0,1)
 * @returns null with fewer than two values on a side
 * @example groupDifference([1], [0, 2], 0.9) // null
 */
export function groupDifference(
  those: readonly number[],
  others: readonly number[],
  level: number,
): Estimate | null {
  if (those.length < 2 || others.length < 2) return null;
  const { difference: mean, standardError: sd } = welch(those, others);
  const margin = normalQuantile((1 + level) / 2) * sd;
  const probability = sd > 0 ? normalCdf(mean / sd) : mean > 0 ? 1 : mean < 0 ? 0 : 0.5;
  return {
    mean,
    sd,
    low: mean - margin,
    high: mean + margin,
    probability,
    probabilityBelow: 1 - probability,
  };
}
