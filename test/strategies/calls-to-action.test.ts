import { handPosts } from "../support/hand-posts.ts";
import { describeStrategy, harmful, strong, tooFew, weak } from "../support/strategy-cases.ts";

describeStrategy("calls-to-action", [
  {
    name: "asks for the like that do well",
    posts: handPosts(40),
    fits: { features: [strong("call-to-action:like")] },
    verdict: "supported",
    findings: ["features/call-to-action:like"],
  },
  {
    name: "asks for the like that do badly",
    posts: handPosts(40),
    fits: { features: [harmful("call-to-action:like")] },
    verdict: "opposed",
    findings: ["features/call-to-action:like"],
  },
  {
    name: "asks for the like that decide nothing",
    posts: handPosts(40),
    fits: { features: [weak("call-to-action:like")] },
    verdict: "unclear",
    findings: ["features/call-to-action:like"],
  },
  {
    name: "asks for the like in two posts",
    posts: handPosts(40),
    fits: { features: [tooFew("call-to-action:like")] },
    verdict: "too-few",
    findings: ["features/call-to-action:like"],
  },
  {
    name: "an ask that was hardly tried",
    posts: handPosts(40),
    fits: { features: [tooFew("call-to-action:like"), strong("call-to-action:comment")] },
    verdict: "supported",
    findings: ["features/call-to-action:like", "features/call-to-action:comment"],
    tests: ["features/call-to-action:like"],
  },
  { name: "none of them", posts: handPosts(40), verdict: "too-few" },
  {
    name: "no captions",
    posts: handPosts(40, () => ({ title: null })),
    verdict: "not-in-data",
    gaps: ["title"],
  },
]);
