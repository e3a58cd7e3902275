import { handPosts } from "../support/hand-posts.ts";
import { describeStrategy, harmful, strong, weak } from "../support/strategy-cases.ts";

describeStrategy("authenticity", [
  { name: "nothing of it in the export", posts: handPosts(40), verdict: "manual", practice: true },
  {
    name: "a label that does well",
    posts: handPosts(40),
    fits: { features: [strong("label:personal=yes"), weak("label:unrelated=x")] },
    verdict: "supported",
    findings: ["features/label:personal=yes"],
  },
  {
    name: "a label that does badly",
    posts: handPosts(40),
    fits: { features: [harmful("label:personal=yes")] },
    verdict: "opposed",
    findings: ["features/label:personal=yes"],
  },
]);
