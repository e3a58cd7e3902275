import { defineStrategy } from "./frame/define-strategy.ts";
import { manual, practice } from "./frame/practice.ts";
import { s4 } from "./frame/sources.ts";

/** Showing what one can do: manual, unless labels name the skill. */
export const skillShowcase = defineStrategy({
  meta: {
    id: "skill-showcase",
    title: "Show what you can do",
    claim: "People follow those who show an unusual skill.",
    method:
      "Advice only: no export shows it. With a label column that speaks of it, those posts are judged like any other feature.",
    limits:
      "No export says what a video shows; a label column for skills or tutorials makes them comparable.",
    needs: [],
    sources: [s4("Skill and Talent")],
    effort: "medium",
    outcome: null,
    research: [],
  },
  measure() {
    return {
      standing: manual("which posts show a skill", "skill"),
      practice: practice(0.4, {
        action: "Show one thing you do better than most, from start to finish.",
        why: "The documents name skill as a reason to follow; your export cannot show it.",
        next: "Note such posts in a label column named skill: then they can be judged.",
      }),
    };
  },
});
