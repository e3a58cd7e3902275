import type { AnalysisSettings, Post } from "../types.ts";
import { captionFeatures, captionLength } from "./caption-features.ts";
import { binaryFeature, type FeatureColumn, knownCount, numericFeature } from "./feature-column.ts";
import { labelFeatures } from "./label-features.ts";
import { trendLookup } from "./trends.ts";

const DAY = 86_400_000;
const LOOK_BACK_DAYS = 14;

/** Keys of the two features that belong to other sections: the length curve and the sounds. */
export const DURATION_FEATURE = "duration";
export const LIBRARY_FEATURE = "library-sound";

/**
 * All features of the mature posts, in the order of the design (MODEL.md 2.1), but for the caps of a single design.
 * @param mature posts in model order
 * @param all every dated post in model order, young ones included: gaps and recent posts look back at them
 */
export function postFeatures(
  mature: readonly Post[],
  all: readonly Post[],
  settings: Pick<AnalysisSettings, "labels" | "trends">,
): FeatureColumn[] {
  const captions = captionFeatures(mature);
  const features = [
    ...captions.asks,
    durationFeature(mature),
    libraryFeature(mature),
    ...captions.flags,
    photoFeature(mature),
    ...captions.late,
    captions.genericTags,
    ...trendFeatures(mature, settings.trends),
    tagCountFeature(mature),
    captionLengthFeature(mature),
    ...cadenceFeatures(mature, all),
  ];
  for (const feature of features) {
    const known = knownCount(feature);
    if (known >= mature.length / 2) continue;
    if (feature.key === "gap" || feature.key === "recent-posts") {
      feature.tooLittle = "most posts stand too close to the first one";
    } else feature.absent ??= absenceReason(feature.key, known, mature.length);
  }
  const labels = labelFeatures(mature, settings.labels);
  for (const feature of labels) {
    if (knownCount(feature) < mature.length / 2) {
      feature.absent = "fewer than half of the posts have a value in this column";
    }
  }
  return [...features, ...labels];
}

function absenceReason(key: string, known: number, of: number): string {
  const field = fieldOf(key);
  return known === 0
    ? `the export has no ${field}`
    : `fewer than half of the posts have a ${field} (${known} of ${of})`;
}

function fieldOf(key: string): string {
  switch (key) {
    case DURATION_FEATURE:
      return "duration";
    case LIBRARY_FEATURE:
    case "trending-sound":
      return "sound";
    case "photo":
      return "post type (video or photo)";
    default:
      return "caption";
  }
}

function durationFeature(posts: readonly Post[]): FeatureColumn {
  const feature = numericFeature(DURATION_FEATURE, "Length", posts.length, 0.35, "log seconds");
  posts.forEach(({ durationSeconds }, i) => {
    if (durationSeconds !== null && durationSeconds > 0) feature.values[i] = Math.log(durationSeconds);
  });
  return { ...feature, listed: false };
}

function libraryFeature(posts: readonly Post[]): FeatureColumn {
  const feature = binaryFeature(LIBRARY_FEATURE, "Library sound", posts.length);
  posts.forEach(({ soundOrigin }, i) => {
    feature.values[i] = soundOrigin === null ? -1 : soundOrigin === "library" ? 1 : 0;
  });
  return { ...feature, listed: false };
}

function photoFeature(posts: readonly Post[]): FeatureColumn {
  const feature = binaryFeature("photo", "Photo post", posts.length);
  posts.forEach(({ photo }, i) => {
    feature.values[i] = photo === null ? -1 : photo ? 1 : 0;
  });
  return feature;
}

function trendFeatures(posts: readonly Post[], trends: AnalysisSettings["trends"]): FeatureColumn[] {
  const sound = binaryFeature("trending-sound", "Sound on trend", posts.length);
  const tag = binaryFeature("trending-tag", "Hashtag on trend", posts.length);
  const lookup = trendLookup(trends);
  const of = (kind: "sound" | "hashtag") => trends.some((trend) => trend.kind === kind);
  const [hasSounds, hasTags] = [of("sound"), of("hashtag")];
  posts.forEach((post, i) => {
    const day = post.postedOn;
    const onTrend = hasSounds && day !== null ? lookup.soundOn(post, day) : null;
    sound.values[i] = onTrend === null ? -1 : onTrend ? 1 : 0;
    if (!hasTags || day === null) tag.values[i] = -1;
    else tag.values[i] = post.hashtags.some((key) => lookup.tagOn(key, day)) ? 1 : 0;
  });
  const missing = (kind: string) => `no dated list of trending ${kind} was given: use --trends`;
  if (!hasSounds) sound.absent = missing("sounds");
  if (!hasTags) tag.absent = missing("hashtags");
  return [sound, tag];
}

function tagCountFeature(posts: readonly Post[]): FeatureColumn {
  const feature = numericFeature("tag-count", "Number of hashtags", posts.length, 0.1, "one more hashtag");
  posts.forEach(({ title, hashtags }, i) => {
    if (title !== null || hashtags.length > 0) feature.values[i] = hashtags.length;
  });
  return feature;
}

function captionLengthFeature(posts: readonly Post[]): FeatureColumn {
  const feature = numericFeature("caption-length", "Caption length", posts.length, 0.08, "twice as long");
  posts.forEach(({ title }, i) => {
    if (title !== null) feature.values[i] = Math.log2(1 + captionLength(title));
  });
  return feature;
}

/** gap and recent-posts: what the account did before each post. */
function cadenceFeatures(mature: readonly Post[], all: readonly Post[]): FeatureColumn[] {
  const gap = numericFeature(
    "gap",
    "Days since the previous post",
    mature.length,
    0.05,
    "twice as long a gap",
  );
  const recent = numericFeature(
    "recent-posts",
    "Posts in the 14 days before",
    mature.length,
    0.05,
    "two more posts, i.e. one more a week",
  );
  const times = all.flatMap(({ sortAt }) => (sortAt === null ? [] : [sortAt]));
  const first = times[0];
  if (first === undefined) return [gap, recent];
  const place = new Map(all.map((post, i) => [post.key, i]));
  let start = 0;
  let before = 0;
  mature.forEach((post, i) => {
    const at = post.sortAt!;
    const index = place.get(post.key)!;
    if (index > 0) gap.values[i] = Math.log2(1 + (at - times[index - 1]!) / DAY);
    while (times[start]! < at - LOOK_BACK_DAYS * DAY) start++;
    while (before < times.length && times[before]! < at) before++;
    if (at - first >= LOOK_BACK_DAYS * DAY) recent.values[i] = (before - start) / 2;
  });
  return [gap, recent];
}
