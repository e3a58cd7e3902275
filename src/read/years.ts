import { yearlessDay } from "./dates.ts";

const DAY = 86_400_000;

/**
 * The first day of a month and date (month * 100 + day) that is not before a day; 29 February waits for a leap year.
 * @param earliest day number
 * @example firstDayFrom(228, 20512) // 20512
 */
export function firstDayFrom(monthDay: number, earliest: number): number {
  const year = new Date(earliest * DAY).getUTCFullYear();
  for (let next = year; next <= year + 9; next++) {
    const day = yearlessDay(monthDay, next);
    if (day !== null && day >= earliest) return day;
  }
  throw new RangeError("firstDayFrom requires a day of the calendar");
}

/**
 * The last day of a month and date that is not after a day.
 * @param latest day number
 * @example lastDayTo(228, 20511) // 20147
 */
export function lastDayTo(monthDay: number, latest: number): number {
  const year = new Date(latest * DAY).getUTCFullYear();
  for (let next = year; next >= year - 9; next--) {
    const day = yearlessDay(monthDay, next);
    if (day !== null && day <= latest) return day;
  }
  throw new RangeError("lastDayTo requires a day of the calendar");
}
