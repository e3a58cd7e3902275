import { neighbourDifferences } from "../model/neighbour-difference.ts";
import { quantile } from "../stats/quantile.ts";
import { sfc32, shuffle } from "../stats/sfc32.ts";
import type { BacktestFinding, Outcome } from "../types.ts";
import { groupDifference } from "./group-difference.ts";

/** A mature post with the goal's outcome, as the backtest sees it; weekday 0 = Monday, nulls where no hour is known. */
export interface BacktestPost {
  /** time in days */
  t: number;
  /** log(count + 1) of the goal */
  y: number;
  count: number;
  weekday: number | null;
  /** local hour in [0, 24) */
  hour: number | null;
}

/** What was learned from the training posts of one fold. */
export interface LearnedWindows {
  /** posterior mean of the cell, log units; weekday 0 = Monday, whole hour */
  score(weekday: number, hour: number): number;
  /** up to three windows of MODEL.md 4.1, whatever their verdict */
  windows: readonly { weekdays: readonly number[]; startHour: number; endHour: number }[];
}

/** Learns from the posts with these indices; null when they allow no fit. */
export type LearnWindows = (training: readonly number[]) => LearnedWindows | null;

interface BacktestSettings {
  level: number;
  outcome: Outcome;
  barred?: BacktestFinding["barred"];
}

interface TestPost {
  /** score and outcome, both centred within the fold */
  score: number;
  rest: number;
  followed: boolean;
}

interface NaiveFold {
  claimed: number;
  realised: number;
  posts: number;
}

const MIN_POSTS = 60;
const MIN_TRAINING = 30;
const GAP_DAYS = 3;
const BLOCK = 20;
const PERMUTATIONS = 499;

/**
 * Would the advice on windows have paid? Learns on older posts and looks at newer ones, three times, with the rule "take the
 * hour with the best average" beside it (MODEL.md 8.1).
 * @param posts mature posts with the outcome, in order of time
 * @param learn fits the training posts, see LearnWindows
 * @param settings level of the interval in (0, 1), the outcome that y and count are of, and what bars claims about the time
 *   of posting
 * @returns null below 60 posts with hour, when no fold has 30 posts to learn from, or when the outcome is not in the data
 * @throws RangeError when the posts are not in order of time
 */
export function backtest(
  posts: readonly BacktestPost[],
  learn: LearnWindows,
  settings: BacktestSettings,
): BacktestFinding | null {
  if (posts.some(({ t }, i) => i > 0 && t < posts[i - 1]!.t))
    throw new RangeError("backtest requires posts in order");
  if (settings.barred?.verdict === "not-in-data") return null;
  const times = posts.filter(({ hour }) => hour !== null).map(({ t }) => t);
  if (times.length < MIN_POSTS) return null;
  const cuts = [0.4, 0.6, 0.8, 1].map((p) => quantile(times, p));
  const folds: TestPost[][] = [];
  const naive: NaiveFold[] = [];
  for (let f = 0; f < 3; f++) {
    const [from, to] = [cuts[f]!, cuts[f + 1]!];
    const inFold = (t: number) => t >= from && (f === 2 ? t <= to : t < to);
    const training = posts.flatMap(({ t }, i) => (t < from - GAP_DAYS ? i : []));
    const tested = posts.filter(({ t, hour }) => hour !== null && inFold(t));
    if (training.length < MIN_TRAINING || tested.length < 2) continue;
    const learned = learn(training);
    if (!learned) continue;
    const rest = centred(neighbourDifferences(tested.map(({ y }) => y)));
    const scores = centred(tested.map(({ weekday, hour }) => learned.score(weekday!, Math.floor(hour!))));
    folds.push(
      tested.map((post, i) => ({
        score: scores[i]!,
        rest: rest[i]!,
        followed: inWindows(post, learned.windows),
      })),
    );
    const naiveFold = bestAverage(
      training.map((i) => posts[i]!),
      tested,
      rest,
    );
    if (naiveFold) naive.push(naiveFold);
  }
  return folds.length === 0 ? null : summarise(folds, naive, settings);
}

function summarise(
  folds: readonly TestPost[][],
  naive: readonly NaiveFold[],
  { level, outcome, barred = null }: BacktestSettings,
): BacktestFinding {
  const all = folds.flat();
  const followed = all.filter((post) => post.followed);
  const others = all.filter((post) => !post.followed);
  const spread = all.reduce((sum, { score }) => sum + score ** 2, 0);
  return {
    id: "backtest",
    section: "backtest",
    key: "backtest",
    label: "later posts in the windows learned from earlier ones",
    rule: "backtest",
    outcome,
    posts: followed.length,
    of: all.length,
    naive: null,
    estimate: groupDifference(followed.map(restOfPost), others.map(restOfPost), level),
    barred,
    habitShare: 0,
    carryOver: { d: 1, spread: 0 },
    slope: spread > 0 ? product(all) / spread : null,
    pValue: spread > 0 ? permutationTail(folds) : null,
    naiveMethod: { claimed: weightedLift(naive, "claimed"), realised: weightedLift(naive, "realised") },
  };
}

function centred(values: readonly number[]): number[] {
  // Equal values must give zeros, not the rounding error of their mean.
  if (values.every((v) => v === values[0])) return values.map(() => 0);
  const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
  return values.map((v) => v - mean);
}

function inWindows({ weekday, hour }: BacktestPost, windows: LearnedWindows["windows"]): boolean {
  return windows.some(
    ({ weekdays, startHour, endHour }) =>
      weekdays.includes(weekday!) && hour! >= startHour && hour! < endHour,
  );
}

const restOfPost = ({ rest }: TestPost) => rest;

function product(posts: readonly TestPost[]): number {
  return posts.reduce((sum, { score, rest }) => sum + score * rest, 0);
}

/**
 * How often scores shuffled within blocks of 20 successive posts do as well: (1 + k)/(permutations + 1). Every shuffle starts
 * from the scores as they stand, so that one permutation does not depend on the one before.
 */
function permutationTail(folds: readonly TestPost[][]): number {
  const random = sfc32();
  const scores = folds.map((fold) => Float64Array.from(fold, ({ score }) => score));
  const rests = folds.map((fold) => Float64Array.from(fold, ({ rest }) => rest));
  const room = new Float64Array(Math.max(...folds.map(({ length }) => length)));
  const reached = product(folds.flat());
  let asGood = 0;
  for (let k = 0; k < PERMUTATIONS; k++) {
    let sum = 0;
    scores.forEach((own, f) => {
      const rest = rests[f]!;
      const shuffled = room.subarray(0, rest.length);
      shuffled.set(own);
      for (let from = 0; from < rest.length; from += BLOCK) {
        shuffle(shuffled, random, from, Math.min(from + BLOCK, rest.length));
      }
      for (let i = 0; i < rest.length; i++) sum += shuffled[i]! * rest[i]!;
    });
    if (sum >= reached) asGood++;
  }
  return (1 + asGood) / (PERMUTATIONS + 1);
}

/** What a spreadsheet would do: the hour of the day with the best plain average in training, against the test. */
function bestAverage(
  training: readonly BacktestPost[],
  tested: readonly BacktestPost[],
  rest: readonly number[],
): NaiveFold | null {
  const withHour = training.filter(({ hour }) => hour !== null);
  const counts = Array.from({ length: 24 }, (): number[] => []);
  for (const { hour, count } of withHour) counts[Math.floor(hour!)]!.push(count);
  const mean = (values: readonly number[]) => values.reduce((sum, v) => sum + v, 0) / values.length;
  const overall = withHour.length > 0 ? mean(withHour.map(({ count }) => count)) : 0;
  let best = { hour: -1, average: Number.NEGATIVE_INFINITY };
  counts.forEach((values, hour) => {
    if (values.length >= 2 && mean(values) > best.average) best = { hour, average: mean(values) };
  });
  const at = rest.filter((_, i) => Math.floor(tested[i]!.hour!) === best.hour);
  const others = rest.filter((_, i) => Math.floor(tested[i]!.hour!) !== best.hour);
  if (best.hour < 0 || !(best.average > 0) || at.length === 0 || others.length === 0) return null;
  return { claimed: Math.log(best.average / overall), realised: mean(at) - mean(others), posts: at.length };
}

function weightedLift(folds: readonly NaiveFold[], key: "claimed" | "realised"): number | null {
  const posts = folds.reduce((sum, fold) => sum + fold.posts, 0);
  if (posts === 0) return null;
  return Math.exp(folds.reduce((sum, fold) => sum + fold.posts * fold[key], 0) / posts);
}
