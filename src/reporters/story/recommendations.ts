import type { EffectFields, Recommendation, Report } from "../../types.ts";
import { formatChance, formatOutcome } from "../../wording.ts";
import { cautiousWords, intervalWords } from "../words.ts";
import { toldFindings } from "./findings.ts";

/** A recommendation with what the finding behind it says. */
export interface Advice {
  recommendation: Recommendation;
  /** the cautious half of what to expect, e.g. "+8 to +23 % likes"; null without a forecast */
  expect: string | null;
  /** the forecast's whole interval */
  interval: string | null;
  /** first evidence, where it is a finding */
  finding: EffectFields | null;
  /** why, without what the forecast says anyway */
  why: string;
  /** how sure, what to expect and the source, as far as the reason does not say it already */
  details: string[];
  /** strategy and documents, e.g. ["hashtags", "S1"] */
  source: string[];
}

/** What the report advises: measured things first, then the practices of the documents. */
export interface AdviceList {
  /** at most five, in rank order */
  first: Advice[];
  /** the rest of what was measured */
  more: Advice[];
  /** manual practices, at most five */
  practices: Advice[];
}

const KIND_SURE = {
  do: "passed its rule",
  stop: "passed its rule",
  habit: "counted in your posts",
  test: "not proven, worth a test",
  data: "unlocks an analysis",
  practice: "no export shows it",
} as const;

/** "S1" of "001_899b1b89c5195cfc.txt"; another name stays as it is. */
export function shortDocument(document: string): string {
  const number = /^0*(\d{1,3})_/.exec(document);
  return number ? `S${number[1]}` : document;
}

/** The recommendations of a report with their evidence looked up. */
export function adviceOf(report: Report): AdviceList {
  const findings = new Map<string, EffectFields>(
    toldFindings(report).map((finding) => [finding.id, finding]),
  );
  const told = [...report.recommendations]
    .sort((a, b) => a.rank - b.rank)
    .map((recommendation): Advice => {
      const finding = findings.get(recommendation.evidence[0] ?? "") ?? null;
      const { expected } = recommendation;
      const interval = expected && intervalWords(expected);
      const sure = sureWords(recommendation, finding);
      const documents = [...new Set(recommendation.sources.map((source) => shortDocument(source.document)))];
      const source = [recommendation.strategy, documents.join(", ")].filter((part) => part !== "");
      return {
        recommendation,
        finding,
        expect: expected && `${cautiousWords(expected)} ${formatOutcome(expected.outcome)}`,
        interval,
        why: interval === null ? recommendation.why : withoutRepeated(recommendation.why, interval),
        details: [
          ...(isSaid(recommendation, finding) ? [] : [sure]),
          ...(interval === null ? [] : [`next posts: ${interval}`]),
          ...source,
        ],
        source,
      };
    });
  const measured = told.filter(({ recommendation }) => recommendation.kind !== "practice");
  const practices = told.filter(({ recommendation }) => recommendation.kind === "practice");
  return { first: measured.slice(0, 5), more: measured.slice(5), practices: practices.slice(0, 5) };
}

/** A reason without the sentence that repeats the forecast, which every view shows beside it. */
function withoutRepeated(why: string, interval: string): string {
  const kept = why.split(/(?<=[.!?])\s+(?=\p{Lu})/u).filter((part) => !part.includes(`(${interval})`));
  return kept.length === 0 ? why : kept.join(" ");
}

/** True where the reason itself says how sure. */
function isSaid({ why }: Recommendation, finding: EffectFields | null): boolean {
  const probability = finding?.probability ?? null;
  return probability !== null && / % sure\b/.test(why);
}

function sureWords({ kind }: Recommendation, finding: EffectFields | null): string {
  const probability = finding?.probability ?? null;
  if (probability === null || finding?.verdict === "too-few") return KIND_SURE[kind];
  if (kind === "stop") return `${formatChance(1 - probability)} sure that it did not help`;
  if (kind === "do") return `${formatChance(probability)} sure so far`;
  if (kind === "test") return `${formatChance(probability)} likely, not proven`;
  return KIND_SURE[kind];
}

/** Every document that a report's advice cites: short name, file name, headings. */
export function citedDocuments(report: Report): { short: string; document: string; headings: string[] }[] {
  const cited = new Map<string, Set<string>>();
  for (const { sources } of report.recommendations) {
    for (const { document, heading } of sources) {
      const headings = cited.get(document) ?? new Set<string>();
      cited.set(document, headings.add(heading));
    }
  }
  return [...cited]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([document, headings]) => ({
      short: shortDocument(document),
      document,
      headings: [...headings].sort(),
    }));
}
