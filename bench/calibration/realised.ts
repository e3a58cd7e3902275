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

/** Least-squares slope of the rest on a regressor over the posts where both are known; null without any spread. */
export function realisedSlope(x: readonly number[], rest: readonly number[]): Realised | null {
  const pairs = x.flatMap((value, i) =>
    Number.isNaN(value) || Number.isNaN(rest[i]!) ? [] : [[value, rest[i]!]],
  );
  const n = pairs.length;
  if (n < 8) return null;
  const meanX = pairs.reduce((sum, [a]) => sum + a!, 0) / n;
  const meanY = pairs.reduce((sum, [, b]) => sum + b!, 0) / n;
  let [xx, xy] = [0, 0];
  for (const [a, b] of pairs) {
    xx += (a! - meanX) ** 2;
    xy += (a! - meanX) * (b! - meanY);
  }
  if (xx < 1e-9) return null;
  const slope = xy / xx;
  const squares = pairs.reduce((sum, [a, b]) => sum + (b! - meanY - slope * (a! - meanX)) ** 2, 0);
  return { slope, error: Math.sqrt(squares / (n - 2) / xx), spread: Math.sqrt(xx / n) };
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
