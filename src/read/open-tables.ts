import { AdvisorError } from "../errors.ts";
import { openCsv } from "./csv-table.ts";
import { columnOf, type TablePlan } from "./plan.ts";
import type { ExportInput, FailedMember, FieldRow, Table, TableOptions, TableRun } from "./rows.ts";
import { findFiles, openSource, shortNames, type SourceFile } from "./source.ts";
import { collectWarnings, muteWarnings, type WarningCollector } from "./warnings.ts";

/** An empty run, to be filled by `openTables`. */
export function startRun(): TableRun {
  return { warnings: collectWarnings(), inputs: [], failures: [] };
}

/**
 * Every table of the inputs, in order of name, one after the other: read the rows of one before asking for the next.
 * What goes wrong with a member of a folder or zip is kept in `run.failures` and yielded; what goes wrong with an input
 * that was named is thrown.
 * @throws AdvisorError
 */
export async function* openTables(
  inputs: readonly ExportInput[],
  options: TableOptions,
  run: TableRun,
): AsyncGenerator<Table | FailedMember, void, undefined> {
  const { files, skipped } = await findFiles(inputs, options);
  for (const path of skipped) run.warnings.add("FILE_SKIPPED", { file: path }, path);
  const names = shortNames(files.map(({ path }) => path));
  const order = files.map((file, index) => ({ file, name: names[index]! }));
  order.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const seen = new Map<string, string>();
  for (const { file, name } of order) {
    try {
      const source = await openSource(file, name);
      run.inputs.push({ name, bytes: source.bytes, sha256: source.sha256 });
      yield* tablesOf(source, options, run, seen);
    } catch (error) {
      if (!(error instanceof AdvisorError) || !file.isMember) throw error;
      const failure: FailedMember = { kind: "failed", name, error };
      run.failures.push(failure);
      yield failure;
    }
  }
}

async function* tablesOf(
  source: SourceFile,
  options: TableOptions,
  run: TableRun,
  seen: Map<string, string>,
): AsyncGenerator<Table | FailedMember, void, undefined> {
  const duplicateOf = seen.get(source.sha256) ?? null;
  if (duplicateOf === null) seen.set(source.sha256, source.name);
  else run.warnings.add("DUPLICATE_FILE", { file: source.name }, duplicateOf);
  const warnings = duplicateOf === null ? run.warnings : muteWarnings;
  const csv = await openCsv(source, options, warnings);
  const plan = csv.layout.plan;
  yield makeTable(source.name, plan, duplicateOf, csv.layout.dialect.delimiter, csv.username, warnings, (into) =>
    csv.rows(plan, into),
  );
}

function makeTable(
  name: string,
  plan: TablePlan,
  duplicateOf: string | null,
  delimiter: string | null,
  username: string | null,
  warnings: WarningCollector,
  read: (warnings: WarningCollector) => AsyncIterable<readonly FieldRow[]>,
): Table {
  let isFirst = true;
  const columns = plan.choices.map(({ field, column, how }) => ({
    file: name,
    field,
    header: plan.headers[column]!,
    how,
  }));
  if (plan.kind === "posts" && columnOf(plan, "id") < 0 && columnOf(plan, "link") >= 0) {
    columns.unshift({ file: name, field: "id", header: plan.headers[columnOf(plan, "link")]!, how: "id" });
  }
  return {
    kind: plan.kind,
    name,
    format: plan.format,
    columns,
    labels: plan.labels.map((label) => label.name),
    facts: {
      username,
      nameHandle: handleOf(name),
      headers: plan.headers,
      headerOf: new Map(plan.choices.map(({ field, column }) => [field, plan.headers[column]!])),
      dateSystem: null,
      delimiter,
    },
    duplicateOf,
    rows() {
      const into = isFirst ? warnings : muteWarnings;
      isFirst = false;
      return read(into);
    },
  };
}

/** The handle in names like Content_<handle>.zip; null = none. */
export function handleOf(name: string): string | null {
  const found = /(?:^|\/)(?:Content|Followers|Viewers|Overview_[^/]*_\d{6,})_([\w.]+?)(?: ?\(\d+\))?\.(?:zip|csv|xlsx)(?:$|\/)/i.exec(name);
  return found?.[1] ?? null;
}
