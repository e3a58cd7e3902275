import { AdvisorError } from "../errors.ts";
import { fixedZone, isoUtc, type Zone } from "../zone.ts";
import { anchor } from "./as-of.ts";
import { monthDayOf } from "./calendar.ts";
import { settleCroatian, settleOrder } from "./date-order.ts";
import { DATE } from "./dates.ts";
import { idSeconds } from "./ids.ts";
import type { PostTable } from "./intake.ts";
import { FLAG, hasFlag, type PostStore, setFlag } from "./post-store.ts";
import { settleRows } from "./row-times.ts";
import { checkTimes, type TimeCheck } from "./time-doctor.ts";
import { nearestOffset, type OffsetRange, offsetBounds } from "./time-zone.ts";
import type { WarningCollector } from "./warnings.ts";
import { matchingRows } from "./zone-match.ts";

const DAY = 86_400_000;
/** an id may be this much younger than the newest date of its column before it is not believed */
const ID_SLACK = 366 * DAY;
/** families whose dates are UTC whatever the ids say */
const UTC_FORMATS: ReadonlySet<string> = new Set(["business-video", "user-data"]);

/** What the dates of one table mean. */
export interface TableTimes {
  facts: PostTable;
  /** last second that an id of this table may carry */
  latestId: number;
  /** zone of its clocks and days */
  zone: Zone;
  /** the zone has no daylight saving although the place may: an hour off is no contradiction */
  isFixed: boolean;
  /** how cells with a zone of their own, and clocks without, stand to the ids */
  checks: { instant: TimeCheck | null; clock: TimeCheck | null };
  /** the check, where it says that the column is not to be believed */
  distrust: { instant: TimeCheck | null; clock: TimeCheck | null };
  /** offsets that its days allow */
  range: OffsetRange | null;
  /** newest post in ms UTC, NaN = none; what orders tables without a snapshot time */
  newest: number;
  /** the same of the rows of each snapshot date without year (month * 100 + day): several exports may stand in one file */
  newestOf: Map<number, number>;
  error: AdvisorError | null;
}

export interface TimeOptions {
  zone: { zone: Zone; source: "flag" | "config" } | null;
  hostZone: () => Zone;
  asOf: number | null;
}

/** What all tables together say about time. */
export interface SettledTimes {
  zone: Zone;
  zoneSource: "flag" | "config" | "inferred" | "host";
  asOf: number | null;
  tables: readonly TableTimes[];
}

/** Second of the id of a row, 0 where there is none or it carries no time. */
export function rowIdSeconds(store: PostStore, row: number, latest: number): number {
  return idSeconds(store.idHigh.get(row), latest);
}

/**
 * Settles every time of every table (FORMATS.md section 5): what the dates mean, in which zone, and the reference date.
 * Afterwards `posted`, `days`, `precision` and `snapshot` of the store hold final values.
 * @param activityMinutes offset that FollowerActivity shows, null = unknown
 */
export function settleTimes(
  store: PostStore,
  tables: readonly PostTable[],
  activityMinutes: number | null,
  options: TimeOptions,
  warnings: WarningCollector,
): SettledTimes {
  const all = tables.map((facts) => examine(store, facts, options, warnings));
  const accepted =
    activityMinutes !== null && activityAgrees(store, all, activityMinutes) ? activityMinutes : null;
  const inferred = accepted ?? offsetOfClocks(all);
  const report =
    options.zone ??
    (inferred === null || inferred === 0 ? null : { zone: fixedZone(inferred), source: "inferred" as const });
  const zone = report?.zone ?? (accepted === 0 ? fixedZone(0) : options.hostZone());
  const zoneSource = report?.source ?? (accepted === 0 ? "inferred" : "host");
  for (const times of all) {
    if (times.error === null) chooseZone(store, times, accepted, zone, options.zone !== null, warnings);
  }
  for (const times of all) if (times.error === null) settleRows(store, times, warnings);
  const found = anchor(store, all, options.asOf, zone);
  if (found.asOf !== null && found.inferred) {
    warnings.add("AS_OF_INFERRED", { file: "" }, isoUtc(found.asOf));
  }
  for (const times of all) if (times.error === null) times.error = found.finish(times, warnings);
  return { zone, zoneSource, asOf: found.asOf, tables: all };
}

/** What a table shows by itself: order of its dates, ids that count, offset of its clocks, bounds of its days. */
function examine(
  store: PostStore,
  facts: PostTable,
  options: TimeOptions,
  warnings: WarningCollector,
): TableTimes {
  const times: TableTimes = {
    facts,
    latestId: options.asOf === null ? 0xffffffff : Math.floor((options.asOf + DAY) / 1000),
    zone: fixedZone(0),
    isFixed: false,
    checks: { instant: null, clock: null },
    distrust: { instant: null, clock: null },
    range: null,
    newest: Number.NaN,
    newestOf: new Map(),
    error: null,
  };
  if (options.asOf === null)
    times.latestId = Math.min(times.latestId, Math.floor((newestDate(store, facts) + ID_SLACK) / 1000));
  markRounded(store, facts, warnings);
  settleCroatian(store, facts);
  times.error = refusal(facts);
  if (times.error) return times;
  const seconds = (row: number) => rowIdSeconds(store, row, times.latestId);
  times.error = settleOrder(store, facts, seconds, warnings);
  if (times.error) return times;
  diagnose(store, times, warnings);
  times.range = rangeOf(store, times);
  return times;
}

function newestDate(store: PostStore, facts: PostTable): number {
  let newest = Number.NEGATIVE_INFINITY;
  for (let row = facts.from; row < facts.to; row++) {
    const kind = store.postedKind.get(row);
    const value = store.posted.get(row);
    if (kind === DATE.instant || kind === DATE.clock) newest = Math.max(newest, value);
    else if (kind === DATE.day) newest = Math.max(newest, value * DAY);
  }
  return newest === Number.NEGATIVE_INFINITY ? Number.POSITIVE_INFINITY : newest;
}

/** An id column that ends in zeros throughout was rounded by a spreadsheet: its ids name no post. */
function markRounded(store: PostStore, facts: PostTable, warnings: WarningCollector): void {
  const { whole, rounded } = facts.ids;
  if (rounded < 3 || rounded < 0.9 * whole) return;
  for (let row = facts.from; row < facts.to; row++) setFlag(store, row, FLAG.idRounded);
  warnings.add("ID_DAMAGED", { file: facts.name }, undefined, rounded);
}

/** Ids damaged or absent, and no date to make up for them. */
function refusal(facts: PostTable): AdvisorError | null {
  const { posted, ids } = facts;
  const dated =
    posted[DATE.instant]! +
    posted[DATE.clock]! +
    posted[DATE.day]! +
    posted[DATE.orderDay]! +
    posted[DATE.orderClock]!;
  if (ids.whole > 0 || dated > 0 || facts.to === facts.from) return null;
  if (ids.damaged > 0) {
    return new AdvisorError(
      "IDS_DAMAGED",
      facts.name,
      `${ids.damaged} video ids were damaged by a spreadsheet (like 7.21787E+18), and no whole link or full date makes up for them.`,
    );
  }
  if (posted[DATE.yearless]! > 0 || posted[DATE.invalid]! > 0) return null;
  return new AdvisorError(
    "TIME_MISSING",
    facts.name,
    "There is no time column and no video id to tell the time from.",
  );
}

/** Holds clocks against ids: the doctor of FORMATS.md 5.5. */
function diagnose(store: PostStore, times: TableTimes, warnings: WarningCollector): void {
  const { facts } = times;
  const isUtc = UTC_FORMATS.has(facts.table.format);
  for (const name of ["instant", "clock"] as const) {
    const kind = DATE[name];
    if (facts.posted[kind] === 0 && facts.posted[DATE.orderClock] === 0) continue;
    const buffer = new Float64Array(facts.to - facts.from);
    let count = 0;
    for (let row = facts.from; row < facts.to; row++) {
      if (store.postedKind.get(row) !== kind || hasFlag(store, row, FLAG.dropped)) continue;
      const seconds = rowIdSeconds(store, row, times.latestId);
      if (seconds > 0) buffer[count++] = store.posted.get(row) / 1000 - seconds;
    }
    const check = checkTimes(buffer.subarray(0, count));
    times.checks[name] = check;
    if (check === null) continue;
    const isZone = check.verdict === "offset" && name === "clock" && !isUtc;
    if (isZone || check.verdict === "agrees" || check.verdict === "scattered") continue;
    times.distrust[name] = check;
    if (check.verdict !== "before") {
      warnings.add(
        "TIME_COLUMN_SHIFTED",
        { file: facts.name, column: headerOf(facts) },
        readable(check.constantSeconds),
        check.posts,
      );
    }
  }
}

function headerOf(facts: PostTable): string | null {
  return facts.table.facts.headerOf.get("postedAt") ?? null;
}

/** A difference of times as people say it: "-3 days", "5 h 30 min". */
function readable(seconds: number): string {
  const size = Math.abs(seconds);
  const sign = seconds < 0 ? "-" : "";
  if (size >= 86_400) {
    const days = Math.round(size / 864) / 100;
    return `${sign}${days} ${days === 1 ? "day" : "days"}`;
  }
  const hours = Math.floor(size / 3600);
  const minutes = Math.round((size % 3600) / 60);
  return `${sign}${hours > 0 ? `${hours} h` : ""}${hours > 0 && minutes > 0 ? " " : ""}${minutes > 0 || hours === 0 ? `${minutes} min` : ""}`;
}

/** Rule 4: the offsets that the days of a table allow. */
function rangeOf(store: PostStore, times: TableTimes): OffsetRange | null {
  const bounds = offsetBounds();
  const { facts } = times;
  for (let row = facts.from; row < facts.to; row++) {
    const kind = store.postedKind.get(row);
    if ((kind !== DATE.day && kind !== DATE.yearless) || hasFlag(store, row, FLAG.dropped)) continue;
    const seconds = rowIdSeconds(store, row, times.latestId);
    if (seconds === 0) continue;
    const value = store.posted.get(row);
    const base = Math.floor(seconds / 86_400);
    for (const day of [base - 1, base, base + 1]) {
      if (kind === DATE.day ? day === value : monthDayOf(day) === value) bounds.add(seconds, day);
    }
  }
  return bounds.range();
}

/** Rule 3 checked by rule 4: the activity's offset must match as many rows as any, an hour of daylight saving aside. */
function activityAgrees(store: PostStore, all: readonly TableTimes[], minutes: number): boolean {
  return all.every(
    (times) =>
      times.range === null || matchingRows(store, times, fixedZone(minutes), true) >= times.range.matches,
  );
}

/** Rule 2: the offset of the clocks of most rows; 0 says nothing about where the creator lives. */
function offsetOfClocks(all: readonly TableTimes[]): number | null {
  const rows = new Map<number, number>();
  for (const times of all) {
    const minutes = clockOffset(times);
    if (minutes !== null && minutes !== 0)
      rows.set(minutes, (rows.get(minutes) ?? 0) + times.checks.clock!.posts);
  }
  const ranked = [...rows].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return ranked[0]?.[0] ?? null;
}

/** Minutes east of UTC of a table's naive clocks, null where the ids do not tell. */
function clockOffset(times: TableTimes): number | null {
  const check = times.checks.clock;
  if (check === null || times.distrust.clock !== null || UTC_FORMATS.has(times.facts.table.format))
    return null;
  if (check.verdict === "agrees") return 0;
  return check.verdict === "offset" ? check.constantSeconds / 60 : null;
}

/** Says in which zone the dates of a table are, in the order of FORMATS.md 5.4. */
function chooseZone(
  store: PostStore,
  times: TableTimes,
  activity: number | null,
  reportZone: Zone,
  isNamed: boolean,
  warnings: WarningCollector,
): void {
  const { facts } = times;
  const place = { file: facts.name, column: headerOf(facts) };
  const infer = (minutes: number, isNews: boolean) => {
    times.zone = fixedZone(minutes);
    times.isFixed = true;
    if (isNews) warnings.add("TIME_ZONE_INFERRED", place, times.zone.name.slice(3));
  };
  const assume = () => {
    times.zone = reportZone;
    if (!isNamed) warnings.add("TIME_ZONE_ASSUMED", place, reportZone.name);
  };
  if (facts.table.format === "user-data") {
    warnings.add("TIME_ZONE_ASSUMED", place, "UTC");
    return;
  }
  const naive = hasNaive(store, facts);
  if (facts.table.format === "business-video" || !naive) return;
  const clocks = clockOffset(times);
  if (clocks !== null) infer(clocks, clocks !== 0);
  else if (times.distrust.clock?.verdict === "shifted") return;
  else if (activity !== null) infer(activity, true);
  else if (times.range !== null && matchingRows(store, times, reportZone, false) < times.range.matches) {
    infer(nearestOffset(times.range, reportZone.offsetMinutes(middleOf(store, times))), true);
  } else assume();
}

/** Whether any row that counts has a day or a clock without zone. */
function hasNaive(store: PostStore, facts: PostTable): boolean {
  for (let row = facts.from; row < facts.to; row++) {
    const kind = store.postedKind.get(row);
    const isNaive = kind === DATE.clock || kind === DATE.day || kind === DATE.yearless;
    if (isNaive && !hasFlag(store, row, FLAG.dropped)) return true;
  }
  return false;
}

/** Instant of the youngest id of a table: where the offset of a zone with daylight saving is asked. */
function middleOf(store: PostStore, times: TableTimes): number {
  let newest = 0;
  for (let row = times.facts.from; row < times.facts.to; row++) {
    newest = Math.max(newest, rowIdSeconds(store, row, times.latestId));
  }
  return newest * 1000;
}
