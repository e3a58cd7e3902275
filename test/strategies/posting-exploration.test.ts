import { handPosts } from "../support/hand-posts.ts";
import { describeStrategy } from "../support/strategy-cases.ts";

describeStrategy("posting-exploration", [
  {
    name: "every post in one block",
    posts: handPosts(35, (i) => ({ postedAt: Date.UTC(2026, 0, 5 + 7 * i, 18) })),
    verdict: "unclear",
    facts: ["used-share", "evenness"],
    habits: 1,
  },
  {
    name: "posts spread over the week",
    posts: handPosts(42, (i) => ({ postedAt: Date.UTC(2026, 0, 5 + i, (i * 5) % 24) })),
    verdict: "unclear",
    facts: ["used-share", "evenness"],
    habits: 0,
    tests: ["posting-exploration"],
  },
  {
    name: "days without hours",
    posts: handPosts(40, () => ({ postedAt: null, precision: "day" })),
    verdict: "not-in-data",
    gaps: ["hour"],
  },
]);
