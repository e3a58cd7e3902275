import type { Block, Piece } from "./blocks.ts";
import { safeMarkdown } from "./safe-markdown.ts";

/** Blocks as Markdown that GitHub, Notion and Slack understand: headings, bullets, bold, pipe tables; no HTML. */
export function blocksMarkdown(blocks: readonly Block[]): string {
  return `${blocks.map(blockMarkdown).join("\n\n")}\n`;
}

function blockMarkdown(block: Block): string {
  switch (block.kind) {
    case "heading":
      return `${"#".repeat(block.level)} ${safeMarkdown(block.text)}`;
    case "paragraph":
      return piecesMarkdown(block.pieces);
    case "bullets":
      return block.items
        .map((item, index) => `${block.ordered ? `${index + 1}.` : "-"} ${piecesMarkdown(item)}`)
        .join("\n");
    case "table": {
      const row = (cells: readonly string[]) => `| ${cells.map(safeMarkdown).join(" | ")} |`;
      const rule = block.columns.map((column) => (column.numeric ? "--:" : "---"));
      return [
        row(block.columns.map((column) => column.name)),
        `| ${rule.join(" | ")} |`,
        ...block.rows.map(row),
      ].join("\n");
    }
  }
}

// blanks around bold text belong outside of its stars, or it is not bold
function piecesMarkdown(pieces: readonly Piece[]): string {
  return pieces
    .map((piece, index) => {
      const raw = typeof piece === "string" ? piece : piece.strong;
      const text = index === 0 ? safeMarkdown(raw) : safeMarkdown(`x${raw}`).slice(1);
      const before = index > 0 && /^\s/.test(raw) ? " " : "";
      const after = index < pieces.length - 1 && /\s$/.test(raw) ? " " : "";
      const body = text.trim();
      if (body === "") return before || after;
      return before + (typeof piece === "string" ? body : `**${body}**`) + after;
    })
    .join("");
}
