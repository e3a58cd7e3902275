/**
 * A text that ends like a sentence; empty text stays empty.
 * @example [sentence("two posts"), sentence("Why? "), sentence("")] // ["two posts.", "Why?", ""]
 */
export function sentence(text: string): string {
  const trimmed = text.trim();
  return trimmed === "" || /[.!?…]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

/**
 * Clauses as sentences of their own: capital first, full stop last.
 * @example sentences("no post has a length", "add the data download") // "No post has a length. Add the data download."
 */
export function sentences(...clauses: readonly string[]): string {
  return clauses
    .map((clause) => sentence(clause).replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()))
    .filter((clause) => clause !== "")
    .join(" ");
}
