import { cuesOf } from "../model/cues/index.ts";
import { followerDays, meanGain } from "../model/follower-conversion.ts";
import type { Dataset, StrategyFact } from "../types.ts";
import { gained, plural } from "../wording.ts";
import { dayToIso, isoToDay } from "../zone.ts";
import { defineStrategy } from "./frame/define-strategy.ts";
import { leverAdvice } from "./frame/evidence.ts";
import { featureFindings, neverSeen } from "./frame/features.ts";
import { s0 } from "./frame/sources.ts";

/** Days after a giveaway that are looked at: the day itself and two more. */
const AFTER = 3;

/** Giveaways and milestone promises, on the comment rate, with followers gained in the days after. */
export const giveaways = defineStrategy({
  meta: {
    id: "giveaways",
    title: "Run a giveaway",
    claim: "Giveaways and promises at milestones bring engagement.",
    method:
      "Posts that name a giveaway or a milestone against the others, on comments per view; with follower files also the followers gained in the days after.",
    limits:
      "Only giveaways named in the caption or a tag are seen. Comments that are entries are not conversation, and followers who came for a prize may leave.",
    needs: ["title"],
    uses: ["hashtags", "newFollowers"],
    sources: [s0("Encourage likes through calls-to-action")],
    effort: "high",
    outcome: "commentRate",
    research: [],
  },
  measure(fits, dataset) {
    return {
      findings: featureFindings(fits, ["giveaway"]),
      standing: neverSeen("names a giveaway", fits),
      facts: fits.features.some(({ key, posts }) => key === "giveaway" && posts > 0)
        ? followersAfter(dataset)
        : [],
    };
  },
  advise(judged, context) {
    return leverAdvice(judged, context, {
      subject: { with: "that announce a giveaway or a milestone", without: "that do not" },
      do: { action: "Plan a giveaway or a promise at a milestone, and write the rules into the caption." },
      stop: { title: "Leave out giveaways", action: "Leave giveaways and milestone promises out." },
      test: { title: "Test a giveaway", action: "Announce a giveaway in some posts and not in others." },
      caveat: "Comments that only enter a draw count as comments here.",
      next: "One of your next posts is enough.",
    });
  },
});

function followersAfter({ posts, context }: Dataset): StrategyFact[] {
  const days = followerDays(context.days);
  if (days.length < 2 * AFTER) return [];
  const after = new Set<string>();
  for (const post of posts) {
    if (post.postedOn === null || !cuesOf(post.title, post.hashtags).giveaway) continue;
    const first = isoToDay(post.postedOn);
    for (let k = 0; k < AFTER; k++) after.add(dayToIso(first + k));
  }
  const inside = days.filter(({ day }) => after.has(day));
  const outside = days.filter(({ day }) => !after.has(day));
  if (inside.length < AFTER || outside.length < AFTER) return [];
  const [near, far] = [meanGain(inside), meanGain(outside)];
  return [
    {
      key: "followers-after",
      value: near - far,
      text: `On the ${plural(inside.length, "day")} from a giveaway to two days later you ${gained(near)} followers a day, on the ${plural(outside.length, "other day")} you ${gained(far)}.`,
    },
  ];
}
