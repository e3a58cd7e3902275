import { AdvisorError } from "../errors.ts";
import { flattenItem } from "./flatten.ts";
import type { ItemFormat, JsonObject } from "./formats/format.ts";
import { ITEM_FORMATS } from "./formats/index.ts";
import { hostOf } from "./formats/refusals.ts";
import { userData } from "./formats/user-data.ts";
import { type JsonItem, openJsonItems } from "./json-source.ts";
import { judgeColumns } from "./judge-columns.ts";
import { missingFields } from "./no-layout.ts";
import { type OpenTable, plannedTable } from "./open-table.ts";
import { isReadable, mapField, planTable } from "./plan.ts";
import { refuse } from "./refuse.ts";
import { type FieldRow, POST, POST_FIELDS, type PostField, type TableOptions } from "./rows.ts";
import type { SourceFile } from "./source.ts";
import { judgeRecords } from "./table.ts";
import type { WarningCollector } from "./warnings.ts";

const SAMPLE = 2000;
const NO_BATCH = { records: [], bytes: Buffer.alloc(0) };

/**
 * Opens a JSON or JSONL input as a table.
 * @throws AdvisorError
 */
export async function openJson(
  source: SourceFile,
  options: TableOptions,
  warnings: WarningCollector,
): Promise<OpenTable> {
  const found = await openJsonItems(source);
  const sample: JsonObject[] = [];
  let broken: JsonItem | null = null;
  for await (const batch of found.items()) {
    for (const entry of batch) {
      if (entry.item) sample.push(entry.item);
      else broken ??= entry;
    }
    if (sample.length >= SAMPLE) break;
  }
  if (sample.length === 0 && broken) {
    throw new AdvisorError(
      "JSON_UNREADABLE",
      source.name,
      `The JSON is damaged or of an unsupported kind (line ${broken.line} holds no object).`,
    );
  }
  const format = found.isUserData
    ? userData
    : ITEM_FORMATS.find((one) => sample.some((item) => one.claims(item)));
  if (format) return itemTable(source.name, format, found, sample, options);
  return flatTable(source.name, found, sample, options, warnings);
}

type Found = Awaited<ReturnType<typeof openJsonItems>>;

/** A table of items whose family knows where each field stands. */
function itemTable(
  file: string,
  format: ItemFormat,
  found: Found,
  sample: readonly JsonObject[],
  options: TableOptions,
): OpenTable {
  const known = new Set(sample.flatMap((item) => [...flattenItem(item).keys()]));
  const fixed = (options.map ?? []).flatMap(({ field, header }) => {
    const path = header.replaceAll(".", "/");
    return known.has(path) ? [{ field: mapField(field) as PostField, path }] : [];
  });
  const labels = (options.labels ?? []).filter((label) => known.has(label.replaceAll(".", "/")));
  const first = sample.map((item) => format.read(item));
  const isThere = (field: PostField) =>
    first.some((cells) => cells !== null && (cells[field] ?? null) !== null);
  const hosts = new Set(first.map((cells) => hostOf(cells?.link ?? "")).filter((host) => host !== null));
  if (hosts.size > 0 && ![...hosts].some((host) => /(?:^|\.)tiktok\.com$/.test(host))) {
    throw new AdvisorError(
      "REFUSED_OTHER_PLATFORM",
      file,
      `Every link of this file belongs to another platform: ${[...hosts].sort().slice(0, 3).join(", ")}.`,
    );
  }
  const needsPaths = fixed.length > 0 || labels.length > 0;
  const choices = [
    ...format.paths
      .filter(([field]) => isThere(field) && !fixed.some((one) => one.field === field))
      .map(([field, header]) => ({ field, header, how: "alias" as const })),
    ...fixed.map(({ field, path }) => ({ field, header: path, how: "map" as const })),
  ];
  return {
    kind: "posts",
    format: format.id,
    choices,
    headers: found.isUserData ? format.paths.map(([, path]) => path) : [...known],
    labels,
    username: found.username,
    delimiter: null,
    async *rows(into) {
      for await (const batch of found.items()) {
        yield batch.map(({ item, line, isCut }): FieldRow => {
          const cells = item === null ? null : format.read(item);
          if (item === null || cells === null) {
            if (isCut) into.add("INPUT_TRUNCATED", { file, line });
            else into.add("ROW_UNUSABLE", { file, line }, item === null ? "readable object" : "id or counts");
            return { kind: "dropped", line, cells: [], labels: [] };
          }
          const out = POST_FIELDS.map((field) => cells[field] ?? null);
          if (!needsPaths) return { kind: "row", line, cells: out, labels: [] };
          const flat = flattenItem(item);
          for (const { field, path } of fixed) out[POST[field]] = flat.get(path) ?? null;
          return {
            kind: "row",
            line,
            cells: out,
            labels: labels.map((label) => flat.get(label.replaceAll(".", "/")) ?? null),
          };
        });
      }
    },
  };
}

/** A table of any other objects: their paths are the headers. */
function flatTable(
  file: string,
  found: Found,
  sample: readonly JsonObject[],
  options: TableOptions,
  warnings: WarningCollector,
): OpenTable {
  const flat = sample.map(flattenItem);
  const headers = [...new Set(flat.flatMap((cells) => [...cells.keys()]))].sort();
  const rows = flat.map((cells) => headers.map((header) => cells.get(header) ?? ""));
  const plan = planTable(headers, options);
  refuse(file, plan.view, rows);
  if (!isReadable(plan) || plan.kind === "context") throw missingFields(file, plan, "JSON");
  const judged = judgeColumns(plan, rows, file, warnings);
  return {
    ...plannedTable(judged),
    username: null,
    delimiter: null,
    async *rows(into) {
      const judge = judgeRecords(judged, null, file, into);
      for await (const batch of found.items()) {
        yield batch.flatMap(({ item, line, isCut }): FieldRow[] => {
          if (item === null) {
            if (isCut) into.add("INPUT_TRUNCATED", { file, line });
            else into.add("ROW_UNUSABLE", { file, line }, "readable object");
            return [{ kind: "dropped", line, cells: [], labels: [] }];
          }
          const cells = flattenItem(item);
          const record = headers.map((header) => cells.get(header) ?? "");
          return judge.judge({ cells: record, line, start: 0, end: 0, mended: null }, NO_BATCH, false);
        });
      }
      const rest = judge.finish();
      if (rest.length > 0) yield rest;
    },
  };
}
