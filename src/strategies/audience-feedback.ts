import { plural } from "../wording.ts";
import { defineStrategy } from "./frame/define-strategy.ts";
import { gap } from "./frame/gap.ts";
import { practice } from "./frame/practice.ts";
import { s1, s3 } from "./frame/sources.ts";

/** The loop: whether advice was followed and paid is what the command compare judges. */
export const audienceFeedback = defineStrategy({
  meta: {
    id: "audience-feedback",
    title: "Check whether the last advice paid",
    claim: "Likes are feedback about what resonates, to be used for the next posts.",
    method:
      "The command compare judges it: whether advice was followed, and what those posts did against the others of the same time.",
    limits:
      "One report cannot judge advice; the command compare does it, from an older report or export and a newer export.",
    needs: [],
    uses: ["snapshots"],
    sources: [s3, s1("Beyond Likes")],
    effort: "low",
    outcome: null,
    research: [
      "Of 77 claims made on the older posts of public accounts, 62 kept their sign on the newer ones.",
    ],
  },
  measure(_, dataset) {
    const again = dataset.posts.filter(({ snapshots }) => snapshots.length > 0).length;
    const advice = {
      title: "Compare before you plan anew",
      action: "Keep each report as JSON, and run compare with the next export.",
      why: "It shows which advice you followed and what those posts did against the others of the same time.",
      next: "After the next export, run tiktok-advisor compare with the old report and the new file.",
    };
    if (again === 0) {
      return {
        standing: {
          verdict: "not-in-data",
          reason: "It needs an older export or report beside this one: the command compare takes both.",
        },
        gaps: [gap("snapshots", "you could see what changed and whether advice paid")],
        practice: practice(0.2, advice),
      };
    }
    return {
      standing: {
        verdict: "unclear",
        reason: `${plural(again, "post")} stand in more than one export; the command compare says whether the last advice was followed and paid.`,
      },
      practice: practice(0.6, advice),
    };
  },
});
