import { normalQuantile } from "../stats/normal.ts";
import { median } from "../stats/quantile.ts";
import type { ConsistencyScore } from "../types.ts";

/** A posting history as the consistency score needs it. */
export interface PostingHistory {
  /** local times of all posts in days since the local midnight of the first post's day; date-only posts at noon (.5) */
  days: readonly number[];
  /** the same for the end of the history (as-of) */
  totalDays: number;
  /** posts per week that were planned; null = the median of the weeks with posts, at least 1 */
  perWeek: number | null;
  /** logit engagement rates ((likes + comments + shares) of views) of the mature posts, in order of time */
  engagementLogits: readonly number[];
}

type Parts = ConsistencyScore["parts"];

const WEIGHTS = { delivery: 0.35, regularity: 0.25, coverage: 0.25, stability: 0.15 } as const;
const MAX_GROUPS = 26;

/**
 * The consistency score: how evenly a creator posts, from 0 to 100, against the creator's own plan (MODEL.md section 6).
 * Parts are in [0, 1]; the interval is a delete-a-group jackknife over weeks.
 * @param history times in local days; posts after the last whole week are left out
 * @param level coverage of the interval, in (0, 1)
 * @returns null with fewer than 4 whole weeks, 8 posts or 6 posting days
 * @throws RangeError when the level is outside (0, 1)
 */
export function consistencyScore(history: PostingHistory, level: number): ConsistencyScore | null {
  if (!(level > 0 && level < 1)) throw new RangeError("consistencyScore requires a level in (0, 1)");
  const weeks = Math.floor(history.totalDays / 7);
  const times = history.days.filter((day) => day >= 0 && day < 7 * weeks).sort((a, b) => a - b);
  if (weeks < 4 || times.length < 8 || new Set(times.map(Math.floor)).size < 6) return null;

  const plan =
    history.perWeek ?? Math.max(1, median(weeklyCounts(times, weeks).filter((count) => count > 0)));
  const stability = engagementStability(history.engagementLogits);
  const parts = partsOf(times, weeks, plan, stability);
  const score = scoreOf(parts);
  const margin = normalQuantile((1 + level) / 2) * jackknifeError(times, weeks, plan, stability);
  return {
    score,
    low: clip(score - margin, 0, 100),
    high: clip(score + margin, 0, 100),
    parts,
    postsPerWeek: times.length / weeks,
    longestGapDays: longestGap(times, weeks),
    weeks,
    plan,
  };
}

/**
 * Burstiness of a sequence of gaps, in [-1, 1]: -1 = all equal, 0 = like chance, 1 = extremely bursty. The form for finite
 * sequences of Kim and Jo 2016, https://arxiv.org/abs/1604.01125 (eq. 22), after Goh and Barabasi 2008.
 * @param gaps at least 1 positive number
 * @throws RangeError without any gap
 * @example burstiness([2, 2, 2, 2]) // -1
 */
export function burstiness(gaps: readonly number[]): number {
  if (gaps.length === 0) throw new RangeError("burstiness requires at least one gap");
  const n = gaps.length;
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / n;
  const sd = Math.sqrt(gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / n);
  const r = sd / mean;
  return (Math.sqrt(n + 1) * r - Math.sqrt(n - 1)) / ((Math.sqrt(n + 1) - 2) * r + Math.sqrt(n - 1));
}

function partsOf(times: readonly number[], weeks: number, plan: number, stability: number | null): Parts {
  const counts = weeklyCounts(times, weeks);
  return {
    delivery: counts.reduce((sum, count) => sum + Math.min(count / plan, 1), 0) / weeks,
    regularity: Math.max(gapRegularity(times), weekRepeat(times, weeks)),
    coverage: recentCoverage(times, weeks, plan),
    stability,
  };
}

function scoreOf(parts: Parts): number {
  let sum = 0;
  let weight = 0;
  for (const [part, share] of Object.entries(WEIGHTS)) {
    const value = parts[part as keyof Parts];
    if (value === null) continue;
    sum += share * value;
    weight += share;
  }
  return clip((100 * sum) / weight, 0, 100);
}

function weeklyCounts(times: readonly number[], weeks: number): number[] {
  const counts = new Array<number>(weeks).fill(0);
  for (const day of times) counts[Math.floor(day / 7)]! += 1;
  return counts;
}

function gapRegularity(times: readonly number[]): number {
  const days = [...new Set(times.map(Math.floor))];
  const gaps = days.slice(1).map((day, i) => day - days[i]!);
  return gaps.length < 3 ? 0.5 : clip((1 - burstiness(gaps)) / 2, 0, 1);
}

/** How much one week's pattern of weekdays looks like the next one's, beyond what their density alone would give. */
function weekRepeat(times: readonly number[], weeks: number): number {
  const posted = new Uint8Array(7 * weeks);
  for (const day of times) posted[Math.floor(day)] = 1;
  const share = posted.reduce((sum, one) => sum + one, 0) / (7 * weeks);
  if (share === 1 || weeks < 2) return share === 1 ? 1 : 0;
  let cosines = 0;
  for (let week = 1; week < weeks; week++) {
    let [both, before, now] = [0, 0, 0];
    for (let d = 0; d < 7; d++) {
      const [a, b] = [posted[7 * week - 7 + d]!, posted[7 * week + d]!];
      both += a * b;
      before += a;
      now += b;
    }
    cosines += before > 0 && now > 0 ? both / Math.sqrt(before * now) : 0;
  }
  return clip((cosines / (weeks - 1) - share) / (1 - share), 0, 1);
}

/** Share of the time in which the last post is at most two planned gaps (at least two days) old. */
function recentCoverage(times: readonly number[], weeks: number, plan: number): number {
  const tolerance = Math.max(2, 14 / plan);
  let [covered, all, last] = [0, 0, -1];
  for (let k = 0; ; k++) {
    const t = tolerance + k / 4;
    if (t >= 7 * weeks) break;
    while (last + 1 < times.length && times[last + 1]! <= t) last++;
    if (last >= 0 && t - times[last]! <= tolerance) covered++;
    all++;
  }
  return all > 0 ? covered / all : times.length > 0 ? 1 : 0;
}

function engagementStability(logits: readonly number[]): number | null {
  if (logits.length < 8) return null;
  const steps = logits.slice(1).map((value, i) => Math.abs(value - logits[i]!));
  return Math.exp(-(1.4826 * median(steps)) / Math.SQRT2 / 0.7);
}

/** Includes the time before the first and after the last post of the counted weeks. */
function longestGap(times: readonly number[], weeks: number): number {
  const edges = [0, ...times, 7 * weeks];
  return Math.max(...edges.slice(1).map((time, i) => time - edges[i]!));
}

function jackknifeError(
  times: readonly number[],
  weeks: number,
  plan: number,
  stability: number | null,
): number {
  const groups = Math.min(weeks, MAX_GROUPS);
  const edge = (i: number) => 7 * Math.floor((i * weeks) / groups + 0.5);
  const scores: number[] = [];
  for (let g = 0; g < groups; g++) {
    const [from, to] = [edge(g), edge(g + 1)];
    const rest = times.filter((t) => t < from || t >= to).map((t) => (t >= to ? t - (to - from) : t));
    scores.push(scoreOf(partsOf(rest, weeks - (to - from) / 7, plan, stability)));
  }
  const mean = scores.reduce((sum, score) => sum + score, 0) / groups;
  const squares = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0);
  return Math.sqrt(((groups - 1) / groups) * squares);
}

function clip(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
