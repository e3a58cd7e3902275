import type { Post } from "../types.ts";
import { type Cues, cuesOf, isGenericTag } from "./cues/index.ts";
import { binaryFeature, type FeatureColumn } from "./feature-column.ts";

const ASKS = [
  ["like", "Asks for a like", "likeRate"],
  ["comment", "Asks for a comment", "commentRate"],
  ["share", "Asks to share", "shareRate"],
  ["save", "Asks to save", "saveRate"],
  ["follow", "Asks to follow", "goal"],
  ["link", "Points to a link", "goal"],
] as const;

type Flag = "mention" | "reply" | "duet" | "stitch" | "challenge" | "series" | "emoji";

const FLAGS: readonly (readonly [Flag, string])[] = [
  ["mention", "Mentions an account"],
  ["reply", "Replies to a comment"],
  ["duet", "Duet"],
  ["stitch", "Stitch"],
  ["challenge", "Takes part in a challenge"],
  ["series", "Part of a series"],
  ["emoji", "Emoji in the caption"],
];

/** The features that a caption shows, by group, because other features stand between them in the order of the design. */
export interface CaptionFeatures {
  asks: FeatureColumn[];
  /** question to emoji */
  flags: FeatureColumn[];
  /** behind-the-scenes and sponsored */
  late: FeatureColumn[];
  genericTags: FeatureColumn;
}

/**
 * Reads the captions of the posts once and fills the binary features of MODEL.md 2.1 that come from them. Posts without a
 * caption have no known value.
 */
export function captionFeatures(posts: readonly Post[]): CaptionFeatures {
  const n = posts.length;
  const asks = ASKS.map(([kind, label, matched]) =>
    binaryFeature(`call-to-action:${kind}`, label, n, matched),
  );
  const question = binaryFeature("question", "Asks a question", n, "commentRate");
  const giveaway = binaryFeature("giveaway", "Giveaway", n, "commentRate");
  const flags = FLAGS.map(([key, label]) => binaryFeature(key, label, n));
  const behind = binaryFeature("behind-the-scenes", "Behind the scenes", n);
  const sponsored = binaryFeature("sponsored", "Marked as sponsored", n);
  const genericTags = binaryFeature("generic-tags", "Any tag like #fyp", n);
  const columns: (readonly [{ values: Int8Array }, (cues: Cues) => boolean])[] = [
    ...asks.map((feature, k) => [feature, (cues: Cues) => cues.callsToAction.has(ASKS[k]![0])] as const),
    [question, (cues) => cues.question],
    [giveaway, (cues) => cues.giveaway],
    ...flags.map((feature, k) => [feature, (cues: Cues) => cues[FLAGS[k]![0]]] as const),
    [behind, (cues) => cues.behindTheScenes],
    [sponsored, (cues) => cues.sponsored],
  ];
  const generic = new Map<string, boolean>();
  const inUse = new Set<string>();
  posts.forEach((post, i) => {
    for (const tag of post.hashtags) {
      if (!generic.has(tag)) generic.set(tag, isGenericTag(tag));
      if (generic.get(tag)) {
        inUse.add(tag);
        genericTags.values[i] = 1;
      }
    }
    if (post.title === null) {
      if (post.hashtags.length === 0) genericTags.values[i] = -1;
      for (const [feature] of columns) feature.values[i] = -1;
      return;
    }
    const cues = cuesOf(post.title, post.hashtags);
    for (const [feature, has] of columns) feature.values[i] = has(cues) ? 1 : 0;
  });
  if (inUse.size < 2) {
    genericTags.values.fill(0);
    genericTags.tooLittle = inUse.size === 0 ? null : "only one such tag is in use: see that hashtag";
  }
  return { asks, flags: [question, giveaway, ...flags], late: [behind, sponsored], genericTags };
}

const HASHTAG = /[#＃][\p{L}\p{M}\p{N}_]+/gu;

/**
 * Length of a caption in code points, without its hashtags and the spaces around them.
 * @example captionLength("Bread  day 🍞 #baking") // 11
 */
export function captionLength(title: string): number {
  const text = title.includes("#") || title.includes("＃") ? title.replace(HASHTAG, " ") : title;
  let length = 0;
  for (const _ of text.replace(/\s+/g, " ").trim()) length++;
  return length;
}
