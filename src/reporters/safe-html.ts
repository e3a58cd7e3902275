import { safeTerminal } from "./safe-terminal.ts";

const ENTITIES = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["'", "&#39;"],
]);

/**
 * Text of an export for HTML and SVG, in text and in quoted attributes. Never use it for script, style or URL: nothing of
 * an export goes there.
 * @example safeHtml("<b title='x'>&") // "&lt;b title=&#39;x&#39;&gt;&amp;"
 */
export function safeHtml(text: string): string {
  return safeTerminal(text).replace(/[&<>"']/g, (sign) => ENTITIES.get(sign)!);
}
