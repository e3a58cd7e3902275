import type { AdviceText, Outcome } from "../types.ts";
import { wholeNumber } from "../wording.ts";
import { defineStrategy } from "./frame/define-strategy.ts";
import { leverAdvice } from "./frame/evidence.ts";
import { featureFindings, neverSeen, testOfUntried } from "./frame/features.ts";
import { s0 } from "./frame/sources.ts";

interface Ask {
  kind: string;
  outcome: Outcome | "goal";
  /** in "Ask …" */
  ask: string;
  example: string;
}

const ASKS: readonly Ask[] = [
  { kind: "like", outcome: "likeRate", ask: "for the like", example: "Like if this helped" },
  { kind: "comment", outcome: "commentRate", ask: "for a comment", example: "Tell me in the comments" },
  { kind: "share", outcome: "shareRate", ask: "to share", example: "Send this to a friend" },
  { kind: "save", outcome: "saveRate", ask: "to save", example: "Save this for later" },
  { kind: "follow", outcome: "goal", ask: "to follow", example: "Follow for more" },
  { kind: "link", outcome: "goal", ask: "to open the link", example: "Link in bio" },
];

/** Requests in the caption, each on the rate it asks for. */
export const callsToAction = defineStrategy({
  meta: {
    id: "calls-to-action",
    title: "Ask for it in the caption",
    claim: "Asking viewers for a like gets more likes.",
    method:
      "Posts whose caption asks, by kind, against those whose caption does not, each on the rate that it asks for.",
    limits:
      "Only captions are visible: a spoken or overlaid ask is not. Phrases are known in English, Spanish, Portuguese, French, German, Italian, Indonesian, Vietnamese, Turkish, Russian, Arabic and Japanese.",
    needs: ["title"],
    sources: [s0("Encourage likes through calls-to-action")],
    effort: "low",
    outcome: "likeRate",
    research: [
      "A request can only move what it asks for, so each kind is judged on its own rate; a rate needs about six times fewer posts than views to show the same relative effect.",
    ],
  },
  measure(fits) {
    return {
      findings: featureFindings(
        fits,
        ASKS.map(({ kind }) => `call-to-action:${kind}`),
      ),
      standing: neverSeen("asks for anything in its caption", fits),
      tests: ASKS.slice(0, 4).flatMap(({ kind, outcome, ask, example }) =>
        testOfUntried(fits, {
          strategy: "calls-to-action",
          key: `call-to-action:${kind}`,
          outcome,
          question: `Does asking ${ask} in the caption change anything?`,
          arms: [`caption asks ${ask}`, "caption asks for nothing"],
          text: untried(ask, example, fits.counts.mature),
        }),
      ),
    };
  },
  advise(judged, context) {
    const asked = ASKS.find(({ kind }) => judged.key === `call-to-action:${kind}`);
    if (!asked) return null;
    const { ask, example } = asked;
    return leverAdvice(judged, context, {
      subject: { with: `whose caption asks ${ask}`, without: "whose caption does not" },
      do: {
        title: `Ask ${ask} in the caption`,
        action: `Put a short ask into the caption, such as “${example}”.`,
      },
      stop: { title: `Stop asking ${ask} in the caption`, action: "Leave the ask out of the caption." },
      test: {
        title: `Test asking ${ask}`,
        action: `Alternate captions with an ask such as “${example}” and without.`,
      },
      caveat: "Spoken or overlaid asks are not in your export.",
    });
  },
});

function untried(ask: string, example: string, settled: number): AdviceText {
  return {
    title: `Test asking ${ask}`,
    action: `Alternate captions with an ask such as “${example}” and captions without.`,
    why: `Hardly any of your ${wholeNumber(settled)} settled posts ask ${ask} in their captions, so your data say nothing about it, and it is cheap to try.`,
    next: "Alternate inside the same weeks, then export again.",
  };
}
