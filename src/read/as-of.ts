import { AdvisorError } from "../errors.ts";
import type { Zone } from "../zone.ts";
import { DATE, PRECISION } from "./dates.ts";
import { gather } from "./gather.ts";
import { FLAG, hasFlag, NO_DAY, type PostStore, setFlag, TIME_SOURCE } from "./post-store.ts";
import { clockToInstant, localDay, noonOf, settleDay } from "./row-times.ts";
import type { TableTimes } from "./settle-times.ts";
import type { WarningCollector } from "./warnings.ts";
import { firstDayFrom, lastDayTo } from "./years.ts";

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** The reference date, and how to finish the rows that needed it. */
export interface Anchor {
  /** ms UTC; null without any dated post */
  asOf: number | null;
  /** neither --as-of nor a full date of the export set it */
  inferred: boolean;
  /** dates without year and id, posts of the future; the error of a table that cannot be dated */
  finish(times: TableTimes, warnings: WarningCollector): AdvisorError | null;
}

/**
 * Finds the reference date (FORMATS.md 5.6) and gives the snapshots of all rows their instants. `--as-of`, else the newest
 * snapshot, else the newest post and an hour; a table without snapshots that holds newer posts moves it on.
 */
export function anchor(
  store: PostStore,
  all: readonly TableTimes[],
  given: number | null,
  reportZone: Zone,
): Anchor {
  const readable = all.filter(({ error }) => error === null);
  let asOf = Number.NaN;
  let inferred = false;
  const later = (at: number, isInferred: boolean) => {
    if (Number.isNaN(at) || at < asOf || (at === asOf && !inferred)) return;
    asOf = at;
    inferred = isInferred;
  };
  for (const times of readable) {
    const newest = settleSnapshots(store, times);
    if (Number.isNaN(newest.at)) later(times.newest + HOUR, true);
    else later(newest.isDay ? notBefore(newest.at, times) : newest.at, newest.isYearless);
  }
  if (given !== null) {
    asOf = given;
    inferred = false;
  }
  const known = Number.isNaN(asOf) ? null : asOf;
  for (const times of readable) settleLateSnapshots(store, times, known);
  return {
    asOf: known,
    inferred,
    finish: (times, warnings) => finishRows(store, times, known, reportZone, warnings),
  };
}

/** Noon stands for the day of an export; a post of that evening is not its future. */
function notBefore(noon: number, times: TableTimes): number {
  return times.newest > noon && times.newest < noon + 12 * HOUR ? times.newest : noon;
}

interface NewestSnapshot {
  at: number;
  isDay: boolean;
  isYearless: boolean;
}

function settleSnapshots(store: PostStore, times: TableTimes): NewestSnapshot {
  const { facts, zone } = times;
  const newest: NewestSnapshot = { at: Number.NaN, isDay: false, isYearless: false };
  if (facts.snapshots.every((count) => count === 0)) return newest;
  for (let row = facts.from; row < facts.to; row++) {
    const kind = store.snapshotKind.get(row);
    const value = store.snapshot.get(row);
    let at = Number.NaN;
    if (kind === DATE.instant) at = value;
    else if (kind === DATE.clock) at = clockToInstant(zone, value);
    else if (kind === DATE.day) at = noonOf(zone, value);
    else if (kind === DATE.yearless) {
      // It waits where nothing of the file has a year.
      if (Number.isNaN(times.newest)) continue;
      const newestPost = times.newestOf.get(value) ?? times.newest;
      at = noonOf(zone, firstDayFrom(value, localDay(zone, newestPost) - 1));
    }
    store.snapshot.set(row, at);
    if (hasFlag(store, row, FLAG.dropped) || !(Number.isNaN(newest.at) || at > newest.at)) continue;
    newest.at = at;
    newest.isDay = kind === DATE.day || kind === DATE.yearless;
    newest.isYearless = kind === DATE.yearless;
  }
  return newest;
}

/** Snapshots without year in a file whose posts have none either: the last such day up to the reference date. */
function settleLateSnapshots(store: PostStore, times: TableTimes, asOf: number | null): void {
  const { facts, zone } = times;
  if (facts.snapshots[DATE.yearless] === 0 || !Number.isNaN(times.newest)) return;
  for (let row = facts.from; row < facts.to; row++) {
    if (store.snapshotKind.get(row) !== DATE.yearless) continue;
    const value = store.snapshot.get(row);
    store.snapshot.set(
      row,
      asOf === null ? Number.NaN : noonOf(zone, lastDayTo(value, localDay(zone, asOf))),
    );
  }
}

function finishRows(
  store: PostStore,
  times: TableTimes,
  asOf: number | null,
  reportZone: Zone,
  warnings: WarningCollector,
): AdvisorError | null {
  const { facts } = times;
  const cases = gather(facts.name);
  const column = facts.table.facts.headerOf.get("postedAt") ?? null;
  let dated = 0;
  let undated = 0;
  for (let row = facts.from; row < facts.to; row++) {
    if (hasFlag(store, row, FLAG.dropped)) continue;
    if (store.postedKind.get(row) === DATE.yearless && store.timeSource.get(row) === TIME_SOURCE.none) {
      if (asOf === null) {
        return new AdvisorError(
          "TIME_MISSING",
          facts.name,
          "The dates have no year, and no video id or date of the export tells it.",
          "add the link column, or name the date of the export with --as-of",
        );
      }
      const day = lastDayTo(store.posted.get(row), localDay(times.zone, asOf));
      cases.add("YEAR_ASSUMED", "", store.line.get(row), column);
      settleDay({ store, times, cases, column }, row, day, 0);
      const at = noonOf(times.zone, day);
      if (!(at <= times.newest)) times.newest = at;
    }
    if (isFuture(store, row, asOf, reportZone)) {
      setFlag(store, row, FLAG.dropped);
      cases.add(
        "DATE_FUTURE",
        asOf === null ? "" : new Date(asOf).toISOString().slice(0, 10),
        store.line.get(row),
      );
    } else if (store.timeSource.get(row) === TIME_SOURCE.none) {
      undated++;
      store.posted.set(row, Number.NaN);
      store.precision.set(row, PRECISION.day);
    } else dated++;
  }
  cases.flush(warnings);
  if (dated === 0 && undated > 0) {
    return new AdvisorError("TIME_MISSING", facts.name, "No time column, and the ids carry no time.");
  }
  return null;
}

function isFuture(store: PostStore, row: number, asOf: number | null, zone: Zone): boolean {
  if (asOf === null) return false;
  const posted = store.posted.get(row);
  if (!Number.isNaN(posted)) return posted > asOf + DAY;
  const day = store.days.get(row);
  return day !== NO_DAY && day > localDay(zone, asOf) + 1;
}
