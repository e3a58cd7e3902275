import { inOrder, isMature } from "../model/mature.ts";
import { quantile } from "../stats/quantile.ts";
import type { AnalysisSettings, CompareDocument, Dataset, Report } from "../types.ts";
import { adviceFollowed, type NewPosts } from "./advice-followed.ts";
import { changedFindings } from "./changed-findings.ts";
import { doesIt } from "./does-it.ts";
import { readOut } from "./read-out.ts";
import { rounded } from "./rounded.ts";
import { GOALS } from "./vocabulary.ts";

/** One side of a comparison: a report, and the dataset behind it where the side is an export. */
export interface CompareSide {
  name: string;
  report: Report;
  dataset: Dataset | null;
}

/** What the caller knows: the program, the clock, the files, and the trends file if there is one. */
export interface CompareOptions {
  tool: CompareDocument["tool"];
  meta: CompareDocument["meta"];
  trends: AnalysisSettings["trends"];
}

/**
 * What changed between two exports or reports: growth of the posts, findings that moved beyond noise, whether the older
 * advice was followed and paid, and what planned experiments say (CONTRACT section 6).
 * @param older the side whose advice is looked at
 * @param newer the side that shows what came of it; what needs posts is null where it is a report
 */
export function compare(
  older: CompareSide,
  newer: CompareSide,
  { tool, meta, trends }: CompareOptions,
): CompareDocument {
  const fresh = newPosts(older.report, newer, older.dataset, trends);
  const document = {
    settings: newer.report.settings,
    older: sideOf(older),
    newer: sideOf(newer),
    posts: postCounts(older, newer, fresh),
    growth: older.dataset && newer.dataset ? growth(older.dataset, newer.dataset, newer.report) : null,
    changes: changedFindings(older.report, newer.report),
    advice: adviceFollowed(older.report, newer.report, fresh),
    experiments: readOut(older.report, fresh),
    missing: missingOf(older, newer, fresh),
  };
  return { schemaVersion: newer.report.schemaVersion, tool, meta, ...(rounded(document) as typeof document) };
}

function sideOf({ name, report, dataset }: CompareSide): CompareDocument["older"] {
  return {
    name,
    kind: dataset ? "export" : "report",
    asOf: report.settings.asOf,
    posts: report.data.posts.total,
  };
}

/** The newer side's posts, cut at the older as-of; null where the newer side is a report or the older has no date. */
function newPosts(
  older: Report,
  { report, dataset }: CompareSide,
  olderDataset: Dataset | null,
  trends: AnalysisSettings["trends"],
): NewPosts | null {
  if (!dataset || older.settings.asOf === null) return null;
  const asOf = Date.parse(older.settings.asOf);
  const dated = inOrder(dataset.posts.filter(({ sortAt }) => sortAt !== null));
  const after = dated.filter(({ sortAt }) => sortAt! > asOf);
  // The older export may hold posts that the newer one has lost: they are part of what was usual then.
  const keys = new Set(dated.map(({ key }) => key));
  const lost = (olderDataset?.posts ?? []).filter(
    ({ key, sortAt }) => sortAt !== null && sortAt <= asOf && !keys.has(key),
  );
  const before = inOrder([...dated.filter(({ sortAt }) => sortAt! <= asOf), ...lost]);
  const posts = [...before, ...after];
  const { labels, level, minAgeHours } = report.settings;
  return {
    posts,
    before: before.length,
    judgeable: posts.map((post, i) => i >= before.length && isMature(post, minAgeHours)),
    level,
    does: doesIt(posts, before.length, older, dataset.zone, { labels, trends }),
  };
}

function postCounts(
  older: CompareSide,
  newer: CompareSide,
  fresh: NewPosts | null,
): CompareDocument["posts"] {
  if (!newer.dataset) return { new: null, gone: null, both: null };
  if (!older.dataset)
    return { new: fresh ? fresh.posts.length - fresh.before : null, gone: null, both: null };
  const keys = new Set(older.dataset.posts.map(({ key }) => key));
  const both = newer.dataset.posts.filter(({ key }) => keys.has(key)).length;
  return {
    new: newer.dataset.posts.length - both,
    gone: older.dataset.posts.length - both,
    both,
  };
}

/** Ratio of the newer to the older count of every post on both sides; low and high hold the middle `level` of the posts. */
function growth(
  older: Dataset,
  newer: Dataset,
  { settings }: Report,
): NonNullable<CompareDocument["growth"]> {
  const earlier = new Map(older.posts.map((post) => [post.key, post]));
  const edge = (1 - settings.level) / 2;
  return GOALS.flatMap((outcome) => {
    const ratios = newer.posts.flatMap((post) => {
      const before = earlier.get(post.key)?.[outcome] ?? null;
      const now = post[outcome];
      return before === null || now === null || before <= 0 ? [] : [now / before];
    });
    if (ratios.length === 0) return [];
    return {
      outcome,
      posts: ratios.length,
      median: quantile(ratios, 0.5),
      low: quantile(ratios, edge),
      high: quantile(ratios, 1 - edge),
    };
  });
}

function missingOf(
  older: CompareSide,
  newer: CompareSide,
  fresh: NewPosts | null,
): CompareDocument["missing"] {
  const missing: CompareDocument["missing"] = [];
  const add = (analysis: string, because: string, getItFrom: string) =>
    missing.push({ analysis, because, getItFrom });
  if (!older.dataset || !newer.dataset) {
    add(
      "growth",
      "A report holds no posts: growth per post needs an export on both sides.",
      "Give the two exports instead of their reports.",
    );
  }
  if (!newer.dataset) {
    add(
      "advice",
      "The newer side is a report: whether advice was followed and paid needs its posts.",
      "Give the newer export instead of its report.",
    );
  } else if (!fresh) {
    add("advice", "The older side has no date.", "Set one with --as-of when the older report is made.");
  }
  return missing;
}
