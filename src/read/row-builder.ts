import { isMissing } from "./cell-tests.ts";
import type { TablePlan } from "./plan.ts";
import { CONTEXT, type FieldRow, POST } from "./rows.ts";
import type { WarningCollector } from "./warnings.ts";

/** Makes a row of the aligned cells of a record, in the order of the columns. */
export type RowBuilder = (cells: readonly string[], line: number) => FieldRow;

const FIELD_LIMIT = 10_000;

/** Puts the cells of a record into the order of the fields. */
export function rowBuilder(plan: TablePlan, file: string, warnings: WarningCollector): RowBuilder {
  const index: Readonly<Record<string, number>> = plan.kind === "posts" ? POST : CONTEXT;
  const size = Object.keys(index).length;
  const moves = plan.choices.map(({ field, column }) => ({ to: index[field]!, column, field }));
  const labelColumns = plan.labels.map(({ column }) => column);
  const cut = (cell: string | undefined, line: number, column: number): string | null => {
    if (cell === undefined) return null;
    // A file saved with other line ends must give the same captions.
    const text = cell.includes("\r") ? cell.replace(/\r\n?/g, "\n") : cell;
    if (text.length <= FIELD_LIMIT) return text;
    warnings.add("FIELD_TOO_LONG", { file, line, column: plan.headers[column] }, String(FIELD_LIMIT));
    return text.slice(0, FIELD_LIMIT);
  };
  return (cells, line) => {
    const out: (string | null)[] = new Array(size).fill(null);
    for (const { to, column } of moves) out[to] = cut(cells[column], line, column);
    if (plan.hashtagColumns.length > 0) {
      const names = plan.hashtagColumns.flatMap((column) =>
        isMissing(cells[column]) ? [] : [cells[column]!],
      );
      out[POST.hashtags] = JSON.stringify(names);
    }
    if (plan.promotedColumns.length > 1) {
      out[POST.promoted] =
        plan.promotedColumns
          .map((column) => cells[column] ?? null)
          .find((cell) => cell === "true" || cell === "1") ?? out[POST.promoted]!;
    }
    const labels =
      labelColumns.length === 0 ? NO_LABELS : labelColumns.map((column) => cut(cells[column], line, column));
    return { kind: "row", line, cells: out, labels };
  };
}

const NO_LABELS: readonly (string | null)[] = [];
