import { instantOf, localTime, weekdayOf, type Zone } from "../zone.ts";

const HOUR = 3_600_000;
const WEEK = 168 * HOUR;

/** An hour at which a post could go out. weekday 0 = Monday; `at` in ms UTC; `day` counts local days since 1970. */
export interface SlotCandidate {
  at: number;
  day: number;
  weekday: number;
  hour: number;
}

/**
 * Every full local hour of one 7-day period that starts at as-of. An hour that daylight saving skips is no candidate, and an
 * hour that would lie in another period by elapsed time than by the clock is left out, so that both ways of counting agree.
 * @param zone zone of the local hours
 * @param asOf start of the first period, ms UTC
 * @param period 0 for the first
 * @param forbidden rules of `--not`
 */
export function slotCandidates(
  zone: Zone,
  asOf: number,
  period: number,
  forbidden: (weekday: number, hour: number) => boolean,
): SlotCandidate[] {
  const start = localTime(zone, asOf);
  const localStart = start.day * 24 + start.hour;
  const found: SlotCandidate[] = [];
  for (let day = start.day + 7 * period; day <= start.day + 7 * (period + 1); day++) {
    for (let hour = 0; hour < 24; hour++) {
      const at = instantOf(zone, day, hour * 60);
      const local = localTime(zone, at);
      const elapsed = Math.floor((at - asOf) / WEEK);
      const onClock = Math.floor((day * 24 + hour - localStart) / 168);
      if (local.day !== day || local.hour !== hour || elapsed !== period || onClock !== period) continue;
      const weekday = weekdayOf(day);
      if (!forbidden(weekday, hour)) found.push({ at, day, weekday, hour });
    }
  }
  return found;
}
