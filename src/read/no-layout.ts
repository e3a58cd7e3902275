import { AdvisorError } from "../errors.ts";
import type { Detection } from "./dialect.ts";
import { hasMetric, hasPlace, type TablePlan } from "./plan.ts";

const headersSeen = new WeakMap<Error, readonly string[]>();

/** The headers of a table that could not be read, from its error: `--map` may have misspelt one. */
export function headersOf(error: unknown): readonly string[] {
  return error instanceof Error ? (headersSeen.get(error) ?? []) : [];
}

/** Why no table could be made of a text, as the error that helps most. */
export function noLayout(file: string, detection: Detection): AdvisorError {
  const error = noLayoutError(file, detection);
  headersSeen.set(error, detection.partial?.plan.headers ?? detection.plain.records[0]?.cells ?? []);
  return error;
}

function noLayoutError(file: string, detection: Detection): AdvisorError {
  const { partial, plain } = detection;
  if (partial && partial.plan.headers.length > 1) return missingFields(file, partial.plan, "table");
  const first = plain.records[0];
  const width = first?.cells.length ?? 0;
  const even = plain.records.filter(({ cells }) => cells.length === width).length;
  if (width < 2 && plain.records.every(({ cells }) => cells.length < 2)) {
    return new AdvisorError(
      "DELIMITER_UNKNOWN",
      file,
      "No delimiter (comma, semicolon, tab, bar) gives a table.",
    );
  }
  if (
    first &&
    width > 1 &&
    even >= plain.records.length * 0.8 &&
    first.cells.every((cell) => /\p{L}/u.test(cell))
  ) {
    return missingColumn(file, first.cells);
  }
  return new AdvisorError(
    "HEADER_NOT_FOUND",
    file,
    `No header row was found in the first 40 lines. First cells: ${shown(first?.cells ?? [])}.`,
  );
}

/** Why the fields that a header maps are not enough. */
export function missingFields(file: string, plan: TablePlan, what: "table" | "JSON"): AdvisorError {
  const error = missingFieldsError(file, plan, what);
  headersSeen.set(error, plan.headers);
  return error;
}

function missingFieldsError(file: string, plan: TablePlan, what: "table" | "JSON"): AdvisorError {
  if (hasMetric(plan) && !hasPlace(plan)) {
    return new AdvisorError(
      "TIME_MISSING",
      file,
      `No column for the time, the link or the id was found. Headers: ${shown(plan.headers)}.`,
    );
  }
  const unclear = plan.ambiguous.find(({ field }) => field === "views" || field === "likes");
  if (unclear) {
    const names = unclear.columns.map((column) => plan.headers[column]!);
    return new AdvisorError(
      "COLUMN_AMBIGUOUS",
      file,
      `Duplicate or ambiguous columns for ${unclear.field}: ${shown(names)}.`,
      `choose one: --map ${unclear.field}="${names[0]}"`,
    );
  }
  if (what === "JSON" && plan.choices.length < 2) {
    return new AdvisorError("HEADER_NOT_FOUND", file, "No list of posts was found in this JSON file.");
  }
  return missingColumn(file, plan.headers);
}

function missingColumn(file: string, headers: readonly string[]): AdvisorError {
  const example = headers.find((header) => header.trim() !== "") ?? "header";
  return new AdvisorError(
    "COLUMN_MISSING",
    file,
    `No column for views or likes was found. Headers: ${shown(headers)}.`,
    `name the columns, for example --map views="${example}" --map postedAt="${headers[1] ?? example}"`,
  );
}

/** Headers or cells as a message shows them: at most 20, each at most 40 characters. */
export function shown(cells: readonly string[]): string {
  const short = cells.slice(0, 20).map((cell) => (cell.length > 40 ? `${cell.slice(0, 39)}…` : cell));
  return `${short.join(", ")}${cells.length > 20 ? ", …" : ""}`;
}
