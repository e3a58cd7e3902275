import { outcomeData } from "../model/outcome.ts";
import { pillars } from "../model/pillars.ts";
import { median } from "../stats/quantile.ts";
import type { Finding, Fits, StrategyFact } from "../types.ts";
import {
  compared,
  formatOutcome,
  formatShare,
  listWords,
  plural,
  twoFigures,
  wholeNumber,
} from "../wording.ts";
import { defineStrategy } from "./frame/define-strategy.ts";
import { leverAdvice } from "./frame/evidence.ts";
import { s1, s4 } from "./frame/sources.ts";

/** Posts that topics are looked for in: what is older says little of today. */
const LATEST = 5000;
const MOST_PILLARS = 6;
const LEAST_POSTS = 5;

/** Topics by hashtags that go together and by the user's labels: their effects, and how concentrated the account is. */
export const contentPillars = defineStrategy({
  meta: {
    id: "content-pillars",
    title: "Make more of the topic that carries you",
    claim: "A recognisable niche that people identify with earns followers.",
    method:
      "Hashtags used together are one topic; the tags of the topics are judged as every hashtag is, your own label columns as features, and the mix of topics is described over time.",
    limits:
      "Topics are found from hashtags that stand together and from your own label columns; what a video shows is not in the export.",
    needs: ["hashtags"],
    uses: ["labels"],
    sources: [s4("Shared Interests and Identity"), s1("Utilize Hashtags Strategically")],
    effort: "medium",
    outcome: "goal",
    research: [],
  },
  measure(fits) {
    const found = pillars(fits.mature.slice(-LATEST));
    const standing = {
      verdict: "too-few" as const,
      reason: `No topic shows in the hashtags of your ${wholeNumber(fits.counts.mature)} settled posts: a tag has to be used three times.`,
    };
    if (!found) return { standing };
    const tags = new Set(found.pillars.flatMap((pillar) => pillar.tags));
    const findings: Finding[] = fits.hashtags.filter(({ key }) => tags.has(key));
    const { older, newer } = found.concentration;
    const facts: StrategyFact[] = [
      {
        key: "pillars",
        value: found.effectiveNumber,
        text: `${formatShare(found.coveredShare)} of your settled posts belong to ${plural(found.pillars.length, "topic")} by their hashtags, as mixed as ${twoFigures(found.effectiveNumber)} topics of equal size.`,
      },
      ...pillarFacts(fits, found.pillars),
    ];
    if (older !== null && newer !== null) {
      facts.push({
        key: "concentration",
        value: newer - older,
        text: `The largest topic (${found.pillars[0]!.key}) held ${formatShare(older)} of the older half of them and ${formatShare(newer)} of the newer half.`,
      });
    }
    return { findings, facts, standing: { verdict: "unclear", reason: facts[0]!.text } };
  },
  advise(judged, context) {
    const { label } = judged;
    return leverAdvice(judged, context, {
      subject: { with: `with ${label}`, without: "of other topics" },
      do: { title: `Make more of the topic ${label}`, action: `Make more posts of the topic ${label}.` },
      stop: { title: `Make less of the topic ${label}`, action: `Make fewer posts of the topic ${label}.` },
      test: {
        title: `Test more of the topic ${label}`,
        action: `Alternate posts of the topic ${label} with others.`,
      },
    });
  },
});

function pillarFacts(
  { mature, goal }: Fits,
  found: readonly { key: string; tags: readonly string[]; posts: number }[],
) {
  const { rows, plain } = outcomeData(mature, goal);
  return found.slice(0, MOST_PILLARS).flatMap(({ key, tags, posts }): StrategyFact[] => {
    const inside = Array.from(rows, (row) => mature[row]!.hashtags.some((tag) => tags.includes(tag)));
    const those = plain.filter((_, i) => inside[i]);
    const others = plain.filter((_, i) => !inside[i]);
    if (those.length < LEAST_POSTS || others.length < LEAST_POSTS || median(others) <= 0) return [];
    const ratio = median(those) / median(others);
    return [
      {
        key: `pillar:${key}`,
        value: ratio,
        text: `${listWords(tags.slice(0, 3))}: ${plural(posts, "post")}; their middle post got ${compared(ratio, ratio, formatOutcome(goal), "the middle one of the others")}, nothing held equal.`,
      },
    ];
  });
}
