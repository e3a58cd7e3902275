import { mentionsOf } from "../model/cues/index.ts";
import { groupDifference } from "../model/neighbour-difference.ts";
import { compareText } from "../model/order.ts";
import type { Fits, StrategyFact } from "../types.ts";
import { compared, formatOutcome, plural, wholeNumber } from "../wording.ts";
import { defineStrategy } from "./frame/define-strategy.ts";
import { leverAdvice } from "./frame/evidence.ts";
import { featureFindings, neverSeen, testOfUntried } from "./frame/features.ts";
import { s1 } from "./frame/sources.ts";

const REPEATED = 3;
const MOST_PARTNERS = 5;

/** Posts that mention another account, and what the posts with each repeated partner did. */
export const collaborations = defineStrategy({
  meta: {
    id: "collaborations",
    title: "Collaborate with other creators",
    claim: "Working with fellow creators widens reach.",
    method:
      "Posts that mention another account against the others, on the goal; for each partner of three posts or more also against your posts of the same time.",
    limits:
      "A mention in the caption counts as a collaboration; a credit or a joke does too, and unnamed guests do not.",
    needs: ["title"],
    sources: [s1("Collaborate with Other Creators")],
    effort: "high",
    outcome: "goal",
    research: [
      "Pooled over 220 public accounts, posts with a mention got about 11 % more views than comparable posts (standard error 9 points), with a wide spread between accounts (28 points).",
    ],
  },
  measure(fits) {
    return {
      findings: featureFindings(fits, ["mention"]),
      standing: neverSeen("mentions another account", fits),
      facts: partners(fits),
      tests: testOfUntried(fits, {
        strategy: "collaborations",
        key: "mention",
        outcome: "goal",
        pooled: "mention",
        question: "Do posts made with another creator do better here?",
        arms: ["with a partner, named in the caption", "alone"],
        text: {
          title: "Test a collaboration",
          action:
            "Make some posts with a creator of your niche and name them in the caption; alternate with posts of your own.",
          why: `Hardly any of your ${wholeNumber(fits.counts.mature)} settled posts mention an account; on public accounts such posts did a little better, and very differently from one account to the next.`,
          next: "Ask one creator of about your size.",
        },
      }),
    };
  },
  advise(judged, context) {
    return leverAdvice(judged, context, {
      subject: { with: "that mention another account", without: "that do not" },
      do: { action: "Make more posts with other creators, and name them in the caption." },
      stop: {
        title: "Mention other accounts less often",
        action: "Leave mentions out of the caption unless the other creator takes part.",
      },
      test: {
        title: "Test a collaboration",
        action: "Alternate posts with a named partner and posts of your own.",
      },
      next: "One post with a partner in the next two weeks.",
    });
  },
});

function partners({ mature, goal, settings, features }: Fits): StrategyFact[] {
  if (!features.some(({ key, posts }) => key === "mention" && posts >= REPEATED)) return [];
  const mentions = mature.map(({ title }) => mentionsOf(title));
  const uses = new Map<string, number>();
  for (const name of mentions.flat()) uses.set(name, (uses.get(name) ?? 0) + 1);
  return [...uses]
    .filter(([, count]) => count >= REPEATED)
    .sort(([a, m], [b, n]) => n - m || compareText(a, b))
    .slice(0, MOST_PARTNERS)
    .map(([name, count]) => {
      const with_ = mentions.map((names) => names.includes(name));
      const found = groupDifference(mature, with_, goal, settings.level);
      const result = found
        ? compared(
            Math.exp(found.low),
            Math.exp(found.high),
            formatOutcome(goal),
            "your other posts of the same time",
          )
        : "too few to compare";
      return {
        key: `partner:${name}`,
        value: found ? Math.exp(found.mean) : null,
        text: `${name}: ${plural(count, "post")}, ${result}.`,
      };
    });
}
