/**
 * A clause as a sentence: capital first, full stop last.
 * @example sentence("all values are equal") // "All values are equal."
 */
export function sentence(clause: string): string {
  const text = clause.trim();
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? "" : "."}`;
}
