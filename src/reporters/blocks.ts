/** A piece of a sentence: text as it is (of the tool or of an export), or text that stands out. */
export type Piece = string | { strong: string };

/** A table's column: its name, and whether its cells are numbers. */
export interface Column {
  name: string;
  numeric?: boolean;
}

/** What a simple view consists of. Text and Markdown print the same blocks, each with its own `safe`. */
export type Block =
  | { kind: "heading"; level: 1 | 2 | 3; text: string }
  | { kind: "paragraph"; pieces: readonly Piece[]; quiet?: boolean }
  | { kind: "bullets"; items: readonly (readonly Piece[])[]; ordered?: boolean }
  | { kind: "table"; columns: readonly Column[]; rows: readonly (readonly string[])[] };

/** A heading. */
export function headingBlock(level: 1 | 2 | 3, text: string): Block {
  return { kind: "heading", level, text };
}

/** A paragraph of plain text or pieces. */
export function paragraphBlock(...pieces: readonly Piece[]): Block {
  return { kind: "paragraph", pieces };
}

/** A paragraph that may be skipped. */
export function quietBlock(...pieces: readonly Piece[]): Block {
  return { kind: "paragraph", pieces, quiet: true };
}

/** Bullets; none without items. */
export function bulletBlocks(items: readonly (readonly Piece[])[], ordered = false): Block[] {
  return items.length === 0 ? [] : [{ kind: "bullets", items, ordered }];
}

/** A table; none without rows. */
export function tableBlocks(columns: readonly Column[], rows: readonly (readonly string[])[]): Block[] {
  return rows.length === 0 ? [] : [{ kind: "table", columns, rows }];
}
