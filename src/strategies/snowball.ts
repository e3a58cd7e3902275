import { formatChance, moreOrFewer } from "../wording.ts";
import { defineStrategy } from "./frame/define-strategy.ts";
import { s0, s1, s2, s3 } from "./frame/sources.ts";

/** From this probability on an association is mentioned. */
const MENTION = 0.975;

/** Whether posts with a higher like rate also reach further: an association, never advice. */
export const snowball = defineStrategy({
  meta: {
    id: "snowball",
    title: "Likes and reach go together",
    claim: "More likes make TikTok show a video to more people.",
    method: "Views along the like rate, slow drift and everything else in the model held equal.",
    limits:
      "A same-time association of a noisy measure: what makes a video good moves both, and nothing here says that likes bring reach. It never becomes advice.",
    needs: ["views", "likes"],
    sources: [
      s0("Triggering the TikTok algorithm"),
      s1("The Role of Likes in the TikTok Algorithm"),
      s2("The Algorithm's Influence"),
      s3,
    ],
    effort: "low",
    outcome: "views",
    research: [
      "On public accounts, likes per view and views are unrelated within an account (rank correlation −0.05).",
      "TikTok's own account of its feed names watching to the end as a strong signal, and says that the number of followers and past hits are no direct factors.",
    ],
  },
  measure(fits) {
    const estimate = fits.snowball;
    if (!estimate) {
      const reason =
        fits.missing.find(({ analysis }) => analysis === "snowball")?.because ??
        "There are too few settled posts with views and likes.";
      return { standing: { verdict: "too-few", reason } };
    }
    const { low, high, mean, probability, probabilityBelow } = estimate;
    const range = moreOrFewer(Math.exp(low), Math.exp(high), "views");
    const sure = formatChance(Math.max(probability, probabilityBelow));
    const clear = probability >= MENTION || probabilityBelow >= MENTION;
    const reason = clear
      ? `Posts with a clearly higher like rate (one standard deviation) also had ${range} (${sure} sure of the direction). They go together; neither is shown to bring the other.`
      : `Like rate and views are not clearly connected in your posts (${range} for one standard deviation of the like rate).`;
    return {
      standing: { verdict: probability >= MENTION ? "promising" : "unclear", reason },
      facts: [{ key: "association", value: Math.exp(mean), text: reason }],
    };
  },
});
