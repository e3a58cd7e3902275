import { defineStrategy } from "./frame/define-strategy.ts";
import { manual, practice } from "./frame/practice.ts";
import { s2, s3, s4 } from "./frame/sources.ts";

/** Being genuine: manual, unless labels say which posts are. */
export const authenticity = defineStrategy({
  meta: {
    id: "authenticity",
    title: "Show yourself as you are",
    claim: "Genuine, relatable people with flaws win more followers.",
    method:
      "Advice only: no export shows it. With a label column that speaks of it, those posts are judged like any other feature.",
    limits: "What is genuine is for viewers to say; a label column for personal posts makes them comparable.",
    needs: [],
    sources: [s4("Authenticity and Relatability"), s2("Beyond the Amounts"), s3],
    effort: "medium",
    outcome: null,
    research: [],
  },
  measure() {
    return {
      standing: manual("which posts are personal", "personal"),
      practice: practice(0.35, {
        action:
          "Leave in what went wrong: tell one story of your own that your viewers know from themselves.",
        why: "The documents name it as a reason to follow; your export cannot show it.",
        next: "Note personal posts in a label column: then they can be judged.",
      }),
    };
  },
});
