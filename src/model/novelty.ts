import type { Post } from "../types.ts";
import { isGenericTag } from "./cues/index.ts";

/** Posts that only make known what is usual. */
const LEARNED_FROM = 10;
const LENGTH_FACTOR = 1.25;

/** How much an account tries new things. */
export interface Novelty {
  /** posts after the first ten */
  posts: number;
  /** those with a tag, sound, length or label that no earlier post had */
  novel: number;
  /** share of novel posts among the last third (at least five) */
  recentShare: number;
  /** per post: novel or not; null for the first ten */
  ofPost: readonly (boolean | null)[];
}

/**
 * Marks the posts that brought something new: a hashtag (none of the #fyp kind), a sound, a label value, or a length outside
 * of all earlier lengths by a quarter.
 * @param posts in order of time
 * @returns null with fewer than five posts after the first ten
 */
export function novelty(posts: readonly Post[]): Novelty | null {
  if (posts.length < LEARNED_FROM + 5) return null;
  const seen = new Set<string>();
  let shortest = Number.POSITIVE_INFINITY;
  let longest = 0;
  const ofPost = posts.map((post, i) => {
    const things = thingsOf(post);
    const { durationSeconds: length } = post;
    const newLength =
      length !== null &&
      longest > 0 &&
      (length > longest * LENGTH_FACTOR || length < shortest / LENGTH_FACTOR);
    const novel = newLength || things.some((thing) => !seen.has(thing));
    for (const thing of things) seen.add(thing);
    if (length !== null && length > 0) {
      shortest = Math.min(shortest, length);
      longest = Math.max(longest, length);
    }
    return i < LEARNED_FROM ? null : novel;
  });
  const judged = ofPost.filter((flag) => flag !== null);
  const recent = judged.slice(-Math.max(5, Math.floor(judged.length / 3)));
  return {
    posts: judged.length,
    novel: judged.filter(Boolean).length,
    recentShare: recent.filter(Boolean).length / recent.length,
    ofPost,
  };
}

function thingsOf({ hashtags, soundKey, labels }: Post): string[] {
  return [
    ...hashtags.filter((tag) => !isGenericTag(tag)),
    ...(soundKey === null ? [] : [`sound ${soundKey}`]),
    ...Object.entries(labels).flatMap(([column, value]) =>
      value === null || /\d/.test(value) ? [] : [`label ${column} ${value}`],
    ),
  ];
}
