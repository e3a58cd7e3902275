const DAY = 86_400_000;
/** `46027` or `46027.4166`: a day of this century, perhaps with a clock as fraction */
const SERIAL = /^[2-7]\d{4}(?:\.\d{1,20})?$/;

/**
 * Days as spreadsheets count them, as text: `YYYY-MM-DD`, or `YYYY-MM-DD HH:mm:ss` where any cell of the column has a
 * clock time. Other cells stay as they are.
 * @param column cells of a time column
 * @param dateSystem year from which the workbook counts
 * @example serialDates(["46027", "", "2026-01-06"], 1900) // ["2026-01-05", "", "2026-01-06"]
 * @example serialDates(["44565", "44566.75"], 1904) // ["2026-01-05 00:00:00", "2026-01-06 18:00:00"]
 */
export function serialDates(column: readonly string[], dateSystem: 1900 | 1904): string[] {
  // Day 60 of 1900 never was, but later days are counted as if it had been: so the start is one day early.
  const start = dateSystem === 1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const serials = column.map((cell) => (SERIAL.test(cell.trim()) ? Number(cell) : null));
  const hasClock = serials.some((serial) => serial !== null && !Number.isInteger(serial));
  return column.map((cell, index) => {
    const serial = serials[index]!;
    if (serial === null) return cell;
    const days = Math.floor(serial);
    const at = start + days * DAY + Math.round((serial - days) * 86_400) * 1000;
    return new Date(at)
      .toISOString()
      .slice(0, hasClock ? 19 : 10)
      .replace("T", " ");
  });
}
