import { AdvisorError } from "../errors.ts";
import { openZip, ZIP_LIMITS } from "./container.ts";

/** A sheet of a workbook as rows of text; "" = no cell. */
export interface SheetText {
  name: string;
  rows: string[][];
  /** year from which the numbers of its dates are counted */
  dateSystem: 1900 | 1904;
}

const XLSX_LIMITS = { ...ZIP_LIMITS, bytes: 134_217_728 };

/**
 * The sheets of an XLSX workbook. Numbers stay as they are written (ids are longer than a number can hold), cells
 * formatted as dates become `YYYY-MM-DD`, with a clock where the column has one.
 * @throws AdvisorError XLSX_UNREADABLE, INPUT_TOO_LARGE
 */
export async function readSheets(file: string, bytes: Buffer): Promise<SheetText[]> {
  try {
    // Unpacking once against the limits is what keeps the workbook reader, which has none, from unpacking a bomb.
    let dateSystem: SheetText["dateSystem"] = 1900;
    for (const entry of openZip(file, bytes, XLSX_LIMITS)) {
      const part = entry.read();
      if (entry.name === "xl/workbook.xml" && countsFrom1904(part.toString("utf8"))) dateSystem = 1904;
    }
    const { default: readXlsxFile } = await import("read-excel-file/node");
    const sheets = await readXlsxFile(bytes, { parseNumber: (text) => text, trim: false });
    return sheets.map(({ sheet, data }) => ({
      name: sheet,
      rows: textRows(data as SheetCell[][]),
      dateSystem,
    }));
  } catch (error) {
    throw unreadableWorkbook(file, error);
  }
}

/** The error of a workbook that cannot be read; limits that were reached stay what they are. */
export function unreadableWorkbook(file: string, error: unknown): AdvisorError {
  if (error instanceof AdvisorError && error.code !== "ZIP_UNREADABLE") return error;
  const said = error instanceof Error ? error.message.split("\n")[0]! : "unknown";
  const detail = /\(([^()]*)\)\.$/.exec(said)?.[1] ?? said;
  return new AdvisorError(
    "XLSX_UNREADABLE",
    file,
    `The workbook is damaged, encrypted or of an unsupported kind (${detail.slice(0, 80)}).`,
  );
}

/** Workbooks made on old Macs count days from 1904. */
function countsFrom1904(workbook: string): boolean {
  return /<(?:\w+:)?workbookPr\b[^>]{0,2000}\bdate1904="(?:1|true|on)"/.test(workbook);
}

type SheetCell = string | boolean | Date | null;

/** All cells as text. Dates of a column in which none has a clock time are days, not midnights. */
function textRows(data: readonly (readonly SheetCell[])[]): string[][] {
  const clocked = new Set<number>();
  for (const row of data) {
    row.forEach((cell, column) => {
      if (cell instanceof Date && cell.getTime() % 86_400_000 !== 0) clocked.add(column);
    });
  }
  return data.map((row) => row.map((cell, column) => cellText(cell, clocked.has(column))));
}

function cellText(cell: SheetCell, hasClock: boolean): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "string") return cell;
  if (!(cell instanceof Date)) return String(cell);
  if (Number.isNaN(cell.getTime())) return "";
  return cell
    .toISOString()
    .slice(0, hasClock ? 19 : 10)
    .replace("T", " ");
}
