import { handPosts } from "../support/hand-posts.ts";
import { describeStrategy, harmful, strong, tooFew, weak } from "../support/strategy-cases.ts";

describeStrategy("duets-and-stitches", [
  {
    name: "duets that do well",
    posts: handPosts(40),
    fits: { features: [strong("duet")] },
    verdict: "supported",
    findings: ["features/duet"],
  },
  {
    name: "duets that do badly",
    posts: handPosts(40),
    fits: { features: [harmful("duet")] },
    verdict: "opposed",
    findings: ["features/duet"],
  },
  {
    name: "duets that decide nothing",
    posts: handPosts(40),
    fits: { features: [weak("duet")] },
    verdict: "unclear",
    findings: ["features/duet"],
  },
  {
    name: "duets in two posts",
    posts: handPosts(40),
    fits: { features: [tooFew("duet")] },
    verdict: "too-few",
    findings: ["features/duet"],
  },
  {
    name: "stitches as well",
    posts: handPosts(40),
    fits: { features: [weak("duet"), strong("stitch")] },
    verdict: "supported",
    findings: ["features/duet", "features/stitch"],
  },
  { name: "none of them", posts: handPosts(40), verdict: "too-few" },
  {
    name: "no captions",
    posts: handPosts(40, () => ({ title: null })),
    verdict: "not-in-data",
    gaps: ["title"],
  },
]);
