import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { parse } from "csv-parse/sync";
import { AdvisorError } from "../errors.ts";
import type { Trend } from "../types.ts";
import { dayToIso } from "../zone.ts";
import { DATE, dateCell, scanDate } from "./dates.ts";
import { isMissing } from "./values.ts";

const COLUMNS = ["kind", "key", "name", "from", "to"] as const;
const FORM =
  "the file needs the columns kind,key,name,from,to with kind sound or hashtag and days as YYYY-MM-DD";

/**
 * Reads the list of trends of `--trends` from a file.
 * @throws AdvisorError INPUT_NOT_FOUND, INPUT_UNREADABLE, TRENDS_INVALID
 */
export async function readTrends(path: string): Promise<Trend[]> {
  const data = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    const isAbsent = error.code === "ENOENT";
    const why = isAbsent ? "no such file" : error.code === "EACCES" ? "permission denied" : error.code;
    throw new AdvisorError(
      isAbsent ? "INPUT_NOT_FOUND" : "INPUT_UNREADABLE",
      path,
      `Cannot read ${path}: ${why}.`,
    );
  });
  return parseTrends(data, basename(path));
}

/**
 * Reads a list of trends: a CSV with the columns kind, key, name, from, to. An empty `to` means "still"; an empty
 * key stands for the name, as where an export knows sounds by name only.
 * @param data bytes of the file, UTF-8
 * @param name name of the file, for messages
 * @throws AdvisorError TRENDS_INVALID naming the line
 */
export function parseTrends(data: Uint8Array, name: string): Trend[] {
  const fail = (sentence: string) => new AdvisorError("TRENDS_INVALID", name, sentence, FORM);
  const rows = recordsOf(data, fail);
  const [header, ...records] = rows;
  if (!header) throw fail("The list of trends is empty.");
  const names = header.cells.map((cell) => cell.trim().toLowerCase());
  const missing = COLUMNS.filter((column) => column !== "name" && column !== "to" && !names.includes(column));
  if (missing.length > 0) throw fail(`There is no column ${missing.join(", ")}.`);
  return records.map(({ cells, line }) => {
    const cell = (column: (typeof COLUMNS)[number]) => cells[names.indexOf(column)]?.trim() ?? "";
    const kind = cell("kind").toLowerCase();
    if (kind !== "sound" && kind !== "hashtag") throw fail(`Line ${line}: kind is "${cell("kind")}".`);
    const bare = cell("key") || cell("name");
    if (bare === "") throw fail(`Line ${line}: key and name are empty.`);
    const key =
      kind === "sound"
        ? bare
        : `#${bare
            .replace(/^[#＃]+/, "")
            .normalize("NFC")
            .toLowerCase()}`;
    const from = dayOf(cell("from"));
    const to = isMissing(cell("to")) ? null : dayOf(cell("to"));
    if (from === null) throw fail(`Line ${line}: from is no day: "${cell("from")}".`);
    if (to === null && !isMissing(cell("to"))) throw fail(`Line ${line}: to is no day: "${cell("to")}".`);
    if (to !== null && to < from) throw fail(`Line ${line}: ends before it begins.`);
    return { kind, key, name: cell("name") || bare, from, to };
  });
}

function recordsOf(
  data: Uint8Array,
  fail: (sentence: string) => AdvisorError,
): { cells: string[]; line: number }[] {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(data);
  } catch {
    throw fail("The list of trends is not UTF-8.");
  }
  const delimiter = [",", ";", "\t"].find((sign) => (text.split(/\r?\n/, 1)[0] ?? "").includes(sign)) ?? ",";
  try {
    const found = parse(text, {
      columns: false,
      delimiter,
      relax_column_count: true,
      skip_empty_lines: true,
      info: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return found
      .filter(({ record }) => record.some((cell) => cell.trim() !== ""))
      .map(({ record, info }) => ({ cells: record, line: info.lines }));
  } catch (error) {
    throw fail(`The list of trends is no CSV: ${error instanceof Error ? error.message : "unreadable"}.`);
  }
}

function dayOf(cell: string): string | null {
  const date = dateCell();
  return scanDate(cell, date) === DATE.day ? dayToIso(date.value) : null;
}
