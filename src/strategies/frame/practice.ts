import type { AdviceText, PracticeAdvice, StrategyStanding } from "../../types.ts";

/**
 * Advice of the documents that no export can check.
 * @param fit in [0, 1]: how well it fits this account
 */
export function practice(fit: number, text: AdviceText): PracticeAdvice {
  return { ...text, fit };
}

/**
 * The standing of a strategy that no export can show.
 * @param what in "No export shows …"
 * @param column a label column that would make it measurable
 */
export function manual(what: string, column: string): StrategyStanding {
  return {
    verdict: "manual",
    reason: `No export shows ${what}; a column “${column}” of your own, named with --labels, would.`,
  };
}
