import type { View } from "../../types.ts";
import { safeLine, safeTerminal } from "../safe-terminal.ts";
import { paletteOf, type Style } from "./style.ts";
import { textWidth } from "./text-width.ts";

/** A piece of a line: clean text in one style. Only `Page.say` and the signs of the tool itself make one. */
export interface Span {
  readonly text: string;
  readonly style: Style;
}

export type Line = readonly Span[];

/** What the sections of a text view know: how wide and with which signs to write. */
export interface Page {
  readonly width: number;
  readonly unicode: boolean;
  /** text of the tool or of an export, made safe and, without Unicode, spelled in ASCII */
  say(text: string, style?: Style): Span;
}

const ASCII_SPELLING = new Map([
  ["–", "-"],
  ["—", "-"],
  ["−", "-"],
  ["·", "|"],
  ["×", "x"],
  ["…", "..."],
  ["→", "->"],
  ["“", '"'],
  ["”", '"'],
  ["‘", "'"],
  ["’", "'"],
  ["±", "+/-"],
  ["•", "*"],
  ["≥", ">="],
  ["≤", "<="],
]);

/**
 * Text in ASCII: the tool's own signs by name, accents taken off, everything else as "?".
 * @example asciiOf("×1.2 – crème 🧁") // "x1.2 - creme ?"
 */
export function asciiOf(text: string): string {
  let result = "";
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  for (const segment of signsOf(text)) {
    const known = ASCII_SPELLING.get(segment);
    const plain = known ?? segment.normalize("NFKD").replace(/\p{M}/gu, "");
    result += /^[\x20-\x7e]*$/.test(plain) ? plain : "?";
  }
  return result;
}

/** The page of a view; never narrower than 20 columns and never wider than 120. */
export function pageOf(view: View): Page {
  const spell = view.unicode ? (text: string) => text : asciiOf;
  return {
    width: Math.max(20, Math.min(120, Math.floor(view.width))),
    unicode: view.unicode,
    say: (text, style = "plain") => ({ text: spell(safeLine(text)), style }),
  };
}

/** Columns that a line takes on a terminal. */
export function widthOf(line: Line): number {
  let width = 0;
  for (const { text } of line) width += textWidth(text);
  return width;
}

/** Blanks; the only text besides signs that is not said. */
export function blank(width: number): Span {
  return { text: " ".repeat(Math.max(0, width)), style: "plain" };
}

let segmenter: Intl.Segmenter | undefined;

/** The signs of a text as people see them; made when the first text needs it, because it takes long to make. */
function* signsOf(text: string): Generator<string, void, undefined> {
  segmenter ??= new Intl.Segmenter("en");
  for (const { segment } of segmenter.segment(text)) yield segment;
}

/**
 * Text cut to a width, with a mark where something is missing.
 * @example cutText("wheel throwing", 8, "…") // "wheel t…"
 */
export function cutText(text: string, width: number, mark: string): string {
  if (textWidth(text) <= width) return text;
  const room = width - textWidth(mark);
  if (room < 0) return "";
  let result = "";
  let used = 0;
  for (const segment of signsOf(text)) {
    used += textWidth(segment);
    if (used > room) break;
    result += segment;
  }
  return result.trimEnd() + mark;
}

/** A line cut to a width. */
export function cutLine(page: Page, line: Line, width: number): Line {
  if (widthOf(line) <= width) return line;
  const result: Span[] = [];
  let left = width;
  for (const span of line) {
    const size = textWidth(span.text);
    if (size > left) {
      result.push({ ...span, text: cutText(span.text, left, page.unicode ? "…" : ".") });
      break;
    }
    result.push(span);
    left -= size;
  }
  return result;
}

/** A line filled with blanks to exactly a width, cut where it is longer. */
export function fitLine(page: Page, line: Line, width: number, align: "left" | "right" = "left"): Line {
  const cut = cutLine(page, line, width);
  const gap = blank(width - widthOf(cut));
  return align === "left" ? [...cut, gap] : [gap, ...cut];
}

/**
 * Text as lines of at most a width, broken at blanks; words that are too long are broken where they end.
 * @example wrapText("two of your next five posts", 12) // ["two of your", "next five", "posts"]
 */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  // a number stays with its unit
  for (const word of text.split(/(?<!\d) | (?!%|(?:h|s|min)\b)/).filter((part) => part !== "")) {
    const joined = line === "" ? word : `${line} ${word}`;
    if (textWidth(joined) <= width) {
      line = joined;
      continue;
    }
    if (line !== "") lines.push(line);
    const pieces = breakWord(word, width);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? "";
  }
  if (line !== "") lines.push(line);
  return lines;
}

function breakWord(word: string, width: number): string[] {
  const pieces: string[] = [];
  let piece = "";
  for (const segment of signsOf(word)) {
    if (piece !== "" && textWidth(piece + segment) > width) {
      // paths and ids break after their separators, where that does not leave half of the line empty
      const head = /^.*[/\\._:-](?=[^/\\._:-]+$)/su.exec(piece)?.[0] ?? "";
      const kept = textWidth(head) * 2 > width ? head : piece;
      pieces.push(kept);
      piece = piece.slice(kept.length);
    }
    piece += segment;
  }
  pieces.push(piece);
  return pieces;
}

/** A paragraph: wrapped, every line behind `indent` blanks; `first` stands in the indent of the first line. */
export function paragraph(page: Page, content: Span, indent = 0, first: Line = []): Line[] {
  const wrapped = wrapText(content.text, Math.max(8, page.width - indent));
  return wrapped.map((text, index) => [
    ...(index === 0 ? fitLine(page, first, indent) : [blank(indent)]),
    { text, style: content.style },
  ]);
}

/** Left and right part on one line where both fit; else the right part on a line of its own below, indented. */
export function leftRight(page: Page, left: Line, right: Line, indent: number): Line[] {
  const gap = page.width - widthOf(left) - widthOf(right);
  if (widthOf(right) === 0) return [cutLine(page, left, page.width)];
  if (gap >= 2) return [[...left, blank(gap), ...right]];
  return [cutLine(page, left, page.width), [blank(indent), ...cutLine(page, right, page.width - indent)]];
}

/** Lines as text: painted, without blanks at their ends, each with a newline. */
export function printLines(lines: readonly Line[], page: Page, view: View): string {
  const paint = paletteOf(view.colour);
  return lines
    .map((line) => {
      const spans = [...cutLine(page, line, page.width)];
      while (
        spans.length > 0 &&
        spans.at(-1)!.text.trim() === "" &&
        !(view.colour > 0 && isHeat(spans.at(-1)!.style))
      )
        spans.pop();
      const text = spans
        .map((span) => (span.text === "" ? "" : paint(span.style, safeTerminal(span.text))))
        .join("");
      return `${view.colour > 0 ? text : text.trimEnd()}\n`;
    })
    .join("");
}

function isHeat(style: Style): boolean {
  return style.startsWith("heat-");
}
