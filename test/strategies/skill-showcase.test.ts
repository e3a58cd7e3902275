import { handPosts } from "../support/hand-posts.ts";
import { describeStrategy, harmful, strong, weak } from "../support/strategy-cases.ts";

describeStrategy("skill-showcase", [
  { name: "nothing of it in the export", posts: handPosts(40), verdict: "manual", practice: true },
  {
    name: "a label that does well",
    posts: handPosts(40),
    fits: { features: [strong("label:cell=Tutorial"), weak("label:unrelated=x")] },
    verdict: "supported",
    findings: ["features/label:cell=Tutorial"],
  },
  {
    name: "a label that does badly",
    posts: handPosts(40),
    fits: { features: [harmful("label:cell=Tutorial")] },
    verdict: "opposed",
    findings: ["features/label:cell=Tutorial"],
  },
]);
