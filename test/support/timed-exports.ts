import { AdvisorError } from "../../src/errors.ts";
import { type ReadOptions, readExports } from "../../src/read/index.ts";
import type { Dataset } from "../../src/types.ts";
import { csvExport, idAt, linkOf, STUDIO_HEADER } from "./csv-export.ts";

/** Unix seconds of an ISO time. */
export const at = (iso: string) => Date.parse(iso) / 1000;
/** The codes of a dataset's warnings. */
export const codes = ({ warnings }: Dataset) => warnings.map(({ code }) => code);
/** Likes, comments, shares and views of a Studio row whose counts do not matter. */
export const counts = ["10", "1", "2", "100"];

/** A Content export: the day each post names, and when its id was made. */
export function studio(posts: readonly [day: string, made: string][], time = "July 8", name = "Content.csv") {
  const rows = posts.map(([day, made], index) => {
    const link = linkOf("lumen.bakes", idAt(at(made), index + 1));
    return [time, `Loaf ${index}`, link, day, ...counts];
  });
  return csvExport(name, STUDIO_HEADER, rows);
}

export const GENERIC = ["id", "create time", "title", "views", "likes"];

/** A scraped table: the time column as it stands, and when the id was made (null = a row without id). */
export function generic(rows: readonly [time: string, made: string | null][], name = "scraped.csv") {
  return csvExport(
    name,
    GENERIC,
    rows.map(([time, made], index) => [
      made === null ? "" : idAt(at(made), index + 1),
      time,
      `Loaf ${index}`,
      "100",
      "10",
    ]),
  );
}

/** `readExports` without options. */
export const read = (inputs: Parameters<typeof readExports>[0], options: ReadOptions = {}) =>
  readExports(inputs, options);

/** The code that reading is refused with. */
export const refusal = async (promise: Promise<unknown>): Promise<string> => {
  const error = await promise.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return error instanceof AdvisorError ? error.code : `no refusal: ${error}`;
};
