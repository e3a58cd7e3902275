import type { Dataset, Fits, StrategyFact } from "../types.ts";
import { formatCount, formatOutcome, formatShare, formatValue, listWords, twoFigures } from "../wording.ts";
import { defineStrategy } from "./frame/define-strategy.ts";
import { s1 } from "./frame/sources.ts";

const MOST_COUNTRIES = 5;

/** What a brand asks for: a media kit of audience, reach and engagement, as far as the exports go. */
export const influencerFit = defineStrategy({
  meta: {
    id: "influencer-fit",
    title: "Offer brands a true media kit",
    claim:
      "Brands choose creators by niche, audience, engagement and fit; small ones with keen followers can do as well.",
    method:
      "Describes what a media kit needs: followers by country and gender, usual views and rates, reach against followers.",
    limits: "It describes one account; no export compares it with other creators.",
    needs: [],
    uses: ["territories", "gender", "followers"],
    sources: [s1("The Power of Influencer Marketing"), s1("Micro-Influencers")],
    effort: "low",
    outcome: null,
    research: [],
  },
  measure(fits, dataset) {
    const audience = audienceFacts(dataset);
    const reach = reachFacts(fits, dataset);
    const known = audience.length > 0 || reach.length > 1;
    return {
      standing: known
        ? {
            verdict: "manual",
            reason: `Media kit: ${[...reach, ...audience].map(({ text }) => kitPart(text)).join("; ")}.`,
          }
        : {
            verdict: "manual",
            reason:
              "A media kit needs the follower files of TikTok Studio (gender, top territories, history); whether a brand fits is yours to judge.",
          },
      facts: [...reach, ...audience],
    };
  },
});

/** A fact's sentence as part of a list. */
function kitPart(text: string): string {
  return `${text.slice(0, 1).toLowerCase()}${text.slice(1).replace(/[.]$/, "")}`;
}

function audienceFacts({ context }: Dataset): StrategyFact[] {
  const facts: StrategyFact[] = [];
  const list = (shares: readonly { key: string; share: number }[], most: number) =>
    listWords(shares.slice(0, most).map(({ key, share }) => `${key} ${formatShare(share)}`));
  const countries = [...context.territories].sort((a, b) => b.share - a.share);
  if (countries[0]) {
    facts.push({
      key: "territories",
      value: countries[0].share,
      text: `Followers by country: ${list(countries, MOST_COUNTRIES)}.`,
    });
  }
  if (context.gender[0]) {
    facts.push({
      key: "gender",
      value: context.gender[0].share,
      text: `Followers by gender: ${list(context.gender, context.gender.length)}.`,
    });
  }
  return facts;
}

function reachFacts({ baseline }: Fits, { context }: Dataset): StrategyFact[] {
  const facts: StrategyFact[] = [];
  for (const outcome of ["views", "likeRate", "commentRate", "shareRate"] as const) {
    const band = baseline.perPost[outcome];
    if (!band || band.median === null || band.low === null || band.high === null) continue;
    const value = (x: number) => formatValue(outcome, x);
    facts.push({
      key: outcome,
      value: band.median,
      text: `Usual ${formatOutcome(outcome)}: ${value(band.median)} (${value(band.low)} to ${value(band.high)}).`,
    });
  }
  const followers = context.days.findLast((day) => day.followers !== null)?.followers ?? null;
  const views = baseline.perPost.views?.median ?? null;
  if (followers !== null && followers > 0) {
    const against =
      views === null ? "" : `, a usual post gets ${twoFigures(views / followers)} times as many views`;
    facts.push({
      key: "followers",
      value: followers,
      text: `${formatCount(followers)} followers${against}.`,
    });
  }
  return facts;
}
