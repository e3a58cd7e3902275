import type { AnalysisSettings, Post } from "../types.ts";
import { localTime, type Zone } from "../zone.ts";
import type { FeatureColumn } from "./feature-column.ts";
import { postFeatures } from "./features.ts";
import { compareText } from "./order.ts";

/** Minute of the day that stands for an unknown hour. */
export const UNKNOWN_MINUTE = 1440;

/** What the design needs of the mature posts, as columns of numbers; index i is post i in model order. */
export interface PostTable {
  posts: readonly Post[];
  /** posting instants, ms UTC */
  at: Float64Array;
  /** 0 = Monday, in the chosen zone */
  weekday: Int8Array;
  /** local minute of the day, or UNKNOWN_MINUTE */
  minute: Int16Array;
  /** number of the ISO week, for counting different ones */
  isoWeek: Int32Array;
  /** hashtags of post i: tagIds[tagStart[i]] .. tagIds[tagStart[i + 1] - 1] */
  tagStart: Int32Array;
  tagIds: Int32Array;
  /** by tag id: keys in code-point order, and how the first use was written */
  tags: readonly { key: string; label: string }[];
  /** id of the post's library sound, -1 = own or unknown */
  sound: Int32Array;
  /** by sound id: keys in code-point order */
  sounds: readonly { key: string; label: string }[];
  /** why nothing can be said about hashtags: too few posts have a caption */
  tagsAbsent: string | null;
  /** log seconds, NaN = unknown */
  logSeconds: Float64Array;
  features: readonly FeatureColumn[];
}

/**
 * Turns the mature posts into columns.
 * @param mature posts in model order, all with a date
 * @param all every dated post in model order
 */
export function postTable(
  mature: readonly Post[],
  all: readonly Post[],
  zone: Zone,
  settings: Pick<AnalysisSettings, "labels" | "trends">,
): PostTable {
  const n = mature.length;
  const weekday = new Int8Array(n);
  const minute = new Int16Array(n);
  const isoWeek = new Int32Array(n);
  mature.forEach((post, i) => {
    const local = localTime(zone, post.sortAt!);
    weekday[i] = local.weekday;
    minute[i] = minuteOfDay(post, local.hour);
    isoWeek[i] = Math.floor((local.day + 3) / 7);
  });
  return {
    posts: mature,
    at: Float64Array.from(mature, ({ sortAt }) => sortAt!),
    weekday,
    minute,
    isoWeek,
    ...tagColumns(mature),
    ...soundColumns(mature),
    tagsAbsent: tagsAbsent(mature),
    logSeconds: Float64Array.from(mature, ({ durationSeconds: s }) =>
      s !== null && s > 0 ? Math.log(s) : Number.NaN,
    ),
    features: postFeatures(mature, all, settings),
  };
}

/** Seconds are left out: the model knows minutes. Where only the hour is known its middle stands for it. */
function minuteOfDay({ precision }: Post, hour: number): number {
  switch (precision) {
    case "second":
    case "minute":
      return Math.floor(hour * 60 + 1e-6) % 1440;
    case "hour":
      return Math.floor(hour + 1e-6) * 60 + 30;
    default:
      return UNKNOWN_MINUTE;
  }
}

/** MODEL.md section 2: a field known for less than half of the mature posts is not in the data. */
function tagsAbsent(mature: readonly Post[]): string | null {
  const known = mature.filter(({ title, hashtags }) => title !== null || hashtags.length > 0).length;
  if (known >= mature.length / 2) return null;
  return known === 0
    ? "the export has no caption"
    : `fewer than half of the posts have a caption (${known} of ${mature.length})`;
}

function tagColumns(posts: readonly Post[]): Pick<PostTable, "tagStart" | "tagIds" | "tags"> {
  const labels = new Map<string, string>();
  const tagStart = new Int32Array(posts.length + 1);
  posts.forEach(({ hashtags, hashtagLabels }, i) => {
    tagStart[i + 1] = tagStart[i]! + hashtags.length;
    hashtags.forEach((key, k) => {
      if (!labels.has(key)) labels.set(key, hashtagLabels[k] ?? key);
    });
  });
  const { entries, idOf } = numbered(labels);
  const tagIds = new Int32Array(tagStart[posts.length]!);
  posts.forEach(({ hashtags }, i) => {
    hashtags.forEach((key, k) => {
      tagIds[tagStart[i]! + k] = idOf.get(key)!;
    });
  });
  return { tagStart, tagIds, tags: entries };
}

function soundColumns(posts: readonly Post[]): Pick<PostTable, "sound" | "sounds"> {
  const labels = new Map<string, string>();
  for (const { soundKey, soundOrigin, sound } of posts) {
    if (soundKey === null || soundOrigin !== "library") continue;
    if (!labels.has(soundKey)) labels.set(soundKey, sound ?? soundKey);
  }
  const { entries, idOf } = numbered(labels);
  const ids = Int32Array.from(posts, ({ soundKey, soundOrigin }) =>
    soundKey === null || soundOrigin !== "library" ? -1 : idOf.get(soundKey)!,
  );
  return { sound: ids, sounds: entries };
}

function numbered(labels: ReadonlyMap<string, string>) {
  const entries = [...labels].sort(([a], [b]) => compareText(a, b)).map(([key, label]) => ({ key, label }));
  return { entries, idOf: new Map(entries.map(({ key }, id) => [key, id])) };
}
