import type { ColumnMapping } from "../types.ts";
import type { AnyField, TablePlan } from "./plan.ts";
import type { FieldRow, Table } from "./rows.ts";
import type { WarningCollector } from "./warnings.ts";

/** A table as its container hands it over, before it gets its name. */
export interface OpenTable {
  kind: Table["kind"];
  format: Table["format"];
  choices: readonly { field: AnyField; header: string; how: ColumnMapping["how"] }[];
  headers: readonly string[];
  labels: readonly string[];
  username: string | null;
  delimiter: string | null;
  rows(into: WarningCollector): AsyncIterable<readonly FieldRow[]>;
}

/** What a settled plan says of its table. */
export function plannedTable(
  plan: TablePlan,
): Pick<OpenTable, "kind" | "format" | "choices" | "headers" | "labels"> {
  return {
    kind: plan.kind,
    format: plan.format,
    choices: plan.choices.map(({ field, column, how }) => ({ field, header: plan.headers[column]!, how })),
    headers: plan.headers,
    labels: plan.labels.map(({ name }) => name),
  };
}
