import type { Effort, Outcome, Source } from "../types.ts";
import { formatOutcome } from "../wording.ts";
import { type Block, bulletBlocks, headingBlock, paragraphBlock, quietBlock } from "./blocks.ts";
import { documentView } from "./document-view.ts";
import { sentence } from "./story/sentence.ts";

/** The document of `strategies --format json` (CONTRACT section 6). */
export interface CatalogueDocument {
  strategies: readonly {
    id: string;
    title: string;
    claim: string;
    limits: string;
    needs: readonly string[];
    outcome: Outcome | "goal" | null;
    effort: Effort;
    sources: readonly Source[];
  }[];
}

/** What `strategies` prints: every documented strategy, how it is judged, its limits and sources. */
export const catalogueView = documentView((document: CatalogueDocument) => [
  headingBlock(1, "The documented strategies, and how each is judged"),
  paragraphBlock(
    `${document.strategies.length} strategies. None is believed: each is judged on your own posts where they can show it.`,
  ),
  ...document.strategies.flatMap(strategyBlocks),
]);

function strategyBlocks(strategy: CatalogueDocument["strategies"][number]): Block[] {
  const judged =
    strategy.outcome === null
      ? "Described only, not judged."
      : `Judged on ${strategy.outcome === "goal" ? "the goal" : formatOutcome(strategy.outcome)}.`;
  const needs = strategy.needs.length === 0 ? "" : ` Needs ${strategy.needs.join(", ")}.`;
  return [
    headingBlock(3, `${strategy.id}: ${strategy.title}`),
    paragraphBlock(`${sentence(strategy.claim)} ${judged}${needs} Effort ${strategy.effort}.`),
    ...(strategy.limits === "" ? [] : [paragraphBlock(sentence(strategy.limits))]),
    ...sourceBlocks(strategy.sources),
  ];
}

function sourceBlocks(sources: readonly Source[]): Block[] {
  return sources.length === 0
    ? []
    : [quietBlock(sources.map(({ document, heading }) => `${document}: ${heading}`).join("; "))];
}

/** The document of `explain --format json` (CONTRACT section 6). */
export interface ExplainDocument {
  id: string;
  kind: "strategy" | "finding" | "recommendation" | "experiment" | "warning" | "error" | "term";
  title: string;
  /** paragraphs, separated by empty lines */
  text: string;
  sources: readonly Source[];
}

/** What `explain` prints: what it is, why, how measured, limits, sources. */
export const explainView = documentView((document: ExplainDocument) => [
  headingBlock(1, document.title),
  quietBlock(`${document.kind}: ${document.id}`),
  ...document.text.split(/\n{2,}/).flatMap((part) => (part.trim() === "" ? [] : [paragraphBlock(part)])),
  ...(document.sources.length > 0 ? [headingBlock(3, "Sources")] : []),
  ...bulletBlocks(document.sources.map(({ document: file, heading }) => [`${file}: ${heading}`])),
]);
