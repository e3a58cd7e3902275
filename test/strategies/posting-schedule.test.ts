import { estimate } from "../support/findings.ts";
import { handFits, windowFinding } from "../support/hand-fits.ts";
import { handPosts } from "../support/hand-posts.ts";
import { describeStrategy } from "../support/strategy-cases.ts";

const { windows } = handFits();
const peakAt = (hour: number) => Array.from({ length: 24 }, (_, i) => (i === hour ? 90 : 10));

describeStrategy("posting-schedule", [
  {
    name: "a window far above the habit",
    posts: handPosts(40),
    fits: { windows: { ...windows, best: [windowFinding([1, 3], 18, { estimate: estimate(0.3, 0.06) })] } },
    verdict: "supported",
    findings: ["windows/2.4-18"],
  },
  {
    name: "windows that do not differ",
    posts: handPosts(40),
    fits: { windows: { ...windows, best: [windowFinding([1], 18, { estimate: estimate(0.01, 0.02) })] } },
    verdict: "negligible",
    findings: ["windows/2-18"],
  },
  { name: "no window above the habit", posts: handPosts(40), verdict: "unclear" },
  {
    name: "hours that are barred",
    posts: handPosts(8),
    fits: { windows: { ...windows, barred: { verdict: "too-few", reason: "eight posts" } } },
    verdict: "too-few",
  },
  {
    name: "days without hours",
    posts: handPosts(40, () => ({ postedAt: null, precision: "day" })),
    verdict: "not-in-data",
    gaps: ["hour"],
  },
  {
    name: "followers that are online at some hour",
    posts: handPosts(40),
    fits: { windows: { ...windows, audience: { source: "followers", byHour: peakAt(19) } } },
    verdict: "unclear",
    facts: ["audience-peak"],
  },
]);
