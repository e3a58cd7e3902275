import { outcomeData } from "../model/outcome.ts";
import type { StrategyFact } from "../types.ts";
import { formatCount, formatOutcome, formatShare, plural } from "../wording.ts";
import { defineStrategy } from "./frame/define-strategy.ts";
import { gap } from "./frame/gap.ts";
import { practice } from "./frame/practice.ts";
import { s1, s2, s3 } from "./frame/sources.ts";

const LATEST = 20;

/** What is normal here: the band, how often a post falls below it, how often a big one comes. */
export const healthyMetrics = defineStrategy({
  meta: {
    id: "healthy-metrics",
    title: "Know what is normal",
    claim: "Likes say nothing of one's worth; a healthy view of them keeps the joy in making.",
    method:
      "Describes the band of what is normal for you, how often a post falls below it, and how often a big one comes.",
    limits: "It counts posts, not how you feel about them.",
    needs: [],
    sources: [s1("The Dark Side of Likes"), s2("Beyond the Amounts"), s3],
    effort: "low",
    outcome: null,
    research: [
      "Half of all posts are below the median by definition. In public accounts a post lands at about a third to three times the usual; about one in ten reaches five times the usual, and the top tenth of posts hold about half of all views.",
    ],
  },
  measure(fits) {
    const { goal, baseline, mature } = fits;
    const band = baseline.perPost[goal];
    const blocked =
      fits.barred[goal]?.verdict === "not-in-data" && !mature.some((post) => post[goal] !== null);
    const gaps = blocked
      ? [gap(goal, `the posts could be judged on ${formatOutcome(goal)} at all`, true)]
      : [];
    if (!band || band.median === null || band.low === null || band.high === null) {
      const reason = blocked
        ? `The export has no ${formatOutcome(goal)}.`
        : "Fewer than five settled posts: too few to say what is normal.";
      return { standing: { verdict: blocked ? "not-in-data" : "too-few", reason }, gaps };
    }
    const latest = outcomeData(mature, goal).plain.slice(-LATEST);
    const below = latest.filter((value) => value < band.low!).length;
    const usual = `A usual post gets ${formatCount(band.median)} ${formatOutcome(goal)}; ${formatShare(band.level)} land between ${formatCount(band.low)} and ${formatCount(band.high)}.`;
    const fell = `Of your latest ${plural(latest.length, "settled post")}, ${below === 0 ? "none" : below} fell below that.`;
    const { oneIn, factor, share } = baseline.bigHit;
    const hit = oneIn === null ? "" : ` One in ${oneIn} reaches ${factor} times the usual.`;
    const facts: StrategyFact[] = [
      { key: "usual", value: band.median, text: usual },
      { key: "below", value: below, text: fell },
      ...(share === null ? [] : [{ key: "big-hit", value: share, text: hit.trim() }]),
    ];
    return {
      standing: { verdict: "unclear", reason: `${usual} ${fell}${hit}` },
      facts,
      practice: practice(0.45, {
        title: "Judge by the band, not by one post",
        action:
          "Look at your numbers once a week, and compare a post with the band rather than with the last one.",
        why: `${usual} Half of all posts lie below the middle one by definition.`,
        next: "Choose a day for it.",
      }),
    };
  },
});
