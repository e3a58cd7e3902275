import type { Layout } from "./dialect.ts";
import { normaliseHeader } from "./header.ts";

/** The account that the lines before the header name. */
export function preambleUsername(layout: Layout): string | null {
  for (const { cells } of layout.records.slice(0, layout.headerIndex)) {
    const name = normaliseHeader(cells[0] ?? "").name;
    const value = (cells[1] ?? "").trim().replace(/^@/, "");
    if (value === "" || !/^[\w.]{2,64}$/.test(value)) continue;
    if (["username", "user name", "account", "handle", "tiktok handle", "konto"].includes(name)) return value;
  }
  return null;
}
