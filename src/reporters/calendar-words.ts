import { format } from "date-fns/format";
import { parseISO } from "date-fns/parseISO";

const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/**
 * A local day in words, without the year on request.
 * @example [dayWords("2026-01-03"), dayWords("2026-11-18", false)] // ["3 Jan 2026", "18 Nov"]
 */
export function dayWords(day: string, withYear = true): string {
  return format(parseISO(day), withYear ? "d MMM yyyy" : "d MMM");
}

/**
 * A span of days, the year once where it is the same.
 * @example [spanWords("2026-01-03", "2026-11-18"), spanWords("2025-12-30", "2026-01-02")] // ["3 Jan – 18 Nov 2026", "30 Dec 2025 – 2 Jan 2026"]
 */
export function spanWords(from: string, to: string): string {
  if (from === to) return dayWords(from);
  return `${dayWords(from, from.slice(0, 4) !== to.slice(0, 4))} – ${dayWords(to)}`;
}

/**
 * The short name of an ISO weekday (1 = Monday).
 * @example [1, 7].map(weekdayWords) // ["Mon", "Sun"]
 */
export function weekdayWords(weekday: number): string {
  return WEEKDAYS[weekday - 1] ?? "?";
}

/**
 * Several ISO weekdays, runs of three and more as a range.
 * @example [weekdaysWords([1, 3]), weekdaysWords([1, 2, 3, 5]), weekdaysWords([1, 2, 3, 4, 5, 6, 7])] // ["Mon, Wed", "Mon–Wed, Fri", "every day"]
 */
export function weekdaysWords(weekdays: readonly number[]): string {
  const days = [...new Set(weekdays)].sort((a, b) => a - b);
  if (days.length === 7) return "every day";
  const runs: number[][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run && run.at(-1) === day - 1) run.push(day);
    else runs.push([day]);
  }
  return runs
    .flatMap((run) =>
      run.length > 2 ? [`${weekdayWords(run[0]!)}–${weekdayWords(run.at(-1)!)}`] : run.map(weekdayWords),
    )
    .join(", ");
}

/**
 * Local hours as a range on the 24-hour clock; the end is exclusive.
 * @example [hoursWords(18, 21), hoursWords(7, 8)] // ["18–21 h", "7–8 h"]
 */
export function hoursWords(startHour: number, endHour: number): string {
  return `${startHour}–${endHour} h`;
}

/**
 * An instant of the report (UTC ISO) as day and minute, said to be UTC.
 * @example instantWords("2026-11-18T19:30:00Z") // "18 Nov 2026, 19:30 UTC"
 */
export function instantWords(instant: string): string {
  return `${dayWords(instant.slice(0, 10))}, ${instant.slice(11, 16)} UTC`;
}

/**
 * A duration in seconds as people say it.
 * @example [15, 60, 90, 180].map(secondsWords) // ["15 s", "1 min", "90 s", "3 min"]
 */
export function secondsWords(seconds: number): string {
  return seconds >= 60 && seconds % 60 === 0 ? `${seconds / 60} min` : `${seconds} s`;
}
