import { neighbourMedians } from "../stats/neighbour-medians.ts";
import { normalCdf, normalQuantile } from "../stats/normal.ts";
import { welch } from "../stats/welch.ts";
import type { Outcome, Post } from "../types.ts";
import { outcomeValue } from "./outcome.ts";

const NEIGHBOURS = 10;
const CLIP = 3;
const LEAST = 5;

/** How one group of posts did against the others of the same time; a description without a claim rule. */
export interface GroupDifference {
  /** posts of the group, and all posts compared */
  posts: number;
  of: number;
  /** log ratio, its standard error, and the interval at the level asked for */
  mean: number;
  sd: number;
  low: number;
  high: number;
  /** that the group did better */
  probability: number;
}

/**
 * Each value minus the median of the up to ten before and after it, clipped to ±3: what is left of an outcome when slow
 * drift is taken out (MODEL.md 8.1).
 * @param y in order of time; a single value gives 0
 * @example neighbourDifferences([0, 0, 2, 0]) // [0, 0, 2, 0]
 */
export function neighbourDifferences(y: readonly number[]): number[] {
  const around = neighbourMedians(y, NEIGHBOURS, NEIGHBOURS);
  return y.map((value, i) => Math.min(CLIP, Math.max(-CLIP, value - around[i]!)));
}

/**
 * Compares a group of posts with the others after drift is taken out, by Welch's standard error.
 * @param posts in order of time
 * @param group whether each belongs to the group; null = not known, left out
 * @param level of the interval, in (0, 1)
 * @returns null with fewer than five posts on a side
 */
export function groupDifference(
  posts: readonly Post[],
  group: readonly (boolean | null)[],
  outcome: Outcome,
  level: number,
): GroupDifference | null {
  const known = posts.flatMap((post, i) => {
    const y = outcomeValue(post, outcome);
    return group[i] === null || Number.isNaN(y) ? [] : [{ y, inside: group[i]! }];
  });
  const rest = neighbourDifferences(known.map(({ y }) => y));
  const inside = rest.filter((_, i) => known[i]!.inside);
  const outside = rest.filter((_, i) => !known[i]!.inside);
  if (inside.length < LEAST || outside.length < LEAST) return null;
  const { difference: mean, standardError: sd } = welch(inside, outside);
  const margin = normalQuantile((1 + level) / 2) * sd;
  return {
    posts: inside.length,
    of: known.length,
    mean,
    sd,
    low: mean - margin,
    high: mean + margin,
    probability: sd > 0 ? normalCdf(mean / sd) : 0.5,
  };
}
