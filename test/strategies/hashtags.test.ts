import { hashtagFinding as tag } from "../support/findings.ts";
import { handPosts } from "../support/hand-posts.ts";
import { describeStrategy } from "../support/strategy-cases.ts";

const tagged = handPosts(40, () => ({ hashtags: ["#bread"] }));

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
