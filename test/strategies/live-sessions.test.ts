import { emptyDataset, handFits } from "../support/hand-fits.ts";
import { handDays, handPosts } from "../support/hand-posts.ts";
import { describeStrategy, strong } from "../support/strategy-cases.ts";

const { context } = emptyDataset();

describeStrategy("live-sessions", [
  {
    name: "days labelled as live",
    posts: handPosts(40, (i) => ({ labels: { live: i % 5 === 0 ? "yes" : "no" } })),
    fits: { settings: { ...handFits().settings, labels: ["live"] } },
    dataset: {
      context: { ...context, days: handDays(40, (i) => ({ newFollowers: i % 5 === 0 ? 30 : 10 })) },
    },
    verdict: "manual",
    facts: ["followers-on-live-days"],
    practice: true,
  },
  {
    name: "a label that is judged",
    posts: handPosts(40),
    fits: { features: [strong("label:live=yes")] },
    verdict: "supported",
    findings: ["features/label:live=yes"],
  },
  { name: "nothing of it", posts: handPosts(40), verdict: "manual", practice: true },
]);
