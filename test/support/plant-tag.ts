import type { Dataset, Post } from "../../src/types.ts";
import { seededRandom } from "./random.ts";

/** How a creator uses a tag before and after an instant, and what it is worth on every count. */
export interface PlantedTag {
  key: string;
  /** ms UTC */
  from: number;
  shareBefore: number;
  shareAfter: number;
  lift: number;
  seed: number;
}

/** A dataset whose creator takes up (or drops) a tag that multiplies all counts. */
export function plantTag(
  dataset: Dataset,
  { key, from, shareBefore, shareAfter, lift, seed }: PlantedTag,
): Dataset {
  const random = seededRandom(seed);
  const times = (count: number | null) => (count === null ? null : Math.round(count * lift));
  const posts = dataset.posts.map((post): Post => {
    if (!random.chance(post.sortAt! > from ? shareAfter : shareBefore)) return post;
    return {
      ...post,
      hashtags: [...post.hashtags, key],
      hashtagLabels: [...post.hashtagLabels, key],
      title: `${post.title ?? ""} ${key}`,
      views: times(post.views),
      likes: times(post.likes),
      comments: times(post.comments),
      shares: times(post.shares),
      saves: times(post.saves),
    };
  });
  return { ...dataset, posts };
}

/** What the creator's export of an earlier day would have held: posts up to then, counts as they are now. */
export function exportOf(dataset: Dataset, asOf: number): Dataset {
  return {
    ...dataset,
    asOf,
    posts: dataset.posts
      .filter(({ sortAt }) => sortAt! <= asOf)
      .map((post) => ({ ...post, snapshotAt: asOf })),
  };
}
