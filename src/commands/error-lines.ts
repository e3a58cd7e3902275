import { AdvisorError, ERRORS } from "../errors.ts";

/**
 * An error as the program prints it: `error[CODE]: place: sentence`, then its hint; both on one line each, whatever a file name holds.
 * @param debug true adds the stack
 */
export function errorLines(error: unknown, debug: boolean): string {
  const known = error instanceof AdvisorError;
  const code = known ? error.code : "INTERNAL";
  const place = known && error.place !== null ? `${oneLine(error.place)}: ` : "";
  const sentence = error instanceof Error ? error.message : String(error);
  const hint = known ? error.hint : ERRORS.INTERNAL.hint;
  const stack = debug && error instanceof Error && error.stack ? `${error.stack}\n` : "";
  return `error[${code}]: ${place}${oneLine(sentence)}\n  hint: ${oneLine(hint)}\n${stack}`;
}

/**
 * Text of the outside world on one line of a terminal: controls, line breaks and bidi marks become visible or vanish.
 * @example oneLine("a\nb\u001b[31m") // "a\\nb\\x1b[31m"
 */
export function oneLine(text: string): string {
  return text
    .replace(/\n/g, "\\n")
    .replace(/\r/g, "\\r")
    .replace(/\t/g, " ")
    .replace(/[\u0000-\u001f\u007f-\u009f]/g, (c) => `\\x${c.charCodeAt(0).toString(16).padStart(2, "0")}`)
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, "");
}
