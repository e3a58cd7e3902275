import { openTables, startRun } from "./open-tables.ts";
import type { ExportInput, TableOptions } from "./rows.ts";

/**
 * Headers of tables of posts that no field takes, each once, in order of the tables: what `labels` may name. Reads no rows.
 * @param inputs as for `readExports`, but for "-"
 * @throws AdvisorError as `readExports`
 */
export async function spareHeaders(
  inputs: readonly ExportInput[],
  options: TableOptions = {},
): Promise<string[]> {
  const spare = new Set<string>();
  for await (const table of openTables(inputs, options, startRun())) {
    if (table.kind !== "posts") continue;
    const taken = new Set(table.columns.map(({ header }) => header));
    for (const header of table.facts.headers)
      if (header.trim() !== "" && !taken.has(header)) spare.add(header);
  }
  return [...spare];
}
