import type { Report } from "../types.ts";
import { plural, twoFigures } from "../wording.ts";
import { defineStrategy } from "./frame/define-strategy.ts";
import { gap } from "./frame/gap.ts";
import { s0 } from "./frame/sources.ts";

/** Whether early views tell the later result, from two snapshots of the same posts. */
export const earlyMomentum = defineStrategy({
  meta: {
    id: "early-momentum",
    title: "Look at the first day",
    claim: "Likes soon after publishing decide how far a post goes.",
    method:
      "The rank of views after a day against the rank of the later result, over posts seen in two exports.",
    limits:
      "Early and late views of a post go together in any case; that one brings the other cannot be told from exports.",
    needs: ["views", "snapshots"],
    sources: [s0("Triggering the TikTok algorithm")],
    effort: "low",
    outcome: "views",
    research: [
      "One early up-vote raised a comment's final score by 25 % in a randomised trial (Muchnik, Aral, Taylor, Science 2013); social influence also makes success less predictable (Salganik, Dodds, Watts, Science 2006).",
    ],
  },
  unlocks: "the first day of your posts could be held against their later result",
  measure(fits) {
    const { momentum } = fits;
    const missing = fits.missing.find(({ analysis }) => analysis === "momentum");
    if (!momentum) {
      const reason = missing?.because ?? "Early results need two exports of the same posts.";
      const gaps = [gap("snapshots", "the first day of your posts could be held against their later result")];
      return { standing: { verdict: "not-in-data", reason }, gaps };
    }
    const { early, pairs, young } = momentum;
    const facts = youngFacts(young);
    if (!early) {
      const reason = `${plural(pairs, "pair")} of an early and a later look: at least twenty posts seen around their first day are needed.`;
      return { standing: { verdict: "too-few", reason }, facts };
    }
    const range = `${twoFigures(early.low)} to ${twoFigures(early.high)}`;
    return {
      standing: {
        verdict: early.low > 0 ? "promising" : "unclear",
        reason: `Views after a day and the later result rank ${early.low > 0 ? "alike" : "not clearly alike"} over ${plural(early.posts, "post")} (rank correlation ${twoFigures(early.rho)}, ${range}); they go together, which says nothing of what brings what.`,
      },
      facts,
    };
  },
});

function youngFacts(young: NonNullable<Report["momentum"]>["young"]) {
  const places = { above: 0, within: 0, below: 0 };
  for (const { place } of young) places[place]++;
  return young.length === 0
    ? []
    : [
        {
          key: "young",
          value: young.length,
          text: `Of ${plural(young.length, "young post")}, ${places.above} head above, ${places.within} within and ${places.below} below your usual band.`,
        },
      ];
}
