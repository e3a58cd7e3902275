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

/**
 * Month and date of a day number as month * 100 + day, without making a Date.
 * @example monthDayOf(20512) // 228
 */
export function monthDayOf(day: number): number {
  // Days from 0000-03-01, so that the leap day comes last (Howard Hinnant, "chrono-compatible low-level date algorithms").
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const ofEra = shifted - era * 146_097;
  const year = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const index = Math.floor((5 * ofYear + 2) / 153);
  const date = ofYear - Math.floor((153 * index + 2) / 5) + 1;
  return (index < 10 ? index + 3 : index - 9) * 100 + date;
}
