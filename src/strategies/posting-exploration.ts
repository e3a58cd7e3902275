import { cheapestUntried, slotSpread } from "../model/slot-spread.ts";
import type { Fits, TestIdea } from "../types.ts";
import { formatHours, formatShare, weekdayName, wholeNumber } from "../wording.ts";
import { defineStrategy } from "./frame/define-strategy.ts";
import { upcoming } from "./frame/evidence.ts";
import { plausible } from "./frame/features.ts";
import { s1 } from "./frame/sources.ts";

/** Share of posts in one block of four hours from which on the habit teaches nothing about other times. */
const NARROW = 0.5;

/** How the posts spread over the week in blocks of four hours, and which untried block is cheapest to try. */
export const postingExploration = defineStrategy({
  meta: {
    id: "posting-exploration",
    title: "Try other times before you settle",
    claim: "Various posting times should be tried before settling on one.",
    method:
      "Counts the posts in the 42 four-hour blocks of the week: how many blocks were used, how evenly, and which unused block is cheapest to try.",
    limits:
      "A spread of times is only worth as much as the differences between them, which are small in most accounts.",
    needs: ["postedAt"],
    sources: [s1("Optimize Your Posting Schedule")],
    effort: "low",
    outcome: "goal",
    research: [
      "What was never tried cannot be judged: the model says nothing of hours more than three hours away from every post, and of weekdays without one.",
    ],
  },
  unlocks: "the spread of your posting times could be measured",
  measure(fits, dataset) {
    const spread = slotSpread(dataset.posts, dataset.zone);
    const { barred } = fits.windows;
    if (!spread) return { standing: { verdict: "not-in-data", reason: "No post has a known hour." } };
    if (barred && barred.verdict !== "error")
      return { standing: { verdict: barred.verdict, reason: barred.reason } };
    const used = spread.counts.filter((count) => count > 0).length;
    const { weekday, startHour, share } = spread.top;
    const block = `${weekdayName(weekday)}, ${formatHours(startHour, startHour + 4)}`;
    const reason = `Your ${wholeNumber(spread.posts)} posts with a known hour fill ${used} of the ${spread.counts.length} four-hour blocks of the week; the fullest (${block}) holds ${formatShare(share)}.`;
    const facts = [
      { key: "used-share", value: spread.usedShare, text: reason },
      {
        key: "evenness",
        value: spread.evenness,
        text: `They are spread ${formatShare(spread.evenness)} as evenly as so many posts could be.`,
      },
    ];
    const open = cheapestUntried(spread, fits.windows.audience?.byHour ?? null);
    const words = open
      ? `${weekdayName(open.weekday)}, ${formatHours(open.startHour, open.startHour + 4)}`
      : null;
    const coming = upcoming(fits);
    const habits =
      share > NARROW && words
        ? [
            {
              evidence: ["windows"],
              title: "Try another time now and then",
              action: `Put one of your next ${coming} posts on ${words}.`,
              why: `${reason} What was never tried cannot be judged.`,
              next: "Keep it up for a few weeks, then export again.",
            },
          ]
        : [];
    return {
      standing: { verdict: "unclear", reason },
      facts,
      habits,
      tests: open && words ? timeTest(fits, open, words, block, reason) : [],
    };
  },
});

/** What is known of an untried time is how much times differ here at all: twice the variance of the hour block. */
function timeTest(
  fits: Fits,
  { weekday, startHour }: { weekday: number; startHour: number },
  untried: string,
  usual: string,
  reason: string,
): TestIdea[] {
  const hour = fits.outcomes
    .find(({ outcome }) => outcome === fits.goal)
    ?.parts.find(({ part }) => part === "hour");
  if (!hour || !(hour.sd > 0)) return [];
  const effect = { mean: 0, sd: Math.SQRT2 * hour.sd };
  const range = plausible("how much hours differ in your posts", effect, fits.goal, fits.settings.level);
  return [
    {
      subject: "posting-exploration",
      question: `Do posts on ${untried} do better than at your usual hours?`,
      outcome: fits.goal,
      arms: [untried, `your usual hours, such as ${usual}`],
      effect,
      affected: Math.min(1, fits.plan),
      window: { weekdays: [weekday], startHour, endHour: startHour + 4 },
      title: `Test a time you never used: ${untried}`,
      action: `Alternate posts on ${untried} with posts at your usual hours.`,
      why: `${reason} This block is the cheapest to try, because you post on that day already. ${range}`,
      next: "Alternate inside the same weeks, then export again.",
    },
  ];
}
