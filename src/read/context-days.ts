import { yearlessDay } from "./dates.ts";
import { lastDayTo } from "./years.ts";

/** More different days than this are read in the order of the file: hardly a gap is left to find the end by. */
const MOST_FOR_GAP = 300;

/**
 * Years for the days of a daily series without years, whose last day is the last possible one up to an anchor. The series
 * ends before its widest gap in the year, whatever the order of its rows; one that fills the year is walked back from its last row, one year less
 * whenever month and day increase.
 * @param monthDays month * 100 + day, in the order of the file
 * @param anchor day number that none may exceed
 * @returns day numbers, NaN for a 29 February that the year lacks
 * @example datedSeries([1231, 101], 20456) // [20453, 20454]
 */
export function datedSeries(monthDays: readonly number[], anchor: number): number[] {
  if (monthDays.length === 0) return [];
  const distinct = [...new Set(monthDays)].sort((a, b) => a - b);
  if (distinct.length > MOST_FOR_GAP) return walkBack(monthDays, anchor);
  const end = lastDayTo(endOf(distinct, anchor), anchor);
  return monthDays.map((monthDay) => lastDayTo(monthDay, end));
}

/** The day before the widest gap; of equal gaps the one whose end is nearest the anchor. */
function endOf(distinct: readonly number[], anchor: number): number {
  let best = distinct[0]!;
  let widest = -1;
  for (const [index, monthDay] of distinct.entries()) {
    const next = distinct[(index + 1) % distinct.length]!;
    const gap = (ordinal(next) - ordinal(monthDay) + 366) % 366 || 366;
    const isLater = gap === widest && lastDayTo(monthDay, anchor) > lastDayTo(best, anchor);
    if (gap > widest || isLater) {
      best = monthDay;
      widest = gap;
    }
  }
  return best;
}

/** Day of a leap year, from 0. */
function ordinal(monthDay: number): number {
  return yearlessDay(monthDay, 2024)! - yearlessDay(101, 2024)!;
}

function walkBack(monthDays: readonly number[], anchor: number): number[] {
  const days: number[] = new Array(monthDays.length).fill(Number.NaN);
  const last = monthDays.length - 1;
  const end = lastDayTo(monthDays[last]!, anchor);
  let year = new Date(end * 86_400_000).getUTCFullYear();
  for (let index = last; index >= 0; index--) {
    if (index < last && monthDays[index]! > monthDays[index + 1]!) year--;
    days[index] = yearlessDay(monthDays[index]!, year) ?? Number.NaN;
  }
  // The same month and day at both ends: the first is a year before the last.
  if (monthDays.length > 1 && monthDays[0] === monthDays[last] && days[0] === days[last]) {
    days[0] = yearlessDay(monthDays[0]!, year - 1) ?? Number.NaN;
  }
  return days;
}
