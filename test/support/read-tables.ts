import { openTables, startRun } from "../../src/read/open-tables.ts";
import type { ExportInput, FieldRow, PostField, Table, TableOptions } from "../../src/read/rows.ts";
import { POST } from "../../src/read/rows.ts";
import type { Warning } from "../../src/types.ts";

export interface TableRead {
  table: Table;
  rows: FieldRow[];
}

/** Everything `openTables` says about the inputs; errors are thrown. */
export async function readTables(
  inputs: readonly ExportInput[],
  options: TableOptions = {},
): Promise<{ tables: TableRead[]; failures: string[]; warnings: Warning[] }> {
  const run = startRun();
  const tables: TableRead[] = [];
  for await (const table of openTables(inputs, options, run)) {
    if (table.kind === "failed") continue;
    const rows: FieldRow[] = [];
    for await (const batch of table.rows()) rows.push(...batch);
    tables.push({ table, rows });
  }
  return {
    tables,
    failures: run.failures.map(({ name, error }) => `${name} ${error.code}`),
    warnings: run.warnings.list(),
  };
}

/** An input held in memory. */
export function bytesOf(text: string | Uint8Array, name = "videos.csv"): ExportInput {
  return { name, data: typeof text === "string" ? new TextEncoder().encode(text) : text };
}

/** One table out of one text. */
export async function readTable(text: string | Uint8Array, options: TableOptions = {}, name = "videos.csv") {
  const { tables, warnings } = await readTables([bytesOf(text, name)], options);
  const only = tables[0]!;
  return {
    ...only,
    warnings,
    codes: warnings.map(({ code }) => code),
    /** kinds of all rows, e.g. { row: 10, other: 1 } */
    kinds: countKinds(only.rows),
    column: (field: PostField) =>
      only.rows.filter(({ kind }) => kind === "row").map(({ cells }) => cells[POST[field]] ?? null),
  };
}

export function countKinds(rows: readonly FieldRow[]): Record<string, number> {
  const kinds: Record<string, number> = {};
  for (const { kind } of rows) kinds[kind] = (kinds[kind] ?? 0) + 1;
  return kinds;
}
