import { groupDifference } from "../model/neighbour-difference.ts";
import { novelty } from "../model/novelty.ts";
import { formatChance, formatOutcome, formatShare, moreOrFewer, plural, wholeNumber } from "../wording.ts";
import { defineStrategy } from "./frame/define-strategy.ts";
import { upcoming } from "./frame/evidence.ts";
import { s1 } from "./frame/sources.ts";

/** Share of novel posts below which the habit of trying things is recommended. */
const RARE = 0.15;
const PROMISING = 0.8;
/** Posts looked at: what is older says little of today. */
const LATEST = 5000;

/** Posts that brought a new tag, sound, length or label, and what they did. */
export const exploration = defineStrategy({
  meta: {
    id: "exploration",
    title: "Keep trying new things",
    claim: "New features and other formats set content apart.",
    method:
      "Posts with a tag, sound, length or label that no earlier post had, against the other posts of the same time.",
    limits:
      "New is what the export can show: a tag, sound, length or label of yours that no earlier post had.",
    needs: ["hashtags"],
    uses: ["sound", "durationSeconds", "labels"],
    sources: [s1("Experiment with New Features"), s1("Explore different formats")],
    effort: "medium",
    outcome: "goal",
    research: [
      "Success is only half predictable: no model explains more than about half of it (Martin et al., WWW 2016, arXiv:1602.01013). What was never tried cannot be learned from.",
    ],
  },
  measure(fits) {
    const latest = fits.mature.slice(-LATEST);
    const found = novelty(latest);
    if (!found) {
      const reason = `${plural(fits.counts.mature, "settled post")}: too few to tell the new from the usual.`;
      return { standing: { verdict: "too-few", reason } };
    }
    const share = found.novel / found.posts;
    const counted =
      found.novel === 0
        ? `None of ${wholeNumber(found.posts)} posts brought something new (a tag, sound, length or label).`
        : `${wholeNumber(found.novel)} of ${wholeNumber(found.posts)} posts brought something new (a tag, sound, length or label), ${formatShare(found.recentShare)} of the latest ones.`;
    const compared = groupDifference(latest, found.ofPost, fits.goal, fits.settings.level);
    const result = compared
      ? ` Against the others of the same time they got ${moreOrFewer(Math.exp(compared.low), Math.exp(compared.high), formatOutcome(fits.goal))} (${formatChance(compared.probability)} sure of a gain).`
      : "";
    const promising = compared !== null && compared.probability >= PROMISING;
    const facts = [{ key: "novel-share", value: share, text: counted }];
    const coming = upcoming(fits);
    return {
      standing: { verdict: promising ? "promising" : "unclear", reason: `${counted}${result}` },
      facts,
      habits:
        found.recentShare < RARE
          ? [
              {
                evidence: [],
                action: `Try something you never did in one of your next ${coming} posts: a new tag of your topic, a sound, a length.`,
                why: counted,
                next: "Note what was new in a label column, so that it can be judged later.",
              },
            ]
          : [],
    };
  },
});
