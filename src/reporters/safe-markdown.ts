import { safeLine } from "./safe-terminal.ts";

/**
 * Text of an export for Markdown, on one line: no emphasis, code, link, image, table, heading, list, HTML or automatic link.
 * @example safeMarkdown("- *a* <b> https://x.y") // "\\- \\*a\\* \\<b\\> https\\://x.y"
 */
export function safeMarkdown(text: string): string {
  return (
    safeLine(text)
      .replace(/[\\`*_[\]<>|#]/g, "\\$&")
      .replace(/^(?:[-+~=])/, "\\$&")
      .replace(/^(\d+)([.)])/, "$1\\$2")
      // GitHub turns bare addresses into links; a backslash before the colon or dot prints the same and does not
      .replace(/:\/\//g, "\\://")
      .replace(/\b(www)\./gi, "$1\\.")
  );
}
