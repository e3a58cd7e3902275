import { safeTerminal } from "./safe-terminal.ts";

/** How a cell starts that a spreadsheet program takes for a formula, full-width forms included. */
const FORMULA_START = /^[=+\-@\t\r\n\u0000\uff1d\uff0b\uff0d\uff20]/;

/**
 * One text cell of a CSV: quoted, and with a leading apostrophe where a spreadsheet program would run it as a formula.
 * @example safeCsv('=1+"1"') // "\"'=1+\"\"1\"\"\""
 */
export function safeCsv(text: string): string {
  const clean = safeTerminal(text);
  const guarded = FORMULA_START.test(text) || FORMULA_START.test(clean) ? `'${clean}` : clean;
  return `"${guarded.replace(/"/g, '""')}"`;
}
