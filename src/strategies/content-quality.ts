import { outcomeValue } from "../model/outcome.ts";
import { median } from "../stats/quantile.ts";
import { spearman } from "../stats/spearman.ts";
import type { Fits, Post, StrategyFact } from "../types.ts";
import { formatOutcome, formatShare, plural, twoFigures } from "../wording.ts";
import { defineStrategy } from "./frame/define-strategy.ts";
import { manual, practice } from "./frame/practice.ts";
import { s0, s1 } from "./frame/sources.ts";

const LEAST = 12;

/** Watch time and completion where an export has them, shares and saves per view as signs of value. */
export const contentQuality = defineStrategy({
  meta: {
    id: "content-quality",
    title: "Plan for viewers who stay",
    claim: "Planned, valuable and moving videos keep viewers.",
    method:
      "Advice only, unless the export has watch time or completion: then their rank against the goal; shares and saves per view are described.",
    limits:
      "Quality is in no export. Watch time and completion are there only where you add them; shares and saves per view are weak signs of value.",
    needs: [],
    uses: ["completionRate", "averageWatchSeconds"],
    sources: [s0("Create high-quality, engaging content"), s1("Create High-Quality Content")],
    effort: "high",
    outcome: null,
    research: ["TikTok's own account of its feed names watching to the end as a strong signal."],
  },
  measure(fits) {
    const watched = [
      ...signFact(
        fits,
        "completion",
        "share watched to the end",
        ({ completionRate }) => completionRate,
        formatShare,
      ),
      ...signFact(
        fits,
        "watch-time",
        "average watch time",
        ({ averageWatchSeconds }) => averageWatchSeconds,
        (s) => `${twoFigures(s)} s`,
      ),
    ];
    const facts = [...watched, ...rates(fits)];
    const standing =
      watched.length > 0
        ? { verdict: "unclear" as const, reason: watched[0]!.text }
        : manual("how good a video is", "hook");
    return {
      standing,
      facts,
      practice: practice(0.7, {
        title: "Plan the first seconds",
        action:
          "Write down what the first two seconds show before you film, and what the viewer gets for staying.",
        why: "The documents put planning first, and TikTok names watching to the end as a strong signal; your export holds neither.",
        next: "Note the kind of opening in a label column named hook: the next report can judge it.",
      }),
    };
  },
});

function signFact(
  { mature, goal }: Fits,
  key: string,
  name: string,
  sign: (post: Post) => number | null,
  words: (value: number) => string,
): StrategyFact[] {
  const pairs = mature.flatMap((post) => {
    const [value, result] = [sign(post), outcomeValue(post, goal)];
    return value === null || Number.isNaN(result) ? [] : [[value, result] as const];
  });
  if (pairs.length < LEAST) return [];
  const values = pairs.map(([value]) => value);
  const rho = spearman(
    values,
    pairs.map(([, result]) => result),
  );
  return [
    {
      key,
      value: median(values),
      text: `Middle ${name}: ${words(median(values))} over ${plural(pairs.length, "post")}; it ranks with ${formatOutcome(goal)} at ${twoFigures(rho)} (1 = in the same order, 0 = unrelated).`,
    },
  ];
}

function rates({ baseline }: Fits): StrategyFact[] {
  return (["shareRate", "saveRate"] as const).flatMap((rate) => {
    const middle = baseline.perPost[rate]?.median ?? null;
    if (middle === null) return [];
    return {
      key: rate,
      value: middle,
      text: `Usual ${formatOutcome(rate)}: ${formatShare(middle)}, a weak sign of value.`,
    };
  });
}
