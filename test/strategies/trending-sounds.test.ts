import { soundFinding as sound } from "../support/findings.ts";
import { handFits } from "../support/hand-fits.ts";
import { handPosts } from "../support/hand-posts.ts";
import { describeStrategy, strong } from "../support/strategy-cases.ts";

describeStrategy("trending-sounds", [
  {
    name: "a library sound that does well",
    posts: handPosts(40),
    fits: {
      sounds: [
        sound("group:library", "group", 0.01),
        sound("77", "library", 0.4),
        sound("own", "original", 0),
      ],
    },
    verdict: "supported",
    findings: ["sounds/77", "sounds/group:library"],
  },
  {
    name: "library sounds that cost",
    posts: handPosts(40),
    fits: { sounds: [sound("group:library", "group", -0.4)] },
    verdict: "opposed",
    findings: ["sounds/group:library"],
  },
  {
    name: "a sound while it trends",
    posts: handPosts(40, (i) => (i % 2 ? {} : { soundId: "77", soundKey: "77", soundOrigin: "library" })),
    fits: {
      settings: {
        ...handFits().settings,
        trends: [{ kind: "sound", key: "77", name: "Seven", from: "2026-01-01", to: null }],
      },
      features: [strong("trending-sound")],
    },
    verdict: "supported",
    findings: ["features/trending-sound"],
    facts: ["days-since-trend"],
  },
  { name: "own sounds only", posts: handPosts(40), verdict: "too-few" },
  {
    name: "an export without sounds",
    posts: handPosts(40, () => ({ soundKey: null, soundOrigin: null })),
    verdict: "not-in-data",
    gaps: ["sound"],
  },
]);
