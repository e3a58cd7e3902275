/** Sums of the plain values of some posts. */
export interface PlainSum {
  sum: number;
  posts: number;
}

/**
 * What a spreadsheet would claim: the ratio of two plain averages, null without posts on a side or when the second is 0.
 * @example averageRatio({ sum: 6, posts: 2 }, { sum: 4, posts: 4 }) // 3
 */
export function averageRatio(some: PlainSum, others: PlainSum): number | null {
  if (some.posts === 0 || others.posts === 0 || others.sum === 0) return null;
  return some.sum / some.posts / (others.sum / others.posts);
}
