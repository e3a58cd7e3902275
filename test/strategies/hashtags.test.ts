import { estimate, finding } from "../support/findings.ts";
import { handPosts } from "../support/hand-posts.ts";
import { describeStrategy } from "../support/strategy-cases.ts";

const tagged = handPosts(40, () => ({ hashtags: ["#bread"] }));
const tag = (key: string, mean: number) => ({
  ...finding({
    key,
    section: "hashtags",
    rule: "hashtag",
    posts: 31,
    estimate: estimate(mean, 0.05, { probability: mean > 0 ? 0.999 : 0.001 }),
  }),
  group: [],
});

describeStrategy("hashtags", [
  {
    name: "a tag of a topic that does well",
    posts: tagged,
    fits: { hashtags: [tag("#bread", 0.3), tag("#fyp", 0.2)] },
    verdict: "supported",
    findings: ["hashtags/#bread"],
  },
  {
    name: "a tag that does badly",
    posts: tagged,
    fits: { hashtags: [tag("#bread", -0.3)] },
    verdict: "opposed",
    findings: ["hashtags/#bread"],
  },
  { name: "no tag used twice", posts: handPosts(40), verdict: "too-few" },
  {
    name: "neither captions nor tags",
    posts: handPosts(40, () => ({ title: null })),
    verdict: "not-in-data",
    gaps: ["title"],
  },
]);
