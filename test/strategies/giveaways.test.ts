import { emptyDataset } from "../support/hand-fits.ts";
import { handDays, handPosts } from "../support/hand-posts.ts";
import { describeStrategy, harmful, strong, tooFew, weak } from "../support/strategy-cases.ts";

describeStrategy("giveaways", [
  {
    name: "giveaways that do well",
    posts: handPosts(40),
    fits: { features: [strong("giveaway")] },
    verdict: "supported",
    findings: ["features/giveaway"],
  },
  {
    name: "giveaways that do badly",
    posts: handPosts(40),
    fits: { features: [harmful("giveaway")] },
    verdict: "opposed",
    findings: ["features/giveaway"],
  },
  {
    name: "giveaways that decide nothing",
    posts: handPosts(40),
    fits: { features: [weak("giveaway")] },
    verdict: "unclear",
    findings: ["features/giveaway"],
  },
  {
    name: "giveaways in two posts",
    posts: handPosts(40),
    fits: { features: [tooFew("giveaway")] },
    verdict: "too-few",
    findings: ["features/giveaway"],
  },
  {
    name: "followers in the days after",
    posts: handPosts(40, (i) => (i % 10 === 0 ? { title: "GIVEAWAY time" } : {})),
    dataset: {
      context: {
        ...emptyDataset().context,
        days: handDays(40, (i) => ({ newFollowers: i % 10 < 3 ? 50 : 10 })),
      },
    },
    fits: { features: [weak("giveaway")] },
    verdict: "unclear",
    findings: ["features/giveaway"],
    facts: ["followers-after"],
  },
  {
    name: "followers in the days after, from the history of followers alone",
    posts: handPosts(40, (i) => (i % 10 === 0 ? { title: "GIVEAWAY time" } : {})),
    dataset: {
      context: {
        ...emptyDataset().context,
        days: handDays(40, (i) => ({ views: null, followers: 5000 - 7 * i })),
      },
    },
    fits: { features: [weak("giveaway")] },
    verdict: "unclear",
    findings: ["features/giveaway"],
    facts: ["followers-after"],
  },
  { name: "none of them", posts: handPosts(40), verdict: "too-few" },
  {
    name: "no captions",
    posts: handPosts(40, () => ({ title: null })),
    verdict: "not-in-data",
    gaps: ["title"],
  },
]);
