import { spearman } from "../stats/spearman.ts";
import type { Dataset } from "../types.ts";
import { formatCount, plural, twoFigures } from "../wording.ts";
import { isoToDay } from "../zone.ts";
import { defineStrategy } from "./frame/define-strategy.ts";
import { s0, s4 } from "./frame/sources.ts";

const LEAST_DAYS = 14;

/** Follower growth against the number of followers, as a description; never a reason to buy numbers. */
export const socialProof = defineStrategy({
  meta: {
    id: "social-proof",
    title: "Let your numbers speak for themselves",
    claim: "Visible likes and followers attract more of them.",
    method: "Describes daily follower growth beside the number of followers; nothing is judged.",
    limits:
      "Growth and size rise together in any growing account, so nothing here says that numbers attract. It is never a reason to buy likes or followers: bought numbers do not watch, comment or share.",
    needs: [],
    uses: ["followers"],
    sources: [s0("Building credibility"), s4("Peer Influence")],
    effort: "low",
    outcome: null,
    research: [
      "Social influence makes success less predictable, not only larger (Salganik, Dodds, Watts, Science 2006).",
      "TikTok says that the number of followers is no direct factor of its feed.",
    ],
  },
  measure(_, dataset) {
    const changes = growth(dataset);
    if (changes.length < LEAST_DAYS) {
      return {
        standing: {
          verdict: "manual",
          reason:
            "No export shows whether numbers attract; with FollowerHistory.csv growth could be described beside size.",
        },
      };
    }
    const rho = spearman(
      changes.map(({ size }) => size),
      changes.map(({ gain }) => gain),
    );
    const last = changes.at(-1)!;
    const text = `Over ${plural(changes.length, "day")} up to ${formatCount(last.size)} followers, daily growth and size rank at ${twoFigures(rho)} (1 = the same order, 0 = unrelated). A description: both rise in any growing account.`;
    return {
      standing: { verdict: "manual", reason: text },
      facts: [{ key: "growth-by-size", value: rho, text }],
    };
  },
});

function growth({ context }: Dataset): { size: number; gain: number }[] {
  return context.days.flatMap(({ day, followers }, i) => {
    const before = context.days[i - 1];
    if (!before || before.followers === null || followers === null) return [];
    if (isoToDay(day) - isoToDay(before.day) !== 1) return [];
    return { size: followers, gain: followers - before.followers };
  });
}
