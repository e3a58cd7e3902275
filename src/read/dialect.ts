import { isPostLink } from "./cell-tests.ts";
import { type HeadRecord, headRecords } from "./head-records.ts";
import { normaliseHeader } from "./header.ts";
import { isReadable, planTable, recordFits, type TablePlan, typedColumns } from "./plan.ts";
import type { Dialect } from "./quotes.ts";
import type { TableOptions } from "./rows.ts";

const DELIMITERS = [",", ";", "\t", "|"];
const QUOTES = ['"', "'", ""];
const HEADER_LINES = 40;
const JUDGED_ROWS = 20;

/** How a text is laid out, with its header row. */
export interface Layout {
  dialect: Dialect;
  /** the records of the head of the text, header and what stands before it included */
  records: readonly HeadRecord[];
  /** index of the header among them */
  headerIndex: number;
  plan: TablePlan;
  score: number;
}

export interface Detection {
  /** the best layout that can be read; null = none */
  best: Layout | null;
  /** the best header row that lacks a metric, or an id, link and time; null = none */
  partial: Layout | null;
  /** the records under the dialect that makes the widest even table */
  plain: { dialect: Dialect; records: readonly HeadRecord[] };
}

/**
 * Finds delimiter, quote and header row together: every combination is tried on the head of the text, and scored by the
 * fields its header maps (10 each), the share of the next 20 rows whose cells look like their fields (100) and the
 * ragged rows among them (-1 each). Ties go to the comma, the double quote and the earliest line.
 * @param delimiter fixed by a `sep=` line; null = unknown
 */
export function detectLayout(text: string, delimiter: string | null, options: TableOptions): Detection {
  let best: Layout | null = null;
  let partial: Layout | null = null;
  let plain: { dialect: Dialect; records: HeadRecord[]; evenness: number } | null = null;
  const seen = new Set<string>();
  for (const quote of QUOTES) {
    if (quote === "'" && !text.includes("'")) continue;
    for (const sign of delimiter === null ? DELIMITERS : [delimiter]) {
      const dialect = { delimiter: sign, quote };
      const records = headRecords(text, dialect, HEADER_LINES + JUDGED_ROWS + 1);
      const evenness = evenWidth(records);
      if (!plain || evenness > plain.evenness) plain = { dialect, records, evenness };
      const shape = JSON.stringify(records.slice(0, 5).map(({ cells }) => cells));
      if (seen.has(shape)) continue;
      seen.add(shape);
      for (const layout of layoutsOf(dialect, records, options)) {
        // Quotes around every name are quotes, however many stray ones the captions below hold.
        if (quote === "" && layout.plan.headers.every(isQuoted)) continue;
        if (isReadable(layout.plan)) {
          if (!best || isBetter(layout, best)) best = layout;
        } else if (!partial || layout.score > partial.score) partial = layout;
      }
    }
  }
  return { best, partial, plain: plain! };
}

function isQuoted(header: string): boolean {
  return header.length > 1 && header.startsWith('"') && header.endsWith('"');
}

/** A table of posts is what the file is about; days below or above it are not. */
function isBetter(layout: Layout, than: Layout): boolean {
  if (layout.plan.kind !== than.plan.kind) return layout.plan.kind === "posts";
  return layout.score > than.score;
}

/** Every record that could be a header under one dialect, scored; a header that comes again is not tried again. */
export function layoutsOf(dialect: Dialect, records: readonly HeadRecord[], options: TableOptions): Layout[] {
  const layouts: Layout[] = [];
  const tried = new Set<string>();
  records.slice(0, HEADER_LINES).forEach((record, headerIndex) => {
    if (!couldBeHeader(record.cells)) return;
    const key = record.cells.map((cell) => normaliseHeader(cell).name).join("\n");
    if (tried.has(key)) return;
    const plan = planTable(record.cells, options);
    if (plan.choices.length === 0) return;
    tried.add(key);
    layouts.push({ dialect, records, headerIndex, plan, score: scoreOf(plan, records, headerIndex) });
  });
  return layouts;
}

function scoreOf(plan: TablePlan, records: readonly HeadRecord[], headerIndex: number): number {
  const rows = records.slice(headerIndex + 1, headerIndex + 1 + JUDGED_ROWS);
  const typed = typedColumns(plan);
  let fit = 0;
  let ragged = 0;
  for (const { cells } of rows) {
    if (cells.length !== plan.headers.length) ragged++;
    if (recordFits(typed, cells)) fit++;
  }
  return plan.choices.length * 10 + (rows.length > 0 ? (fit / rows.length) * 100 : 0) - ragged;
}

/** A header row has names in it, and no link to a post. */
function couldBeHeader(cells: readonly string[]): boolean {
  let names = 0;
  for (const cell of cells) {
    if (isPostLink(cell)) return false;
    if (/\p{L}/u.test(cell) && cell.length <= 200) names++;
  }
  return names > 0;
}

/** Columns times the share of the records that have as many; 0 for a single column. */
function evenWidth(records: readonly HeadRecord[]): number {
  const widths = new Map<number, number>();
  for (const { cells } of records) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
  let best = 0;
  for (const [width, count] of widths) if (width > 1) best = Math.max(best, (width * count) / records.length);
  return best;
}
