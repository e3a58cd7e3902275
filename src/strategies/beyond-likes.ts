import { outcomeData } from "../model/outcome.ts";
import type { Fits, Outcome, StrategyFact } from "../types.ts";
import { formatOutcome, formatShare, listWords } from "../wording.ts";
import { defineStrategy } from "./frame/define-strategy.ts";
import { s1, s2, s3 } from "./frame/sources.ts";

const RATES: readonly Outcome[] = ["likeRate", "commentRate", "shareRate", "saveRate"];
const COUNTS = ["likes", "comments", "shares", "saves"] as const;
const LATEST = 10;

/** Every rate against the account's own band: what else than likes moved lately. */
export const beyondLikes = defineStrategy({
  meta: {
    id: "beyond-likes",
    title: "Watch comments, shares and saves as well",
    claim: "Comments, shares and follower growth show more than likes alone.",
    method: "Likes, comments, shares and saves per view of your latest posts against your own band.",
    limits:
      "A rate says how viewers took a post, not how many saw it; the watch time that TikTok itself names as a strong signal is in few exports.",
    needs: ["views"],
    uses: ["likes", "comments", "shares", "saves"],
    sources: [s1("Beyond Likes"), s2("Beyond the Amounts"), s3],
    effort: "low",
    outcome: null,
    research: [
      "TikTok's own account of its feed names watching to the end as a strong signal.",
      "Rates need about six times fewer posts than views to show the same relative effect.",
    ],
  },
  measure(fits, dataset) {
    const counted = COUNTS.some((count) => dataset.posts.some((post) => post[count] !== null));
    if (!counted) {
      const reason = "The export has views, but no likes, comments, shares or saves to set against them.";
      return { standing: { verdict: "not-in-data", reason } };
    }
    const facts = RATES.flatMap((rate) => rateFact(fits, rate));
    const moved = RATES.filter((rate) => Math.abs(outside(fits, rate)?.balance ?? 0) >= 3);
    const reason =
      facts.length === 0
        ? "Fewer than five settled posts have views of twenty or more: too few for a band of any rate."
        : moved.length === 0
          ? `Usual rates: ${listWords(RATES.flatMap((rate) => usualRate(fits, rate)))}. None of them has clearly moved lately.`
          : `Lately unusual: ${listWords(moved.map((rate) => movedWords(fits, rate)))}.`;
    return { standing: { verdict: facts.length === 0 ? "too-few" : "unclear", reason }, facts };
  },
});

function movedWords(fits: Fits, rate: Outcome): string {
  const { posts, above, below, balance } = outside(fits, rate)!;
  const [count, side] = balance > 0 ? [above, "above"] : [below, "below"];
  return `${formatOutcome(rate)} (${count} of your latest ${posts} settled posts lie ${side} the usual band)`;
}

function usualRate({ baseline }: Fits, rate: Outcome): string[] {
  const middle = baseline.perPost[rate]?.median ?? null;
  return middle === null ? [] : [`${formatShare(middle)} ${formatOutcome(rate)}`];
}

function rateFact(fits: Fits, rate: Outcome): StrategyFact[] {
  const band = fits.baseline.perPost[rate];
  const found = outside(fits, rate);
  if (!band || band.median === null || band.low === null || band.high === null || !found) return [];
  return [
    {
      key: rate,
      value: band.median,
      text: `${formatOutcome(rate)}: usually ${formatShare(band.median)} (${formatShare(band.low)} to ${formatShare(band.high)}); of your latest ${found.posts} settled posts ${found.above} lie above and ${found.below} below that.`,
    },
  ];
}

function outside({ mature, baseline }: Fits, rate: Outcome) {
  const band = baseline.perPost[rate];
  if (!band || band.low === null || band.high === null) return null;
  const values = outcomeData(mature, rate).plain.slice(-LATEST);
  const above = values.filter((value) => value > band.high!).length;
  const below = values.filter((value) => value < band.low!).length;
  return { posts: values.length, above, below, balance: above - below };
}
