import type { Dataset, Post } from "../../src/types.ts";

const COUNTS = ["views", "likes", "comments", "shares", "saves"] as const;

/** A dataset on which some posts have a multiple of some of their counts. */
export function plantEffect(
  dataset: Dataset,
  liftOf: (post: Post) => number,
  counts: readonly (typeof COUNTS)[number][] = COUNTS,
): Dataset {
  const posts = dataset.posts.map((post): Post => {
    const lift = liftOf(post);
    const changed = counts.map((count) => [
      count,
      post[count] === null ? null : Math.round(post[count] * lift),
    ]);
    return { ...post, ...Object.fromEntries(changed) };
  });
  return { ...dataset, posts };
}
