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
  const times = Float64Array.from(history.days.filter((day) => day >= 0 && day < 7 * weeks)).sort();
  if (weeks < 4 || times.length < 8) return null;
  const calendar = calendarOf(times, weeks);
  if (calendar.posted.reduce((sum, one) => sum + one, 0) < 6) return null;

  const plan = history.perWeek ?? Math.max(1, median(calendar.counts.filter((count) => count > 0)));
  const stability = engagementStability(history.engagementLogits);
  const parts = partsOf(calendar, plan, stability);
  const score = scoreOf(parts);
  const margin = normalQuantile((1 + level) / 2) * jackknifeError(calendar, plan, stability);
  return {
    score,
    low: clip(score - margin, 0, 100),
    high: clip(score + margin, 0, 100),
    parts,
    postsPerWeek: times.length / weeks,
    longestGapDays: longestGap(calendar),
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

/** Whole weeks of a history: what every part of the score is made of. */
interface Calendar {
  weeks: number;
  /** ascending, in days */
  times: Float64Array;
  /** posts of each week */
  counts: Float64Array;
  /** per day 1 = with a post, 7 per week */
  posted: Uint8Array;
}

function calendarOf(times: Float64Array, weeks: number): Calendar {
  const counts = new Float64Array(weeks);
  const posted = new Uint8Array(7 * weeks);
  for (const day of times) {
    counts[Math.floor(day / 7)]! += 1;
    posted[Math.floor(day)] = 1;
  }
  return { weeks, times, counts, posted };
}

/** The same history without the weeks from..to-1 and their posts; later ones move up. */
function withoutWeeks({ weeks, times, counts, posted }: Calendar, from: number, to: number): Calendar {
  const postsBefore = (week: number) => {
    let sum = 0;
    for (let w = 0; w < week; w++) sum += counts[w]!;
    return sum;
  };
  const keep = postsBefore(from);
  const after = postsBefore(to);
  const rest = new Float64Array(times.length - (after - keep));
  rest.set(times.subarray(0, keep));
  for (let i = keep; i < rest.length; i++) rest[i] = times[i + after - keep]! - 7 * (to - from);
  const cut = <T extends Float64Array | Uint8Array>(all: T, first: number, last: number): T => {
    const left = all.slice(0, all.length - (last - first)) as T;
    left.set(all.subarray(last), first);
    return left;
  };
  return {
    weeks: weeks - (to - from),
    times: rest,
    counts: cut(counts, from, to),
    posted: cut(posted, 7 * from, 7 * to),
  };
}

function partsOf(calendar: Calendar, plan: number, stability: number | null): Parts {
  const { weeks, counts } = calendar;
  return {
    delivery: counts.reduce((sum, count) => sum + Math.min(count / plan, 1), 0) / weeks,
    regularity: Math.max(gapRegularity(calendar), weekRepeat(calendar)),
    coverage: recentCoverage(calendar, plan),
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

function gapRegularity({ posted }: Calendar): number {
  const gaps: number[] = [];
  let last = -1;
  for (let day = 0; day < posted.length; day++) {
    if (posted[day] === 0) continue;
    if (last >= 0) gaps.push(day - last);
    last = day;
  }
  return gaps.length < 3 ? 0.5 : clip((1 - burstiness(gaps)) / 2, 0, 1);
}

/** How much one week's pattern of weekdays looks like the next one's, beyond what their density alone would give. */
function weekRepeat({ weeks, posted }: Calendar): number {
  let days = 0;
  for (const one of posted) days += one;
  const share = days / (7 * weeks);
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
function recentCoverage({ weeks, times }: Calendar, plan: number): number {
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
function longestGap({ weeks, times }: Calendar): number {
  let longest = 0;
  let before = 0;
  for (const time of times) {
    longest = Math.max(longest, time - before);
    before = time;
  }
  return Math.max(longest, 7 * weeks - before);
}

function jackknifeError(calendar: Calendar, plan: number, stability: number | null): number {
  const { weeks } = calendar;
  const groups = Math.min(weeks, MAX_GROUPS);
  const edge = (i: number) => Math.floor((i * weeks) / groups + 0.5);
  const scores: number[] = [];
  for (let g = 0; g < groups; g++) {
    scores.push(scoreOf(partsOf(withoutWeeks(calendar, edge(g), edge(g + 1)), plan, stability)));
  }
  const mean = scores.reduce((sum, score) => sum + score, 0) / groups;
  const squares = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0);
  return Math.sqrt(((groups - 1) / groups) * squares);
}

function clip(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
