import type { Zone } from "../zone.ts";
import { monthDayOf } from "./calendar.ts";
import { DATE } from "./dates.ts";
import { FLAG, hasFlag, type PostStore } from "./post-store.ts";
import { rowIdSeconds, type TableTimes } from "./settle-times.ts";

const DAY = 86_400_000;
const HOUR = 3_600_000;

/**
 * Whether a day, or a month and date, is the local day of an instant.
 * @param isMonthDay `value` is month * 100 + day, else a day number
 * @param tolerant an hour of daylight saving either way is allowed
 */
export function isLocalDay(
  zone: Zone,
  at: number,
  value: number,
  isMonthDay: boolean,
  tolerant: boolean,
): boolean {
  const local = at + zone.offsetMinutes(at) * 60_000;
  const fits = (shifted: number) => {
    const day = Math.floor(shifted / DAY);
    return (isMonthDay ? monthDayOf(day) : day) === value;
  };
  return fits(local) || (tolerant && (fits(local - HOUR) || fits(local + HOUR)));
}

/** Rows of a table whose day is the local day of their id time in a zone. */
export function matchingRows(store: PostStore, times: TableTimes, zone: Zone, tolerant: boolean): number {
  const { facts } = times;
  let matches = 0;
  for (let row = facts.from; row < facts.to; row++) {
    const kind = store.postedKind.get(row);
    if ((kind !== DATE.day && kind !== DATE.yearless) || hasFlag(store, row, FLAG.dropped)) continue;
    const seconds = rowIdSeconds(store, row, times.latestId);
    if (seconds === 0) continue;
    if (isLocalDay(zone, seconds * 1000, store.posted.get(row), kind === DATE.yearless, tolerant)) matches++;
  }
  return matches;
}
