import type { View } from "../types.ts";
import type { Block, Piece } from "./blocks.ts";
import {
  blank,
  fitLine,
  type Line,
  type Page,
  pageOf,
  paragraph,
  printLines,
  type Span,
  widthOf,
  wrapText,
} from "./text/line.ts";
import { heading } from "./text/signs.ts";

/** Blocks as text for a terminal of the view's width. */
export function blocksText(blocks: readonly Block[], view: View): string {
  const page = pageOf(view);
  return printLines(
    blocks.flatMap((block) => blockLines(block, page)),
    page,
    view,
  );
}

function blockLines(block: Block, page: Page): Line[] {
  switch (block.kind) {
    case "heading":
      if (block.level === 1) return [[], ...paragraph(page, page.say(block.text, "title"), 1)];
      return block.level === 2
        ? heading(page, block.text)
        : [[], ...paragraph(page, page.say(block.text, "strong"), 1)];
    case "paragraph":
      return pieceLines(page, block.pieces, 1, [], block.quiet ?? false);
    case "bullets":
      return block.items.flatMap((item, index) => {
        const mark = block.ordered ? page.say(`${index + 1}.`, "accent") : page.say("•", "accent");
        const indent = block.ordered ? 2 + String(block.items.length).length + 1 : 3;
        return pieceLines(page, item, indent, [blank(1), mark], false);
      });
    case "table":
      return tableBlockLines(page, block);
  }
}

// one style per line keeps wrapping simple: a first strong piece that ends where a line ends is strong, else all is plain
function pieceLines(
  page: Page,
  pieces: readonly Piece[],
  indent: number,
  first: Line,
  quiet: boolean,
): Line[] {
  const words: Span[] = pieces.flatMap((piece) => {
    const style = typeof piece === "string" ? (quiet ? "quiet" : "plain") : "strong";
    const text = page.say(typeof piece === "string" ? piece : piece.strong).text;
    return text === "" ? [] : [{ text, style } as Span];
  });
  const glued = pieces.map((piece) => (typeof piece === "string" ? piece : piece.strong)).join("");
  const whole = page.say(glued, quiet ? "quiet" : "plain");
  const room = Math.max(8, page.width - indent);
  const lines = wrapText(whole.text, room);
  const lead = words[0]?.style === "strong" ? words[0].text : "";
  return lines.map((text, index): Line => {
    const start = index === 0 ? fitLine(page, first, indent) : [blank(indent)];
    if (index > 0 || lead === "" || !text.startsWith(lead)) return [...start, { text, style: whole.style }];
    return [...start, { text: lead, style: "strong" }, { text: text.slice(lead.length), style: whole.style }];
  });
}

function tableBlockLines(page: Page, table: Extract<Block, { kind: "table" }>): Line[] {
  const cells = [table.columns.map((column) => column.name), ...table.rows].map((row) =>
    row.map((cell) => page.say(cell).text),
  );
  const widths = columnWidths(page, cells);
  if (widths === null) return stackedRows(page, table);
  return cells.flatMap((row, index) => {
    const wrapped = row.map((cell, column) => wrapText(cell, widths[column]!));
    const height = Math.max(1, ...wrapped.map((lines) => lines.length));
    return Array.from(
      { length: height },
      (_, line): Line => [
        blank(1),
        ...wrapped.flatMap((lines, column) => {
          const span: Span = { text: lines[line] ?? "", style: index === 0 ? "quiet" : "plain" };
          const align = table.columns[column]?.numeric ? "right" : "left";
          return [...(column > 0 ? [blank(2)] : []), ...fitLine(page, [span], widths[column]!, align)];
        }),
      ],
    );
  });
}

/** Widths of the columns, the widest shrunk until all fit; null where even narrow columns do not. */
function columnWidths(page: Page, cells: readonly (readonly string[])[]): number[] | null {
  const count = cells[0]?.length ?? 0;
  const widths = Array.from({ length: count }, (_, column) =>
    Math.max(1, ...cells.map((row) => widthOf([{ text: row[column] ?? "", style: "plain" }]))),
  );
  const room = page.width - 1 - 2 * (count - 1);
  const least = widths.map((width, column) => {
    const words = cells.flatMap((row) => (row[column] ?? "").split(" "));
    const longest = Math.max(1, ...words.map((word) => widthOf([{ text: word, style: "plain" }])));
    return Math.min(width, longest, 16);
  });
  if (least.reduce((sum, width) => sum + width, 0) > room) return null;
  while (widths.reduce((sum, width) => sum + width, 0) > room) {
    const spare = widths.map((width, column) => width - least[column]!);
    widths[spare.indexOf(Math.max(...spare))]! -= 1;
  }
  return widths;
}

// a table that does not fit becomes a list of its rows
function stackedRows(page: Page, table: Extract<Block, { kind: "table" }>): Line[] {
  return table.rows.flatMap((row) => [
    ...paragraph(page, page.say(row[0] ?? "", "strong"), 3, [blank(1), page.say("•", "accent")]),
    ...row.slice(1).flatMap((cell, index) => {
      const name = table.columns[index + 1]?.name ?? "";
      return cell === "" ? [] : paragraph(page, page.say(`${name}: ${cell}`), 3);
    }),
  ]);
}
