import { hashtagFinding as tag } from "../support/findings.ts";
import { handFits } from "../support/hand-fits.ts";
import { handPosts } from "../support/hand-posts.ts";
import { describeStrategy, harmful, strong, weak } from "../support/strategy-cases.ts";

describeStrategy("generic-hashtags", [
  {
    name: "tags like #fyp that help",
    posts: handPosts(40),
    fits: { features: [strong("generic-tags"), weak("tag-count", { step: "one more hashtag" })] },
    verdict: "supported",
    findings: ["features/generic-tags", "features/tag-count"],
    tests: [],
  },
  {
    name: "one more tag that costs",
    posts: handPosts(40),
    fits: { features: [harmful("tag-count", { step: "one more hashtag" })] },
    verdict: "opposed",
    findings: ["features/tag-count"],
  },
  {
    name: "the only such tag by itself",
    posts: handPosts(40),
    fits: { hashtags: [tag("#foryou", -0.3), tag("#bread", 0.3)] },
    verdict: "opposed",
    findings: ["hashtags/#foryou"],
    tests: [],
  },
  { name: "no such tag", posts: handPosts(40), verdict: "too-few", tests: ["generic-hashtags"] },
  {
    name: "no such tag, and views are fitted",
    posts: handPosts(40),
    fits: { goal: "views", outcomes: [{ ...handFits().outcomes[0]!, outcome: "views" }] },
    verdict: "too-few",
    tests: ["generic-hashtags"],
  },
]);
