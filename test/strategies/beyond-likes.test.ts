import { handFits } from "../support/hand-fits.ts";
import { handPosts } from "../support/hand-posts.ts";
import { describeStrategy } from "../support/strategy-cases.ts";

const { baseline } = handFits();

describeStrategy("beyond-likes", [
  {
    name: "rates that moved",
    posts: handPosts(60, (i) => (i >= 50 ? { likes: 900 } : {})),
    fits: {
      baseline: { ...baseline, perPost: { likeRate: { median: 0.08, low: 0.05, high: 0.12, level: 0.8 } } },
    },
    verdict: "unclear",
    facts: ["likeRate"],
  },
  {
    name: "no band of any rate",
    posts: handPosts(4),
    fits: { baseline: { ...baseline, perPost: {} } },
    verdict: "too-few",
  },
  {
    name: "no views",
    posts: handPosts(40, () => ({ views: null })),
    verdict: "not-in-data",
    gaps: ["views"],
  },
]);
