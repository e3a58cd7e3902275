import type { Post } from "../types.ts";
import { isoToDay, localTime, type Zone } from "../zone.ts";
import type { PostingHistory } from "./consistency.ts";

const MIN_VIEWS = 20;

/**
 * The posting history of an account for the consistency score: every dated post in local days since the midnight of the
 * first one's day (MODEL.md section 6).
 * @param posts all posts, young and scheduled ones too, in any order
 * @param mature the mature posts in order of time, for the engagement rates
 * @param asOf end of the history, ms UTC
 * @param perWeek planned posts per week; null = the creator's own median
 * @returns null without any dated post
 */
export function postingHistory(
  posts: readonly Post[],
  mature: readonly Post[],
  zone: Zone,
  asOf: number,
  perWeek: number | null,
): PostingHistory | null {
  const days = posts.flatMap((post) => localDays(post, zone) ?? []).sort((a, b) => a - b);
  if (days.length === 0) return null;
  const first = Math.floor(days[0]!);
  const end = localTime(zone, asOf);
  return {
    days: days.map((day) => day - first),
    totalDays: end.day + end.hour / 24 - first,
    perWeek,
    engagementLogits: mature.flatMap((post) => engagementLogit(post) ?? []),
  };
}

function localDays(post: Post, zone: Zone): number | null {
  if (post.postedAt === null) return post.postedOn === null ? null : isoToDay(post.postedOn) + 0.5;
  const { day, hour } = localTime(zone, post.postedAt);
  return day + hour / 24;
}

function engagementLogit({ views, likes, comments, shares }: Post): number | null {
  if (views === null || likes === null || comments === null || shares === null || views < MIN_VIEWS)
    return null;
  const engaged = Math.min(likes + comments + shares, views);
  return Math.log((engaged + 0.5) / (views - engaged + 0.5));
}
