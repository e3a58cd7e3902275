import { AdvisorError } from "../errors.ts";
import type { Detection } from "./dialect.ts";
import { hasMetric, hasPlace } from "./plan.ts";
import type { TableOptions } from "./rows.ts";

/** Why no table could be made of a text, as the error that helps most. */
export function noLayout(file: string, detection: Detection, _options: TableOptions): AdvisorError {
  const { partial, plain } = detection;
  if (partial && hasMetric(partial.plan) && !hasPlace(partial.plan)) {
    return new AdvisorError(
      "TIME_MISSING",
      file,
      `No column for the time, the link or the id was found. Headers: ${shown(partial.plan.headers)}.`,
    );
  }
  if (partial && partial.plan.choices.length > 0 && partial.plan.headers.length > 1) {
    return missingColumn(file, partial.plan.headers);
  }
  const first = plain.records[0];
  const width = first?.cells.length ?? 0;
  const even = plain.records.filter(({ cells }) => cells.length === width).length;
  if (width < 2 && plain.records.every(({ cells }) => cells.length < 2)) {
    return new AdvisorError("DELIMITER_UNKNOWN", file, "No delimiter (comma, semicolon, tab, bar) gives a table.");
  }
  if (first && width > 1 && even >= plain.records.length * 0.8 && first.cells.every((cell) => /\p{L}/u.test(cell))) {
    return missingColumn(file, first.cells);
  }
  return new AdvisorError(
    "HEADER_NOT_FOUND",
    file,
    `No header row was found in the first 40 lines. First cells: ${shown(first?.cells ?? [])}.`,
  );
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
