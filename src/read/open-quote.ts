import { AdvisorError } from "../errors.ts";

/** No field is longer than so many lines. */
const LINES = 51;

/**
 * Line of the one quote near the start of a text that opens a field and that nothing closes; null = there is none, or
 * more than one.
 * @example openQuoteLine('"id,views\n1,2\n3,4\n') // 1
 */
export function openQuoteLine(text: string): number | null {
  const lines = text.split(/\r\n|\n|\r/, LINES);
  const odd = lines.flatMap((line, index) => (line.split('"').length % 2 === 0 ? [index] : []));
  if (odd.length !== 1) return null;
  const line = lines[odd[0]!]!;
  return /(?:^|[,;\t|])"/.test(line) && /[,;\t|]/.test(line) ? odd[0]! + 1 : null;
}

/** The error of a text that makes no table: the open quote that is to blame, where there is one, else `error`. */
export function orOpenQuote(error: unknown, file: string, text: string): unknown {
  const line =
    error instanceof AdvisorError && !error.code.startsWith("REFUSED_") ? openQuoteLine(text) : null;
  if (line === null) return error;
  return new AdvisorError(
    "QUOTE_NOT_CLOSED",
    file,
    `An unterminated quote in line ${line} swallows the file.`,
  );
}
