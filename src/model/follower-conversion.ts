import { normalQuantile } from "../stats/normal.ts";
import type { ContextDay } from "../types.ts";
import { isoToDay } from "../zone.ts";

const LEAST_DAYS = 7;
const WEEK = 7;

/** New followers per 1,000 views, with interval. */
export interface FollowerConversion {
  days: number;
  views: number;
  newFollowers: number;
  per1000: number;
  low: number;
  high: number;
}

/** A day with both views and new followers. */
export interface ConversionDay {
  day: string;
  views: number;
  newFollowers: number;
}

/** A day with new followers; below 0 where more were lost. */
export interface FollowerDay {
  day: string;
  newFollowers: number;
}

/**
 * The days for which new followers are known. Where only the number of followers is given, its change counts: then
 * lost followers are taken off, so the result is a net gain.
 * @param days by day
 */
export function followerDays(days: readonly ContextDay[]): (FollowerDay & { views: number | null })[] {
  return days.flatMap(({ day, views, newFollowers, followers }, i) => {
    const before = days[i - 1];
    const yesterday = before && isoToDay(day) - isoToDay(before.day) === 1 ? before.followers : null;
    const change = followers !== null && yesterday !== null ? followers - yesterday : null;
    const gained = newFollowers ?? change;
    return gained === null ? [] : [{ day, views, newFollowers: gained }];
  });
}

/** The days for which both views and new followers are known. */
export function conversionDays(days: readonly ContextDay[]): ConversionDay[] {
  return followerDays(days).flatMap(({ day, views, newFollowers }) =>
    views === null ? [] : [{ day, views, newFollowers }],
  );
}

/** Mean new followers a day; below 0 where more were lost. */
export function meanGain(days: readonly FollowerDay[]): number {
  return days.reduce((sum, { newFollowers }) => sum + newFollowers, 0) / days.length;
}

/**
 * Ratio of all new followers to all views, times 1,000; the interval is a delete-a-group jackknife over weeks (over days below
 * three weeks), because the days of one week share their luck.
 * @param days at least seven with views
 * @param level of the interval, in (0, 1)
 * @returns null with fewer days or without any view
 */
export function followerConversion(days: readonly ConversionDay[], level: number): FollowerConversion | null {
  const views = days.reduce((sum, day) => sum + day.views, 0);
  const newFollowers = days.reduce((sum, day) => sum + day.newFollowers, 0);
  if (days.length < LEAST_DAYS || !(views > 0)) return null;
  const size = days.length >= 3 * WEEK ? WEEK : 1;
  const groups = Math.ceil(days.length / size);
  const without = Array.from({ length: groups }, (_, g) => {
    const group = days.slice(g * size, (g + 1) * size);
    const left = views - group.reduce((sum, day) => sum + day.views, 0);
    const gained = newFollowers - group.reduce((sum, day) => sum + day.newFollowers, 0);
    return left > 0 ? (1000 * gained) / left : null;
  }).filter((value) => value !== null);
  const mean = without.reduce((sum, value) => sum + value, 0) / without.length;
  const squares = without.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const margin =
    without.length < 2
      ? Number.POSITIVE_INFINITY
      : normalQuantile((1 + level) / 2) * Math.sqrt(((without.length - 1) / without.length) * squares);
  const per1000 = (1000 * newFollowers) / views;
  if (!Number.isFinite(margin)) return null;
  return { days: days.length, views, newFollowers, per1000, low: per1000 - margin, high: per1000 + margin };
}
