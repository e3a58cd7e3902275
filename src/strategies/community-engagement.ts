import { defineStrategy } from "./frame/define-strategy.ts";
import { manual, practice } from "./frame/practice.ts";
import { s0, s1, s3 } from "./frame/sources.ts";

/** Taking part in others' posts: manual. */
export const communityEngagement = defineStrategy({
  meta: {
    id: "community-engagement",
    title: "Take part in your niche",
    claim: "Liking and commenting on others' work makes them return it.",
    method:
      "Advice only: no export shows it. With a label column that speaks of it, those posts are judged like any other feature.",
    limits: "What you like and comment elsewhere is not in the exports that hold your posts.",
    needs: [],
    sources: [s0("Foster an active presence"), s1("Engage with the Community"), s3],
    effort: "low",
    outcome: null,
    research: [],
  },
  measure(fits) {
    return {
      standing: manual("how much you take part elsewhere", "engaged"),
      practice: practice(fits.counts.total < 60 ? 0.8 : 0.4, {
        action: "Leave a real comment under some posts of your niche on the days you post.",
        why: "The documents advise it, most of all for small accounts; your export cannot show it.",
        next: "Choose five creators of your niche and follow what they post.",
      }),
    };
  },
});
