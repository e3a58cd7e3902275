import type { Detection } from "./dialect.ts";
import { layoutsOf } from "./dialect.ts";
import { judgeColumns } from "./judge-columns.ts";
import { missingFields, noLayout } from "./no-layout.ts";
import { type OpenTable, plannedTable } from "./open-table.ts";
import { cellKind, isReadable, type TablePlan } from "./plan.ts";
import { preambleUsername } from "./preamble.ts";
import { refuse } from "./refuse.ts";
import type { TableOptions } from "./rows.ts";
import { serialDates } from "./sheet-dates.ts";
import { judgeRecords } from "./table.ts";
import type { WarningCollector } from "./warnings.ts";
import type { SheetText } from "./xlsx.ts";

const NO_BATCH = { records: [], bytes: Buffer.alloc(0) };
const HEAD_ROWS = 61;

/**
 * Opens a sheet of a workbook as a table.
 * @throws AdvisorError where no header row can be read
 */
export function openSheet(
  file: string,
  sheet: SheetText,
  options: TableOptions,
  warnings: WarningCollector,
): OpenTable {
  const records = sheet.rows
    .map((cells, index) => ({ cells: trimmed(cells), line: index + 1, end: 0 }))
    .filter(({ cells }) => cells.length > 0);
  const dialect = { delimiter: "\t", quote: "" };
  const layouts = layoutsOf(dialect, records.slice(0, HEAD_ROWS), options).sort(
    (a, b) => b.score - a.score || a.headerIndex - b.headerIndex,
  );
  const layout = layouts.find(({ plan }) => isReadable(plan));
  if (!layout) {
    records.slice(0, 5).forEach(({ cells }, index) => {
      const header = layoutsOf(dialect, [{ cells, line: index + 1, end: 0 }], options)[0]?.plan.view;
      if (header)
        refuse(
          file,
          header,
          records.slice(index + 1).map((record) => record.cells),
        );
    });
    const detection: Detection = { best: null, partial: layouts[0] ?? null, plain: { dialect, records } };
    throw noLayout(file, detection);
  }
  if (layout.headerIndex > 0) {
    warnings.add("PREAMBLE_SKIPPED", { file, line: records[0]!.line }, undefined, layout.headerIndex);
  }
  const rows = withDates(records.slice(layout.headerIndex + 1), layout.plan, sheet.dateSystem);
  const sample = rows.map(({ cells }) => cells);
  refuse(file, layout.plan.view, sample);
  const plan = judgeColumns(layout.plan, sample, file, warnings);
  if (!isReadable(plan)) throw missingFields(file, plan, "table");
  const width = plan.headers.length;
  return {
    ...plannedTable(plan),
    username: preambleUsername(layout),
    delimiter: null,
    async *rows(into) {
      const judge = judgeRecords(plan, null, file, into);
      yield rows.flatMap(({ cells, line }) => {
        // Empty cells at the end of a row do not exist in a sheet.
        const record =
          cells.length < width ? [...cells, ...new Array<string>(width - cells.length).fill("")] : cells;
        return judge.judge({ cells: record, line, start: 0, end: 0, mended: null }, NO_BATCH, false);
      });
      const rest = judge.finish();
      if (rest.length > 0) yield rest;
    },
  };
}

/** The rows with the numbers of their time columns as dates. */
function withDates<Row extends { cells: string[] }>(
  rows: readonly Row[],
  plan: TablePlan,
  dateSystem: SheetText["dateSystem"],
): Row[] {
  const dated = rows.map((row) => ({ ...row, cells: [...row.cells] }));
  for (const { field, column } of plan.choices) {
    if (cellKind(field) !== "time") continue;
    const texts = serialDates(
      rows.map(({ cells }) => cells[column] ?? ""),
      dateSystem,
    );
    dated.forEach(({ cells }, index) => {
      if (column < cells.length) cells[column] = texts[index]!;
    });
  }
  return dated;
}

/** The cells without empty ones at the end. */
function trimmed(cells: readonly string[]): string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== "") + 1);
}
