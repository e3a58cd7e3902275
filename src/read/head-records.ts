import type { Dialect } from "./quotes.ts";

/** A record of the head of a text. */
export interface HeadRecord {
  cells: string[];
  /** line where it starts, counted from 1 */
  line: number;
  /** position behind its line end */
  end: number;
}

const OPEN_LINES = 50;

/**
 * The first records of a text, tolerant of stray quotes: a quoted field ends at a quote before a delimiter or a line end,
 * a quote that is never closed is a letter. Blank lines are no records. For looking only: rows are read by csv-parse.
 */
export function headRecords(text: string, dialect: Dialect, limit: number): HeadRecord[] {
  const records: HeadRecord[] = [];
  let at = 0;
  let line = 1;
  while (at < text.length && records.length < limit) {
    const record = recordAt(text, at, dialect);
    if (record.cells.length > 1 || record.cells[0] !== "") {
      records.push({ cells: record.cells, line, end: record.end });
    }
    line += record.lines;
    at = record.end;
  }
  return records;
}

function recordAt(
  text: string,
  start: number,
  { delimiter, quote }: Dialect,
): { cells: string[]; end: number; lines: number } {
  const cells: string[] = [];
  let at = start;
  let lines = 1;
  for (;;) {
    let end = -1;
    if (quote !== "" && text.startsWith(quote, at)) {
      end = closingQuote(text, at + 1, delimiter, quote);
      if (end >= 0) {
        const cell = text.slice(at + 1, end);
        cells.push(cell.replaceAll(quote + quote, quote));
        lines += countBreaks(cell);
        at = end + 1;
      }
    }
    if (end < 0) {
      const stop = fieldEnd(text, at, delimiter);
      cells.push(text.slice(at, stop));
      at = stop;
    }
    if (at >= text.length) return { cells, end: text.length, lines };
    if (text.startsWith(delimiter, at)) {
      at += delimiter.length;
      continue;
    }
    return { cells, end: text[at] === "\r" && text[at + 1] === "\n" ? at + 2 : at + 1, lines };
  }
}

function fieldEnd(text: string, from: number, delimiter: string): number {
  for (let at = from; at < text.length; at++) {
    const sign = text[at]!;
    if (sign === delimiter || sign === "\n" || sign === "\r") return at;
  }
  return text.length;
}

/** Position of the quote that closes a field, or -1 when none does within 50 lines. */
function closingQuote(text: string, from: number, delimiter: string, quote: string): number {
  let breaks = 0;
  for (let at = from; at < text.length; at++) {
    const sign = text[at]!;
    if (sign === quote) {
      if (text[at + 1] === quote) at++;
      else if (at + 1 >= text.length || text[at + 1] === delimiter || /[\r\n]/.test(text[at + 1]!)) return at;
    } else if (sign === "\n" && ++breaks > OPEN_LINES) return -1;
  }
  return -1;
}

function countBreaks(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count++;
  return count;
}
