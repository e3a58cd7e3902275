import { followerDays, meanGain } from "../model/follower-conversion.ts";
import type { Dataset, Fits, Post, StrategyFact } from "../types.ts";
import { gained, plural } from "../wording.ts";
import { defineStrategy } from "./frame/define-strategy.ts";
import { namedIn } from "./frame/labels.ts";
import { manual, practice } from "./frame/practice.ts";
import { s0, s1 } from "./frame/sources.ts";

const NO = /^(?:0|no|n|false|none|-|)$/i;
const LEAST_DAYS = 3;

/** Going live: manual, unless a label column marks the days. */
export const liveSessions = defineStrategy({
  meta: {
    id: "live-sessions",
    title: "Go live",
    claim: "Live sessions build relationships with the audience.",
    method:
      "Advice only; with a label column those posts are judged, and with follower files the followers gained on such days are described.",
    limits:
      "No export lists live sessions; a label column that names them shows the posts and days beside them.",
    needs: [],
    uses: ["labels", "newFollowers"],
    sources: [s0("Foster an active presence"), s1("Create a Sense of Belonging")],
    effort: "high",
    outcome: null,
    research: [],
  },
  measure(fits, dataset) {
    return {
      standing: manual("when you were live", "live"),
      facts: liveDays(fits, dataset),
      practice: practice(fits.plan >= 3 ? 0.5 : 0.3, {
        action: "Go live at a fixed time, with one question or task to work on together.",
        why: "The documents advise it for closeness rather than reach; no export can show what it brings.",
        next: "Announce the time in a post, and note the days in a label column.",
      }),
    };
  },
});

/** Follower gain on the days whose posts are labelled as live, against the other days. */
function liveDays({ settings }: Fits, { posts, context }: Dataset): StrategyFact[] {
  const isLive = ({ labels }: Post) =>
    settings.labels.some((column) => {
      const value = labels[column]?.trim() ?? "";
      return namedIn(value) === "live-sessions" || (namedIn(column) === "live-sessions" && !NO.test(value));
    });
  const live = new Set(posts.filter(isLive).map(({ postedOn }) => postedOn));
  const days = followerDays(context.days);
  const inside = days.filter(({ day }) => live.has(day));
  const outside = days.filter(({ day }) => !live.has(day));
  if (inside.length < LEAST_DAYS || outside.length < LEAST_DAYS) return [];
  const [during, other] = [meanGain(inside), meanGain(outside)];
  return [
    {
      key: "followers-on-live-days",
      value: during - other,
      text: `On ${plural(inside.length, "day")} with a live session you ${gained(during)} followers a day, on ${plural(outside.length, "other day")} you ${gained(other)}.`,
    },
  ];
}
