import type { Report } from "../../src/types.ts";
import { handPosts } from "../support/hand-posts.ts";
import { describeStrategy } from "../support/strategy-cases.ts";

const seenTwice = handPosts(40, () => ({
  snapshots: [{ at: 0, views: 10, likes: 1, comments: 0, shares: 0, saves: 0 }],
}));
const momentum = (early: NonNullable<Report["momentum"]>["early"]): Report["momentum"] => ({
  pairs: 12,
  curve: { a: 16, b: 0.7 },
  young: [{ id: "1", ageHours: 20, views: 100, expected: 180, low: 150, high: 230, place: "within" }],
  early,
});

describeStrategy("early-momentum", [
  {
    name: "early views that rank with the end",
    posts: seenTwice,
    fits: { momentum: momentum({ posts: 40, rho: 0.6, low: 0.4, high: 0.7 }) },
    verdict: "promising",
    facts: ["young"],
  },
  {
    name: "early views that tell nothing",
    posts: seenTwice,
    fits: { momentum: momentum({ posts: 40, rho: 0.1, low: -0.2, high: 0.3 }) },
    verdict: "unclear",
  },
  { name: "few pairs", posts: seenTwice, fits: { momentum: momentum(null) }, verdict: "too-few" },
  { name: "pairs without a curve", posts: seenTwice, verdict: "not-in-data", gaps: ["second-export"] },
  { name: "one export", posts: handPosts(40), verdict: "not-in-data", gaps: ["second-export"] },
]);
