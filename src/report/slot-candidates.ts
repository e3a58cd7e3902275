import { instantOf, localTime, weekdayOf, type Zone } from "../zone.ts";

const HOUR = 3_600_000;
const WEEK = 168 * HOUR;

/** A time at which a post could go out. weekday 0 = Monday; `at` in ms UTC; `day` counts local days since 1970. */
export interface SlotCandidate {
  at: number;
  day: number;
  weekday: number;
  hour: number;
}

/** Minutes between starts: whole hours where a week has enough of them. */
const STEPS = [60, 30, 15, 5] as const;

/**
 * The local times at which a post could go out in one 7-day period that starts at as-of: every full hour, or finer steps
 * where more posts are planned than a week has such hours. A time that daylight saving skips is no candidate, and one that
 * would lie in another period by elapsed time than by the clock is left out, so that both ways of counting agree.
 * @param zone zone of the local times
 * @param asOf start of the first period, ms UTC
 * @param period 0 for the first
 * @param wanted posts that have to fit; fewer candidates come back only where the rules leave no more
 * @param forbidden rules of `--not`
 */
export function slotCandidates(
  zone: Zone,
  asOf: number,
  period: number,
  wanted: number,
  forbidden: (weekday: number, hour: number) => boolean,
): SlotCandidate[] {
  let found: SlotCandidate[] = [];
  for (const step of STEPS) {
    found = candidatesEvery(step, zone, asOf, period, forbidden);
    if (found.length >= wanted) break;
  }
  return found;
}

function candidatesEvery(
  step: number,
  zone: Zone,
  asOf: number,
  period: number,
  forbidden: (weekday: number, hour: number) => boolean,
): SlotCandidate[] {
  const start = localTime(zone, asOf);
  const localStart = start.day * 24 + start.hour;
  const found: SlotCandidate[] = [];
  for (let day = start.day + 7 * period; day <= start.day + 7 * (period + 1); day++) {
    for (let minute = 0; minute < 1440; minute += step) {
      const at = instantOf(zone, day, minute);
      const local = localTime(zone, at);
      const elapsed = Math.floor((at - asOf) / WEEK);
      const onClock = Math.floor((day * 24 + minute / 60 - localStart) / 168);
      const skipped = local.day !== day || Math.round(local.hour * 60) !== minute;
      if (skipped || elapsed !== period || onClock !== period) continue;
      const [weekday, hour] = [weekdayOf(day), Math.floor(minute / 60)];
      if (!forbidden(weekday, hour)) found.push({ at, day, weekday, hour });
    }
  }
  return found;
}
