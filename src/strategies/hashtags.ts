import { isGenericTag } from "../model/cues/index.ts";
import type { HashtagFinding, Judged } from "../types.ts";
import { listWords } from "../wording.ts";
import { defineStrategy } from "./frame/define-strategy.ts";
import { leverAdvice } from "./frame/evidence.ts";
import { s1 } from "./frame/sources.ts";

/** Every hashtag by itself, but for those of the #fyp kind. */
export const hashtags = defineStrategy({
  meta: {
    id: "hashtags",
    title: "Use the hashtags that do well for you",
    claim: "Hashtags categorise posts and help people discover them.",
    method:
      "Every hashtag by itself against not using it, other things equal, with allowance for how many tags were looked at.",
    limits:
      "A tag may stand for its topic, and no export can tell the two apart. Tags that are always used together are judged as one.",
    needs: ["hashtags"],
    sources: [s1("Utilize Hashtags Strategically")],
    effort: "medium",
    outcome: "goal",
    research: [
      "After slow drift is taken out, few hashtag effects survive. The best tag of an account, chosen on older posts, brought +35 % (+9 to +67 %) on newer ones where the plain average promised +75 %.",
      "In 12,461 public posts one more hashtag went with 2.8 % fewer views and 2.1 % fewer likes per view, other things equal.",
    ],
  },
  measure(fits) {
    return {
      findings: fits.hashtags.filter(({ key }) => !isGenericTag(key)),
      standing: { verdict: "too-few", reason: "No hashtag of a topic is used twice or more." },
    };
  },
  advise(judged, context) {
    const { label, group } = judged as Judged & HashtagFinding;
    const together =
      group.length > 0 ? ` You always use it together with ${listWords(group)}; they count as one.` : "";
    return leverAdvice(judged, context, {
      subject: { with: `with ${label}`, without: "without it" },
      do: {
        title: `Make more posts for ${label}`,
        action: `Make more posts that fit ${label}, and tag them so.`,
      },
      stop: {
        title: `Make fewer posts for ${label}`,
        action: `Leave ${label} out, or make fewer posts of its topic.`,
      },
      test: {
        title: `Test ${label}`,
        action: `Alternate posts that fit ${label} with others of the same kind.`,
      },
      caveat: `The tag may stand for its topic; your data cannot tell.${together}`,
    });
  },
});
