import { handPosts } from "../support/hand-posts.ts";
import { describeStrategy, harmful, strong, tooFew, weak } from "../support/strategy-cases.ts";

describeStrategy("audience-replies", [
  {
    name: "video replies that do well",
    posts: handPosts(40),
    fits: { features: [strong("reply")] },
    verdict: "supported",
    findings: ["features/reply"],
  },
  {
    name: "video replies that do badly",
    posts: handPosts(40),
    fits: { features: [harmful("reply")] },
    verdict: "opposed",
    findings: ["features/reply"],
  },
  {
    name: "video replies that decide nothing",
    posts: handPosts(40),
    fits: { features: [weak("reply")] },
    verdict: "unclear",
    findings: ["features/reply"],
  },
  {
    name: "video replies in two posts",
    posts: handPosts(40),
    fits: { features: [tooFew("reply")] },
    verdict: "too-few",
    findings: ["features/reply"],
  },
  { name: "advice on answering comments", posts: handPosts(40), verdict: "too-few", practice: true },
  { name: "none of them", posts: handPosts(40), verdict: "too-few" },
  {
    name: "no captions",
    posts: handPosts(40, () => ({ title: null })),
    verdict: "not-in-data",
    gaps: ["title"],
  },
]);
