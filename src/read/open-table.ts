import type { ColumnMapping } from "../types.ts";
import type { AnyField } from "./plan.ts";
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
