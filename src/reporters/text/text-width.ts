import stringWidth from "string-width";

/** Signs of one column each: Latin letters, punctuation, arrows, signs of mathematics, boxes and blocks; none of them joins with its neighbours. */
const PLAIN =
  /^[\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u2190-\u2193\u2200-\u22ff\u2500-\u25fc]*$/;

/**
 * Columns that a text takes on a terminal. The signs of most texts take one each, which is told faster than string-width does.
 * @example textWidth("×1.2 – crème 🧁") // 15
 */
export function textWidth(text: string): number {
  return PLAIN.test(text) ? text.length : stringWidth(text);
}
