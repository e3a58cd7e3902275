import { AdvisorError } from "../errors.ts";
import { nearestNames } from "../nearest.ts";
import type { ZipEntry } from "./container.ts";
import { openCsv } from "./csv-table.ts";
import { openJson } from "./json-table.ts";
import { headersOf } from "./no-layout.ts";
import type { OpenTable } from "./open-table.ts";
import { findHeader, mapField } from "./plan.ts";
import {
  type ExportInput,
  type FailedMember,
  POST_FIELDS,
  type Table,
  type TableOptions,
  type TableRun,
} from "./rows.ts";
import { openSheet } from "./sheet-table.ts";
import { sniffInput } from "./sniff.ts";
import {
  findFiles,
  fromMemory,
  hasExportEnding,
  openSource,
  readWhole,
  type SourceFile,
  shortNames,
} from "./source.ts";
import { collectWarnings, muteWarnings, type WarningCollector } from "./warnings.ts";

/** An empty run, to be filled by `openTables`. */
export function startRun(): TableRun {
  return { warnings: collectWarnings(), inputs: [], failures: [] };
}

/** What one call of `openTables` carries along. */
interface Walk {
  options: TableOptions;
  run: TableRun;
  /** name of the first table with these bytes */
  seen: Map<string, string>;
  /** headers asked for by --map and --labels that no table had yet */
  wanted: Set<string>;
  /** headers met, for suggestions */
  met: Set<string>;
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
  checkMap(options);
  const walk: Walk = {
    options,
    run,
    seen: new Map(),
    wanted: new Set([...(options.map ?? []).map(({ header }) => header), ...(options.labels ?? [])]),
    met: new Set(),
  };
  const { files, skipped } = await findFiles(inputs, options);
  const names = shortNames([...files.map(({ path }) => path), ...skipped]);
  skipped.forEach((_, index) => {
    const name = names[files.length + index]!;
    run.warnings.add("FILE_SKIPPED", { file: name }, name);
  });
  const order = files.map((file, index) => ({ file, name: names[index]! }));
  order.sort((a, b) => compare(a.name, b.name));
  for (const { file, name } of order) {
    yield* memberTables(file.isMember, name, walk, async function* () {
      const source = await openSource(file, name);
      run.inputs.push({ name, bytes: source.bytes, sha256: source.sha256 });
      yield* tablesOf(source, walk);
      if (await source.hasChanged()) run.warnings.add("INPUT_CHANGED", { file: name });
    });
  }
  throwUnknownHeader(walk);
}

/** Runs `tables`; an error of a member becomes a failure to be settled at the end. */
async function* memberTables(
  isMember: boolean,
  name: string,
  walk: Walk,
  tables: () => AsyncGenerator<Table | FailedMember, void, undefined>,
): AsyncGenerator<Table | FailedMember, void, undefined> {
  try {
    for await (const table of tables()) {
      yield table.kind === "failed" || !isMember ? table : { ...table, isMember };
    }
  } catch (error) {
    if (!(error instanceof AdvisorError)) throw error;
    meetHeaders(headersOf(error), walk);
    if (!isMember) {
      if (
        ["COLUMN_MISSING", "HEADER_NOT_FOUND", "TIME_MISSING", "COLUMN_VALUES_MISMATCH"].includes(error.code)
      ) {
        throwUnknownHeader(walk);
      }
      throw error;
    }
    const failure: FailedMember = { kind: "failed", name, error };
    walk.run.failures.push(failure);
    yield failure;
  }
}

async function* tablesOf(
  source: SourceFile,
  walk: Walk,
): AsyncGenerator<Table | FailedMember, void, undefined> {
  const kind = sniffInput(source);
  if (kind === "zip") {
    yield* zipTables(source, walk);
    return;
  }
  const duplicateOf = noteDuplicate(source, walk);
  const warnings = duplicateOf === null ? walk.run.warnings : muteWarnings;
  warnEncoding(source, warnings);
  const open = kind === "json" ? openJson : openCsv;
  const table = await open(source, walk.options, warnings);
  yield makeTable(source.name, table, duplicateOf, warnings, walk);
}

/** The tables of a zip, or of the workbook that it is. */
async function* zipTables(
  source: SourceFile,
  walk: Walk,
): AsyncGenerator<Table | FailedMember, void, undefined> {
  const bytes = await readWhole(source);
  const { isHiddenEntry } = await import("./container.ts");
  const entries = await entriesOf(source, bytes);
  if (entries.some(({ name }) => name === "[Content_Types].xml")) {
    const duplicateOf = noteDuplicate(source, walk);
    const warnings = duplicateOf === null ? walk.run.warnings : muteWarnings;
    yield* sheetTables(source, bytes, duplicateOf, warnings, walk);
    return;
  }
  const shownEntries = entries.filter(({ name }) => !isHiddenEntry(name));
  const names = shortNames(shownEntries.map(({ name }) => name));
  const members = shownEntries.map((entry, index) => ({ entry, name: `${source.name}/${names[index]}` }));
  members.sort((a, b) => compare(a.name, b.name));
  const isExport = ({ entry }: (typeof members)[number]) =>
    hasExportEnding(entry.name) && !/\.zip$/i.test(entry.name);
  const exports = members.filter(isExport);
  if (exports.length === 0) {
    throw new AdvisorError(
      "NO_EXPORTS",
      source.name,
      `${source.name} holds no export: ${members.length} files looked at.`,
    );
  }
  for (const { name } of members.filter((member) => !isExport(member))) {
    walk.run.warnings.add("FILE_SKIPPED", { file: name }, name);
  }
  for (const { entry, name } of exports) {
    yield* memberTables(true, name, walk, async function* () {
      yield* tablesOf(await fromMemory(name, [entry.read()], true), walk);
    });
  }
}

/** The entries of a zip; one that begins like a workbook fails as a workbook. */
async function entriesOf(source: SourceFile, bytes: Buffer): Promise<ZipEntry[]> {
  const { openZip } = await import("./container.ts");
  try {
    return openZip(source.name, bytes);
  } catch (error) {
    if (!/\[Content_Types\]\.xml|xl\/workbook\.xml/.test(source.head.toString("latin1"))) throw error;
    const { unreadableWorkbook } = await import("./xlsx.ts");
    throw unreadableWorkbook(source.name, error);
  }
}

/** One table per sheet; sheets that are no tables count as members that failed. */
async function* sheetTables(
  source: SourceFile,
  bytes: Buffer,
  duplicateOf: string | null,
  warnings: WarningCollector,
  walk: Walk,
): AsyncGenerator<Table | FailedMember, void, undefined> {
  const { readSheets } = await import("./xlsx.ts");
  const sheets = (await readSheets(source.name, bytes)).filter(({ rows }) => rows.length > 0);
  if (sheets.length === 0) throw new AdvisorError("INPUT_EMPTY", source.name, "The workbook is empty.");
  for (const sheet of sheets) {
    const name = sheets.length === 1 ? source.name : `${source.name}/${sheet.name}`;
    yield* memberTables(source.isMember || sheets.length > 1, name, walk, async function* () {
      yield makeTable(name, openSheet(name, sheet, walk.options, warnings), duplicateOf, warnings, walk);
    });
  }
}

function noteDuplicate(source: SourceFile, { seen, run }: Walk): string | null {
  const first = seen.get(source.sha256);
  if (first === undefined) {
    seen.set(source.sha256, source.name);
    return null;
  }
  run.warnings.add("DUPLICATE_FILE", { file: source.name, value: first });
  return first;
}

function warnEncoding({ name, survey }: SourceFile, warnings: WarningCollector): void {
  if (survey.encoding.startsWith("utf-16")) warnings.add("ENCODING_UTF16", { file: name });
  if (survey.encoding === "windows-1252") warnings.add("ENCODING_FALLBACK", { file: name });
  if (survey.invalidBytes > 0) {
    warnings.add(
      "ENCODING_INVALID_BYTES",
      { file: name, line: survey.invalidLine },
      undefined,
      survey.invalidBytes,
    );
  }
  if (survey.controls > 0) warnings.add("CONTROL_CHARACTERS", { file: name }, undefined, survey.controls);
  if (survey.mojibake > 0) {
    warnings.add("ENCODING_MOJIBAKE", { file: name, line: survey.mojibakeLine }, undefined, survey.mojibake);
  }
}

function makeTable(
  name: string,
  table: OpenTable,
  duplicateOf: string | null,
  warnings: WarningCollector,
  walk: Walk,
): Table {
  let isFirst = true;
  meetHeaders(table.headers, walk);
  const columns = table.choices.map(({ field, header, how }) => ({ file: name, field, header, how }));
  const link = table.choices.find(({ field }) => field === "link");
  if (link && !table.choices.some(({ field }) => field === "id")) {
    columns.unshift({ file: name, field: "id", header: link.header, how: "id" });
  }
  return {
    kind: table.kind,
    name,
    format: table.format,
    columns,
    labels: table.labels,
    facts: {
      username: table.username,
      nameHandle: handleOf(name),
      headers: table.headers,
      headerOf: new Map(table.choices.map(({ field, header }) => [field, header])),
      delimiter: table.delimiter,
    },
    duplicateOf,
    rows() {
      const into = isFirst ? warnings : muteWarnings;
      isFirst = false;
      return table.rows(into);
    },
  };
}

/**
 * The handle in names like `Content_<handle>.zip`; null = none.
 * @example handleOf("Content_mia.bakes.zip/Content.csv") // "mia.bakes"
 */
export function handleOf(name: string): string | null {
  const found =
    /(?:^|\/)(?:Content|Followers|Viewers|Overview_[^/_]*_\d{6,})_([\w.]{2,40}?)(?: ?\(\d+\))?\.(?:zip|csv|xlsx)(?:$|\/)/i;
  return found.exec(name)?.[1] ?? null;
}

/** @throws AdvisorError MAP_UNKNOWN_FIELD */
function checkMap(options: TableOptions): void {
  for (const { field } of options.map ?? []) {
    if ((POST_FIELDS as readonly string[]).includes(mapField(field))) continue;
    const near = nearestNames(field, POST_FIELDS);
    throw new AdvisorError("MAP_UNKNOWN_FIELD", "--map", `no field ${field}.`, suggestion(near));
  }
}

/** @throws AdvisorError MAP_UNKNOWN_HEADER when every table was seen and none has the header */
function throwUnknownHeader({ wanted, met, options }: Walk): void {
  const [header] = wanted;
  if (header === undefined || met.size === 0) return;
  const flag = options.labels?.includes(header) ? "--labels" : "--map";
  throw new AdvisorError(
    "MAP_UNKNOWN_HEADER",
    flag,
    `no header ${header}.`,
    suggestion(nearestNames(header, [...met])),
  );
}

function suggestion(near: readonly string[]): string {
  return near.length === 0 ? "see --help" : `nearest: ${near.join(", ")}`;
}

function meetHeaders(headers: readonly string[], walk: Walk): void {
  for (const header of headers) walk.met.add(header);
  for (const header of walk.wanted) if (findHeader(headers, header) >= 0) walk.wanted.delete(header);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
