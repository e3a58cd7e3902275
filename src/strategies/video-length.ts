import type { DurationFinding, Fits, Judged } from "../types.ts";
import { formatSeconds, wholeNumber } from "../wording.ts";
import { defineStrategy } from "./frame/define-strategy.ts";
import { leverAdvice } from "./frame/evidence.ts";
import { featureFindings } from "./frame/features.ts";
import { s1 } from "./frame/sources.ts";

/** Effect of length against the account's own average, and of photo against video posts. */
export const videoLength = defineStrategy({
  meta: {
    id: "video-length",
    title: "Find your length",
    claim: "Exploring other formats makes videos stand out.",
    method:
      "The goal along the length of your videos, against your own average, other things equal; photo posts against videos.",
    limits:
      "Length goes with what a video shows; the curve compares your own posts and says nothing outside the lengths you used.",
    needs: ["durationSeconds"],
    sources: [s1("Create High-Quality Content")],
    effort: "medium",
    outcome: "goal",
    research: [
      "Pooled over 220 public accounts, a video of twice the length went with 4.5 % fewer views, and with 5 % more likes, 9 % more comments and 10 % more shares per view; accounts differ widely (15 points on views).",
      "What the model learned about length on older posts came true on newer ones for most accounts.",
    ],
  },
  unlocks: "the lengths of your videos could be compared",
  measure(fits) {
    const points = fits.duration?.points ?? [];
    return {
      findings: [...points, ...featureFindings(fits, ["photo"])],
      standing: lengthStanding(fits),
    };
  },
  advise(judged, context) {
    if (judged.key === "photo") {
      return leverAdvice(judged, context, {
        subject: { with: "made of photos", without: "made as videos" },
        do: { title: "Make more photo posts", action: "Tell some of your stories as a row of photos." },
        stop: { title: "Make fewer photo posts", action: "Make videos rather than rows of photos." },
        test: { title: "Test photo posts", action: "Alternate photo posts with videos." },
      });
    }
    if (judged.section !== "duration") return null;
    const length = formatSeconds((judged as Judged & DurationFinding).seconds);
    return leverAdvice(judged, context, {
      subject: { with: `of about ${length}`, without: "of your average length" },
      do: {
        title: `Make more videos of about ${length}`,
        action: `Make some of your next videos about ${length} long.`,
      },
      stop: { title: `Make fewer videos of about ${length}`, action: `Avoid lengths of about ${length}.` },
      test: {
        title: `Test videos of about ${length}`,
        action: `Alternate videos of about ${length} with your usual length.`,
      },
    });
  },
});

function lengthStanding(fits: Fits) {
  const missing = fits.missing.find(({ analysis }) => analysis === "duration");
  return {
    verdict: "too-few" as const,
    reason:
      missing?.because ??
      `The lengths of your ${wholeNumber(fits.counts.mature)} settled posts differ too little for a curve.`,
  };
}
