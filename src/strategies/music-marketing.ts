import type { Fits, StrategyFact } from "../types.ts";
import { compared, formatChance, formatOutcome, formatShare, plural, wholeNumber } from "../wording.ts";
import { defineStrategy } from "./frame/define-strategy.ts";
import { s1 } from "./frame/sources.ts";

const PROMISING = 0.8;

/** The creator's own sounds: how often, and what posts with them did against library sounds. */
export const musicMarketing = defineStrategy({
  meta: {
    id: "music-marketing",
    title: "Use your own sound",
    claim: "Any song can break on TikTok, so artists market their own sounds there.",
    method:
      "Share of posts with your own sound, and posts with it against comparable posts with library sounds.",
    limits: "The export shows your use of your own sounds, not how often others used them.",
    needs: ["sound"],
    sources: [s1("TikTok's Impact on the Music Industry")],
    effort: "medium",
    outcome: "goal",
    research: [
      "Pooled over 220 public accounts, a library sound instead of an own one went with +1.6 % views and 4.8 % fewer likes per view; accounts differ.",
    ],
  },
  unlocks: "your own sounds could be compared with library sounds",
  measure(fits) {
    const known = fits.mature.filter(({ soundOrigin }) => soundOrigin !== null);
    const own = known.filter(({ soundOrigin }) => soundOrigin === "own").length;
    if (known.length === 0) {
      return { standing: { verdict: "too-few", reason: "No settled post has a known sound." } };
    }
    const counted = `${wholeNumber(own)} of ${wholeNumber(known.length)} settled posts use your own sound (${formatShare(own / known.length)}).`;
    const facts: StrategyFact[] = [
      { key: "own-share", value: own / known.length, text: counted },
      ...reused(fits),
    ];
    const library = fits.sounds.find(({ key }) => key === "group:library");
    if (!library?.estimate || library.barred) {
      const reason = `${counted} ${library?.barred ? library.barred.reason : "There is nothing to compare them with."}`;
      return { standing: { verdict: "too-few", reason }, facts };
    }
    const { low, high, probability, probabilityBelow } = library.estimate;
    const result = compared(
      Math.exp(-high),
      Math.exp(-low),
      formatOutcome(library.outcome),
      "comparable posts with library sounds",
    );
    const reason = `${counted} They got ${result} (${formatChance(probabilityBelow)} sure that own sounds do better).`;
    return {
      standing: {
        verdict: probabilityBelow >= PROMISING && probability < 1 ? "promising" : "unclear",
        reason,
      },
      facts,
    };
  },
});

function reused(fits: Fits): StrategyFact[] {
  return fits.sounds
    .filter(({ kind, posts }) => kind === "original" && posts >= 2)
    .map(({ key, label, posts }) => ({
      key: `own:${key}`,
      value: posts,
      text: `Your sound “${label}” is used in ${plural(posts, "post")}.`,
    }));
}
