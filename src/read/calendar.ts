const DAY = 86_400_000;
const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Days of a month; without a year (null) February has 29.
 * @example monthLength(2026, 2) // 28
 */
export function monthLength(year: number | null, month: number): number {
  const leap = year === null || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
  return month === 2 && leap ? 29 : LENGTHS[month - 1]!;
}

/**
 * Number of a calendar day (days since 1970-01-01), or null where the calendar has no such day.
 * @example dayNumber(2026, 2, 30) // null
 */
export function dayNumber(year: number, month: number, day: number): number | null {
  if (year < 1000 || month < 1 || month > 12 || day < 1 || day > monthLength(year, month)) return null;
  return Date.UTC(year, month - 1, day) / DAY;
}
