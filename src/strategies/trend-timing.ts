import { trendLookup } from "../model/trends.ts";
import { median } from "../stats/quantile.ts";
import type { Dataset, Fits } from "../types.ts";
import { plural } from "../wording.ts";
import { isoToDay } from "../zone.ts";
import { defineStrategy } from "./frame/define-strategy.ts";
import { leverAdvice } from "./frame/evidence.ts";
import { featureFindings } from "./frame/features.ts";
import { manual, practice } from "./frame/practice.ts";
import { s1 } from "./frame/sources.ts";

/** Days between a trend's first day and the posts that took it up, and what those posts did. */
export const trendTiming = defineStrategy({
  meta: {
    id: "trend-timing",
    title: "Join trends while they last",
    claim: "Whoever joins a trend early is seen by more people.",
    method: "With a trends file: days from a trend's first day to your post, and what such posts did.",
    limits:
      "No export knows what was trending: a dated list of your own (--trends) does. The page “Discover” of the documents no longer exists; TikTok's Creative Center lists trends with their days.",
    needs: [],
    uses: ["trends", "sound", "hashtags"],
    sources: [s1("Stay Ahead of Trends")],
    effort: "medium",
    outcome: "goal",
    research: [
      "Trending tags and stacks of tags do not go with becoming a trend (Klug et al., WebSci 2021).",
    ],
  },
  measure(fits, dataset) {
    if (fits.settings.trends.length === 0) {
      return {
        standing: manual("what was trending when you posted", "trend"),
        practice: practice(0.3, {
          title: "Note trends with their days",
          action:
            "Look at TikTok's Creative Center once a week and note the sounds and hashtags of your niche with the day they began.",
          why: "With such a list (--trends) the report can say whether joining early paid for you.",
          next: "Start a file with the columns kind, key, name, from, to.",
        }),
      };
    }
    const lags = trendLags(fits, dataset);
    if (lags.length === 0) {
      return {
        standing: {
          verdict: "too-few",
          reason: "None of your posts used a sound or hashtag of the trends file inside its dates.",
        },
      };
    }
    const middle = Math.round(median(lags));
    const reason = `${plural(lags.length, "post")} took up a trend of your list, the middle one ${plural(middle, "day")} after its first day.`;
    return {
      findings: featureFindings(fits, ["trending-sound", "trending-tag"]),
      standing: { verdict: "unclear", reason },
      facts: [{ key: "lag", value: middle, text: reason }],
    };
  },
  advise(judged, context) {
    return leverAdvice(judged, context, {
      subject: { with: "inside the dates of a trend", without: "outside" },
      do: { action: "Take up a trend of your niche while it lasts." },
      stop: { title: "Let trends pass", action: "Leave trends out unless they fit your topic." },
      test: { title: "Test joining trends", action: "Alternate posts that take up a trend and others." },
    });
  },
});

function trendLags(fits: Fits, dataset: Dataset): number[] {
  const looks = fits.settings.trends.map((trend) => ({ trend, lookup: trendLookup([trend]) }));
  return dataset.posts.flatMap((post) => {
    const day = post.postedOn;
    if (day === null) return [];
    const starts = looks
      .filter(
        ({ lookup }) =>
          lookup.soundOn(post, day) === true || post.hashtags.some((tag) => lookup.tagOn(tag, day)),
      )
      .map(({ trend }) => isoToDay(day) - isoToDay(trend.from));
    return starts.length === 0 ? [] : Math.min(...starts);
  });
}
