/**
 * A text that ends like a sentence; empty text stays empty.
 * @example [sentence("two posts"), sentence("Why? "), sentence("")] // ["two posts.", "Why?", ""]
 */
export function sentence(text: string): string {
  const trimmed = text.trim();
  return trimmed === "" || /[.!?…]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
