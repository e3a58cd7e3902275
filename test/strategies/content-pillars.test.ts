import { hashtagFinding as tag } from "../support/findings.ts";
import { handPosts } from "../support/hand-posts.ts";
import { describeStrategy, strong } from "../support/strategy-cases.ts";

const topics = handPosts(40, (i) => ({
  hashtags: i % 2 ? ["#bread", "#oven", "#fyp"] : ["#garden", "#fyp"],
}));

describeStrategy("content-pillars", [
  {
    name: "a topic that does well",
    posts: topics,
    fits: { hashtags: [tag("#bread", 0.3), tag("#fyp", 0.3), tag("#rare", 0.3)] },
    verdict: "supported",
    findings: ["hashtags/#bread"],
    facts: ["pillars", "concentration", "pillar:#bread"],
  },
  {
    name: "a label column that names topics",
    posts: topics,
    fits: {
      features: [strong("label:topic=bread"), strong("label:mood=calm"), strong("label:where=kitchen")],
    },
    verdict: "supported",
    findings: ["features/label:topic=bread", "features/label:where=kitchen"],
  },
  { name: "no tag used three times", posts: handPosts(40), verdict: "too-few" },
  {
    name: "neither captions nor tags",
    posts: handPosts(40, () => ({ title: null })),
    verdict: "not-in-data",
    gaps: ["title"],
  },
]);
