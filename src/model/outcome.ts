import { neighbourMedians } from "../stats/neighbour-medians.ts";
import { median } from "../stats/quantile.ts";
import type { Goal, Outcome, Post } from "../types.ts";

/** Every outcome, in the order of reports. */
export const ALL_OUTCOMES = [
  "likes",
  "views",
  "comments",
  "shares",
  "saves",
  "likeRate",
  "commentRate",
  "shareRate",
  "saveRate",
] as const;

/** The count that an outcome is made of. */
export function countOf(outcome: Outcome): Goal {
  switch (outcome) {
    case "likeRate":
      return "likes";
    case "commentRate":
      return "comments";
    case "shareRate":
      return "shares";
    case "saveRate":
      return "saves";
    default:
      return outcome;
  }
}

/** @example isRate("likeRate") // true */
export function isRate(outcome: Outcome): boolean {
  return outcome.endsWith("Rate");
}

const MIN_VIEWS = 20;

/**
 * A post's outcome on the scale of the model (MODEL.md 1.5): log(count + 1), or the logit of a rate with half a count added
 * on both sides; NaN where the post lacks it (rates: also below 20 views).
 */
export function outcomeValue(post: Post, outcome: Outcome): number {
  const count = post[countOf(outcome)];
  if (count === null) return Number.NaN;
  if (!isRate(outcome)) return Math.log(count + 1);
  const { views } = post;
  if (views === null || views < MIN_VIEWS) return Number.NaN;
  const x = Math.min(count, views);
  return Math.log((x + 0.5) / (views - x + 0.5));
}

/** What plain averages are made of: the count, or the share of the views; NaN where the post lacks it. */
export function plainValue(post: Post, outcome: Outcome): number {
  const count = post[countOf(outcome)];
  if (count === null) return Number.NaN;
  if (!isRate(outcome)) return count;
  const { views } = post;
  return views === null || views < MIN_VIEWS ? Number.NaN : Math.min(count, views) / views;
}

/** The posts that have an outcome, in order, with their values; or why the outcome is not fitted. */
export interface OutcomeData {
  outcome: Outcome;
  /** indices into the mature posts */
  rows: Int32Array;
  y: Float64Array;
  /** count, or share of the views, of the same posts: what plain averages are made of */
  plain: Float64Array;
  absent: { verdict: "too-few" | "not-in-data"; reason: string } | null;
}

const NAMES: Record<Goal, string> = {
  views: "views",
  likes: "likes",
  comments: "comments",
  shares: "shares",
  saves: "saves",
};

/**
 * Collects an outcome over the mature posts and decides whether it is fitted (MODEL.md 1.5, 1.7, 3.1): twelve posts with it,
 * at least half of the mature posts, at most half of those without any, and not all values equal.
 * @param mature posts in model order
 */
export function outcomeData(mature: readonly Post[], outcome: Outcome): OutcomeData {
  const rows = new Int32Array(mature.length);
  const y = new Float64Array(mature.length);
  const plain = new Float64Array(mature.length);
  const count = countOf(outcome);
  let found = 0;
  let zeros = 0;
  for (let i = 0; i < mature.length; i++) {
    const post = mature[i]!;
    const value = outcomeValue(post, outcome);
    if (Number.isNaN(value)) continue;
    rows[found] = i;
    y[found] = value;
    plain[found++] = plainValue(post, outcome);
    if (post[count] === 0) zeros++;
  }
  const data = { outcome, rows: rows.slice(0, found), y: y.slice(0, found), plain: plain.slice(0, found) };
  return { ...data, absent: absence(mature, data.y, zeros, outcome) };
}

/** What no post has of an outcome that no post has. */
function lacking(posts: readonly Post[], outcome: Outcome): string {
  const count = countOf(outcome);
  if (!posts.some((post) => post[count] !== null)) return NAMES[count];
  if (!posts.some((post) => post.views !== null)) return NAMES.views;
  return `posts with ${NAMES[count]} and at least 20 views`;
}

function absence(
  posts: readonly Post[],
  y: Float64Array,
  zeros: number,
  outcome: Outcome,
): OutcomeData["absent"] {
  const mature = posts.length;
  const name = NAMES[countOf(outcome)];
  const field = isRate(outcome) ? `${name} and views` : name;
  if (mature === 0) return { verdict: "too-few", reason: "no post is old enough to be judged" };
  if (y.length < mature / 2) {
    const reason =
      y.length === 0
        ? `the export has no ${lacking(posts, outcome)}`
        : `fewer than half of the posts have ${field} (${y.length} of ${mature})`;
    return { verdict: "not-in-data", reason };
  }
  if (y.length < 12) {
    const settled = y.length === 1 ? "1 post is" : `${y.length} posts are`;
    return {
      verdict: "too-few",
      reason: `${settled} old enough to be judged; an estimate needs 12, a claim 30`,
    };
  }
  if (zeros > y.length / 2) {
    return { verdict: "not-in-data", reason: `more than half of the posts have no ${name}` };
  }
  if (y.every((value) => value === y[0])) {
    return { verdict: "not-in-data", reason: "all values are equal" };
  }
  return null;
}

const REACH = 10;

/**
 * The local residual scale s0 (MODEL.md 1.8): each value minus the median of the up to 10 before and 10 after it;
 * max(1.4826 median |r|, .6267 mean |r|, .02).
 * @param y outcome in order of time, at least two values
 * @example localScale(new Float64Array([0, 1, 0, 1])) // 1.4826
 */
export function localScale(y: Float64Array): number {
  const n = y.length;
  const sizes = neighbourMedians(y, REACH, REACH);
  let sum = 0;
  for (let i = 0; i < n; i++) {
    sizes[i] = Math.abs(y[i]! - sizes[i]!);
    sum += sizes[i]!;
  }
  return Math.max(1.4826 * median(sizes), (0.6267 * sum) / n, 0.02);
}
