import { wholeNumber } from "../wording.ts";
import { defineStrategy } from "./frame/define-strategy.ts";
import { leverAdvice } from "./frame/evidence.ts";
import { featureFindings, neverSeen, testOfUntried } from "./frame/features.ts";
import { s1 } from "./frame/sources.ts";

/** Questions in the caption, on the comment rate. */
export const conversationPrompts = defineStrategy({
  meta: {
    id: "conversation-prompts",
    title: "Ask a question in the caption",
    claim: "Questions start discussions.",
    method: "Posts with a question in the caption against those without, on comments per view.",
    limits:
      "A question mark in the caption counts; a spoken question does not, and neither does what the question is about.",
    needs: ["title"],
    sources: [s1("Beyond Likes")],
    effort: "low",
    outcome: "commentRate",
    research: [
      "Pooled over 220 public accounts, posts with a question in the caption got 5.3 % fewer comments per view than comparable posts (standard error 4 points): not the gain that is promised.",
    ],
  },
  measure(fits) {
    return {
      findings: featureFindings(fits, ["question"]),
      standing: neverSeen("asks a question in its caption", fits),
      tests: testOfUntried(fits, {
        strategy: "conversation-prompts",
        key: "question",
        outcome: "commentRate",
        pooled: "question",
        question: "Do questions in the caption bring comments here?",
        arms: ["caption with a question", "caption without"],
        text: {
          title: "Test a question in the caption",
          action:
            "Alternate captions that end with a question your viewers can answer in a word, and captions without.",
          why: `Hardly any of your ${wholeNumber(fits.counts.mature)} settled posts ask a question, so your data say nothing about it.`,
          next: "Alternate inside the same weeks, then export again.",
        },
      }),
    };
  },
  advise(judged, context) {
    return leverAdvice(judged, context, {
      subject: { with: "with a question in the caption", without: "without one" },
      do: { action: "End your captions with a question that viewers can answer in a word." },
      stop: {
        title: "Leave out questions in the caption",
        action: "State what the video is about instead of asking.",
      },
      test: {
        title: "Test a question in the caption",
        action: "Alternate captions with and without a question.",
      },
    });
  },
});
