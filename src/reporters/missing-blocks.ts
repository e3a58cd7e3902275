import { type Block, bulletBlocks, headingBlock } from "./blocks.ts";
import { sentence } from "./story/sentence.ts";

/** What could not be told, why, and what would bring it, as one bullet each; nothing where nothing is missing. */
export function missingBlocks(
  level: 2 | 3,
  title: string,
  missing: readonly { analysis: string; because: string; getItFrom: string }[],
): Block[] {
  if (missing.length === 0) return [];
  return [
    headingBlock(level, title),
    ...bulletBlocks(
      missing.map(({ analysis, because, getItFrom }) => [
        { strong: analysis },
        `: ${sentence(because)}${getItFrom === "" ? "" : ` → ${sentence(getItFrom)}`}`,
      ]),
    ),
  ];
}
