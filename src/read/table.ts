import { isMissing } from "./cell-tests.ts";
import type { CsvBatch, CsvRecord, CsvSource, Mended } from "./csv-records.ts";
import { normaliseHeader } from "./header.ts";
import {
  type AnyField,
  cellFits,
  columnOf,
  isOtherNetwork,
  planTable,
  recordFits,
  type TablePlan,
  typedColumns,
} from "./plan.ts";
import { type Dialect, type MatchedLine, matchBothEnds, splitLine } from "./quotes.ts";
import { type RowBuilder, rowBuilder } from "./row-builder.ts";
import type { FieldRow } from "./rows.ts";
import { isTotalLabel } from "./total-labels.ts";
import type { WarningCode } from "./warning-codes.ts";
import type { WarningCollector } from "./warnings.ts";

/** What judges the records of one table; made once per reading of it. */
export interface RecordJudge {
  /** the rows that a record stands for, usually one */
  judge(record: CsvRecord, batch: CsvBatch, isLast: boolean): FieldRow[];
  /** rows held back until the whole column was seen */
  finish(): FieldRow[];
  mend: CsvSource["mend"];
}

const DELIMITERS = [",", ";", "\t", "|"];
const MENDED_CODES = {
  repaired: "QUOTE_REPAIRED",
  unclosed: "QUOTE_NOT_CLOSED",
  truncated: "INPUT_TRUNCATED",
  delimiter: "DELIMITER_MIXED",
} as const satisfies Record<Exclude<Mended["outcome"], "formula">, WarningCode>;

/** A table after whose rows come other tables: its own end at the first row of so few cells. */
const SECTION_CELLS = 2;

/**
 * Judges the records behind a header: is each a post, something else, or broken, and which cell is which field. All that
 * is odd is warned about here; what a cell means is read elsewhere.
 */
export function judgeRecords(
  plan: TablePlan,
  dialect: Dialect | null,
  file: string,
  warnings: WarningCollector,
  build: RowBuilder = rowBuilder(plan, file, warnings),
): RecordJudge {
  const width = plan.headers.length;
  const typed = typedColumns(plan);
  const places = placeColumns(plan, typed);
  const identity = places.filter(({ kind }) => kind !== "time");
  const metrics = typed.filter(({ field }) => field === "views" || field === "likes");
  const fitsQuickly = quickTest(typed, places);
  const hasPlaceCell = (cells: readonly (string | null)[]) => someFits(places, cells);
  const hasMetricCell = (cells: readonly (string | null)[]) => someFits(metrics, cells);
  const sum = columnSum(plan);
  const free = freeColumns(plan);
  const held: { row: FieldRow; value: number }[] = [];
  const sections: Section[] = [];
  let section: Section | null = null;

  const other = (line: number): FieldRow => ({ kind: "other", line, cells: [], labels: [] });
  const warn = (code: WarningCode, line: number, value?: string) => warnings.add(code, { file, line, value });
  const drop = (code: WarningCode, line: number, value?: string): FieldRow[] => {
    warn(code, line, value);
    return [{ kind: "dropped", line, cells: [], labels: [] }];
  };
  const accept = (cells: readonly string[], line: number): FieldRow[] => {
    if (plan.networkColumn >= 0 && isOtherNetwork(cells[plan.networkColumn])) {
      warnings.add(
        "ROW_UNUSABLE",
        { file, line, value: cells[plan.networkColumn] },
        "post on TikTok (another network)",
      );
      return [other(line)];
    }
    if (sum && !hasPlaceCell(cells)) {
      const value = digitsOf(cells[sum.column]);
      if (value !== null && held.length < 20) {
        held.push({ row: build(cells, line), value });
        return [];
      }
    }
    sum?.add(cells);
    return [build(cells, line)];
  };

  /** A record that is no post: total, repeated header, note, another table. */
  const otherKind = (cells: readonly string[], line: number): FieldRow[] | null => {
    if (isRepeatedHeader(plan, cells)) {
      warn("HEADER_REPEATED", line);
      return [other(line)];
    }
    const isNameless = identity.length > 0 ? !someFits(identity, cells) : !hasPlaceCell(cells);
    if (plan.kind === "posts" && isNameless && cells.some(isTotalLabel)) {
      warn("TOTAL_ROW_SKIPPED", line);
      return [other(line)];
    }
    const start = sectionStart(plan, cells, hasPlaceCell(cells));
    if (start !== null) {
      section = { line, rows: 1, isWeak: start === "weak" };
      // What one line says alone is not believed: the next one decides what both are.
      if (section.isWeak) return [];
      sections.push(section);
      return [other(line)];
    }
    if (isNote(cells, width) && !hasPlaceCell(cells)) {
      warn(
        "NOTE_ROW_SKIPPED",
        line,
        cells.find((cell) => cell.trim() !== ""),
      );
      return [other(line)];
    }
    return null;
  };

  const repair = (line: string): MatchedLine | null => {
    if (!dialect) return null;
    for (const column of free) {
      const match = matchBothEnds(line, { ...dialect, columns: width, free: column });
      if (match && recordFits(typed, match.cells)) return match;
    }
    return null;
  };

  const tooLong = (cells: string[], raw: string | null, line: number): FieldRow[] => {
    if (cells.slice(width).every((cell) => cell.trim() === "")) return accept(cells.slice(0, width), line);
    const joined = joinClock(cells);
    if (joined && joined.length === width) {
      warn("ROW_REALIGNED", line);
      return accept(joined, line);
    }
    if (raw !== null && dialect && dialect.quote !== "" && raw.includes(dialect.quote)) {
      const repaired = repair(raw);
      if (repaired) {
        warn("QUOTE_REPAIRED", line);
        return accept(repaired.cells, line);
      }
    }
    const aligned = dialect ? alignments(cells, width, free, typed, dialect.delimiter) : [];
    if (aligned.length !== 1) return drop("ROW_TOO_LONG", line, cells[0]);
    warn("ROW_TOO_LONG", line, cells[0]);
    return accept(aligned[0]!, line);
  };

  const tooShort = (cells: string[], raw: string | null, line: number, isCut: boolean): FieldRow[] => {
    if (raw !== null && dialect) {
      const cells = otherDelimiter(raw);
      if (cells) {
        warn("DELIMITER_MIXED", line);
        return accept(cells, line);
      }
    }
    if (isCut) return drop("INPUT_TRUNCATED", line, cells[0]);
    if (plan.kind === "context") return accept(cells, line);
    const survives = hasPlaceCell(cells) && hasMetricCell(cells) && recordFits(typed, cells);
    if (!survives) return drop("ROW_TOO_SHORT", line, cells[0]);
    warn("ROW_TOO_SHORT", line, cells[0]);
    return accept(cells, line);
  };

  return {
    judge(record, batch, isLast) {
      const { cells, line } = record;
      if (!record.mended && cells.every((cell) => cell.trim() === "")) return [];
      if (section?.isWeak && cells.length === width && fitsQuickly(cells)) {
        const lone = section.rows === 1 ? drop("ROW_TOO_SHORT", section.line) : [];
        section = null;
        return [...lone, ...(record.mended ? judgeMended(record) : accept(cells, line))];
      }
      if (section) {
        const isSecond = section.isWeak && section.rows === 1;
        if (isSecond) sections.push(section);
        section.rows++;
        return isSecond ? [other(section.line), other(line)] : [other(line)];
      }
      if (record.mended) return judgeMended(record);
      if (cells.length === width && fitsQuickly(cells)) return accept(cells, line);
      const raw = rawOf(record, batch);
      const parted = cells.length === 1 && width > 1 && dialect ? otherDelimiter(raw) : null;
      if (parted) {
        warn("DELIMITER_MIXED", line);
        return accept(parted, line);
      }
      const found = otherKind(cells, line);
      if (found) return found;
      if (cells.length > width) return tooLong(cells, raw, line);
      const cut = isLast && record.end >= batch.bytes.length;
      if (cells.length < width) return tooShort(cells, raw, line, cut);
      const repaired =
        raw?.includes(dialect?.quote || "\0") && !recordFits(typed, cells) ? repair(raw) : null;
      if (!repaired) return accept(cells, line);
      warn("QUOTE_REPAIRED", line);
      return accept(repaired.cells, line);
    },
    finish() {
      for (const { line, rows } of sections) warnings.add("SECTION_SKIPPED", { file, line }, undefined, rows);
      const isNoteAtEnd = section?.isWeak && section.rows === 1;
      if (isNoteAtEnd) warn("NOTE_ROW_SKIPPED", section!.line);
      const last = isNoteAtEnd ? [other(section!.line)] : [];
      const rows = held.flatMap(({ row, value }) => {
        if (!sum || value === 0 || Math.abs(value - sum.total()) > 0.5) return [row];
        warn("TOTAL_ROW_SKIPPED", row.line);
        return [other(row.line)];
      });
      return [...rows, ...last];
    },
    mend(lines, last, endsLine) {
      const plain = splitLine(lines[0]!, dialect!);
      const isFormula = plain.length === width && plain.some((cell) => /^="[^"]*"$/.test(cell));
      if (isFormula && recordFits(typed, plain)) return { cells: plain, lines: 1, outcome: "formula" };
      const repaired = joinedLines(lines, repair);
      if (repaired) return { ...repaired, outcome: repaired.isOpen ? "unclosed" : "repaired" };
      const other = otherDelimiter(lines[0]!);
      if (other) return { cells: other, lines: 1, outcome: "delimiter" };
      const closed = plain.map((cell) => cell.replace(/^["']/, ""));
      const isWhole = !last || (endsLine && closed.length === width && recordFits(typed, closed));
      if (!isWhole && lines.length === 1) return { cells: plain, lines: 1, outcome: "truncated" };
      return { cells: closed, lines: 1, outcome: "unclosed" };
    },
  };

  /** The cells of a line under another delimiter, where all of them fit. */
  function otherDelimiter(raw: string): string[] | null {
    for (const delimiter of DELIMITERS) {
      if (delimiter === dialect?.delimiter || !raw.includes(delimiter)) continue;
      const cells = splitLine(raw, { delimiter, quote: dialect?.quote ?? "" });
      if (cells.length === width && recordFits(typed, cells)) return cells;
    }
    return null;
  }

  function judgeMended({ cells, line, mended }: CsvRecord): FieldRow[] {
    if (mended === "truncated") return drop("INPUT_TRUNCATED", line, cells[0]);
    if (mended !== "formula") warn(MENDED_CODES[mended!], line, cells[0]);
    if (cells.length > width) return tooLong(cells, null, line);
    return cells.length < width ? tooShort(cells, null, line, false) : accept(cells, line);
  }
}

/** The record as it stands in the file. */
function rawOf({ start, end }: CsvRecord, { bytes }: CsvBatch): string {
  return bytes.toString("utf8", start, end).replace(/[\r\n]+$/, "");
}

/** Tries the first line, then the first two, three ... joined: a text with stray quotes may also hold line ends. */
function joinedLines(
  lines: readonly string[],
  repair: (line: string) => MatchedLine | null,
): (MatchedLine & { lines: number }) | null {
  let text = "";
  for (let count = 1; count <= Math.min(lines.length, 20); count++) {
    // A line that is a whole record by itself continues nothing.
    if (count > 1 && repair(lines[count - 1]!)) return null;
    text = count === 1 ? lines[0]! : `${text}\n${lines[count - 1]!}`;
    const match = repair(text);
    if (match && (count === 1 || !match.cells.some((cell) => /tiktok\.com\/[^\n]*\n/.test(cell)))) {
      return { ...match, lines: count };
    }
  }
  return null;
}

type Typed = ReturnType<typeof typedColumns>;

/** A cheap test that nearly every record passes and a shifted one fails: its link, id or time fits, and its last count. */
function quickTest(typed: Typed, places: Typed): (cells: readonly string[]) => boolean {
  const last = typed.findLast(({ kind }) => kind === "count");
  return (cells) => {
    if (last && !cellFits(last.kind, cells[last.column])) return false;
    for (const { kind, column } of places) {
      const text = cells[column];
      // A row that has a time but no id may be a total: look twice.
      if (!isMissing(text)) return cellFits(kind, text) && (kind !== "time" || places[0]!.kind === "time");
    }
    return false;
  };
}

/** Columns that may hold anything: the title first, then other texts, then what nobody asked for. */
function freeColumns(plan: TablePlan): number[] {
  const title = columnOf(plan, "title");
  const typed = new Set(typedColumns(plan).map(({ column }) => column));
  const rest = plan.headers
    .map((_, column) => column)
    .filter((column) => !typed.has(column) && column !== title);
  return (title < 0 ? rest : [title, ...rest]).slice(0, 12);
}

/** `M/D/YYYY` and `h:mm:ss AM` in two cells, put together again; null = no such pair. */
function joinClock(cells: readonly string[]): string[] | null {
  for (let column = 0; column + 1 < cells.length; column++) {
    if (!/^\s*\d{1,2}\/\d{1,2}\/\d{4}$/.test(cells[column]!)) continue;
    if (!/^\s*\d{1,2}:\d{2}(?::\d{2})?\s*[AP]M\s*$/i.test(cells[column + 1]!)) continue;
    const joined = `${cells[column]},${cells[column + 1]}`;
    return [...cells.slice(0, column), joined, ...cells.slice(column + 2)];
  }
  return null;
}

/** Every way to put the extra cells of a long record back into one text column so that all typed cells fit. */
function alignments(
  cells: readonly string[],
  width: number,
  free: readonly number[],
  typed: Typed,
  delimiter: string,
): string[][] {
  const extra = cells.length - width;
  return free.flatMap((column) => {
    const text = cells.slice(column, column + extra + 1).join(delimiter);
    const joined = [...cells.slice(0, column), text, ...cells.slice(column + extra + 1)];
    return recordFits(typed, joined) && !joined.some((cell) => cell === undefined) ? [joined] : [];
  });
}

function isRepeatedHeader(plan: TablePlan, cells: readonly string[]): boolean {
  if (cells.length !== plan.headers.length) return false;
  return cells.every((cell, column) => normaliseHeader(cell).name === plan.view.names[column]);
}

/** One cell of text, and nothing else. */
function isNote(cells: readonly string[], width: number): boolean {
  if (width < 3) return false;
  const full = cells.filter((cell) => cell.trim() !== "");
  return full.length <= 1 && (cells.length < width || cells.findIndex((cell) => cell.trim() !== "") === 0);
}

/** Another table below the posts. */
interface Section {
  line: number;
  rows: number;
  /** only its shape says so: a record that fits the posts ends it */
  isWeak: boolean;
}

/**
 * Does another table start here? After the extension's videos with a row of two cells, elsewhere with a row that is a
 * header of its own, or with names in fewer columns than the posts have.
 */
function sectionStart(
  plan: TablePlan,
  cells: readonly string[],
  hasPlace: boolean,
): "certain" | "weak" | null {
  if (plan.format === "extension-stats") return cells.length <= SECTION_CELLS ? "certain" : null;
  if (plan.kind === "context" || hasPlace) return null;
  const full = cells.filter((cell) => cell.trim() !== "");
  const names = full.filter((cell) => /^[^\d]{1,40}$/.test(cell) && /\p{L}/u.test(cell)).length;
  if (names < Math.max(2, full.length)) return null;
  const found = planTable(cells, {});
  const known = found.choices.filter(({ how }) => how === "alias").length;
  if (found.kind === "context" || known >= 2) return "certain";
  return cells.length < plan.headers.length ? "weak" : null;
}

/** What says which post or when: link, id, time, in this order; of context tables every typed column. */
function placeColumns(plan: TablePlan, typed: Typed): Typed {
  if (plan.kind === "context") return typed;
  const of = (name: AnyField) => typed.filter(({ field }) => field === name);
  return [...of("link"), ...of("id"), ...of("postedAt")];
}

function someFits(columns: Typed, cells: readonly (string | null)[]): boolean {
  return columns.some((column) => recordFits([column], cells));
}

/** Running sum of the first count column, to know a total row without a label. */
function columnSum(plan: TablePlan) {
  if (plan.kind === "context") return null;
  const views = columnOf(plan, "views");
  const column = views >= 0 ? views : columnOf(plan, "likes");
  if (column < 0) return null;
  let total = 0;
  return {
    column,
    add(cells: readonly string[]) {
      total += digitsOf(cells[column]) ?? 0;
    },
    total: () => total,
  };
}

/** The digits of a count without its marks; null = none. */
function digitsOf(text: string | null | undefined): number | null {
  if (!text || text.length > 30) return null;
  const digits = text.replace(/[.,'\s\u00a0\u202f]/g, "");
  return /^\d+$/.test(digits) ? Number(digits) : null;
}
