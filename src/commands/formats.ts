import type { Verb } from "./settings.ts";

const WORDS = ["text", "json", "markdown"] as const;
const REPORT = [...WORDS, "html", "csv"] as const;

const FORMATS: ReadonlyMap<Verb, readonly string[]> = new Map<Verb, readonly string[]>([
  ["analyze", REPORT],
  ["demo", REPORT],
  ["inspect", WORDS],
  ["compare", WORDS],
  ["explain", WORDS],
  ["strategies", WORDS],
  ["plan", [...WORDS, "ics"]],
]);

/**
 * The values of --format that a command takes; [] for a command without --format.
 * @example formatsOf("plan") // ["text", "json", "markdown", "ics"]
 */
export function formatsOf(verb: Verb): readonly string[] {
  return FORMATS.get(verb) ?? [];
}
