import { formatShare } from "../wording.ts";
import { defineStrategy } from "./frame/define-strategy.ts";
import { leverAdvice } from "./frame/evidence.ts";
import { featureFindings, neverSeen } from "./frame/features.ts";
import { practice } from "./frame/practice.ts";
import { s0, s1 } from "./frame/sources.ts";

/** Video replies and question rounds; answering comments itself leaves no trace in an export. */
export const audienceReplies = defineStrategy({
  meta: {
    id: "audience-replies",
    title: "Answer your audience with videos",
    claim: "Answering the audience builds a loyal community.",
    method:
      "Posts that reply to a comment or question against the others, on the goal. Answering below the video is advice only.",
    limits:
      "Video replies and question rounds are seen by their caption; answers below the video are in no export.",
    needs: ["title"],
    sources: [s0("Foster an active presence"), s1("Foster Engagement")],
    effort: "medium",
    outcome: "goal",
    research: [],
  },
  measure(fits) {
    const rate = fits.baseline.perPost.commentRate?.median ?? null;
    const why =
      rate === null
        ? "The documents advise it, and no export can show whether it pays."
        : `Your usual post gets comments from ${formatShare(rate)} of its views; no export shows which of them you answered.`;
    return {
      findings: featureFindings(fits, ["reply"]),
      standing: neverSeen("replies to a comment or a question", fits),
      practice: practice(rate !== null && rate > 0.005 ? 0.9 : 0.6, {
        title: "Answer the first comments",
        action: "Answer the first comments on a new post, and turn the best question into a video.",
        why,
        next: "Set aside ten minutes after your next post.",
      }),
    };
  },
  advise(judged, context) {
    return leverAdvice(judged, context, {
      subject: { with: "that reply to a comment or question", without: "that do not" },
      do: { action: "Take a question from the comments and answer it with a video." },
      stop: {
        title: "Make fewer video replies",
        action: "Answer questions below the video rather than with a new one.",
      },
      test: { title: "Test video replies", action: "Alternate video replies with your usual posts." },
    });
  },
});
