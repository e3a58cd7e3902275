import { BAND_LEVEL, baselineBand } from "../../src/model/baseline.ts";
import { forecast } from "../../src/model/forecast.ts";
import { fitModel } from "../../src/model/index.ts";
import { inOrder, isMature } from "../../src/model/mature.ts";
import { isRate, outcomeValue } from "../../src/model/outcome.ts";
import { judge } from "../../src/report/judge.ts";
import type { AnalysisSettings, Dataset, Finding, Goal, Judged, Post } from "../../src/types.ts";
import { localTime } from "../../src/zone.ts";
import {
  featureScores,
  hashtagScores,
  lengthScores,
  libraryScores,
  localRest,
  type Products,
  productsOf,
  type Realised,
  realisedSlope,
  regressorOf,
  windowScores,
} from "./realised.ts";

/** A claim made on the older posts and what the newer ones say; effects in the direction of the claim, log units. */
export interface ClaimOutcome {
  kind: "windows" | "hashtags" | "library sound" | "single sounds" | "features" | "length";
  outcome: string;
  claimed: number;
  expected: number;
  realised: number;
  error: number;
}

/** One account split in time. */
export interface SplitAccount {
  older: number;
  newer: number;
  claims: ClaimOutcome[];
  /** claims whose thing does not occur (or always occurs) in the newer posts */
  untestable: number;
  /** products of the blocks' scores (order of BLOCKS) and the rest over the newer posts */
  products: Products | null;
  band: { inside: number; of: number };
  /** the hour with the best plain average in the older posts, and the tag with the best one */
  naive: { kind: string; claimed: number; realised: number; error: number }[];
}

/** The groups of effects whose scores are regressed on together. */
export const BLOCKS = ["hour + weekday", "length", "library sound", "hashtags", "features"] as const;
type Block = (typeof BLOCKS)[number];

const OLDER = 0.6;

/** Learns on the older 60 % of the posts and looks at the newer 40 %, with plain averages beside. */
export function splitAccount(dataset: Dataset, settings: AnalysisSettings): SplitAccount | null {
  const { goal } = settings;
  const posts = inOrder(dataset.posts).filter(
    (post) => isMature(post, settings.minAgeHours) && !Number.isNaN(outcomeValue(post, goal)),
  );
  const cut = Math.floor(OLDER * posts.length);
  const older = posts.slice(0, cut);
  const newer = posts.slice(cut);
  const fits = fitModel({ ...dataset, posts: older }, settings);
  if (fits.outcomes.length === 0) return null;
  const judged = judge(
    [
      ...fits.windows.best,
      ...fits.hashtags,
      ...fits.sounds,
      ...fits.features,
      ...(fits.duration?.points ?? []),
    ] as Finding[],
    settings,
  );
  const claimed = judged.filter(({ verdict }) => verdict === "supported" || verdict === "opposed");
  const rests = new Map<string, number[]>();
  const restOf = (outcome: Finding["outcome"]) => {
    const known = rests.get(outcome) ?? localRest(newer, outcome);
    rests.set(outcome, known);
    return known;
  };

  const scores: Record<Block, number[]> = {
    "hour + weekday": windowScores(fits, newer, dataset.zone),
    length: lengthScores(fits, newer),
    "library sound": libraryScores(fits, newer),
    hashtags: hashtagScores(fits, newer),
    features: featureScores(fits, newer, posts, dataset.zone),
  };
  const known = (values: readonly number[], i: number) => (Number.isNaN(values[i]!) ? 0 : values[i]!);
  const allBut = (block: Block, own?: readonly number[]) =>
    newer.map((_, i) =>
      BLOCKS.reduce((sum, name) => sum + (name === block ? (own ? own[i]! : 0) : known(scores[name], i)), 0),
    );

  const claims: ClaimOutcome[] = [];
  let untestable = 0;
  for (const finding of claimed.filter(({ section }) => section !== "duration")) {
    const x = regressorOf(finding, newer, posts, dataset.zone);
    const block = blockOf(finding);
    const others =
      block === "features" ? featureScores(fits, newer, posts, dataset.zone, finding.key) : undefined;
    const beside = finding.outcome === goal ? allBut(block, others) : undefined;
    const realised = x && realisedSlope(x, restOf(finding.outcome), beside);
    if (realised) claims.push(claimOutcome(finding, realised, settings.level));
    else untestable++;
  }
  const lengths = claimed.filter(({ section }) => section === "duration");
  if (lengths.length > 0) {
    const found = realisedSlope(scores.length, restOf(goal), allBut("length"));
    if (found) {
      const { slope, error, spread } = found;
      const expected = spread * lengths[0]!.carryOver.d;
      const realised = slope * spread;
      claims.push({
        kind: "length",
        outcome: goal,
        claimed: spread,
        expected,
        realised,
        error: error * spread,
      });
    } else untestable++;
  }
  return {
    older: older.length,
    newer: newer.length,
    claims,
    untestable,
    products: productsOf(
      BLOCKS.map((block) => scores[block].map((_, i) => known(scores[block], i))),
      restOf(goal),
    ),
    band: bandCoverage(posts, cut, goal),
    naive: naiveRules(older, newer, dataset, goal, restOf(goal)),
  };
}

function blockOf({ section }: Finding): Block {
  if (section === "windows") return "hour + weekday";
  if (section === "sounds") return "library sound";
  return section === "hashtags" ? "hashtags" : "features";
}

function claimOutcome(finding: Judged, { slope, error }: Realised, level: number): ClaimOutcome {
  const sign = finding.verdict === "supported" ? 1 : -1;
  const kinds = { windows: "windows", hashtags: "hashtags", features: "features" } as const;
  const kind =
    finding.section === "sounds"
      ? finding.key === "group:library"
        ? "library sound"
        : "single sounds"
      : kinds[finding.section as keyof typeof kinds];
  return {
    kind,
    outcome: finding.outcome,
    claimed: sign * finding.estimate!.mean,
    expected: sign * forecast(finding.estimate!, finding.carryOver, level).mean,
    realised: sign * slope,
    error,
  };
}

/** How many of the newer posts lay in the band that the posts before them gave. */
function bandCoverage(posts: readonly Post[], from: number, goal: Goal): SplitAccount["band"] {
  const values = posts.map((post) => outcomeValue(post, goal));
  let inside = 0;
  for (let i = from; i < posts.length; i++) {
    const { low, high } = baselineBand(values.slice(0, i), isRate(goal) ? "rate" : "count", BAND_LEVEL);
    const count = Math.expm1(values[i]!);
    if (low !== null && high !== null && count >= low - 1e-6 && count <= high + 1e-6) inside++;
  }
  return { inside, of: posts.length - from };
}

function naiveRules(
  older: readonly Post[],
  newer: readonly Post[],
  { zone }: Dataset,
  goal: Goal,
  rest: readonly number[],
): SplitAccount["naive"] {
  const hourOf = ({ postedAt }: Post) =>
    postedAt === null ? -1 : Math.floor(localTime(zone, postedAt).hour);
  const mean = (list: readonly Post[]) => list.reduce((sum, post) => sum + post[goal]!, 0) / list.length;
  const overall = mean(older);
  const best = <K>(keys: Iterable<K>, has: (post: Post, key: K) => boolean, least: number) => {
    let found: { key: K; average: number } | null = null;
    for (const key of keys) {
      const list = older.filter((post) => has(post, key));
      if (list.length >= least && (!found || mean(list) > found.average))
        found = { key, average: mean(list) };
    }
    return found;
  };
  const result: SplitAccount["naive"] = [];
  const add = (kind: string, average: number, x: number[]) => {
    const ones = x.filter((value) => value === 1).length;
    const realised = ones >= 2 && x.length - ones >= 2 ? realisedSlope(x, rest) : null;
    if (realised && average > 0 && overall > 0) {
      result.push({
        kind,
        claimed: Math.log(average / overall),
        realised: realised.slope,
        error: realised.error,
      });
    }
  };
  const hour = best(
    Array.from({ length: 24 }, (_, h) => h),
    (post, key) => hourOf(post) === key,
    2,
  );
  if (hour)
    add(
      "best average hour",
      hour.average,
      newer.map((post) => (hourOf(post) === hour.key ? 1 : 0)),
    );
  const tags = new Set(older.flatMap(({ hashtags }) => hashtags));
  const tag = best(tags, ({ hashtags }, key) => hashtags.includes(key), 3);
  if (tag)
    add(
      "best average hashtag",
      tag.average,
      newer.map(({ hashtags }) => (hashtags.includes(tag.key) ? 1 : 0)),
    );
  return result;
}
