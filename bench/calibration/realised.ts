import { postFeatures } from "../../src/model/features.ts";
import { inOrder } from "../../src/model/mature.ts";
import { outcomeValue } from "../../src/model/outcome.ts";
import { median } from "../../src/stats/quantile.ts";
import type { Finding, Fits, Outcome, Post, WindowFinding } from "../../src/types.ts";
import { localTime, type Zone } from "../../src/zone.ts";

/** What a statement learned on older posts brought on newer ones: a slope with its standard error. */
export interface Realised {
  slope: number;
  error: number;
  /** standard deviation of the regressor over the newer posts */
  spread: number;
}

const NEIGHBOURS = 10;
const CLIP = 3;

/** y minus the median of the up to ten posts before and after it, without itself, clipped to +-3; NaN without outcome. */
export function localRest(posts: readonly Post[], outcome: Outcome): number[] {
  const known = posts.flatMap((post, i) => {
    const y = outcomeValue(post, outcome);
    return Number.isNaN(y) ? [] : [{ i, y }];
  });
  const rest = posts.map(() => Number.NaN);
  known.forEach(({ i, y }, k) => {
    const around = [
      ...known.slice(Math.max(0, k - NEIGHBOURS), k),
      ...known.slice(k + 1, k + NEIGHBOURS + 1),
    ];
    if (around.length === 0) return;
    rest[i] = Math.min(CLIP, Math.max(-CLIP, y - median(around.map((other) => other.y))));
  });
  return rest;
}

/** Sums of squares and products of centred columns: what least squares needs of one account. */
export interface Products {
  /** regressors by regressors */
  xx: number[][];
  xy: number[];
  yy: number;
  posts: number;
}

/** Products over the posts where everything is known; null with fewer than 8 of them. */
export function productsOf(
  columns: readonly (readonly number[])[],
  rest: readonly number[],
): Products | null {
  const known = rest.flatMap((y, i) =>
    Number.isNaN(y) || columns.some((x) => Number.isNaN(x[i]!)) ? [] : i,
  );
  if (known.length < 8) return null;
  const centred = [...columns, rest].map((values) => {
    const mean = known.reduce((sum, i) => sum + values[i]!, 0) / known.length;
    return known.map((i) => values[i]! - mean);
  });
  const product = (a: readonly number[], b: readonly number[]) => a.reduce((sum, v, i) => sum + v * b[i]!, 0);
  const y = centred.pop()!;
  return {
    xx: centred.map((a) => centred.map((b) => product(a, b))),
    xy: centred.map((a) => product(a, y)),
    yy: product(y, y),
    posts: known.length,
  };
}

/** Solves xx beta = xy for a few regressors; columns without any spread get 0. */
export function solveProducts(xx: readonly (readonly number[])[], xy: readonly number[]): number[] {
  const live = xy.map((_, k) => k).filter((k) => xx[k]![k]! > 1e-9);
  const rows = live.map((k) => [...live.map((l) => xx[k]![l]! + (k === l ? 1e-9 * xx[k]![k]! : 0)), xy[k]!]);
  for (let p = 0; p < rows.length; p++) {
    for (let r = 0; r < rows.length; r++) {
      if (r === p) continue;
      const factor = rows[r]![p]! / rows[p]![p]!;
      for (let c = p; c <= rows.length; c++) rows[r]![c]! -= factor * rows[p]![c]!;
    }
  }
  const beta = xy.map(() => 0);
  live.forEach((k, p) => {
    beta[k] = rows[p]![rows.length]! / rows[p]![p]!;
  });
  return beta;
}

/**
 * Least-squares slope of the rest on a regressor, with what the model says of everything else held beside it.
 * @returns null where the regressor has no spread of its own
 */
export function realisedSlope(
  x: readonly number[],
  rest: readonly number[],
  beside?: readonly number[],
): Realised | null {
  const filled = beside?.map((value) => (Number.isNaN(value) ? 0 : value));
  const found = productsOf(filled ? [x, filled] : [x], rest);
  if (!found || found.xx[0]![0]! < 1e-9) return null;
  const { xx, xy, yy, posts } = found;
  const beta = solveProducts(xx, xy);
  const own = filled && xx[1]![1]! > 1e-9 ? xx[0]![0]! - xx[0]![1]! ** 2 / xx[1]![1]! : xx[0]![0]!;
  if (own < 0.02 * xx[0]![0]!) return null;
  const squares = yy - beta.reduce((sum, b, k) => sum + b * xy[k]!, 0);
  const error = Math.sqrt(Math.max(squares, 1e-9) / Math.max(1, posts - 1 - beta.length) / own);
  return { slope: beta[0]!, error, spread: Math.sqrt(xx[0]![0]! / posts) };
}

/** The regressor of a finding on other posts of the same account: 1 or 0, or steps; null where it has none. */
export function regressorOf(
  finding: Finding,
  posts: readonly Post[],
  all: readonly Post[],
  zone: Zone,
): number[] | null {
  const enough = (x: number[]) => {
    const ones = x.filter((value) => value === 1).length;
    return ones >= 3 && x.length - ones >= 3 ? x : null;
  };
  switch (finding.section) {
    case "hashtags": {
      const keys = [finding.key, ...((finding as { group?: readonly string[] }).group ?? [])];
      return enough(posts.map(({ hashtags }) => (keys.some((key) => hashtags.includes(key)) ? 1 : 0)));
    }
    case "sounds":
      if (finding.key === "group:library") {
        return enough(
          posts.map(({ soundOrigin }) => (soundOrigin === "library" ? 1 : soundOrigin ? 0 : Number.NaN)),
        );
      }
      return enough(posts.map(({ soundKey }) => (soundKey === finding.key ? 1 : 0)));
    case "windows": {
      const { weekdays, startHour, endHour } = finding as WindowFinding;
      return enough(
        posts.map((post) => {
          if (post.postedAt === null) return Number.NaN;
          const { weekday, hour } = localTime(zone, post.postedAt);
          return weekdays.includes(weekday) && hour >= startHour && hour < endHour ? 1 : 0;
        }),
      );
    }
    case "features": {
      const settings = { labels: [], trends: [] };
      const feature = postFeatures(posts, inOrder(all), settings).find(({ key }) => key === finding.key);
      if (!feature || feature.absent) return null;
      const x = Array.from(feature.values, (value) => (!feature.numeric && value < 0 ? Number.NaN : value));
      return feature.numeric ? x : enough(x);
    }
    default:
      return null;
  }
}

/** The posterior mean of the hour of the week of each post, log units; NaN without hour. */
export function windowScores(fits: Fits, posts: readonly Post[], zone: Zone): number[] {
  return posts.map(({ postedAt }) => {
    if (postedAt === null) return Number.NaN;
    const { weekday, hour } = localTime(zone, postedAt);
    return fits.windows.cells[24 * weekday + Math.floor(hour)]?.estimate?.mean ?? Number.NaN;
  });
}

/** The posterior mean of each post's length, interpolated along the curve in log seconds; flat beyond its ends. */
export function lengthScores(fits: Fits, posts: readonly Post[]): number[] {
  const points = (fits.duration?.points ?? []).filter(({ estimate }) => estimate);
  if (points.length < 2) return posts.map(() => Number.NaN);
  return posts.map(({ durationSeconds }) => {
    if (durationSeconds === null || durationSeconds <= 0) return Number.NaN;
    const after = points.findIndex(({ seconds }) => seconds >= durationSeconds);
    if (after === 0) return points[0]!.estimate!.mean;
    if (after < 0) return points.at(-1)!.estimate!.mean;
    const [a, b] = [points[after - 1]!, points[after]!];
    const share = Math.log(durationSeconds / a.seconds) / Math.log(b.seconds / a.seconds);
    return a.estimate!.mean + share * (b.estimate!.mean - a.estimate!.mean);
  });
}

/** The sum of the posterior means of each post's hashtags. */
export function hashtagScores(fits: Fits, posts: readonly Post[]): number[] {
  const means = new Map(
    fits.hashtags.flatMap((tag) =>
      tag.estimate
        ? [tag.key, ...tag.group].map((key) => [key, { id: tag.key, mean: tag.estimate!.mean }] as const)
        : [],
    ),
  );
  return posts.map(({ hashtags }) => {
    const seen = new Map(
      hashtags.flatMap((key) => (means.has(key) ? [[means.get(key)!.id, means.get(key)!.mean]] : [])),
    );
    return [...seen.values()].reduce((sum, mean) => sum + mean, 0);
  });
}

/** The posterior mean of a library sound, for posts that use one. */
export function libraryScores(fits: Fits, posts: readonly Post[]): number[] {
  const mean = fits.sounds.find(({ key }) => key === "group:library")?.estimate?.mean;
  if (mean === undefined) return posts.map(() => Number.NaN);
  return posts.map(({ soundOrigin }) =>
    soundOrigin === null ? Number.NaN : soundOrigin === "library" ? mean : 0,
  );
}

/** The sum of the posterior means of the features that are judged on `outcome`, but for one that is looked at itself. */
export function featureScores(
  fits: Fits,
  posts: readonly Post[],
  all: readonly Post[],
  zone: Zone,
  but?: string,
): number[] {
  const sums = posts.map(() => 0);
  for (const feature of fits.features) {
    if (!feature.estimate || feature.outcome !== fits.goal || feature.key === but) continue;
    const x = regressorOf(feature, posts, all, zone);
    if (!x) continue;
    const known = x.filter((value) => !Number.isNaN(value));
    const mean = known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length);
    x.forEach((value, i) => {
      if (!Number.isNaN(value)) sums[i]! += feature.estimate!.mean * (value - mean);
    });
  }
  return sums;
}
