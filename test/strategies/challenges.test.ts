import { handFits } from "../support/hand-fits.ts";
import { handPosts } from "../support/hand-posts.ts";
import { describeStrategy, harmful, strong, tooFew, weak } from "../support/strategy-cases.ts";

describeStrategy("challenges", [
  {
    name: "challenges that do well",
    posts: handPosts(40),
    fits: { features: [strong("challenge")] },
    verdict: "supported",
    findings: ["features/challenge"],
  },
  {
    name: "challenges that do badly",
    posts: handPosts(40),
    fits: { features: [harmful("challenge")] },
    verdict: "opposed",
    findings: ["features/challenge"],
  },
  {
    name: "challenges that decide nothing",
    posts: handPosts(40),
    fits: { features: [weak("challenge")] },
    verdict: "unclear",
    findings: ["features/challenge"],
  },
  {
    name: "challenges in two posts",
    posts: handPosts(40),
    fits: { features: [tooFew("challenge")] },
    verdict: "too-few",
    findings: ["features/challenge"],
  },
  {
    name: "a trends file",
    posts: handPosts(40),
    fits: {
      settings: {
        ...handFits().settings,
        trends: [{ kind: "hashtag", key: "#ice", name: "#ice", from: "2026-01-01", to: null }],
      },
      features: [weak("challenge"), strong("trending-tag")],
    },
    verdict: "supported",
    findings: ["features/challenge", "features/trending-tag"],
  },
  { name: "none of them", posts: handPosts(40), verdict: "too-few" },
  {
    name: "no captions",
    posts: handPosts(40, () => ({ title: null })),
    verdict: "not-in-data",
    gaps: ["title"],
  },
]);
