import { emptyDataset, handFits } from "../support/hand-fits.ts";
import { handDays, handPosts } from "../support/hand-posts.ts";
import { describeStrategy } from "../support/strategy-cases.ts";

const { context } = emptyDataset();

describeStrategy("influencer-fit", [
  {
    name: "follower files",
    posts: handPosts(40),
    dataset: {
      context: {
        ...context,
        gender: [{ key: "Female", share: 0.6 }],
        territories: [
          { key: "FR", share: 0.5 },
          { key: "BE", share: 0.2 },
        ],
        days: handDays(10, () => ({ followers: 1200 })),
      },
    },
    verdict: "manual",
    facts: ["likeRate", "followers", "territories", "gender"],
  },
  {
    name: "posts alone",
    posts: handPosts(40),
    fits: { baseline: { ...handFits().baseline, perPost: {} } },
    verdict: "manual",
  },
]);
