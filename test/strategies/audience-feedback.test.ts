import { handPosts } from "../support/hand-posts.ts";
import { describeStrategy } from "../support/strategy-cases.ts";

describeStrategy("audience-feedback", [
  {
    name: "posts seen twice",
    posts: handPosts(40, () => ({
      snapshots: [{ at: 0, views: 10, likes: 1, comments: 0, shares: 0, saves: 0 }],
    })),
    verdict: "unclear",
    gaps: [],
    practice: true,
  },
  {
    name: "one export",
    posts: handPosts(40),
    verdict: "not-in-data",
    gaps: ["second-export"],
    practice: true,
  },
]);
