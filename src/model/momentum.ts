import { normalQuantile } from "../stats/normal.ts";
import { median, quantileOfSorted } from "../stats/quantile.ts";
import { spearman } from "../stats/spearman.ts";
import type { Band, Post, Report } from "../types.ts";
import { type MaturityCurve, type MaturityPair, maturityCurve, shareOfViews } from "./maturity-curve.ts";

type Momentum = NonNullable<Report["momentum"]>;

const HOUR = 3_600_000;
const FIRST_PAIR_AGE = 6;
const FIRST_YOUNG_AGE = 12;
const EARLY_AGE = 24;
const MIN_EARLY = 20;
const RUNNING = 10;

export interface MomentumOptions {
  /** a snapshot at least this old is mature */
  minAgeHours: number;
  /** level of the interval of the early correlation, in (0, 1) */
  level: number;
  /** the views band of `baselineBand`, or null */
  band: Band | null;
}

/** Views of one post at an age, by age. */
interface Sighting {
  ageHours: number;
  logViews: number;
}

/**
 * What several snapshots of the same posts tell: how fast views gather, what the young posts may end at, and whether the
 * first day foretells the rest (MODEL.md 8.2).
 * @param posts in order of time; counts and snapshots with their instants
 * @returns null when no post was seen in two snapshots ("needs two exports")
 */
export function momentum(posts: readonly Post[], options: MomentumOptions): Momentum | null {
  const seen = posts.map((post) => ({ post, sightings: sightingsOf(post) }));
  if (!seen.some(({ sightings }) => sightings.length >= 2)) return null;
  const pairs = seen.flatMap(({ sightings }) => pairsOf(sightings, options.minAgeHours));
  const curve = maturityCurve(pairs);
  return {
    pairs: pairs.length,
    curve: curve && { a: curve.a, b: curve.b },
    young: curve
      ? seen.flatMap(({ post, sightings }) => youngPost(post, sightings, curve, options) ?? [])
      : [],
    early: earlySignal(seen, options),
  };
}

function sightingsOf(post: Post): Sighting[] {
  const { postedAt } = post;
  if (postedAt === null || post.promoted) return [];
  const byAge = new Map<number, number>();
  for (const { at, views } of [...post.snapshots, { at: post.snapshotAt, views: post.views }]) {
    if (at === null || views === null || views < 1 || at <= postedAt) continue;
    byAge.set((at - postedAt) / HOUR, Math.log(views));
  }
  return [...byAge]
    .map(([ageHours, logViews]) => ({ ageHours, logViews }))
    .sort((a, b) => a.ageHours - b.ageHours);
}

function pairsOf(sightings: readonly Sighting[], minAgeHours: number): MaturityPair[] {
  const last = sightings.at(-1);
  if (!last || last.ageHours < minAgeHours) return [];
  return sightings
    .filter(({ ageHours }) => ageHours >= FIRST_PAIR_AGE && ageHours < minAgeHours)
    .map(({ ageHours, logViews }) => ({ ageHours, logShare: logViews - last.logViews }));
}

function youngPost(
  post: Post,
  sightings: readonly Sighting[],
  curve: MaturityCurve,
  { minAgeHours, band }: MomentumOptions,
): Momentum["young"][number] | null {
  const last = sightings.at(-1);
  if (!last || last.ageHours < FIRST_YOUNG_AGE || last.ageHours >= minAgeHours) return null;
  const expected = Math.exp(last.logViews) / shareOfViews(curve, last.ageHours);
  const end = (p: number) => expected * Math.exp(-quantileOfSorted(curve.residuals, p));
  const place = (): "below" | "within" | "above" => {
    if (band?.low != null && expected < band.low) return "below";
    return band?.high != null && expected > band.high ? "above" : "within";
  };
  return {
    id: post.id,
    ageHours: last.ageHours,
    views: Math.round(Math.exp(last.logViews)),
    expected,
    low: end(0.9),
    high: end(0.1),
    place: place(),
  };
}

/** log views at an age, linear in log views over log age; null outside the sightings */
function logViewsAt(sightings: readonly Sighting[], ageHours: number): number | null {
  const after = sightings.findIndex((sighting) => sighting.ageHours >= ageHours);
  if (after < 0) return null;
  const next = sightings[after]!;
  if (next.ageHours === ageHours) return next.logViews;
  const previous = sightings[after - 1];
  if (!previous) return null;
  const share = Math.log(ageHours / previous.ageHours) / Math.log(next.ageHours / previous.ageHours);
  return previous.logViews + share * (next.logViews - previous.logViews);
}

/** Rank correlation of the views after 24 hours with the final ones, both against what was usual around that post. */
function earlySignal(
  seen: readonly { post: Post; sightings: readonly Sighting[] }[],
  { minAgeHours, level }: MomentumOptions,
): Momentum["early"] {
  const mature = seen.flatMap(({ sightings }) => {
    const last = sightings.at(-1);
    if (!last || last.ageHours < minAgeHours) return [];
    return [{ y: Math.log1p(Math.exp(last.logViews)), early: logViewsAt(sightings, EARLY_AGE) }];
  });
  const values = mature.map(({ y }) => y);
  const pairs = mature.flatMap(({ y, early }, i) =>
    early === null
      ? []
      : [{ early, rest: y - median(values.slice(Math.max(0, i - RUNNING), i + RUNNING + 1)) }],
  );
  if (pairs.length < MIN_EARLY) return null;
  const rho = spearman(
    pairs.map(({ early }) => early),
    pairs.map(({ rest }) => rest),
  );
  // Fisher's z is infinite at +-1: keep it on the last step before.
  const z = Math.atanh(Math.min(1 - 1e-9, Math.max(-1 + 1e-9, rho)));
  const margin = (normalQuantile((1 + level) / 2) * 1.06) / Math.sqrt(pairs.length - 3);
  return { posts: pairs.length, rho, low: Math.tanh(z - margin), high: Math.tanh(z + margin) };
}
