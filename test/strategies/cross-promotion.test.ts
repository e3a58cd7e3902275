import { handPosts } from "../support/hand-posts.ts";
import { describeStrategy, harmful, strong, weak } from "../support/strategy-cases.ts";

describeStrategy("cross-promotion", [
  { name: "nothing of it in the export", posts: handPosts(40), verdict: "manual", practice: true },
  {
    name: "a label that does well",
    posts: handPosts(40),
    fits: { features: [strong("label:cross-posted=instagram"), weak("label:unrelated=x")] },
    verdict: "supported",
    findings: ["features/label:cross-posted=instagram"],
  },
  {
    name: "a label that does badly",
    posts: handPosts(40),
    fits: { features: [harmful("label:cross-posted=instagram")] },
    verdict: "opposed",
    findings: ["features/label:cross-posted=instagram"],
  },
]);
