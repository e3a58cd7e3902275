/** What a caption can ask its viewers for. */
export type AskKind = "like" | "comment" | "share" | "save" | "follow" | "link";

/** Everything a phrase or tag can stand for. */
export type CueKind =
  | AskKind
  | "giveaway"
  | "reply"
  | "duet"
  | "stitch"
  | "challenge"
  | "series"
  | "behindTheScenes"
  | "sponsored";

/**
 * The caption phrases of one language: data only, read by `cuesOf`.
 *
 * A phrase is a row of words in lower case; accents do not matter. `(a|b|)` stands for one of its words (an empty one
 * may be left out), `&` for one of `and` or nothing, `_` for any one word, `0` for a number. `^` in front asks for the start of a
 * clause (of the caption, after punctuation, at a capital letter, or after a word of `lead`), `$` at the end for the end of one. Scripts
 * without spaces are matched anywhere in the text.
 */
export interface CueWords {
  language: string;
  /** joining words: "like and share" */
  and: readonly string[];
  /** words after which a clause starts: "please like" */
  lead: readonly string[];
  /** words that void an ask which follows them: "don't like", "I follow" */
  not: readonly string[];
  /** imperatives; two of different kinds in a row are an ask: "like, comment & share" */
  asks: Partial<Record<AskKind, readonly string[]>>;
  phrases: Partial<Record<CueKind, readonly string[]>>;
  /** hashtags without "#" that stand for the kind */
  tags: Partial<Record<CueKind, readonly string[]>>;
  /** tags that count only beside text in a script without spaces: "#pr" is a sponsor's mark in Japan, a personal record elsewhere */
  ownScriptTags?: Partial<Record<CueKind, readonly string[]>>;
  /** words that with a number make a series: "part 2", "#part2" */
  series: readonly string[];
  /** a hashtag that holds one of these names a challenge */
  challengeTagParts: readonly string[];
  /** hashtags without "#" that say nothing about the post: #fyp, #viral */
  genericTags: readonly string[];
}
