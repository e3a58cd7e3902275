import type { AnalysisSettings } from "../../src/types.ts";
import { handFits } from "../support/hand-fits.ts";
import { handPosts } from "../support/hand-posts.ts";
import { describeStrategy, strong } from "../support/strategy-cases.ts";

const settings: AnalysisSettings = {
  ...handFits().settings,
  trends: [{ kind: "hashtag", key: "#ice", name: "#ice", from: "2026-01-02", to: null }],
};

describeStrategy("trend-timing", [
  {
    name: "posts that took up trends",
    posts: handPosts(40, (i) => (i % 4 === 0 ? { hashtags: ["#ice"] } : {})),
    fits: { settings, features: [strong("trending-tag")] },
    verdict: "supported",
    findings: ["features/trending-tag"],
    facts: ["lag"],
    practice: false,
  },
  { name: "a trends file and no post in it", posts: handPosts(40), fits: { settings }, verdict: "too-few" },
  { name: "no trends file", posts: handPosts(40), verdict: "manual", practice: true },
]);
