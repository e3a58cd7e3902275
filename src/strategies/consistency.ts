import type { ConsistencyScore, Fits, HabitAdvice, StrategyFact } from "../types.ts";
import { formatCount, formatOutcome, formatShare, plural, twoFigures } from "../wording.ts";
import { defineStrategy } from "./frame/define-strategy.ts";
import { leverAdvice } from "./frame/evidence.ts";
import { s4 } from "./frame/sources.ts";

/** Parts of the score below which they are worth a habit. */
const LOW_PART = 0.6;

/** How regularly the account posts, whether that shows in the results, and what one more usual post a week is worth. */
export const consistency = defineStrategy({
  meta: {
    id: "consistency",
    title: "Post more often",
    claim: "Delivering regularly and in steady quality builds trust and followers.",
    method:
      "A score from 0 to 100 of how regularly you post; the effect of posting more often, other things equal; and what one more usual post a week brings.",
    limits:
      "The score describes the cadence; whether it pays is a question of its own. One more post is worth a usual one only as long as the others do not suffer.",
    needs: [],
    sources: [s4("Content Consistency")],
    effort: "medium",
    outcome: "goal",
    research: [
      "Within 220 public accounts, twice the gap to the previous post went with +0.3 % views (standard error 0.8 points): a break does not measurably hurt the next post.",
      "Two to five posts a week went with 17 % more views per post than one, mostly in the tail, with a flat median (Buffer, 11.4 million posts; second hand).",
    ],
  },
  measure(fits) {
    const score = fits.consistency;
    const facts = [...(score ? [scoreFact(score)] : []), ...cadenceFacts(fits)];
    const reason = score
      ? facts[0]!.text
      : (fits.missing.find(({ analysis }) => analysis === "consistency")?.because ??
        "Fewer than four weeks, eight posts or six posting days: too few for a score.");
    return {
      findings: fits.matters ? [fits.matters] : [],
      standing: { verdict: score ? "unclear" : "too-few", reason },
      facts,
      habits: score ? habits(fits, score) : [],
    };
  },
  advise(judged, context) {
    return leverAdvice(judged, context, {
      subject: { with: "after a fortnight with more posts", without: "after a quieter one" },
      do: { action: "Post once more a week than now." },
      stop: {
        title: "Post less often",
        action: "Post once less a week than now, and put the time into the others.",
      },
      test: { title: "Test another pace", action: "Alternate weeks with one more post and usual weeks." },
      next: `Plan ${plural(Math.max(1, Math.round(context.fits.plan)) + 1, "post")} for the next week.`,
    });
  },
});

function scoreFact({ score, low, high, postsPerWeek, longestGapDays }: ConsistencyScore): StrategyFact {
  return {
    key: "score",
    value: score,
    text: `Consistency ${Math.round(score)} of 100 (${Math.round(low)} to ${Math.round(high)}): ${twoFigures(postsPerWeek)} posts a week, longest gap ${plural(Math.round(longestGapDays), "day")}.`,
  };
}

/** What one more usual post a week brings: its middle, its band, and the chance of a big one. */
function cadenceFacts({ baseline, goal }: Fits): StrategyFact[] {
  const band = baseline.perPost[goal];
  if (!band || band.median === null || band.low === null || band.high === null) return [];
  const { share, factor } = baseline.bigHit;
  const tail =
    share === null ? "" : `, and a chance of ${formatShare(share)} of reaching ${factor} times the usual`;
  return [
    {
      key: "one-more-post",
      value: band.median,
      text: `One more usual post a week brings about ${formatCount(band.median)} ${formatOutcome(goal)} (${formatShare(band.level)} of posts land between ${formatCount(band.low)} and ${formatCount(band.high)})${tail}.`,
    },
  ];
}

function habits(fits: Fits, score: ConsistencyScore): HabitAdvice[] {
  const { delivery, regularity, coverage } = score.parts;
  const worth = cadenceFacts(fits)[0]?.text ?? "";
  const why = (part: string) => `${scoreFact(score).text} ${part} ${worth}`.trim();
  const perWeek = Math.max(1, Math.round(score.plan));
  const plan = plural(perWeek, "post");
  const times = perWeek === 1 ? "once" : perWeek === 2 ? "twice" : `${perWeek} times`;
  const parts = [
    {
      value: delivery,
      title: "Keep to the number of posts you plan",
      action: `Post ${times} a week, also in quiet weeks.`,
      why: why(`Your weeks delivered ${formatShare(delivery)} of the plan of ${plan} a week.`),
    },
    {
      value: coverage,
      title: "Close the long gaps",
      action: "Keep one finished post in reserve for weeks without time.",
      why: why(`Followers found a recent post ${formatShare(coverage)} of the time.`),
    },
    {
      value: regularity,
      title: perWeek === 1 ? "Post on a fixed day" : "Post on fixed days",
      action:
        perWeek === 1
          ? "Choose a fixed day for your weekly post."
          : `Choose fixed days for your ${plan} a week.`,
      why: why(`The rhythm of your posting days is ${formatShare(regularity)} regular.`),
    },
  ];
  const [weakest] = [...parts].sort((a, b) => a.value - b.value);
  if (!weakest || weakest.value >= LOW_PART) return [];
  const { title, action, why: reason } = weakest;
  return [
    {
      evidence: ["consistency"],
      title,
      action,
      why: reason,
      next: "Enter the days into your calendar: the command plan writes them.",
    },
  ];
}
