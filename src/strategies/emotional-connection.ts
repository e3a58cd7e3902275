import { formatShare } from "../wording.ts";
import { defineStrategy } from "./frame/define-strategy.ts";
import { manual, practice } from "./frame/practice.ts";
import { s4 } from "./frame/sources.ts";

/** Laughter, joy, empathy, nostalgia: manual, unless a label column names the mood. */
export const emotionalConnection = defineStrategy({
  meta: {
    id: "emotional-connection",
    title: "Make viewers feel something",
    claim: "Videos that make people laugh, feel with someone or remember earn followers.",
    method:
      "Advice only: no export shows it. With a label column that speaks of it, those posts are judged like any other feature.",
    limits: "No export holds a feeling. Shares per view are a weak sign of it, and are called so.",
    needs: [],
    sources: [s4("Emotional Connection")],
    effort: "medium",
    outcome: null,
    research: [],
  },
  measure(fits) {
    const shared = fits.baseline.perPost.shareRate?.median ?? null;
    const fact =
      shared === null
        ? null
        : `Your usual post is shared by ${formatShare(shared)} of its viewers, a weak sign of feeling.`;
    return {
      standing: manual("what viewers feel", "mood"),
      facts: fact === null ? [] : [{ key: "shareRate", value: shared, text: fact }],
      practice: practice(0.3, {
        action: "Decide before filming what the viewer should feel: laughter, joy, compassion or a memory.",
        why: `The documents name feeling as a reason to follow.${fact === null ? " Your export cannot show it." : ` ${fact}`}`,
        next: "Note the mood of each post in a label column named mood: the next report can judge it.",
      }),
    };
  },
});
