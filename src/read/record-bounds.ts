/** Where the records of a stretch of CSV stand. */
export interface RecordBounds {
  starts: number[];
  /** behind the line end of each record */
  ends: number[];
  /** line where each record starts */
  lines: number[];
  /** start of the record that is not finished in these bytes, and its line */
  open: number;
  openLine: number;
  /** a quote was left open for longer than any field may be */
  isStuck: boolean;
}

/** Longest quoted field. */
export const OPEN_BYTES = 65_536;
export const OPEN_LINES = 50;

const LF = 10;
const CR = 13;

/**
 * Finds the ends of records: every line end outside quotes. Quotes are counted, not understood, which is right for every
 * record that keeps the rules of quoting; of one that breaks them only the start is right. Blank lines are no records.
 * @param bytes text from the start of a record on
 * @param line line of its first byte
 * @param quote code of the quote, or -1
 * @param isEnd nothing follows: the last record needs no line end
 */
export function boundsOf(bytes: Buffer, line: number, quote: number, isEnd: boolean): RecordBounds {
  const starts: number[] = [];
  const ends: number[] = [];
  const lines: number[] = [];
  let start = 0;
  let startLine = line;
  let current = line;
  let inside = false;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte === quote) {
      inside = !inside;
      continue;
    }
    if (byte !== LF && byte !== CR) continue;
    let end = at + 1;
    if (byte === CR) {
      if (end === bytes.length && !isEnd) break;
      if (bytes[end] === LF) end++;
    }
    current++;
    if (inside) {
      if (current - startLine > OPEN_LINES || at - start > OPEN_BYTES) {
        return { starts, ends, lines, open: start, openLine: startLine, isStuck: true };
      }
    } else {
      if (at > start) {
        starts.push(start);
        ends.push(end);
        lines.push(startLine);
      }
      start = end;
      startLine = current;
    }
    at = end - 1;
  }
  if (isEnd && start < bytes.length) {
    starts.push(start);
    ends.push(bytes.length);
    lines.push(startLine);
    start = bytes.length;
  }
  return { starts, ends, lines, open: start, openLine: startLine, isStuck: false };
}
