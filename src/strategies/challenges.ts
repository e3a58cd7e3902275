import { defineStrategy } from "./frame/define-strategy.ts";
import { leverAdvice } from "./frame/evidence.ts";
import { featureFindings, neverSeen } from "./frame/features.ts";
import { s0, s1 } from "./frame/sources.ts";

/** Posts whose tags or caption name a challenge, or whose tags are in the trends file. */
export const challenges = defineStrategy({
  meta: {
    id: "challenges",
    title: "Take part in challenges",
    claim: "Taking part in challenges lifts the reach of a post.",
    method:
      "Posts whose caption or tags name a challenge, or carry a tag of the trends file inside its dates, against the others, other things equal.",
    limits: "Only a challenge that is named in the caption, in a tag or in your trends file is seen.",
    needs: ["title"],
    sources: [s0("Create high-quality, engaging content"), s1("Leverage Trending Sounds and Challenges")],
    effort: "medium",
    outcome: "goal",
    research: [
      "Trending tags and stacks of tags do not go with becoming a trend (Klug et al., WebSci 2021).",
    ],
  },
  measure(fits) {
    return {
      findings: featureFindings(
        fits,
        fits.settings.trends.length > 0 ? ["challenge", "trending-tag"] : ["challenge"],
      ),
      standing: neverSeen("names a challenge", fits),
    };
  },
  advise(judged, context) {
    const trending = judged.key === "trending-tag";
    const what = trending ? "a trending hashtag" : "a challenge";
    return leverAdvice(judged, context, {
      subject: trending
        ? { with: "with a hashtag of your trends list, inside its dates", without: "without one" }
        : { with: "that take part in a challenge", without: "that do not" },
      do: {
        action: `Take up ${what} that fits your topic more often.`,
        ...(trending ? { title: "Use hashtags while they trend" } : {}),
      },
      stop: {
        title: `Take up ${what} less often`,
        action: `Leave out ${what} unless the video stands without it.`,
      },
      test: { title: `Test ${what}`, action: `Alternate posts with ${what} and without.` },
    });
  },
});
