import { followerConversion as conversion, conversionDays } from "../model/follower-conversion.ts";
import { pillars } from "../model/pillars.ts";
import type { Dataset, StrategyFact } from "../types.ts";
import { formatCount, plural, twoFigures } from "../wording.ts";
import { dayToIso, isoToDay } from "../zone.ts";
import { defineStrategy } from "./frame/define-strategy.ts";
import { s1, s3, s4 } from "./frame/sources.ts";

/** Posts that topics are looked for in. */
const LATEST = 5000;
const MOST_PILLARS = 5;
const BEST_DAYS = 3;

/** New followers per 1,000 views, over all days and over the days on which a topic was posted. */
export const followerConversion = defineStrategy({
  meta: {
    id: "follower-conversion",
    title: "Turn views into followers",
    claim: "Reach and authentic content turn viewers into followers.",
    method:
      "New followers per 1,000 views over all days, and over the days on which a topic was posted, with an interval over weeks.",
    limits:
      "Followers are counted per day, not per post: the days after a post belong to all posts of that time. It describes; nothing is held equal.",
    needs: ["newFollowers"],
    uses: ["hashtags"],
    sources: [s1("The Rise of TikTok Influencers"), s4("Shared Interests and Identity"), s3],
    effort: "medium",
    outcome: null,
    research: [],
  },
  unlocks: "new followers could be set against views",
  measure(fits, dataset) {
    const { level } = fits.settings;
    const days = conversionDays(dataset.context.days);
    const all = conversion(days, level);
    if (!all) {
      const reason = `${plural(days.length, "day")} with both views and new followers: at least seven are needed (FollowerHistory.csv and Overview.csv of the same days).`;
      return { standing: { verdict: days.length === 0 ? "not-in-data" : "too-few", reason } };
    }
    const reason = `${twoFigures(all.per1000)} new followers per 1,000 views (${twoFigures(all.low)} to ${twoFigures(all.high)}; ${plural(all.days, "day")}, ${formatCount(all.views)} views).`;
    const best = [...days]
      .filter(({ views }) => views > 0)
      .sort((a, b) => b.newFollowers - a.newFollowers || (a.day < b.day ? -1 : 1))
      .slice(0, BEST_DAYS);
    const topics = byPillar(dataset, level);
    const most = topics.reduce<StrategyFact | null>(
      (found, topic) => (!found || topic.value! > found.value! ? topic : found),
      null,
    );
    return {
      standing: { verdict: "unclear", reason: topics.length > 1 ? `${reason} ${most!.text}` : reason },
      facts: [
        { key: "per-1000-views", value: all.per1000, text: reason },
        ...best.map(({ day, newFollowers, views }) => ({
          key: `day:${day}`,
          value: newFollowers,
          text: `${day}: ${formatCount(newFollowers)} new followers on ${formatCount(views)} views.`,
        })),
        ...topics,
      ],
    };
  },
});

/** The same on the days on which a post of a topic went online and the day after. */
function byPillar({ posts: all, context }: Dataset, level: number): StrategyFact[] {
  const posts = all.slice(-LATEST);
  const found = pillars(posts);
  if (!found) return [];
  const days = conversionDays(context.days);
  return found.pillars.slice(0, MOST_PILLARS).flatMap(({ key }, k) => {
    const near = new Set(
      posts.flatMap(({ postedOn }, i) => {
        if (found.ofPost[i] !== k || postedOn === null) return [];
        return [postedOn, dayToIso(isoToDay(postedOn) + 1)];
      }),
    );
    const part = conversion(
      days.filter(({ day }) => near.has(day)),
      level,
    );
    if (!part) return [];
    return {
      key: `pillar:${key}`,
      value: part.per1000,
      text: `On days with a post of ${key} and the day after: ${twoFigures(part.per1000)} new followers per 1,000 views (${twoFigures(part.low)} to ${twoFigures(part.high)}; ${plural(part.days, "day")}).`,
    };
  });
}
