import { estimate } from "../support/findings.ts";
import { handPosts } from "../support/hand-posts.ts";
import { describeStrategy } from "../support/strategy-cases.ts";

describeStrategy("snowball", [
  {
    name: "likes and reach that go together",
    posts: handPosts(40),
    fits: { snowball: estimate(0.2, 0.05) },
    verdict: "promising",
    facts: ["association"],
  },
  {
    name: "likes that go with less reach",
    posts: handPosts(40),
    fits: { snowball: estimate(-0.2, 0.05) },
    verdict: "unclear",
    facts: ["association"],
  },
  {
    name: "no connection",
    posts: handPosts(40),
    fits: { snowball: estimate(0.05, 0.1) },
    verdict: "unclear",
    facts: ["association"],
  },
  { name: "no fit", posts: handPosts(10), verdict: "too-few" },
  {
    name: "no views",
    posts: handPosts(40, () => ({ views: null })),
    verdict: "not-in-data",
    gaps: ["views"],
  },
]);
