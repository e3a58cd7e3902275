import type { Post } from "../types.ts";
import { compareText } from "./order.ts";

const HOUR = 3_600_000;

/** Posts in the one order in which everything is summed: (posting instant, key), posts without a date last. */
export function inOrder(posts: readonly Post[]): Post[] {
  const last = Number.POSITIVE_INFINITY;
  return [...posts].sort((a, b) => {
    const difference = (a.sortAt ?? last) - (b.sortAt ?? last);
    return difference || compareText(a.key, b.key);
  });
}

/**
 * Whether a post's counts have settled: its newest snapshot is at least `minAgeHours` after posting, it has a date and is
 * not promoted (MODEL.md 1.2).
 */
export function isMature(post: Post, minAgeHours: number): boolean {
  return post.sortAt !== null && !post.promoted && post.snapshotAt - post.sortAt >= minAgeHours * HOUR;
}
