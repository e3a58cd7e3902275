import type { Report } from "../../types.ts";
import { formatOutcome, plural } from "../../wording.ts";
import { intervalWords, verdictWords } from "../words.ts";
import { sentences } from "./sentence.ts";

/** The consistency score in words. */
export interface ConsistencyStory {
  score: string;
  sentence: string;
  parts: { key: string; label: string; about: string; share: number | null }[];
  facts: string[];
  matters: string | null;
}

const PARTS = [
  { key: "delivery", label: "Delivery", about: "how often weeks met your plan" },
  { key: "regularity", label: "Regularity", about: "how even gaps and weekdays are" },
  { key: "coverage", label: "Coverage", about: "time with a recent post" },
  { key: "stability", label: "Stability", about: "how alike your posts do" },
] as const;

/** Score, parts, gaps, and whether any of it matters; null when the posts do not carry a score. */
export function consistencyOf(report: Report): ConsistencyStory | null {
  const found = report.consistency;
  if (!found) return null;
  const { matters } = found;
  return {
    score: `${Math.round(found.score)} of 100`,
    sentence: `likely between ${Math.round(found.low)} and ${Math.round(found.high)}, over ${plural(found.weeks, "week")}`,
    parts: PARTS.map((part) => ({ ...part, share: found.parts[part.key] })),
    facts: [
      `about ${number(found.postsPerWeek)} posts a week`,
      `longest gap ${plural(Math.round(found.longestGapDays), "day")}`,
    ],
    matters:
      matters && matters.lift !== null
        ? `Does it matter here? One more post a week went with ${intervalWords(matters)} ${formatOutcome(matters.outcome)} a post: ${verdictWords(matters.verdict)}.`
        : null,
  };
}

function number(value: number): string {
  return String(Number(value.toPrecision(2)));
}

/** Why there is no consistency score. */
export function noConsistency(report: Report): string {
  const because = report.data.missing.find((entry) => entry.analysis === "consistency");
  return because
    ? sentences(because.because, because.getItFrom)
    : "A score needs at least four weeks and eight posts.";
}
