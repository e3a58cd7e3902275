import type { Context, ContextDay } from "../types.ts";
import { dayToIso } from "../zone.ts";
import { datedSeries } from "./context-days.ts";
import { DATE, type DateKind, dateCell, scanDate } from "./dates.ts";
import { CONTEXT, CONTEXT_FIELDS, DAY_FIELDS, type FieldRow, type Table } from "./rows.ts";
import { type ActivityHour, activityOffset } from "./time-zone.ts";
import { isMissing, numberCell, scanNumber } from "./values.ts";
import type { WarningCollector } from "./warnings.ts";

interface ContextRow {
  dateKind: DateKind;
  dateValue: number;
  /** by CONTEXT_FIELDS; NaN = missing */
  numbers: readonly number[];
  key: string | null;
}

/** A table without posts, as read. */
export interface ContextTable {
  table: Table;
  read: number;
  rows: ContextRow[];
  /** cells that say "no value" */
  missing: number;
}

/** a day far from every leap rule, to bring days in order where nothing dates them */
const ANY_ANCHOR = 20_088;

/** A table of context before its first row. */
export function contextTable(table: Table): ContextTable {
  return { table, read: 0, rows: [], missing: 0 };
}

/** Reads one record of a table without posts. Negative numbers are real there: daily differences. */
export function takeContextRow(into: ContextTable, row: FieldRow): void {
  into.read++;
  if (row.kind !== "row") return;
  const date = dateCell();
  const number = numberCell();
  const day = row.cells[CONTEXT.day] ?? null;
  const dateKind = day === null ? DATE.missing : scanDate(day, date);
  const numbers: number[] = [];
  let missing = 0;
  for (const field of CONTEXT_FIELDS) {
    const cell = field === "day" || field === "key" ? null : (row.cells[CONTEXT[field]] ?? null);
    if (cell === null) {
      numbers.push(Number.NaN);
      continue;
    }
    const kind = scanNumber(cell, number);
    if (kind === "missing") missing++;
    const isDecimal = kind === "ambiguous" && field === "share";
    numbers.push(
      kind === "missing" || kind === "invalid" ? Number.NaN : isDecimal ? number.value / 1000 : number.value,
    );
  }
  into.missing += missing;
  const key = row.cells[CONTEXT.key] ?? null;
  into.rows.push({
    dateKind,
    dateValue: date.value,
    numbers,
    key: key === null || isMissing(key) ? null : key.trim(),
  });
}

/** Hours of one activity table with days in order; the years do not matter. */
function activityHours(source: ContextTable, anchor: number): ActivityHour[] {
  const days = daysOf(source, anchor);
  return source.rows.map(({ numbers }, index) => {
    const followers = numbers[CONTEXT.activeFollowers]!;
    return {
      day: days[index]!,
      hour: numbers[CONTEXT.hour]!,
      followers: Number.isNaN(followers) ? null : followers,
    };
  });
}

function daysOf({ rows }: ContextTable, anchor: number): number[] {
  const yearless = rows
    .filter(({ dateKind }) => dateKind === DATE.yearless)
    .map(({ dateValue }) => dateValue);
  const dated = datedSeries(yearless, anchor);
  let next = 0;
  return rows.map(({ dateKind, dateValue }) => {
    if (dateKind === DATE.yearless) return dated[next++]!;
    if (dateKind === DATE.day) return dateValue;
    return dateKind === DATE.clock || dateKind === DATE.instant
      ? Math.floor(dateValue / 86_400_000)
      : Number.NaN;
  });
}

function isActivity(source: ContextTable): boolean {
  return source.table.format === "studio-follower-activity";
}

/** Offset from UTC that the activity tables show: what most of them say, of equals the one nearest UTC; null = unknown. */
export function activityZone(tables: readonly ContextTable[]): number | null {
  const votes = new Map<number, number>();
  for (const source of tables.filter(isActivity)) {
    const minutes = activityOffset(activityHours(source, ANY_ANCHOR));
    if (minutes !== null) votes.set(minutes, (votes.get(minutes) ?? 0) + 1);
  }
  const ranked = [...votes].sort((a, b) => b[1] - a[1] || Math.abs(a[0]) - Math.abs(b[0]) || a[0] - b[0]);
  return ranked[0]?.[0] ?? null;
}

/**
 * Brings the tables without posts together: per day the newest export that holds it.
 * @param asOfDay day number of the reference date, null = unknown: then days without year stay out
 */
export function buildContext(
  tables: readonly ContextTable[],
  asOfDay: number | null,
  warnings: WarningCollector,
): Context {
  const anchor = asOfDay === null ? ANY_ANCHOR : asOfDay + 1;
  const dated = tables.map((source) => ({ source, days: daysOf(source, anchor) }));
  const lastOf = ({ days }: { days: number[] }) => Math.max(-1, ...days.filter((day) => !Number.isNaN(day)));
  // Sorted by name before: of equally new exports the later name wins.
  dated.sort((a, b) => lastOf(a) - lastOf(b));
  const byDay = new Map<number, ContextDay>();
  let activity: readonly number[] | null = null;
  for (const { source, days } of dated) {
    warn(source, anchor, warnings);
    if (isActivity(source)) activity = meanActivity(activityHours(source, anchor)) ?? activity;
    else takeDays(source, days, asOfDay !== null, byDay);
  }
  const shares = (format: string) =>
    tables.filter(({ table }) => table.format === format).findLast(({ rows }) => rows.length > 0);
  return {
    days: [...byDay].sort((a, b) => a[0] - b[0]).map(([, day]) => day),
    followerActivity: activity,
    gender: sharesOf(shares("studio-gender")),
    territories: sharesOf(shares("studio-territories")),
    families: [...new Set(tables.map(({ table }) => table.format))].sort(),
  };
}

function takeDays(
  source: ContextTable,
  days: readonly number[],
  hasAnchor: boolean,
  byDay: Map<number, ContextDay>,
) {
  for (const [index, { numbers, dateKind }] of source.rows.entries()) {
    const day = days[index]!;
    if (Number.isNaN(day) || (dateKind === DATE.yearless && !hasAnchor)) continue;
    const found = byDay.get(day) ?? emptyDay(dayToIso(day));
    byDay.set(day, found);
    const isUncounted = isUncountedDay(source, numbers);
    for (const field of DAY_FIELDS) {
      const value = numbers[CONTEXT[field]]!;
      if (!Number.isNaN(value) && !(isUncounted && value === 0)) found[field] = value;
    }
  }
}

/** A day of which nothing is known; "YYYY-MM-DD". */
export function emptyDay(day: string): ContextDay {
  const nothing = Object.fromEntries(DAY_FIELDS.map((field) => [field, null]));
  return { day, ...(nothing as Record<(typeof DAY_FIELDS)[number], null>) };
}

function sharesOf(source: ContextTable | undefined): { key: string; share: number }[] {
  return (source?.rows ?? []).flatMap(({ key, numbers }) => {
    const share = numbers[CONTEXT.share]!;
    return key === null || !(share >= 0 && share <= 1) ? [] : [{ key, share }];
  });
}

/** Hours of the last day with data that come after its last follower: not yet counted. */
function uncounted(hours: readonly ActivityHour[]): (hour: ActivityHour) => boolean {
  let lastDay = Number.NEGATIVE_INFINITY;
  for (const { day, followers } of hours)
    if (followers !== null && followers > 0 && day > lastDay) lastDay = day;
  const lastHour = Math.max(
    -1,
    ...hours.filter(({ day, followers }) => day === lastDay && (followers ?? 0) > 0).map(({ hour }) => hour),
  );
  return ({ day, hour }) => day > lastDay || (day === lastDay && hour > lastHour);
}

/** Mean followers by hour over the days with data; null unless every hour has any. */
function meanActivity(hours: readonly ActivityHour[]): number[] | null {
  const isUncounted = uncounted(hours);
  const active = new Set(hours.filter(({ followers }) => (followers ?? 0) > 0).map(({ day }) => day));
  const sums = new Array<number>(24).fill(0);
  const counts = new Array<number>(24).fill(0);
  for (const cell of hours) {
    const { day, hour, followers } = cell;
    if (followers === null || !active.has(day) || isUncounted(cell) || !(hour >= 0 && hour < 24)) continue;
    sums[hour]! += followers;
    counts[hour]!++;
  }
  return counts.every((count) => count > 0) ? sums.map((sum, hour) => sum / counts[hour]!) : null;
}

/** Of a day of viewers without total the zeros are missing too. */
function isUncountedDay({ table }: ContextTable, numbers: readonly number[]): boolean {
  return table.format === "studio-viewers" && Number.isNaN(numbers[CONTEXT.viewers]!);
}

function warn(source: ContextTable, anchor: number, warnings: WarningCollector): void {
  const { table, rows } = source;
  const place = { file: table.name };
  if (rows.length === 0) {
    warnings.add("CONTEXT_EMPTY", place, table.name);
    return;
  }
  let missing = source.missing;
  if (isActivity(source)) {
    const hours = activityHours(source, anchor);
    const isUncounted = uncounted(hours);
    missing += hours.filter((hour) => hour.followers === 0 && isUncounted(hour)).length;
  }
  for (const { numbers } of rows) {
    if (isUncountedDay(source, numbers)) missing += numbers.filter((value) => value === 0).length;
  }
  if (missing > 0) warnings.add("CONTEXT_INCOMPLETE", place, table.name, missing);
  const hasDifference = table.facts.headers.some((header) => /difference/i.test(header));
  if (table.format === "studio-follower-history" && hasDifference && rows.length > 1) {
    warnings.add("HISTORY_GAP", place);
  }
}
