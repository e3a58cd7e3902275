import { handPosts } from "../support/hand-posts.ts";
import { describeStrategy, harmful, strong, tooFew, weak } from "../support/strategy-cases.ts";

describeStrategy("sponsored-content", [
  {
    name: "sponsored posts that do well",
    posts: handPosts(40),
    fits: { features: [strong("sponsored")] },
    verdict: "supported",
    findings: ["features/sponsored"],
  },
  {
    name: "sponsored posts that do badly",
    posts: handPosts(40),
    fits: { features: [harmful("sponsored")] },
    verdict: "opposed",
    findings: ["features/sponsored"],
  },
  {
    name: "sponsored posts that decide nothing",
    posts: handPosts(40),
    fits: { features: [weak("sponsored")] },
    verdict: "unclear",
    findings: ["features/sponsored"],
  },
  {
    name: "sponsored posts in two posts",
    posts: handPosts(40),
    fits: { features: [tooFew("sponsored")] },
    verdict: "too-few",
    findings: ["features/sponsored"],
  },
  {
    name: "reach and rates of sponsored posts, and ads",
    posts: handPosts(60, (i) => (i % 4 === 0 ? { title: "Bread #ad", views: 300 } : { promoted: i === 1 })),
    fits: { features: [weak("sponsored")] },
    verdict: "unclear",
    findings: ["features/sponsored"],
    facts: ["promoted", "views", "likeRate", "commentRate", "shareRate"],
  },
  { name: "none of them", posts: handPosts(40), verdict: "too-few" },
  {
    name: "no captions",
    posts: handPosts(40, () => ({ title: null })),
    verdict: "not-in-data",
    gaps: ["title"],
  },
]);
