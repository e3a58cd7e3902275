import type { Post } from "../types.ts";
import { type Cue, cueBitOf, cueBits, isGenericTag } from "./cues/index.ts";
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
  const columns: { values: Int8Array; bit: number }[] = [];
  const fill = ({ values }: { values: Int8Array }, cue: Cue) => columns.push({ values, bit: cueBitOf(cue) });
  asks.forEach((feature, k) => {
    fill(feature, ASKS[k]![0]);
  });
  fill(question, "question");
  fill(giveaway, "giveaway");
  flags.forEach((feature, k) => {
    fill(feature, FLAGS[k]![0]);
  });
  fill(behind, "behindTheScenes");
  fill(sponsored, "sponsored");
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
      for (const { values } of columns) values[i] = -1;
      return;
    }
    const cues = cueBits(post.title, post.hashtags);
    for (const { values, bit } of columns) values[i] = (cues & bit) === 0 ? 0 : 1;
  });
  if (inUse.size < 2) {
    genericTags.values.fill(0);
    genericTags.tooLittle = inUse.size === 0 ? null : "only one such tag is in use: see that hashtag";
  }
  return { asks, flags: [question, giveaway, ...flags], late: [behind, sponsored], genericTags };
}

/** The rest of a hashtag from some place on. */
const TAG_PART = /[\p{L}\p{M}\p{N}_]*/uy;
const SPACE = /\s/;

/**
 * Length of a caption in code points, without its hashtags and the spaces around them.
 * @example captionLength("Bread  day 🍞 #baking") // 11
 */
export function captionLength(title: string): number {
  let length = 0;
  let gap = false;
  for (let i = 0; i < title.length; i++) {
    const unit = title.charCodeAt(i);
    const end = unit === 0x23 || unit === 0xff03 ? tagEnd(title, i + 1) : i;
    if (end > i + 1) {
      gap = length > 0;
      i = end - 1;
    } else if (isSpace(unit)) {
      gap = length > 0;
    } else {
      length += gap ? 2 : 1;
      gap = false;
      if (isPair(unit, title.charCodeAt(i + 1))) i++;
    }
  }
  return length;
}

/** End of the letters, marks, digits and underscores that begin at a place. */
function tagEnd(title: string, from: number): number {
  let i = from;
  while (i < title.length && isAsciiWord(title.charCodeAt(i))) i++;
  if (i >= title.length || title.charCodeAt(i) < 0x80) return i;
  TAG_PART.lastIndex = i;
  TAG_PART.test(title);
  return TAG_PART.lastIndex;
}

function isAsciiWord(unit: number): boolean {
  return (
    (unit >= 0x61 && unit <= 0x7a) ||
    (unit >= 0x30 && unit <= 0x39) ||
    (unit >= 0x41 && unit <= 0x5a) ||
    unit === 0x5f
  );
}

function isSpace(unit: number): boolean {
  if (unit < 0x80) return unit === 0x20 || (unit >= 9 && unit <= 13);
  return SPACE.test(String.fromCharCode(unit));
}

/** Whether two units stand for one code point. */
function isPair(unit: number, next: number): boolean {
  return (unit & 0xfc00) === 0xd800 && (next & 0xfc00) === 0xdc00;
}
