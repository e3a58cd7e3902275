import { defineStrategy } from "./frame/define-strategy.ts";
import { manual, practice } from "./frame/practice.ts";
import { s0 } from "./frame/sources.ts";

/** Sharing posts elsewhere: manual, unless a label column marks it. */
export const crossPromotion = defineStrategy({
  meta: {
    id: "cross-promotion",
    title: "Share your videos elsewhere",
    claim:
      "Other platforms, blogs and newsletters bring traffic and likes from an audience you already have.",
    method:
      "Advice only: no export shows it. With a label column that speaks of it, those posts are judged like any other feature.",
    limits:
      "No export names where viewers came from; a label column for the posts that you shared elsewhere makes it measurable.",
    needs: [],
    sources: [s0("Cross-promote your videos")],
    effort: "medium",
    outcome: null,
    research: [],
  },
  measure(fits) {
    return {
      standing: manual("which posts you shared elsewhere", "cross-posted"),
      practice: practice(fits.plan >= 3 ? 0.6 : 0.5, {
        action:
          "Share your best video of the month where your audience already is: another platform, a newsletter, a blog.",
        why: "The documents advise it for viewers who know you already; your export cannot show it.",
        next: "Share every second post for a month and note it in a label column: then it can be judged.",
      }),
    };
  },
});
