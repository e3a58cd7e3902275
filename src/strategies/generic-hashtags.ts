import { isGenericTag } from "../model/cues/index.ts";
import { wholeNumber } from "../wording.ts";
import { defineStrategy } from "./frame/define-strategy.ts";
import { leverAdvice } from "./frame/evidence.ts";
import { featureFindings, neverSeen, TRIED, testOfUntried } from "./frame/features.ts";
import { s1 } from "./frame/sources.ts";

/** Tags that everybody adds, as one group, and the number of tags. */
export const genericHashtags = defineStrategy({
  meta: {
    id: "generic-hashtags",
    title: "Use broad tags such as #fyp",
    claim: "Trending and broad hashtags widen the reach of a post.",
    method:
      "Tags such as #fyp as one group against none of them, and the number of tags, other things equal.",
    limits: "The list of such tags covers twelve languages and cannot be complete.",
    needs: ["hashtags"],
    sources: [s1("Utilize Hashtags Strategically")],
    effort: "low",
    outcome: "goal",
    research: [
      "Within accounts, posts with tags like #fyp could not be told apart from posts without them; plain comparisons put them at 0.83 to 0.86 times the views.",
      "Trending tags and stacks of tags do not go with becoming a trend (Klug et al., WebSci 2021).",
      "Pooled over 220 public accounts: any such tag +8.5 % views (standard error 5 points), each further hashtag −2.8 %.",
    ],
  },
  measure(fits) {
    const single = fits.hashtags.filter(({ key }) => isGenericTag(key));
    // where one such tag alone is in use, it is judged as a hashtag and no longer untried
    const tried = single.some(({ posts }) => posts >= TRIED);
    return {
      findings: [...featureFindings(fits, ["generic-tags", "tag-count"]), ...single],
      standing: neverSeen("carries a tag such as #fyp", fits),
      tests: tried
        ? []
        : testOfUntried(fits, {
            strategy: "generic-hashtags",
            key: "generic-tags",
            outcome: "goal",
            pooled: "generic-tags",
            question: "Do broad tags such as #fyp or #viral bring anything here?",
            arms: ["with #fyp and #viral", "without them"],
            text: {
              title: "Test broad tags once",
              action: "Alternate posts with #fyp and #viral with posts without them.",
              why: `Hardly any of your ${wholeNumber(fits.counts.mature)} settled posts carry one, so your data say nothing about them; on public accounts they made little difference.`,
              next: "Alternate inside the same weeks, then export again.",
            },
          }),
    };
  },
  advise(judged, context) {
    const { key, label } = judged;
    if (key === "tag-count") {
      return leverAdvice(judged, context, {
        subject: { with: "with one more hashtag", without: "with fewer" },
        do: { title: "Use another hashtag or two", action: "Use one or two more hashtags than now." },
        stop: { title: "Use fewer hashtags", action: "Use one or two hashtags fewer than now." },
        test: {
          title: "Test another hashtag or two",
          action: "Alternate posts with your usual number of hashtags and with two more.",
        },
        next: "Count the tags of your next posts.",
      });
    }
    const tags = key === "generic-tags" ? "tags like #fyp" : label;
    return leverAdvice(judged, context, {
      subject: { with: `with ${tags}`, without: "without" },
      do: { title: `Keep ${tags}`, action: `Add ${tags} to your posts.` },
      stop: { title: `Leave out ${tags}`, action: `Leave ${tags} out.` },
      test: { title: `Test ${tags}`, action: `Alternate posts with and without ${tags}.` },
    });
  },
});
