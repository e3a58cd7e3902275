/** Controls that a terminal may obey: C0 but tab and newline, DEL, C1, and the bidi embeddings, overrides and isolates. */
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;
/** Characters of no width and no use in a terminal, and runs of joiners and marks that hide text from the eye. */
const ZERO_WIDTH = /[\u200b\u2060-\u2064\ufeff]+|[\u200b-\u200f\u2060-\u2064\ufeff]{2,}/g;
const LINE_SEPARATORS = /[\u2028\u2029]/g;
const LONE_SURROGATES = /\p{Surrogate}/gu;

/**
 * Text of an export for a terminal: nothing in it can move the cursor, colour, link, copy or turn the reading order.
 * Tabs and newlines stay; single joiners stay, because emoji and several scripts need them.
 * @example safeTerminal("a\u001b[31mb\u202ec") // "a[31mbc"
 */
export function safeTerminal(text: string): string {
  return text
    .replace(LONE_SURROGATES, "\ufffd")
    .replace(CONTROLS, "")
    .replace(LINE_SEPARATORS, " ")
    .replace(ZERO_WIDTH, "");
}

/**
 * The same on one line: every run of white space becomes one blank.
 * @example safeLine(" a\n\tb ") // "a b"
 */
export function safeLine(text: string): string {
  return safeTerminal(text.replace(/[\r\n\t\v\f]+/g, " "))
    .replace(/\s+/g, " ")
    .trim();
}

const ESCAPED_IN_JSON = /[\u007f-\u009f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/**
 * JSON text whose strings hold no byte that a terminal obeys: JSON.stringify escapes C0, this escapes DEL, C1 and bidi
 * controls as \uXXXX. It parses to the same value, so it is used for every stream and not only for terminals.
 * @example safeJson('"\u009b"') // '"\\u009b"'
 */
export function safeJson(json: string): string {
  return json.replace(ESCAPED_IN_JSON, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
