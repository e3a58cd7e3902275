import type { Judged, WindowFinding } from "../types.ts";
import { formatHours, formatWindow } from "../wording.ts";
import { isoLocal } from "../zone.ts";
import { defineStrategy } from "./frame/define-strategy.ts";
import { leverAdvice } from "./frame/evidence.ts";
import { gap } from "./frame/gap.ts";
import { s1 } from "./frame/sources.ts";

/** Posts with an hour below which there is nothing to compare (MODEL.md 2): then the hours are what is missing. */
const LEAST_TIMED = 12;

/** Windows of the week against today's habit. Follower activity only orders them. */
export const postingSchedule = defineStrategy({
  meta: {
    id: "posting-schedule",
    title: "Post when your posts do best",
    claim: "There are peak windows for engagement; several times should be tested to find them.",
    method:
      "Windows of three hours are compared with your present habit, other things equal; an entry counts when it is at least 96 % probable that it does better.",
    limits:
      "Windows are compared with your present habit, other things equal. Followers being online is not the same as posts doing better, so it only orders the windows.",
    needs: ["postedAt"],
    sources: [s1("Optimize Your Posting Schedule")],
    effort: "low",
    outcome: "goal",
    research: [
      "Within an account the hour of posting explains about 0.4 % of the differences between posts and the weekday about 0.1 %. Choosing the hour with the best average on older posts claims +208 % and realises −3 % (−17 to +13 %) on newer ones; on shuffled views it claims the same.",
      "On feeds sorted by time, personal schedules gained at most 4 to 17 % (Spasojevic et al., KDD 2015, arXiv:1506.02089).",
    ],
  },
  unlocks: "the hours and weekdays of your posts could be compared",
  measure(fits) {
    const { barred, best, audience } = fits.windows;
    const peak = audience ? audience.byHour.indexOf(Math.max(...audience.byHour)) : null;
    const facts =
      peak === null
        ? []
        : [
            {
              key: "audience-peak",
              value: peak,
              text: `Most of your followers are online around ${formatHours(peak, peak + 1)}; that orders the windows and says nothing of your results.`,
            },
          ];
    if (barred) {
      const standing = {
        verdict: barred.verdict === "error" ? ("unclear" as const) : barred.verdict,
        reason: barred.reason,
      };
      const gaps =
        barred.verdict === "not-in-data" && fits.counts.withHour < LEAST_TIMED
          ? [gap("postedAt", "the hours of your posts could be compared")]
          : [];
      return { standing, gaps, facts };
    }
    const standing = {
      verdict: "unclear" as const,
      reason: "No window is better than the hours you use now.",
    };
    return { findings: best, standing, facts };
  },
  advise(judged, context) {
    const window = judged as Judged & WindowFinding;
    const when = formatWindow(window);
    const start = isoLocal(context.dataset.zone, window.nextAt);
    const audience = context.fits.windows.audience
      ? "The order of the windows also uses when your followers are online, not only your results."
      : "";
    return leverAdvice(judged, context, {
      subject: { with: `in this window (${when})`, without: "at your usual hours" },
      do: { title: `Post more from ${when}`, action: `Post from ${when} (${context.dataset.zone.name}).` },
      test: {
        title: `Test ${when}`,
        action: `Try ${when} (${context.dataset.zone.name}) against your usual hours.`,
      },
      caveat: audience,
      next: `Start on ${start.slice(0, 10)} at ${start.slice(11, 16)}.`,
    });
  },
});
