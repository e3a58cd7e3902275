import type { Reporter } from "../types.ts";
import { safeJson } from "./safe-terminal.ts";

/**
 * Any document of the tool as JSON text with a newline at its end.
 * @param line true = on one line (NDJSON), false = indented
 * @example jsonText({ a: "\u009b" }, true) // '{"a":"\\u009b"}\n'
 */
export function jsonText(document: unknown, line = false): string {
  return `${safeJson(JSON.stringify(document, null, line ? undefined : 2))}\n`;
}

export const json: Reporter = {
  id: "json",
  endings: [".json"],
  render: (report) => jsonText(report),
};
