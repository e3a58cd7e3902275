import type { Finding, Fits } from "../../types.ts";

/**
 * Words by which a label column, or failing that one of its values, is taken to speak of a strategy: the first strategy in
 * this order with a word that starts a word of the column's name; then the same over the values. What no strategy claims is
 * a pillar (values) or an exploration (numbers).
 */
const LABEL_WORDS: readonly (readonly [strategy: string, words: readonly string[]])[] = [
  ["calls-to-action", ["cta", "calltoaction", "ask"]],
  ["giveaways", ["giveaway", "raffle", "prize"]],
  ["conversation-prompts", ["question", "prompt"]],
  ["audience-replies", ["reply", "replies", "qa", "qanda", "answer"]],
  ["duets-and-stitches", ["duet", "stitch"]],
  ["collaborations", ["collab", "partner", "guest", "feature with"]],
  ["behind-the-scenes", ["behind", "bts", "vlog", "routine", "storytime"]],
  ["sponsored-content", ["sponsor", "brand", "paid", "advert", "ad", "ads"]],
  ["live-sessions", ["live", "livestream"]],
  [
    "cross-promotion",
    [
      "cross",
      "crosspost",
      "newsletter",
      "blog",
      "embed",
      "instagram",
      "youtube",
      "reel",
      "reels",
      "shorts",
      "shared",
    ],
  ],
  ["community-engagement", ["engag", "community", "commented", "outreach"]],
  [
    "emotional-connection",
    ["mood", "emotion", "feeling", "tone", "humor", "humour", "funny", "nostalg", "joy", "empathy", "sad"],
  ],
  ["authenticity", ["authentic", "relatab", "personal", "raw", "honest", "vulnerab", "face", "unscripted"]],
  ["skill-showcase", ["skill", "talent", "tutorial", "howto", "demo", "lesson", "technique"]],
  [
    "content-quality",
    [
      "hook",
      "quality",
      "editing",
      "edit",
      "intro",
      "opening",
      "script",
      "lighting",
      "production",
      "effort",
      "value",
      "subtitle",
    ],
  ],
  ["trend-timing", ["trend"]],
  ["challenges", ["challenge"]],
  ["music-marketing", ["song", "music", "track"]],
  [
    "exploration",
    ["experiment", "new", "novel", "format", "feature", "effect", "filter", "template", "style", "ar"],
  ],
  ["content-pillars", ["topic", "pillar", "niche", "theme", "category", "series", "subject"]],
];

/** Words that stand for a strategy only as a whole word. */
const WHOLE: ReadonlySet<string> = new Set([
  "ad",
  "ads",
  "ar",
  "ask",
  "live",
  "new",
  "raw",
  "qa",
  "cta",
  "sad",
  "joy",
  "edit",
]);

/**
 * The strategy that judges a label finding.
 * @param key of the finding: "label:COLUMN=VALUE", or "label:COLUMN" for numbers
 * @example [labelOwner("label:mood=calm"), labelOwner("label:cell=LIVE"), labelOwner("label:x=y"), labelOwner("label:x")] // ["emotional-connection", "live-sessions", "content-pillars", "exploration"]
 */
export function labelOwner(key: string): string {
  const text = key.replace(/^label:/, "");
  const cut = text.indexOf("=");
  const column = cut < 0 ? text : text.slice(0, cut);
  const value = cut < 0 ? "" : text.slice(cut + 1);
  return namedIn(column) ?? namedIn(value) ?? (cut < 0 ? "exploration" : "content-pillars");
}

/** Label findings that belong to a strategy. */
export function labelFindings(fits: Fits, strategy: string): Finding[] {
  return fits.features.filter(({ key }) => key.startsWith("label:") && labelOwner(key) === strategy);
}

/** Label columns in use, and the posts' values, that speak of a strategy; for facts by day. */
export function namedIn(text: string): string | null {
  const words = text
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
  const joined = words.join("");
  for (const [strategy, starts] of LABEL_WORDS) {
    const hit = starts.some((start) =>
      WHOLE.has(start)
        ? words.includes(start) || joined === start
        : words.some((word) => word.startsWith(start)) || joined.startsWith(start),
    );
    if (hit) return strategy;
  }
  return null;
}
