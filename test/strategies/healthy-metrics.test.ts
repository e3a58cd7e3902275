import { handFits } from "../support/hand-fits.ts";
import { handPosts } from "../support/hand-posts.ts";
import { describeStrategy } from "../support/strategy-cases.ts";

describeStrategy("healthy-metrics", [
  {
    name: "a band",
    posts: handPosts(40),
    verdict: "unclear",
    facts: ["usual", "below", "big-hit"],
    practice: true,
    gaps: [],
  },
  {
    name: "four posts",
    posts: handPosts(4),
    fits: { baseline: { ...handFits().baseline, perPost: {} } },
    verdict: "too-few",
    gaps: [],
  },
  {
    name: "an export without the goal",
    posts: handPosts(40, () => ({ likes: null })),
    fits: {
      barred: { likes: { verdict: "not-in-data", reason: "no likes" } },
      baseline: { ...handFits().baseline, perPost: {} },
    },
    verdict: "not-in-data",
    gaps: ["likes"],
  },
]);
