import type { Post } from "../../src/types.ts";

/** What a test says about a post; `at` = posting instant, ms UTC. */
export type PostSketch = Partial<Post> & { at: number };

/** A post with sensible values for everything a test leaves out. */
export function makePost({ at, ...given }: PostSketch): Post {
  const key = given.key ?? `post-${at}`;
  return {
    id: null,
    key,
    account: null,
    title: null,
    postedAt: at,
    postedOn: new Date(at).toISOString().slice(0, 10),
    precision: "second",
    sortAt: at,
    scheduled: false,
    promoted: false,
    photo: null,
    snapshotAt: at + 30 * 86_400_000,
    views: null,
    likes: null,
    comments: null,
    shares: null,
    saves: null,
    durationSeconds: null,
    soundId: null,
    sound: null,
    soundKey: null,
    soundOrigin: null,
    hashtags: [],
    hashtagLabels: given.hashtags ?? [],
    labels: Object.create(null) as Record<string, string | null>,
    averageWatchSeconds: null,
    completionRate: null,
    newFollowers: null,
    snapshots: [],
    file: "posts.csv",
    line: null,
    ...given,
  };
}
