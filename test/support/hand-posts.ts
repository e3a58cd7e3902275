import { emptyDay } from "../../src/read/context.ts";
import type { ContextDay, Post } from "../../src/types.ts";

const DAY = 86_400_000;
const FIRST = Date.UTC(2026, 0, 5, 18);

/** One post per day from Monday, 5 January 2026, 18:00 UTC, older ones first, with everything an export may hold. */
export function handPosts(count: number, over: (index: number) => Partial<Post> = () => ({})): Post[] {
  return Array.from({ length: count }, (_, i) => {
    const postedAt = FIRST + i * DAY;
    const day = new Date(postedAt).toISOString().slice(0, 10);
    const views = 1000 + 37 * ((i * 7) % 11);
    return {
      id: String(7_000_000_000_000_000_000n + BigInt(i)),
      key: `post-${String(i).padStart(4, "0")}`,
      account: "@hand",
      title: "Bread",
      postedAt,
      postedOn: day,
      precision: "second",
      sortAt: postedAt,
      scheduled: false,
      promoted: false,
      photo: false,
      snapshotAt: FIRST + (count + 10) * DAY,
      durationSeconds: 30,
      soundId: null,
      sound: null,
      soundKey: "own",
      soundOrigin: "own",
      hashtags: [],
      hashtagLabels: [],
      labels: {},
      averageWatchSeconds: null,
      completionRate: null,
      newFollowers: null,
      snapshots: [],
      file: "hand.csv",
      line: i + 2,
      views,
      likes: 80 + ((i * 13) % 17),
      comments: 8 + (i % 3),
      shares: 4 + (i % 2),
      saves: 6,
      ...over(i),
    };
  });
}

/** One day of context per post of handPosts, from the same Monday. */
export function handDays(
  count: number,
  over: (index: number) => Partial<ContextDay> = () => ({}),
): ContextDay[] {
  return Array.from({ length: count }, (_, i) => ({
    ...emptyDay(new Date(FIRST + i * DAY).toISOString().slice(0, 10)),
    views: 1000 + (i % 5) * 10,
    ...over(i),
  }));
}
