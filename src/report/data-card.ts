import type { AnalysisSettings, Dataset, Fits, Post, ReportData } from "../types.ts";
import { weekly } from "./weeks.ts";

/** What the card takes from the analysis: counts and gaps, and the goal whose weekly medians it shows. */
export type CardFacts = Pick<Fits, "counts" | "missing" | "goal"> & {
  settings: Pick<AnalysisSettings, "minAgeHours">;
};

/** Fields of `coverage`, as in the rows of `inspect`, and when a post has them. */
const FIELDS: Readonly<Record<string, (post: Post) => boolean>> = {
  postedAt: ({ postedAt }) => postedAt !== null,
  postedOn: ({ postedOn }) => postedOn !== null,
  title: ({ title }) => title !== null,
  views: ({ views }) => views !== null,
  likes: ({ likes }) => likes !== null,
  comments: ({ comments }) => comments !== null,
  shares: ({ shares }) => shares !== null,
  saves: ({ saves }) => saves !== null,
  durationSeconds: ({ durationSeconds }) => durationSeconds !== null,
  soundId: ({ soundId }) => soundId !== null,
  sound: ({ sound, soundId }) => sound !== null || soundId !== null,
  hashtags: ({ hashtags }) => hashtags.length > 0,
  snapshots: ({ snapshots }) => snapshots.length > 0,
};

/**
 * The part `data` of a report: what was read, what became of it, and what is missing. Goes through the posts once and keeps
 * none of them, so that a dataset of a million posts that are made on demand passes too.
 * @param dataset posts already narrowed; files, rows and warnings are those of the whole input
 */
export function dataCard(dataset: Dataset, { counts, missing, goal, settings }: CardFacts): ReportData {
  const has = new Map(Object.keys(FIELDS).map((field) => [field, 0]));
  const weeks = weekly(goal, settings.minAgeHours);
  let posts = 0;
  let from: string | null = null;
  let to: string | null = null;
  for (const post of dataset.posts) {
    posts++;
    for (const [field, isThere] of Object.entries(FIELDS)) {
      if (isThere(post)) has.set(field, has.get(field)! + 1);
    }
    weeks.add(post);
    const day = post.postedOn;
    if (day !== null && (from === null || day < from)) from = day;
    if (day !== null && (to === null || day > to)) to = day;
  }
  const { read, used, merged, dropped, other } = dataset.rows;
  return {
    account: dataset.account,
    files: dataset.files.map((file) => ({
      name: file.name,
      format: file.format,
      rows: file.read,
      used: file.used,
      merged: file.merged,
      dropped: file.dropped,
      other: file.other,
    })),
    rows: { read, used, merged, dropped, other },
    posts: { ...counts },
    span: { from, to },
    coverage: Object.fromEntries([...has].map(([field, count]) => [field, posts === 0 ? 0 : count / posts])),
    warnings: dataset.warnings.map((warning) => ({
      ...warning,
      at: warning.at.map((place) => ({ ...place })),
    })),
    missing: missing.map((entry) => ({ ...entry })),
    weeks: weeks.list(),
  };
}
