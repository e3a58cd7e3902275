import { handPosts } from "../support/hand-posts.ts";
import { describeStrategy, strong } from "../support/strategy-cases.ts";

describeStrategy("exploration", [
  {
    name: "new things that did well",
    posts: handPosts(80, (i) => (i % 5 === 0 ? { hashtags: [`#new${i}`], likes: 400 } : {})),
    verdict: "promising",
    facts: ["novel-share"],
    habits: 0,
  },
  {
    name: "nothing new for a long time",
    posts: handPosts(60),
    verdict: "unclear",
    facts: ["novel-share"],
    habits: 1,
  },
  {
    name: "a numeric label that nobody else claims",
    posts: handPosts(60),
    fits: { features: [strong("label:energy", { step: "one standard deviation of energy" })] },
    verdict: "supported",
    findings: ["features/label:energy"],
  },
  { name: "twelve posts", posts: handPosts(12), verdict: "too-few" },
  {
    name: "neither captions nor tags",
    posts: handPosts(40, () => ({ title: null })),
    verdict: "not-in-data",
    gaps: ["title"],
  },
]);
