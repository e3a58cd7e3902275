import { handPosts } from "../support/hand-posts.ts";
import { describeStrategy, strong } from "../support/strategy-cases.ts";

describeStrategy("content-quality", [
  {
    name: "completion in the export",
    posts: handPosts(40, (i) => ({ completionRate: 0.2 + (i % 7) / 20, averageWatchSeconds: 5 + (i % 4) })),
    verdict: "unclear",
    facts: ["completion", "watch-time"],
  },
  {
    name: "a label for the hook",
    posts: handPosts(40),
    fits: { features: [strong("label:Hook type=question")] },
    verdict: "supported",
    findings: ["features/label:Hook type=question"],
  },
  { name: "nothing of it", posts: handPosts(40), verdict: "manual", practice: true },
]);
