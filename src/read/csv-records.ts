import { type Parser, parse } from "csv-parse";
import type { Dialect } from "./quotes.ts";

/** A record of a CSV file. */
export interface CsvRecord {
  cells: string[];
  /** line where it starts, from 1 */
  line: number;
  /** bytes of it within `CsvBatch.bytes` */
  start: number;
  end: number;
  /** how a record that csv-parse could not read came about; null = csv-parse read it */
  mended: Mended["outcome"] | null;
}

export interface CsvBatch {
  records: CsvRecord[];
  bytes: Buffer;
}

/** What a broken record became: its cells, and how many physical lines it took. */
export interface Mended {
  cells: string[];
  lines: number;
  outcome: "repaired" | "unclosed" | "truncated";
}

export interface CsvSource extends Dialect {
  /** line of the first byte */
  firstLine: number;
  /** "\r" in files that know no line feed */
  lineBreak: "\n" | "\r";
  /**
   * Reads a record that breaks the rules of quoting. `lines` are the physical lines from its start on, without their
   * ends: at most 51, or up to 64 KiB; `last` = the file ends with them.
   */
  mend(lines: readonly string[], last: boolean): Mended;
}

const OPEN_BYTES = 65_536;
const OPEN_LINES = 50;
const RECORD_BYTES = 1_048_576;

/**
 * The records of UTF-8 text in batches, tokenised by csv-parse. csv-parse stops at the first stray quote: the record is
 * given to `mend` and the parser starts again behind it. A quote left open for more than 50 lines or 64 KiB counts as
 * stray.
 */
export async function* csvRecords(
  chunks: AsyncIterable<Buffer>,
  source: CsvSource,
): AsyncGenerator<CsvBatch, void, undefined> {
  const iterator = chunks[Symbol.asyncIterator]();
  const brk = source.lineBreak.charCodeAt(0);
  let buffer: Buffer = Buffer.alloc(0);
  let fed = 0;
  let line = source.firstLine;
  let ended = false;
  let run = startParser(source);
  /** position of the parser's first byte relative to `buffer` */
  let origin = 0;

  const pull = async (): Promise<boolean> => {
    const next = await iterator.next();
    if (next.done) ended = true;
    else buffer = buffer.length === 0 ? next.value : Buffer.concat([buffer, next.value]);
    return !ended;
  };

  try {
    for (;;) {
      let drained: ParsedRecord[] = [];
      if (fed < buffer.length) {
        drained = await run.write(buffer.subarray(fed));
        fed = buffer.length;
      } else if (ended && !run.failed()) drained = await run.end();
      const bytes = buffer;
      let done = 0;
      const records: CsvRecord[] = [];
      for (const { record, info } of drained) {
        const end = Math.min(origin + info.bytes, bytes.length);
        const start = skipBreaks(bytes, done, end);
        line += countBreaks(bytes, done, start, brk);
        records.push({ cells: record, line, start, end, mended: null });
        line += countBreaks(bytes, start, end, brk);
        done = end;
      }
      const open = skipBreaks(bytes, done, bytes.length);
      const stuck = run.failed() || isStuck(bytes, open, brk);
      if (stuck && open < bytes.length) {
        if (records.length > 0) yield { records, bytes };
        line += countBreaks(bytes, done, open, brk);
        buffer = buffer.subarray(open);
        while (!ended && !isWhole(buffer, brk)) await pull();
        const lines = physicalLines(buffer, source.lineBreak);
        const mended = source.mend(
          lines.map(({ text }) => text),
          ended && lines.at(-1)!.end >= buffer.length,
        );
        const taken = lines[Math.min(mended.lines, lines.length) - 1]!.end;
        const record = { cells: mended.cells, line, start: 0, end: taken, mended: mended.outcome };
        yield { records: [record], bytes: buffer };
        line += countBreaks(buffer, 0, taken, brk);
        buffer = buffer.subarray(taken);
        run.close();
        run = startParser(source);
        origin = 0;
        fed = 0;
        continue;
      }
      if (records.length > 0) yield { records, bytes };
      buffer = buffer.subarray(done);
      origin -= done;
      fed -= done;
      if (ended) return;
      await pull();
    }
  } finally {
    run.close();
    await iterator.return?.();
  }
}

interface ParsedRecord {
  record: string[];
  info: { bytes: number };
}

interface ParserRun {
  write(chunk: Buffer): Promise<ParsedRecord[]>;
  end(): Promise<ParsedRecord[]>;
  failed(): boolean;
  close(): void;
}

function startParser(source: CsvSource): ParserRun {
  const parser: Parser = parse({
    columns: false,
    delimiter: source.delimiter,
    quote: source.quote === "" ? false : source.quote,
    escape: source.quote === "" ? null : source.quote,
    bom: false,
    relax_column_count: true,
    relax_quotes: false,
    record_delimiter: ["\r\n", "\n", "\r"],
    skip_empty_lines: true,
    max_record_size: RECORD_BYTES,
    info: true,
  });
  let broken = false;
  parser.on("error", () => {
    broken = true;
  });
  const drain = (into: ParsedRecord[]) => {
    for (let next = parser.read(); next !== null; next = parser.read()) into.push(next as ParsedRecord);
    return into;
  };
  return {
    async write(chunk) {
      const written = new Promise<void>((resolve) => {
        parser.write(chunk, () => resolve());
      });
      const records = drain([]);
      await written;
      return drain(records);
    },
    async end() {
      const finished = new Promise<void>((resolve) => {
        parser.once("error", () => resolve());
        parser.end(() => resolve());
      });
      const records = drain([]);
      await finished;
      return drain(records);
    },
    failed: () => broken,
    close: () => {
      parser.destroy();
    },
  };
}

function skipBreaks(bytes: Buffer, from: number, to: number): number {
  let at = from;
  while (at < to && (bytes[at] === 10 || bytes[at] === 13)) at++;
  return at;
}

function countBreaks(bytes: Buffer, from: number, to: number, brk: number): number {
  let count = 0;
  for (let at = bytes.indexOf(brk, from); at >= 0 && at < to; at = bytes.indexOf(brk, at + 1)) count++;
  return count;
}

/** Is the record that starts at `open` longer than any quoted field may be? */
function isStuck(bytes: Buffer, open: number, brk: number): boolean {
  const length = bytes.length - open;
  if (length > RECORD_BYTES) return true;
  const first = bytes.indexOf(brk, open);
  if (first < 0) return false;
  return length > OPEN_BYTES || countBreaks(bytes, open, bytes.length, brk) > OPEN_LINES;
}

/** Does the buffer hold enough behind its start to mend a record? */
function isWhole(bytes: Buffer, brk: number): boolean {
  if (bytes.length > RECORD_BYTES) return true;
  if (bytes.indexOf(brk) < 0) return false;
  return bytes.length > OPEN_BYTES || countBreaks(bytes, 0, bytes.length, brk) > OPEN_LINES;
}

/** The physical lines at the start of the buffer with the position behind each. */
function physicalLines(bytes: Buffer, lineBreak: "\n" | "\r"): { text: string; end: number }[] {
  const lines: { text: string; end: number }[] = [];
  let at = 0;
  while (at < bytes.length && lines.length <= OPEN_LINES && (lines.length === 0 || at < OPEN_BYTES)) {
    const found = bytes.indexOf(lineBreak.charCodeAt(0), at);
    const end = found < 0 ? bytes.length : found;
    lines.push({
      text: bytes.toString("utf8", at, end).replace(/\r$/, ""),
      end: found < 0 ? end : found + 1,
    });
    at = end + 1;
  }
  return lines;
}
