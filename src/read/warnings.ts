import type { Warning } from "../report/schema.ts";
import { WARNINGS, type WarningCode } from "./warning-codes.ts";

/** Where a warning was seen. */
export interface Place {
  file: string;
  line?: number | null;
  column?: string | null;
  value?: string | null;
}

/** Collects the warnings of one run: one entry per code and file, with a count and the first places. */
export interface WarningCollector {
  /**
   * Adds a case. `detail` fills the `{}` of the message where it is not a count, line or value: the first detail of a
   * code and file is kept.
   * @param count how many rows, cells or bytes this case stands for (default 1)
   */
  add(code: WarningCode, place: Place, detail?: string, count?: number): void;
  /** all warnings, sorted by the order of the table of codes, then by file */
  list(): Warning[];
}

const PLACES = 5;
const VALUE_LENGTH = 60;
const ORDER = new Map(Object.keys(WARNINGS).map((code, index) => [code, index]));

interface Case {
  code: WarningCode;
  file: string;
  count: number;
  detail: string | undefined;
  at: Warning["at"];
}

/** An empty collector. */
export function collectWarnings(): WarningCollector {
  const cases = new Map<string, Case>();
  return {
    add(code, place, detail, count = 1) {
      const key = `${code}\n${place.file}`;
      let found = cases.get(key);
      if (!found) {
        found = { code, file: place.file, count: 0, detail, at: [] };
        cases.set(key, found);
      }
      found.count += count;
      if (found.at.length < PLACES) found.at.push(shortPlace(place));
    },
    list: () =>
      [...cases.values()]
        .sort((a, b) => ORDER.get(a.code)! - ORDER.get(b.code)! || compare(a.file, b.file))
        .map(({ code, file, count, detail, at }) => ({
          code,
          severity: WARNINGS[code].severity,
          message: withPlaces(sentence(code, count, detail, at), file, at),
          count,
          at,
        })),
  };
}

/** A collector that forgets: for reading a table a second time. */
export const muteWarnings: WarningCollector = { add: () => undefined, list: () => [] };

function shortPlace({ file, line, column, value }: Place): Warning["at"][number] {
  const text = value ?? null;
  const short =
    text !== null && text.length > VALUE_LENGTH ? `${whole(text.slice(0, VALUE_LENGTH - 1))}…` : text;
  return { file, line: line ?? null, column: column ?? null, value: short };
}

/** Without half a character at its end. */
function whole(text: string): string {
  return /[\ud800-\udbff]$/.test(text) ? text.slice(0, -1) : text;
}

function sentence(code: WarningCode, count: number, detail: string | undefined, at: Warning["at"]): string {
  return WARNINGS[code].message({
    n: count,
    detail: detail ?? "",
    line: at[0]?.line ?? null,
    column: at[0]?.column ?? "",
    value: at[0]?.value ?? "",
  });
}

/** "... (Content.csv, lines 2, 5, 9)"; not where the sentence names the file already. */
function withPlaces(text: string, file: string, at: Warning["at"]): string {
  const lines = [...new Set(at.flatMap(({ line }) => (line ? [line] : [])))].slice(0, 3);
  const where =
    lines.length === 0 || /\b(?:line|row) \d/.test(text)
      ? ""
      : `, ${lines.length === 1 ? "line" : "lines"} ${lines.join(", ")}`;
  return file === "" || text.includes(file) ? text : `${text.replace(/\.$/, "")} (${file}${where}).`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
