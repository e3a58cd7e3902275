import type { View } from "../types.ts";
import type { Block } from "./blocks.ts";
import { blocksMarkdown } from "./blocks-markdown.ts";
import { blocksText } from "./blocks-text.ts";

/** The text and Markdown views of a document; `options` is what some documents need beside themselves. */
export interface DocumentView<Document, Options = undefined> {
  text(document: Document, view: View, options: Options): string;
  markdown(document: Document, options: Options): string;
}

/** Both views of a document from the blocks that it consists of. */
export function documentView<Document, Options = undefined>(
  blocksOf: (document: Document, options: Options) => readonly Block[],
): DocumentView<Document, Options> {
  return {
    text: (document, view, options) => blocksText(blocksOf(document, options), view),
    markdown: (document, options) => blocksMarkdown(blocksOf(document, options)),
  };
}
