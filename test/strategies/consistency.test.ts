import { estimate, finding } from "../support/findings.ts";
import { handPosts } from "../support/hand-posts.ts";
import { describeStrategy } from "../support/strategy-cases.ts";

const score = (coverage: number) => ({
  score: 71,
  low: 60,
  high: 80,
  parts: { delivery: 0.8, regularity: 0.7, coverage, stability: 0.5 },
  postsPerWeek: 3.2,
  longestGapDays: 9,
  weeks: 12,
  plan: 4,
});
const matters = (mean: number) => ({
  ...finding({
    key: "matters",
    section: "consistency",
    rule: "feature",
    posts: 31,
    estimate: estimate(mean, 0.03),
  }),
  step: "two more posts, i.e. one more a week",
});

describeStrategy("consistency", [
  {
    name: "posting more often that pays",
    posts: handPosts(60),
    fits: { consistency: score(0.9), matters: matters(0.3) },
    verdict: "supported",
    findings: ["consistency/matters"],
    facts: ["score", "one-more-post"],
    habits: 0,
  },
  {
    name: "a cadence that makes no difference, with long gaps",
    posts: handPosts(60),
    fits: { consistency: score(0.4), matters: matters(0) },
    verdict: "negligible",
    findings: ["consistency/matters"],
    habits: 1,
  },
  {
    name: "a score without an effect",
    posts: handPosts(60),
    fits: { consistency: score(0.9) },
    verdict: "unclear",
    facts: ["score"],
  },
  { name: "three weeks", posts: handPosts(20), verdict: "too-few", habits: 0 },
]);
