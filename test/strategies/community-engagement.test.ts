import { handPosts } from "../support/hand-posts.ts";
import { describeStrategy, harmful, strong, weak } from "../support/strategy-cases.ts";

describeStrategy("community-engagement", [
  { name: "nothing of it in the export", posts: handPosts(40), verdict: "manual", practice: true },
  {
    name: "a label that does well",
    posts: handPosts(40),
    fits: { features: [strong("label:engaged=yes"), weak("label:unrelated=x")] },
    verdict: "supported",
    findings: ["features/label:engaged=yes"],
  },
  {
    name: "a label that does badly",
    posts: handPosts(40),
    fits: { features: [harmful("label:engaged=yes")] },
    verdict: "opposed",
    findings: ["features/label:engaged=yes"],
  },
]);
