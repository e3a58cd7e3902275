import { AdvisorError } from "../errors.ts";
import { type CsvBatch, type CsvSource, csvRecords } from "./csv-records.ts";
import { decodeChunks } from "./decode.ts";
import { type Detection, detectLayout, type Layout } from "./dialect.ts";
import { viewHeader } from "./header.ts";
import { guessByValues, judgeColumns } from "./judge-columns.ts";
import { missingFields, noLayout } from "./no-layout.ts";
import { openQuoteLine, orOpenQuote } from "./open-quote.ts";
import { type OpenTable, plannedTable } from "./open-table.ts";
import { isReadable, type TablePlan } from "./plan.ts";
import { preambleUsername } from "./preamble.ts";
import { refuse } from "./refuse.ts";
import type { FieldRow, TableOptions } from "./rows.ts";
import type { SourceFile } from "./source.ts";
import { judgeRecords } from "./table.ts";
import { muteWarnings, type WarningCollector } from "./warnings.ts";
import { isWrapped, unwrapLines } from "./wrapped-lines.ts";

const HEAD_CHARACTERS = 262_144;
const SAMPLE_BYTES = 1_048_576;

/**
 * Finds out how a delimited text is laid out.
 * @throws AdvisorError where no header row can be read
 */
export async function openCsv(
  source: SourceFile,
  options: TableOptions,
  warnings: WarningCollector,
): Promise<OpenTable> {
  let text = await headText(source);
  const wrapped = isWrapped(text);
  const decode = () => {
    const chunks = decodeChunks(source.open(), source.survey);
    return wrapped ? unwrapLines(chunks) : chunks;
  };
  if (wrapped) {
    text = await headOf(decode());
    warnings.add("LINE_WRAPPED", { file: source.name });
  }
  const separator = /^(?:"?)sep=(.)(?:"?)\r?(?:\n|$)/i.exec(text);
  const skipped = separator ? separator[0].length : 0;
  const body = text.slice(skipped);
  const detection = detectLayout(body, separator?.[1] ?? null, options);
  const layout = detection.best ?? guessedLayout(detection) ?? refuseAll(source, detection, text);
  warnLayout(layout, source.name, warnings, separator !== null);
  const header = layout.records[layout.headerIndex]!;
  const headerLine = header.line + (separator ? 1 : 0);
  if (header.cells.some((cell) => cell.startsWith('"')) && openQuoteLine(text) === headerLine) {
    warnings.add("QUOTE_NOT_CLOSED", { file: source.name, line: headerLine, value: header.cells[0] });
  }
  const start = Buffer.byteLength(text.slice(0, skipped + header.end));
  const firstLine = countLines(text.slice(0, skipped + header.end)) + 1;

  const batches = (mend: CsvSource["mend"]) =>
    csvRecords(skipBytes(decode(), start), {
      ...layout.dialect,
      firstLine,
      mend,
    });

  const { sample, whole } = await takeSample(layout, batches);
  refuse(source.name, layout.plan.view, sample);
  const plan = judged(layout, sample, source.name, text, warnings);

  return {
    ...plannedTable(plan),
    username: preambleUsername(layout),
    delimiter: layout.dialect.delimiter,
    async *rows(into) {
      const judge = judgeRecords(plan, layout.dialect, source.name, into);
      let held: CsvBatch | null = null;
      for await (const batch of whole ?? batches(judge.mend)) {
        if (held) yield judgeBatch(held, false);
        held = batch;
      }
      if (held) yield judgeBatch(held, true);
      const rest = judge.finish();
      if (rest.length > 0) yield rest;

      function judgeBatch(batch: CsvBatch, last: boolean): FieldRow[] {
        const rows: FieldRow[] = [];
        const end = batch.records.length - 1;
        batch.records.forEach((record, index) => {
          for (const row of judge.judge(record, batch, last && index === end)) rows.push(row);
        });
        return rows;
      }
    },
  };
}

/** The columns as their values judge them; quotes that stand in every cell come from one that is open in the header. */
function judged(
  { plan, dialect }: Layout,
  sample: readonly (readonly string[])[],
  file: string,
  text: string,
  warnings: WarningCollector,
): TablePlan {
  try {
    const found = judgeColumns(plan, sample, file, warnings);
    if (isReadable(found)) return found;
    throw missingFields(file, found, "table");
  } catch (error) {
    throw dialect.quote === "" ? orOpenQuote(error, file, text) : error;
  }
}

/** A header with a metric whose link, id or time only the values show. */
function guessedLayout({ partial }: Detection): Layout | null {
  if (!partial) return null;
  const rows = partial.records.slice(partial.headerIndex + 1).map(({ cells }) => cells);
  const plan = guessByValues(partial.plan, rows);
  return isReadable(plan) ? { ...partial, plan } : null;
}

/** Nothing can be read: says so, by name where the file is of another kind. */
function refuseAll({ name: file, survey }: SourceFile, detection: Detection, text: string): never {
  const layouts = [detection.partial?.records ?? [], detection.plain.records];
  for (const records of layouts) {
    records.slice(0, 5).forEach(({ cells }, index) => {
      refuse(
        file,
        viewHeader(cells),
        records.slice(index + 1).map((record) => record.cells),
      );
    });
  }
  const error = noLayout(file, detection);
  if (survey.encoding === "windows-1252" && ["DELIMITER_UNKNOWN", "HEADER_NOT_FOUND"].includes(error.code)) {
    throw new AdvisorError("ENCODING_UNKNOWN", file, "The encoding could not be recognised.");
  }
  throw orOpenQuote(error, file, text);
}

async function headText(source: SourceFile): Promise<string> {
  return headOf(decodeChunks(source.open(), source.survey));
}

async function headOf(chunks: AsyncIterable<Buffer>): Promise<string> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    parts.push(chunk);
    bytes += chunk.length;
    if (bytes >= HEAD_CHARACTERS) break;
  }
  const text = Buffer.concat(parts).toString("utf8");
  return bytes >= HEAD_CHARACTERS ? text.slice(0, Math.max(text.lastIndexOf("\n") + 1, 1)) : text;
}

/**
 * The first posts of a table as aligned cells: all of a small file, else those of the first megabytes. `whole` = what was
 * read for it where that is the whole table and holds no broken record, which needs the final plan; null = read it again.
 */
async function takeSample(
  layout: Layout,
  open: (mend: CsvSource["mend"]) => AsyncIterable<CsvBatch>,
): Promise<{ sample: string[][]; whole: CsvBatch[] | null }> {
  const sample: string[][] = [];
  const judge = judgeRecords(layout.plan, layout.dialect, "", muteWarnings, (cells, line) => {
    sample.push([...cells]);
    return { kind: "row", line, cells: [], labels: [] };
  });
  const batches: CsvBatch[] = [];
  let bytes = 0;
  for await (const batch of open(judge.mend)) {
    for (const record of batch.records) {
      judge.judge(record, batch, false);
      bytes += record.end - record.start;
    }
    batches.push(batch);
    if (bytes > SAMPLE_BYTES) return { sample, whole: null };
  }
  const isClean = batches.every(({ records }) => records.every(({ mended }) => mended === null));
  return { sample, whole: isClean ? batches : null };
}

async function* skipBytes(
  chunks: AsyncIterable<Buffer>,
  count: number,
): AsyncGenerator<Buffer, void, undefined> {
  let left = count;
  for await (const chunk of chunks) {
    if (left >= chunk.length) left -= chunk.length;
    else {
      yield left > 0 ? chunk.subarray(left) : chunk;
      left = 0;
    }
  }
}

function countLines(text: string): number {
  return text.split(/\r\n|\n|\r/).length - 1;
}

function warnLayout(layout: Layout, file: string, warnings: WarningCollector, announced: boolean): void {
  const { delimiter, quote } = layout.dialect;
  const names: Record<string, string> = { ";": "a semicolon", "\t": "a tab", "|": "a bar" };
  if (delimiter !== ",") {
    warnings.add("DELIMITER_UNUSUAL", { file }, names[delimiter] ?? JSON.stringify(delimiter));
  }
  if (quote === "'") warnings.add("QUOTE_UNUSUAL", { file }, "single quotes (')");
  const skipped = layout.records.slice(0, layout.headerIndex);
  if (skipped.length > 0) {
    warnings.add(
      "PREAMBLE_SKIPPED",
      { file, line: skipped[0]!.line + (announced ? 1 : 0) },
      undefined,
      skipped.length,
    );
  }
}
