import { CELLS } from "./contrasts.ts";
import { type PostTable, UNKNOWN_MINUTE } from "./post-table.ts";

export const WINDOW_HOURS = 3;
const REACH_HOURS = 3;
const MAX_WINDOWS = 3;
const NEAR_BEST = 2 / 3;

/** A window of three hours on some weekdays (0 = Monday). */
export interface ChosenWindow {
  weekdays: number[];
  startHour: number;
}

/**
 * Cells near enough to what was tried (the distance rule of MODEL.md 4.1): some post with known hour within 3 h of the
 * middle of the hour on the clock, on any weekday, and some post on the weekday.
 * @returns 168 flags, weekday-major
 */
export function eligibleCells(table: PostTable, rows: Int32Array): boolean[] {
  const minutes = new Set<number>();
  const weekdays = new Set<number>();
  for (const row of rows) {
    weekdays.add(table.weekday[row]!);
    if (table.minute[row]! !== UNKNOWN_MINUTE) minutes.add(table.minute[row]!);
  }
  const near = Array.from({ length: 24 }, (_, hour) => {
    const middle = hour * 60 + 30;
    return [...minutes].some((minute) => {
      const apart = Math.abs(minute - middle);
      return Math.min(apart, 1440 - apart) <= REACH_HOURS * 60;
    });
  });
  return Array.from({ length: CELLS }, (_, cell) => near[cell % 24]! && weekdays.has(Math.floor(cell / 24)));
}

/** Whether all three cells of the window that starts at an hour of a weekday are eligible. */
export function windowEligible(eligible: readonly boolean[], weekday: number, startHour: number): boolean {
  if (startHour + WINDOW_HOURS > 24) return false;
  return windowCells([weekday], startHour).every((cell) => eligible[cell]);
}

/** The cells of a window. */
export function windowCells(weekdays: readonly number[], startHour: number): number[] {
  return weekdays.flatMap((day) => [0, 1, 2].map((k) => day * 24 + startHour + k));
}

/**
 * Up to three windows that do not overlap, best first (MODEL.md 4.1): the best start on one weekday, joined by the other
 * weekdays that reach two thirds of it at the same start.
 * @param ranking mean effect of each of the 168 cells against the habit
 * @param eligible flags of `eligibleCells`
 */
export function chooseWindows(ranking: ArrayLike<number>, eligible: readonly boolean[]): ChosenWindow[] {
  const means = new Map<number, number>();
  for (let day = 0; day < 7; day++) {
    for (let start = 0; start + WINDOW_HOURS <= 24; start++) {
      if (!windowEligible(eligible, day, start)) continue;
      const cells = windowCells([day], start);
      means.set(day * 24 + start, cells.reduce((sum, cell) => sum + ranking[cell]!, 0) / cells.length);
    }
  }
  const chosen: ChosenWindow[] = [];
  while (chosen.length < MAX_WINDOWS) {
    const best = [...means].reduce<[number, number] | null>(
      (top, entry) => (top === null || entry[1] > top[1] ? entry : top),
      null,
    );
    if (!best || !(best[1] > 0)) break;
    const startHour = best[0] % 24;
    const weekdays = [0, 1, 2, 3, 4, 5, 6].filter(
      (day) => (means.get(day * 24 + startHour) ?? Number.NEGATIVE_INFINITY) >= NEAR_BEST * best[1],
    );
    chosen.push({ weekdays, startHour });
    for (const key of [...means.keys()]) {
      const overlaps = Math.abs((key % 24) - startHour) < WINDOW_HOURS;
      if (overlaps && weekdays.includes(Math.floor(key / 24))) means.delete(key);
    }
  }
  return chosen;
}
