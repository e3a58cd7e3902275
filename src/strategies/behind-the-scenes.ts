import { defineStrategy } from "./frame/define-strategy.ts";
import { leverAdvice } from "./frame/evidence.ts";
import { featureFindings, neverSeen } from "./frame/features.ts";
import { s1, s4 } from "./frame/sources.ts";

/** Posts that show the maker's day or how something is made, by their caption. */
export const behindTheScenes = defineStrategy({
  meta: {
    id: "behind-the-scenes",
    title: "Show what is behind the scenes",
    claim: "Sharing one's days, struggles and successes gives people a sense of belonging.",
    method: "Posts that say so in caption or tags, and parts of a series, against the others, on the goal.",
    limits:
      "Seen by words such as “a day in my life”, “storytime” or “behind the scenes” in caption or tags, in twelve languages.",
    needs: ["title"],
    sources: [s1("Create a Sense of Belonging"), s4("Authenticity and Relatability")],
    effort: "medium",
    outcome: "goal",
    research: [],
  },
  measure(fits) {
    return {
      findings: featureFindings(fits, ["behind-the-scenes", "series"]),
      standing: neverSeen("says that it shows what is behind the scenes", fits),
    };
  },
  advise(judged, context) {
    if (judged.key === "series") {
      return leverAdvice(judged, context, {
        subject: { with: "that are part of a series", without: "that stand alone" },
        do: {
          title: "Tell more in parts",
          action: "Continue a series, and number the parts in the caption.",
        },
        stop: { title: "Let posts stand alone", action: "Make posts that need no other part." },
        test: { title: "Test a series", action: "Alternate numbered parts with posts that stand alone." },
      });
    }
    return leverAdvice(judged, context, {
      subject: { with: "that show what is behind the scenes", without: "that do not" },
      do: { action: "Show how a post, a dish or a day comes about, and say so in the caption." },
      stop: {
        title: "Show less of what is behind the scenes",
        action: "Show the result rather than the making.",
      },
      test: {
        title: "Test a look behind the scenes",
        action: "Alternate a look behind the scenes with your usual posts.",
      },
    });
  },
});
