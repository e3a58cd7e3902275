import { isMature } from "../model/mature.ts";
import type { Dataset, Fits, Goal, InspectDocument, Post } from "../types.ts";
import { isoUtc } from "../zone.ts";
import { dataCard } from "./data-card.ts";
import { rounded } from "./rounded.ts";
import { SCHEMA_VERSION } from "./vocabulary.ts";

/** What the document takes from its caller. */
export interface InspectFacts {
  tool: InspectDocument["tool"];
  meta: InspectDocument["meta"];
  settings: InspectDocument["settings"];
  /** false: `rows` stays empty, for views of a large input (default: true where the dataset holds texts) */
  withRows?: boolean;
}

/**
 * The document of `inspect`: what was read and how, with one row per post in order of posting (CONTRACT section 5).
 * @param dataset what the exports say, already narrowed
 */
export function inspectDocument(
  dataset: Dataset,
  { tool, meta, settings, withRows = dataset.isReduced !== true }: InspectFacts,
): InspectDocument {
  const facts = {
    counts: countPosts(dataset.posts, settings.minAgeHours),
    goal: settings.goal as Goal,
    settings: { minAgeHours: settings.minAgeHours },
  };
  const card = dataCard(dataset, { ...facts, missing: [] });
  const data = { ...card, missing: missingFields(card, dataset) };
  return {
    schemaVersion: SCHEMA_VERSION,
    tool,
    meta,
    settings,
    data: rounded(data) as InspectDocument["data"],
    columns: dataset.columns.map(({ file, field, header, how }) => ({ file, field, header, how })),
    rows: withRows ? Array.from(dataset.posts, rowOf) : [],
    warnings: data.warnings,
  };
}

/** The counts of `data.posts`; mature as in MODEL.md 1.2, not promoted. */
export function countPosts(posts: Iterable<Post>, minAgeHours: number): Fits["counts"] {
  const counts = { total: 0, mature: 0, young: 0, withHour: 0, dateOnly: 0, scheduled: 0, promoted: 0 };
  for (const post of posts) {
    counts.total++;
    const isDated = post.sortAt !== null;
    if (isMature(post, minAgeHours)) counts.mature++;
    else if (isDated && !post.promoted) counts.young++;
    if (isDated && post.precision === "day") counts.dateOnly++;
    else if (isDated && post.precision !== "unknown") counts.withHour++;
    if (post.scheduled) counts.scheduled++;
    if (post.promoted) counts.promoted++;
  }
  return counts;
}

type InspectRow = InspectDocument["rows"][number];

function rowOf(post: Post): InspectRow {
  const { views, likes, comments, shares, saves } = post;
  return {
    file: post.file,
    line: post.line,
    id: post.id,
    account: post.account,
    title: post.title,
    postedAt: post.postedAt === null ? null : isoUtc(post.postedAt),
    postedOn: post.postedOn,
    precision: post.precision,
    scheduled: post.scheduled,
    views,
    likes,
    comments,
    shares,
    saves,
    durationSeconds: post.durationSeconds,
    soundId: post.soundId,
    sound: post.sound,
    hashtags: [...post.hashtags],
    labels: Object.fromEntries(Object.entries(post.labels)),
    snapshots: post.snapshots.map(({ at, ...counts }) => ({
      at: at === null ? null : isoUtc(at),
      ...counts,
    })),
  };
}

const DOWNLOAD = "TikTok > Settings > Account > Download your data (JSON), or an export of a scraper";
const STUDIO = "TikTok Studio > Analytics > Content > Download";

/** Analyses that a field decides: what they are called, why they are off, and where the field is to be had. */
const NEEDS: readonly { field: string; analysis: string; because: string; getItFrom: string }[] = [
  {
    field: "views",
    analysis: "views",
    because: "no post has views, so there are no rates",
    getItFrom: STUDIO,
  },
  { field: "likes", analysis: "likes", because: "no post has likes", getItFrom: STUDIO },
  {
    field: "postedAt",
    analysis: "windows",
    because: "no post has a time of day",
    getItFrom: `an export with links or ids: ${STUDIO}`,
  },
  { field: "title", analysis: "features", because: "no post has a caption", getItFrom: STUDIO },
  { field: "hashtags", analysis: "hashtags", because: "no post has hashtags", getItFrom: STUDIO },
  { field: "sound", analysis: "sounds", because: "no post names its sound", getItFrom: DOWNLOAD },
  {
    field: "durationSeconds",
    analysis: "duration",
    because: "no post has a length",
    getItFrom: "an export of a scraper or of the API",
  },
  {
    field: "snapshots",
    analysis: "momentum",
    because: "no post was seen in two exports",
    getItFrom: "export again tomorrow and give both files",
  },
];

function missingFields(
  data: InspectDocument["data"],
  { context }: Dataset,
): InspectDocument["data"]["missing"] {
  const missing = NEEDS.filter(({ field }) => data.coverage[field] === 0).map(
    ({ analysis, because, getItFrom }) => ({ analysis, because, getItFrom }),
  );
  if (context.followerActivity === null) {
    missing.push({
      analysis: "windows.audience",
      because: "no export shows when followers are active",
      getItFrom: "TikTok Studio > Analytics > Followers > Download (from about 100 followers on)",
    });
  }
  return missing;
}
