import { emptyDataset } from "../support/hand-fits.ts";
import { handDays, handPosts } from "../support/hand-posts.ts";
import { describeStrategy } from "../support/strategy-cases.ts";

const { context } = emptyDataset();

describeStrategy("follower-conversion", [
  {
    name: "followers and views by day",
    posts: handPosts(40, (i) => ({ hashtags: i % 2 ? ["#bread"] : ["#garden"] })),
    dataset: { context: { ...context, days: handDays(40, (i) => ({ newFollowers: 4 + (i % 3) })) } },
    verdict: "unclear",
    facts: ["per-1000-views", "pillar:#bread"],
  },
  {
    name: "only the number of followers",
    posts: handPosts(40),
    dataset: { context: { ...context, days: handDays(40, (i) => ({ followers: 1000 + 5 * i })) } },
    verdict: "unclear",
    facts: ["per-1000-views"],
  },
  {
    name: "three days",
    posts: handPosts(40),
    dataset: { context: { ...context, days: handDays(3, () => ({ newFollowers: 4 })) } },
    verdict: "too-few",
  },
  {
    name: "followers without views",
    posts: handPosts(40),
    dataset: { context: { ...context, days: handDays(40, () => ({ newFollowers: 4, views: null })) } },
    verdict: "not-in-data",
  },
  { name: "no follower file", posts: handPosts(40), verdict: "not-in-data", gaps: ["followers"] },
]);
