import type { AdviceContext, AdviceText, Judged, Recommendation, Strategy } from "../types.ts";
import type { Prospect } from "./expected-gain.ts";

/** Classes of standing: what blocks the goal first, what no export can show last. */
export const CLASSES = { blocking: 0, action: 1, habit: 2, test: 3, data: 4, practice: 5 } as const;

/** A recommendation before it has its rank (0 until then). */
export interface Candidate {
  recommendation: Recommendation;
  standing: number;
  /** larger is better within the standing */
  merit: number;
}

/** A judged finding with the first strategy of the registry that gave it. */
export interface Owned {
  finding: Judged;
  strategy: Strategy;
}

/** A finding that may become `do` or `stop`. */
export interface Action extends Owned {
  prospect: Prospect;
}

/** The words of a strategy for a finding; null where it has none, or failed. */
export type Say = (
  strategy: Strategy,
  judged: Judged,
  context: Omit<AdviceContext, "fits" | "dataset">,
) => AdviceText | null;

/** A recommendation from a strategy's words. */
export function worded(
  kind: Recommendation["kind"],
  { meta }: Strategy,
  text: AdviceText,
  evidence: readonly string[],
  verdict: Recommendation["verdict"],
  expected: Recommendation["expected"] = null,
): Recommendation {
  return {
    rank: 0,
    id: `${kind}/${evidence[0] ?? meta.id}`,
    kind,
    strategy: meta.id,
    title: text.title ?? meta.title,
    action: text.action,
    why: text.why,
    evidence: [...evidence],
    expected,
    verdict,
    effort: meta.effort,
    sources: meta.sources.map(({ document, heading }) => ({ document, heading })),
    next: text.next,
  };
}

/** Verdict of the first evidence, where that is a finding with an effect; else `unclear`. */
export function evidenceVerdict(evidence: readonly string[], judged: ReadonlyMap<string, Judged>) {
  const first = judged.get(evidence[0] ?? "");
  return first?.estimate ? first.verdict : "unclear";
}
