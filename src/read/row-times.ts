import { instantOf, type Zone } from "../zone.ts";
import { DATE, PRECISION } from "./dates.ts";
import { type Gathered, gather } from "./gather.ts";
import { FLAG, hasFlag, NO_DAY, type PostStore, setFlag, TIME_SOURCE } from "./post-store.ts";
import { rowIdSeconds, type TableTimes } from "./settle-times.ts";
import type { WarningCollector } from "./warnings.ts";
import { firstDayFrom } from "./years.ts";
import { isLocalDay } from "./zone-match.ts";

const DAY = 86_400_000;
const HOUR = 3_600_000;
const MINUTE = 60_000;
const NEAR = 2 * MINUTE;
const OLDEST = Date.UTC(2014, 0, 1);
/** a post published so long after its upload is no measure of when the export was made */
const LATEST_PUBLICATION = 366 * DAY;
/** a scheduled post is published at most so many days after its upload */
const LATEST_START_DAYS = 31;

/**
 * Instant (ms UTC) of a local clock time, fast where no change of the offset is near.
 * @param local clock time as if it were UTC, ms
 */
export function clockToInstant(zone: Zone, local: number): number {
  const before = zone.offsetMinutes(local - DAY);
  if (before === zone.offsetMinutes(local + DAY)) return local - before * MINUTE;
  const day = Math.floor(local / DAY);
  const minute = Math.floor((local - day * DAY) / MINUTE);
  return instantOf(zone, day, minute) + (local % MINUTE);
}

/** Day number of an instant in a zone. */
export function localDay(zone: Zone, at: number): number {
  return Math.floor((at + zone.offsetMinutes(at) * MINUTE) / DAY);
}

/** Noon of a local day, ms UTC: stands for a day whose hour is unknown. */
export function noonOf(zone: Zone, day: number): number {
  return clockToInstant(zone, day * DAY + 12 * HOUR);
}

/**
 * Gives every row of a table its time by the table of FORMATS.md 5.3. Rows with a date without year and without id wait
 * for the reference date.
 */
export function settleRows(store: PostStore, times: TableTimes, warnings: WarningCollector): void {
  const { facts } = times;
  const cases = gather(facts.name);
  const column = facts.table.facts.headerOf.get("postedAt") ?? null;
  const dates = facts.posted.reduce((sum, count) => sum + count, 0) - facts.posted[DATE.missing]!;
  // A column of which most cells are no dates is no time column: the ids are better than nothing.
  const isNoDateColumn = facts.posted[DATE.invalid]! > dates / 2;
  if (isNoDateColumn && facts.ids.whole > 0) {
    warnings.add("COLUMN_VALUES_MISMATCH", { file: facts.name, column });
  }
  if (isMixed(facts.styles)) warnings.add("DATE_MIXED_FORMATS", { file: facts.name, column });
  let invalid = 0;
  const settler: Settler = { store, times, cases, column };
  for (let row = facts.from; row < facts.to; row++) {
    if (hasFlag(store, row, FLAG.dropped)) continue;
    const kind = store.postedKind.get(row);
    const idAt = rowIdSeconds(store, row, times.latestId) * 1000;
    const hasAnyId = store.idHigh.get(row) !== 0 || store.idLow.get(row) !== 0;
    if (kind === DATE.yearless && idAt === 0 && takeFuture(settler, row)) continue;
    if (hasAnyId && idAt === 0 && !agreesOnFuture(settler, row, kind))
      cases.add("ID_WITHOUT_TIME", "", store.line.get(row));
    if (kind === DATE.missing || (kind === DATE.invalid && isNoDateColumn && idAt > 0))
      takeIdTime(settler, row, idAt);
    else if (kind === DATE.invalid) {
      invalid++;
      setFlag(store, row, FLAG.dropped);
    } else if (kind === DATE.instant || kind === DATE.clock) takeClock(settler, row, kind, idAt);
    else if (kind === DATE.day) settleDay(settler, row, store.posted.get(row), idAt);
    else if (kind === DATE.yearless && idAt > 0) {
      const day = firstDayFrom(store.posted.get(row), localDay(times.zone, idAt) - 1);
      cases.add("YEAR_FROM_ID", "", store.line.get(row), column);
      settleDay(settler, row, day, idAt);
    }
    noteNewest(settler, row, idAt);
  }
  for (const [index, { line, value }] of facts.invalidDates.slice(0, invalid).entries()) {
    const rest = index === 0 ? invalid - Math.min(invalid, facts.invalidDates.length) + 1 : 1;
    warnings.add("DATE_INVALID", { file: facts.name, line, column, value }, undefined, rest);
  }
  if (invalid > 0 && facts.invalidDates.length === 0) {
    warnings.add("DATE_INVALID", { file: facts.name, column }, undefined, invalid);
  }
  cases.flush(warnings);
}

interface Settler {
  store: PostStore;
  times: TableTimes;
  cases: Gathered;
  column: string | null;
}

function isMixed(styles: number): boolean {
  return (styles & (styles - 1)) !== 0;
}

/**
 * A date without year whose id is younger than the reference date and whose day is that of the id: a post of the future,
 * and none of a year before. Its instant stands for it until it is dropped.
 */
function takeFuture({ store, times }: Settler, row: number): boolean {
  const seconds = store.idHigh.get(row);
  if (seconds <= times.latestId) return false;
  const made = localDay(times.zone, seconds * 1000);
  if (firstDayFrom(store.posted.get(row), made - 1) > made + LATEST_START_DAYS) return false;
  store.posted.set(row, seconds * 1000);
  store.timeSource.set(row, TIME_SOURCE.id);
  return true;
}

/** Whether an id too young for the reference date stands beside a date that is so too: a post of the future, no foreign id. */
function agreesOnFuture({ store, times }: Settler, row: number, kind: number): boolean {
  const made = store.idHigh.get(row) * 1000;
  const posted = store.posted.get(row) * (kind === DATE.day ? DAY : 1);
  const isDated = kind === DATE.instant || kind === DATE.clock || kind === DATE.day;
  return isDated && made > times.latestId * 1000 && Math.abs(posted - made) < LATEST_START_DAYS * DAY;
}

function takeIdTime({ store, cases }: Settler, row: number, idAt: number): void {
  store.posted.set(row, idAt > 0 ? idAt : Number.NaN);
  store.precision.set(row, PRECISION.second);
  store.timeSource.set(row, idAt > 0 ? TIME_SOURCE.id : TIME_SOURCE.none);
  if (idAt > 0) cases.add("TIME_FROM_ID", "", store.line.get(row));
}

function takeClock(settler: Settler, row: number, kind: number, idAt: number): void {
  const { store, times, cases, column } = settler;
  const value = store.posted.get(row);
  const line = store.line.get(row);
  let at = kind === DATE.clock ? clockToInstant(times.zone, value) : value;
  const distrust = kind === DATE.clock ? times.distrust.clock : times.distrust.instant;
  store.timeSource.set(row, TIME_SOURCE.clock);
  let isBefore = false;
  if (distrust !== null) {
    if (idAt > 0) {
      if (distrust.verdict === "before" && at < idAt - MINUTE) cases.add("TIME_BEFORE_ID", "", line, column);
      store.posted.set(row, idAt);
      store.precision.set(row, PRECISION.second);
      return;
    }
    at -= distrust.constantSeconds * 1000;
  } else if (idAt > 0) {
    const late = at - idAt;
    // An offset without daylight saving is an hour off in the other half of the year.
    const season = kind === DATE.clock && times.isFixed && Math.abs(Math.abs(late) - HOUR) <= NEAR;
    if (season) at -= Math.sign(late) * HOUR;
    isBefore = at < idAt - MINUTE;
    if (at - idAt > HOUR) {
      setFlag(store, row, FLAG.scheduled);
      cases.add("SCHEDULED_POSTS", "from the column", line);
    }
  }
  if (isBefore) {
    cases.add("TIME_BEFORE_ID", "", line, column);
    at = idAt;
    store.precision.set(row, PRECISION.second);
  }
  if (at < OLDEST) {
    cases.add("DATE_TOO_OLD", "", line, column);
    setFlag(store, row, FLAG.dropped);
  }
  store.posted.set(row, at);
}

/** A row of which the export gives the day only. */
export function settleDay(settler: Settler, row: number, day: number, idAt: number): void {
  const { store, times, cases, column } = settler;
  const line = store.line.get(row);
  store.days.set(row, day);
  store.timeSource.set(row, TIME_SOURCE.day);
  store.posted.set(row, Number.NaN);
  store.precision.set(row, PRECISION.day);
  setFlag(store, row, FLAG.dayGiven);
  if (day * DAY < OLDEST) {
    cases.add("DATE_TOO_OLD", "", line, column);
    setFlag(store, row, FLAG.dropped);
  } else if (idAt === 0) cases.add("TIME_DATE_ONLY", "", line, column);
  else if (!isLocalDay(times.zone, idAt, day, false, true) && day > localDay(times.zone, idAt)) {
    setFlag(store, row, FLAG.scheduled);
    cases.add("SCHEDULED_POSTS", "unknown", line);
  } else {
    const isBefore = !isLocalDay(times.zone, idAt, day, false, true);
    cases.add(isBefore ? "TIME_BEFORE_ID" : "HOUR_FROM_ID", "", line, column);
    store.posted.set(row, idAt);
    store.precision.set(row, PRECISION.second);
  }
}

function noteNewest({ store, times }: Settler, row: number, idAt: number): void {
  if (hasFlag(store, row, FLAG.dropped) || store.timeSource.get(row) === TIME_SOURCE.none) return;
  const posted = store.posted.get(row);
  const day = store.days.get(row);
  const at = Number.isNaN(posted) ? (day === NO_DAY ? Number.NaN : noonOf(times.zone, day)) : posted;
  if (Number.isNaN(at) || (idAt > 0 && at > idAt + LATEST_PUBLICATION)) return;
  if (!(at <= times.newest)) times.newest = at;
  if (store.snapshotKind.get(row) !== DATE.yearless) return;
  const monthDay = store.snapshot.get(row);
  if (!(at <= (times.newestOf.get(monthDay) ?? Number.NaN))) times.newestOf.set(monthDay, at);
}
