import { dayNumber, monthLength } from "./calendar.ts";
import { scanDateText } from "./date-text.ts";
import { isMissing } from "./values.ts";

/** What a cell of a time column holds; small numbers, because a million of them are kept. */
export const DATE = {
  missing: 0,
  /** value: ms since 1970 UTC; the cell itself says the zone (epoch, Z, offset) */
  instant: 1,
  /** value: local clock time as if it were UTC, ms */
  clock: 2,
  /** value: day number */
  day: 3,
  /** value: month * 100 + day of month */
  yearless: 4,
  /** `1/2/2026`, day or month first: value packed by `packOrder` */
  orderDay: 5,
  orderClock: 6,
  invalid: 7,
} as const;

export type DateKind = (typeof DATE)[keyof typeof DATE];

export const PRECISION = { second: 0, minute: 1, hour: 2, day: 3 } as const;

/** Ways of writing a date, as bits: a column with several of them is worth a warning. */
export const STYLE = {
  epoch: 1,
  isoClock: 2,
  isoOffset: 4,
  isoDay: 8,
  orderDay: 16,
  orderClock: 32,
  words: 64,
  yearless: 128,
} as const;

/** Result of `scanDate`, reused from cell to cell. */
export interface DateCell {
  value: number;
  /** one of PRECISION */
  precision: number;
  /** one of STYLE */
  style: number;
  twoDigitYear: boolean;
  /** clock with AM or PM */
  halfDay: boolean;
  /** a month name that Croatian uses for the month before */
  doubtful: boolean;
  /** a month name that only Croatian has */
  croatian: boolean;
}

/** An empty result for `scanDate`. */
export function dateCell(): DateCell {
  return {
    value: Number.NaN,
    precision: PRECISION.day,
    style: 0,
    twoDigitYear: false,
    halfDay: false,
    doubtful: false,
    croatian: false,
  };
}

const LONGEST_DATE = 64;
const DAY = 86_400_000;

/**
 * Reads one cell of a time column: fixed parsers for the usual forms, `scanDateText` for all others. Calendars are strict:
 * a day that does not exist is invalid.
 * @param cell raw text
 * @param out receives value and precision
 */
export function scanDate(cell: string, out: DateCell): DateKind {
  out.value = Number.NaN;
  out.precision = PRECISION.day;
  out.style = 0;
  out.twoDigitYear = false;
  out.halfDay = false;
  out.doubtful = false;
  out.croatian = false;
  const size = cell.length;
  if (size === 10 || size === 13) {
    const digits = digitsAt(cell, 0, size);
    if (digits >= 0) {
      out.value = size === 10 ? digits * 1000 : digits;
      out.precision = PRECISION.second;
      out.style = STYLE.epoch;
      return DATE.instant;
    }
  }
  if (size >= 10 && size <= 20) {
    const kind = scanFixed(cell, size, out);
    if (kind !== null) return kind;
  }
  if (size > LONGEST_DATE) return cell.trim() === "" ? DATE.missing : DATE.invalid;
  if (isMissing(cell)) return DATE.missing;
  return scanDateText(cell, out);
}

/** `YYYY-MM-DD`, `YYYY/MM/DD`, each alone or with ` HH:mm[:ss]` or `THH:mm:ss[Z]`; null = written otherwise. */
function scanFixed(cell: string, size: number, out: DateCell): DateKind | null {
  const mark = cell.charCodeAt(4);
  if ((mark !== 0x2d && mark !== 0x2f) || cell.charCodeAt(7) !== mark) return null;
  const year = digitsAt(cell, 0, 4);
  const month = digitsAt(cell, 5, 2);
  const date = digitsAt(cell, 8, 2);
  if (year < 0 || month < 0 || date < 0) return null;
  if (size !== 10 && size !== 16 && size !== 19 && size !== 20) return null;
  const day = dayNumber(year, month, date);
  if (size === 10) {
    out.style = STYLE.isoDay;
    if (day === null) return DATE.invalid;
    out.value = day;
    return DATE.day;
  }
  const between = cell.charCodeAt(10);
  if ((between !== 0x20 && between !== 0x54) || cell.charCodeAt(13) !== 0x3a) return null;
  const hour = digitsAt(cell, 11, 2);
  const minute = digitsAt(cell, 14, 2);
  let second = 0;
  if (size >= 19) {
    if (cell.charCodeAt(16) !== 0x3a) return null;
    second = digitsAt(cell, 17, 2);
  }
  const zulu = size === 20;
  if (zulu && cell.charCodeAt(19) !== 0x5a) return null;
  if (hour < 0 || minute < 0 || second < 0) return null;
  out.style = zulu ? STYLE.isoOffset : STYLE.isoClock;
  if (day === null || hour > 23 || minute > 59 || second > 59) return DATE.invalid;
  out.value = day * DAY + (hour * 3600 + minute * 60 + second) * 1000;
  out.precision = size >= 19 ? PRECISION.second : PRECISION.minute;
  return zulu ? DATE.instant : DATE.clock;
}

/** The digits at a place as a number, or -1 where there is anything else. */
function digitsAt(text: string, from: number, count: number): number {
  let value = 0;
  for (let index = from; index < from + count; index++) {
    const digit = text.charCodeAt(index) - 48;
    if (!(digit >= 0 && digit <= 9)) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** Packs a date whose order of day and month is open; the parts are at most two digits, `seconds` of the day. */
export function packOrder(first: number, second: number, year: number, seconds: number): number {
  return ((year * 100 + first) * 100 + second) * 86_400 + seconds;
}

/** The two parts of a packed date that are day and month in some order. */
export function orderParts(packed: number): { first: number; second: number } {
  const days = Math.floor(packed / 86_400);
  return { first: Math.floor(days / 100) % 100, second: days % 100 };
}

/**
 * Reads a packed date with the order known.
 * @returns local clock time as if it were UTC in ms, or NaN where the calendar has no such day
 * @example unpackOrder(packOrder(31, 1, 2026, 60), true) // 1769817660000
 */
export function unpackOrder(packed: number, dayFirst: boolean): number {
  const seconds = packed % 86_400;
  const year = Math.floor(packed / 86_400 / 10_000);
  const { first, second } = orderParts(packed);
  const day = dayFirst ? dayNumber(year, second, first) : dayNumber(year, first, second);
  return day === null ? Number.NaN : day * DAY + seconds * 1000;
}

/**
 * Day number of a date without year in a given year; null where that year has no such day (29 February).
 * @example yearlessDay(228, 2026) // 20512
 */
export function yearlessDay(monthDay: number, year: number): number | null {
  const month = Math.floor(monthDay / 100);
  return dayNumber(year, month, monthDay % 100);
}

/** Whether month * 100 + day exists in some year. */
export function isMonthDay(month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= monthLength(null, month);
}
