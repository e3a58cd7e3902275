import { type Parser, parse } from "csv-parse";
import type { Dialect } from "./quotes.ts";
import { boundsOf, OPEN_BYTES, OPEN_LINES, type RecordBounds } from "./record-bounds.ts";

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
  outcome: "repaired" | "unclosed" | "truncated" | "delimiter" | "formula";
}

export interface CsvSource extends Dialect {
  /** line of the first byte */
  firstLine: number;
  /**
   * Reads a record that breaks the rules of quoting. `lines` are the physical lines from its start on, without their
   * ends: at most 51, or up to 64 KiB; `last` = the file ends with them, `endsLine` = with a line end.
   */
  mend(lines: readonly string[], last: boolean, endsLine: boolean): Mended;
}

const RECORD_BYTES = 1_048_576;
/** Blank lines, which csv-parse skips: they make it hand over what it holds back while it looks ahead. */
const FLUSH = Buffer.from("\n\n\n\n");

/**
 * The records of UTF-8 text in batches, tokenised by csv-parse. csv-parse stops at the first stray quote: that record is
 * given to `mend`, and the parser starts again behind it. A quote left open for more than 50 lines or 64 KiB is stray too.
 */
export async function* csvRecords(
  chunks: AsyncIterable<Buffer>,
  source: CsvSource,
): AsyncGenerator<CsvBatch, void, undefined> {
  const iterator = chunks[Symbol.asyncIterator]();
  const quote = source.quote === "" ? -1 : source.quote.charCodeAt(0);
  let buffer: Buffer = Buffer.alloc(0);
  let line = source.firstLine;
  let ended = false;
  let run = startParser(source);

  const pull = async (): Promise<void> => {
    const next = await iterator.next();
    if (next.done) ended = true;
    else buffer = buffer.length === 0 ? next.value : Buffer.concat([buffer, next.value]);
  };

  try {
    while (!ended) {
      await pull();
      for (;;) {
        const bounds = boundsOf(buffer, line, quote, ended);
        const count = bounds.starts.length;
        const cells = count > 0 ? await run.read(buffer.subarray(0, bounds.ends.at(-1))) : [];
        if (cells.length > 0) yield { records: cells.slice(0, count).map(at(bounds)), bytes: buffer };
        const isBroken = cells.length < count;
        const tooLong = !isBroken && buffer.length - bounds.open > RECORD_BYTES;
        line = isBroken ? bounds.lines[cells.length]! : bounds.openLine;
        buffer = buffer.subarray(isBroken ? bounds.starts[cells.length]! : bounds.open);
        if (!isBroken && !bounds.isStuck && !tooLong) break;
        while (!ended && !isEnough(buffer)) await pull();
        const lines = physicalLines(buffer);
        const mended = source.mend(
          lines.map(({ text }) => text),
          ended && lines.at(-1)!.end >= buffer.length,
          lines.at(-1)!.isWhole,
        );
        const taken = lines.slice(0, mended.lines);
        const end = taken.at(-1)!.end;
        yield {
          records: [{ cells: mended.cells, line, start: 0, end, mended: mended.outcome }],
          bytes: buffer,
        };
        line += taken.length;
        buffer = buffer.subarray(end);
        // A line without end is longer than a record may be: the rest of it belongs to no record.
        while (!taken.at(-1)!.isWhole && !ended) {
          await pull();
          const rest = buffer.indexOf(10);
          buffer = buffer.subarray(rest < 0 ? buffer.length : rest + 1);
          if (rest >= 0) break;
        }
        run.close();
        run = startParser(source);
      }
    }
  } finally {
    run.close();
    await iterator.return?.();
  }
}

function at({ starts, ends, lines }: RecordBounds): (cells: string[], index: number) => CsvRecord {
  return (cells, index) => ({
    cells,
    line: lines[index]!,
    start: starts[index]!,
    end: ends[index]!,
    mended: null,
  });
}

/** Reads stretches of whole records; gives back fewer than there are when one breaks the rules. */
function startParser(source: CsvSource): { read(bytes: Buffer): Promise<string[][]>; close(): void } {
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
  });
  // An error shows as a missing record; without a listener it would end the process.
  parser.on("error", () => undefined);
  const write = (bytes: Buffer, into: string[][]) => {
    const done = new Promise<void>((resolve) => {
      parser.write(bytes, () => resolve());
    });
    for (let next = parser.read(); next !== null; next = parser.read()) into.push(next as string[]);
    return done;
  };
  return {
    async read(bytes) {
      const records: string[][] = [];
      await write(bytes, records);
      if (!parser.destroyed) await write(FLUSH, records);
      return records;
    },
    close: () => {
      parser.destroy();
    },
  };
}

/** Does the buffer hold enough behind its start to mend a record? */
function isEnough(bytes: Buffer): boolean {
  if (bytes.length > RECORD_BYTES) return true;
  let lines = 0;
  for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, end + 1)) lines++;
  return lines > OPEN_LINES || (lines > 0 && bytes.length > OPEN_BYTES);
}

interface PhysicalLine {
  text: string;
  /** behind its line end */
  end: number;
  isWhole: boolean;
}

/** The physical lines at the start of the buffer. */
function physicalLines(bytes: Buffer): PhysicalLine[] {
  const lines: PhysicalLine[] = [];
  let from = 0;
  while (from < bytes.length && lines.length <= OPEN_LINES && (lines.length === 0 || from < OPEN_BYTES)) {
    const feed = bytes.indexOf(10, from);
    const carriage = bytes.indexOf(13, from);
    const stop = feed < 0 || (carriage >= 0 && carriage < feed) ? carriage : feed;
    const textEnd = stop < 0 ? bytes.length : stop;
    const end = stop < 0 ? bytes.length : stop + (bytes[stop] === 13 && bytes[stop + 1] === 10 ? 2 : 1);
    lines.push({ text: bytes.toString("utf8", from, textEnd), end, isWhole: stop >= 0 });
    from = end;
  }
  return lines;
}
