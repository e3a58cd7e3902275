import { handPosts } from "../support/hand-posts.ts";
import { describeStrategy, harmful, strong, tooFew, weak } from "../support/strategy-cases.ts";

describeStrategy("conversation-prompts", [
  {
    name: "questions that do well",
    posts: handPosts(40),
    fits: { features: [strong("question")] },
    verdict: "supported",
    findings: ["features/question"],
  },
  {
    name: "questions that do badly",
    posts: handPosts(40),
    fits: { features: [harmful("question")] },
    verdict: "opposed",
    findings: ["features/question"],
  },
  {
    name: "questions that decide nothing",
    posts: handPosts(40),
    fits: { features: [weak("question")] },
    verdict: "unclear",
    findings: ["features/question"],
  },
  {
    name: "questions in two posts",
    posts: handPosts(40),
    fits: { features: [tooFew("question")] },
    verdict: "too-few",
    findings: ["features/question"],
  },
  {
    name: "questions that were hardly tried",
    posts: handPosts(40),
    fits: { features: [tooFew("question")] },
    verdict: "too-few",
    findings: ["features/question"],
    tests: ["features/question"],
  },
  { name: "none of them", posts: handPosts(40), verdict: "too-few" },
  {
    name: "no captions",
    posts: handPosts(40, () => ({ title: null })),
    verdict: "not-in-data",
    gaps: ["title"],
  },
]);
