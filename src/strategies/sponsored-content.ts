import { cuesOf } from "../model/cues/index.ts";
import { groupDifference } from "../model/neighbour-difference.ts";
import type { Fits, Outcome, StrategyFact } from "../types.ts";
import { compared, formatOutcome, plural } from "../wording.ts";
import { defineStrategy } from "./frame/define-strategy.ts";
import { leverAdvice } from "./frame/evidence.ts";
import { featureFindings, neverSeen } from "./frame/features.ts";
import { s1 } from "./frame/sources.ts";

const OUTCOMES: readonly Outcome[] = ["views", "likeRate", "commentRate", "shareRate"];

/** Posts marked as paid, and what they cost or bring in reach and rates. */
export const sponsoredContent = defineStrategy({
  meta: {
    id: "sponsored-content",
    title: "Keep brand work in the mix",
    claim: "Brand work pays and goes together with growth.",
    method:
      "Posts marked as paid against the others, on the goal; reach and rates against your posts of the same time.",
    limits:
      "Only posts marked as paid in caption, tags or export are seen. Posts that TikTok ran as ads are left out of every comparison.",
    needs: ["title"],
    uses: ["hashtags", "views", "likes", "comments", "shares"],
    sources: [s1("Monetizing Your TikTok Presence")],
    effort: "high",
    outcome: "goal",
    research: [],
  },
  measure(fits, dataset) {
    const promoted = dataset.posts.filter((post) => post.promoted).length;
    return {
      findings: featureFindings(fits, ["sponsored"]),
      standing: neverSeen("is marked as sponsored", fits),
      facts: [
        ...(promoted > 0
          ? [
              {
                key: "promoted",
                value: promoted,
                text: `${plural(promoted, "post")} ran as ads or paid partnerships and stand outside all comparisons.`,
              },
            ]
          : []),
        ...differences(fits),
      ],
    };
  },
  advise(judged, context) {
    return leverAdvice(judged, context, {
      subject: { with: "that are marked as sponsored", without: "that are not" },
      do: {
        title: "Brand work does not hurt your posts",
        action: "Keep taking brand work that fits your topic.",
      },
      stop: {
        title: "Reckon the cost of brand work in",
        action: "Take fewer sponsored posts, or price the lost reach into them.",
      },
      test: { title: "Watch what brand work does", action: "Alternate sponsored posts with your own." },
      next: "Put the figures into your next offer.",
    });
  },
});

function differences({ mature, settings, features }: Fits): StrategyFact[] {
  if (!features.some(({ key, posts }) => key === "sponsored" && posts > 0)) return [];
  const sponsored = mature.map(({ title, hashtags }) => cuesOf(title, hashtags).sponsored);
  return OUTCOMES.flatMap((outcome) => {
    const found = groupDifference(mature, sponsored, outcome, settings.level);
    if (!found) return [];
    return {
      key: outcome,
      value: Math.exp(found.mean),
      text: `${plural(found.posts, "sponsored post")}: ${compared(Math.exp(found.low), Math.exp(found.high), formatOutcome(outcome), "your other posts of the same time")}.`,
    };
  });
}
