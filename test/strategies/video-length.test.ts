import { estimate, finding } from "../support/findings.ts";
import { handPosts } from "../support/hand-posts.ts";
import { describeStrategy, strong } from "../support/strategy-cases.ts";

const point = (seconds: number, mean: number) => ({
  ...finding({
    key: String(seconds),
    label: `${seconds} s`,
    section: "duration",
    rule: "duration",
    posts: 31,
    estimate: estimate(mean, 0.06),
  }),
  seconds,
});

describeStrategy("video-length", [
  {
    name: "a length that does well",
    posts: handPosts(40),
    fits: { duration: { points: [point(15, 0.01), point(30, 0.4)] } },
    verdict: "supported",
    findings: ["duration/15", "duration/30"],
  },
  {
    name: "a length that does badly",
    posts: handPosts(40),
    fits: { duration: { points: [point(90, -0.4)] } },
    verdict: "opposed",
    findings: ["duration/90"],
  },
  {
    name: "photo posts that do well",
    posts: handPosts(40),
    fits: { features: [strong("photo")] },
    verdict: "supported",
    findings: ["features/photo"],
  },
  { name: "one length only", posts: handPosts(40), verdict: "too-few" },
  {
    name: "no lengths",
    posts: handPosts(40, () => ({ durationSeconds: null })),
    verdict: "not-in-data",
    gaps: ["duration"],
  },
]);
