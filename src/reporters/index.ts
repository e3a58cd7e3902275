import type { Reporter } from "../types.ts";
import { csv } from "./csv.ts";
import { html } from "./html.ts";
import { json } from "./json.ts";
import { markdown } from "./markdown.ts";
import { text } from "./text.ts";

/** Every view of a report; the order is that of --help. */
export const reporters: readonly Reporter[] = [text, json, markdown, html, csv];

/**
 * The view whose file ending a name has.
 * @param name file name or path; the ending may be in capitals
 * @returns undefined where no view has it
 */
export function reporterForName(name: string): Reporter | undefined {
  const lower = name.toLowerCase();
  return reporters.find((reporter) => reporter.endings.some((ending) => lower.endsWith(ending)));
}
