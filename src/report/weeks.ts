import { isMature } from "../model/mature.ts";
import type { Goal, Post, ReportData } from "../types.ts";
import { dayToIso, isoToDay } from "../zone.ts";

/** A big hit has at least so many times the median of the posts before (MODEL.md section 7). */
const BIG_HIT = 5;
const POSTS_BEFORE = 20;

/** Collects posts by week. */
export interface Weekly {
  add(post: Post): void;
  /** consecutive 7-day periods from the first post's local day, empty ones too */
  list(): ReportData["weeks"];
}

/**
 * Posts, median of the goal and big hits per 7-day period. Posts are added in model order.
 * @param goal the outcome whose median is shown
 */
export function weekly(goal: Goal, minAgeHours: number): Weekly {
  const weeks = new Map<number, { posts: number; values: number[]; bigHits: number }>();
  const isBigHit = bigHitTest();
  let first: number | null = null;
  let last = 0;
  return {
    add(post) {
      if (post.postedOn === null) return;
      const day = isoToDay(post.postedOn);
      // A scheduled day can lie before the first instant: then its period is the first.
      first ??= day;
      const index = Math.max(0, Math.floor((day - first) / 7));
      last = Math.max(last, index);
      const week = weeks.get(index) ?? { posts: 0, values: [], bigHits: 0 };
      weeks.set(index, week);
      week.posts++;
      const value = post[goal];
      if (value === null || !isMature(post, minAgeHours)) return;
      week.values.push(value);
      if (isBigHit(value)) week.bigHits++;
    },
    list() {
      if (first === null) return [];
      const start = first;
      return Array.from({ length: last + 1 }, (_, index) => {
        const week = weeks.get(index);
        return {
          startsOn: dayToIso(start + 7 * index),
          posts: week?.posts ?? 0,
          median: week && week.values.length > 0 ? middle(week.values.sort((a, b) => a - b)) : null,
          bigHits: week?.bigHits ?? 0,
        };
      });
    },
  };
}

/** Middle of ascending values. */
function middle(ascending: readonly number[]): number {
  const half = ascending.length / 2;
  return (ascending[Math.ceil(half) - 1]! + ascending[Math.floor(half)]!) / 2;
}

/** Tells big hits apart, value by value in order of time; keeps the last 20 values, and the same in ascending order. */
function bigHitTest(): (value: number) => boolean {
  const recent: number[] = [];
  const ascending: number[] = [];
  return (value) => {
    const isHit = recent.length === POSTS_BEFORE && value >= BIG_HIT * middle(ascending);
    if (recent.length === POSTS_BEFORE) ascending.splice(ascending.indexOf(recent.shift()!), 1);
    recent.push(value);
    const at = ascending.findIndex((other) => other > value);
    ascending.splice(at < 0 ? ascending.length : at, 0, value);
    return isHit;
  };
}
