import { soundFinding as sound } from "../support/findings.ts";
import { handPosts } from "../support/hand-posts.ts";
import { describeStrategy } from "../support/strategy-cases.ts";

const mixed = handPosts(40, (i) => (i % 2 ? {} : { soundKey: "77", soundOrigin: "library" }));

describeStrategy("music-marketing", [
  {
    name: "own sounds that do better",
    posts: mixed,
    fits: { sounds: [sound("group:library", "group", -0.4), sound("own", "original", 0)] },
    verdict: "promising",
    facts: ["own-share", "own:own"],
  },
  {
    name: "library sounds that do better",
    posts: mixed,
    fits: { sounds: [sound("group:library", "group", 0.4)] },
    verdict: "unclear",
    facts: ["own-share"],
  },
  { name: "own sounds only", posts: handPosts(40), verdict: "too-few", facts: ["own-share"] },
  {
    name: "an export without sounds",
    posts: handPosts(40, () => ({ soundKey: null, soundOrigin: null })),
    verdict: "not-in-data",
    gaps: ["sound"],
  },
]);
