import { handPosts } from "../support/hand-posts.ts";
import { describeStrategy, harmful, strong, tooFew, weak } from "../support/strategy-cases.ts";

describeStrategy("collaborations", [
  {
    name: "mentions that do well",
    posts: handPosts(40),
    fits: { features: [strong("mention")] },
    verdict: "supported",
    findings: ["features/mention"],
  },
  {
    name: "mentions that do badly",
    posts: handPosts(40),
    fits: { features: [harmful("mention")] },
    verdict: "opposed",
    findings: ["features/mention"],
  },
  {
    name: "mentions that decide nothing",
    posts: handPosts(40),
    fits: { features: [weak("mention")] },
    verdict: "unclear",
    findings: ["features/mention"],
  },
  {
    name: "mentions in two posts",
    posts: handPosts(40),
    fits: { features: [tooFew("mention")] },
    verdict: "too-few",
    findings: ["features/mention"],
  },
  {
    name: "a partner of many posts",
    posts: handPosts(60, (i) => (i % 4 === 0 ? { title: "Bread with @anna", likes: 300 } : {})),
    fits: { features: [strong("mention")] },
    verdict: "supported",
    findings: ["features/mention"],
    facts: ["partner:@anna"],
  },
  { name: "none of them", posts: handPosts(40), verdict: "too-few" },
  {
    name: "no captions",
    posts: handPosts(40, () => ({ title: null })),
    verdict: "not-in-data",
    gaps: ["title"],
  },
]);
