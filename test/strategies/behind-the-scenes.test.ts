import { handPosts } from "../support/hand-posts.ts";
import { describeStrategy, harmful, strong, tooFew, weak } from "../support/strategy-cases.ts";

describeStrategy("behind-the-scenes", [
  {
    name: "looks behind the scenes that do well",
    posts: handPosts(40),
    fits: { features: [strong("behind-the-scenes")] },
    verdict: "supported",
    findings: ["features/behind-the-scenes"],
  },
  {
    name: "looks behind the scenes that do badly",
    posts: handPosts(40),
    fits: { features: [harmful("behind-the-scenes")] },
    verdict: "opposed",
    findings: ["features/behind-the-scenes"],
  },
  {
    name: "looks behind the scenes that decide nothing",
    posts: handPosts(40),
    fits: { features: [weak("behind-the-scenes")] },
    verdict: "unclear",
    findings: ["features/behind-the-scenes"],
  },
  {
    name: "looks behind the scenes in two posts",
    posts: handPosts(40),
    fits: { features: [tooFew("behind-the-scenes")] },
    verdict: "too-few",
    findings: ["features/behind-the-scenes"],
  },
  {
    name: "parts of a series",
    posts: handPosts(40),
    fits: { features: [strong("series")] },
    verdict: "supported",
    findings: ["features/series"],
  },
  { name: "none of them", posts: handPosts(40), verdict: "too-few" },
  {
    name: "no captions",
    posts: handPosts(40, () => ({ title: null })),
    verdict: "not-in-data",
    gaps: ["title"],
  },
]);
