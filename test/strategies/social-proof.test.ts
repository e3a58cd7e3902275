import { emptyDataset } from "../support/hand-fits.ts";
import { handDays, handPosts } from "../support/hand-posts.ts";
import { describeStrategy } from "../support/strategy-cases.ts";

const { context } = emptyDataset();

describeStrategy("social-proof", [
  {
    name: "growth beside size",
    posts: handPosts(40),
    dataset: { context: { ...context, days: handDays(40, (i) => ({ followers: 1000 + i * i })) } },
    verdict: "manual",
    facts: ["growth-by-size"],
    practice: false,
  },
  { name: "no follower file", posts: handPosts(40), verdict: "manual", practice: false },
]);
