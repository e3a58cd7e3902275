import type { EffectFields, Report, Verdict } from "../types.ts";
import { reportFindings } from "./report-findings.ts";

export const FAIL_ON_CONDITIONS = ["insufficient-data", "warnings", "inconsistent", "new-advice"] as const;
export type FailOnCondition = (typeof FAIL_ON_CONDITIONS)[number];

/** Fewest mature posts that allow a claim (MODEL.md 1.7). */
const FEWEST_POSTS = 30;

/**
 * Which of the `--fail-on` conditions hold for a report (CONTRACT section 2).
 * @param report the report just made
 * @param conditions those asked for
 * @param previous the report of `--previous`, needed by `new-advice`; without it every recommendation is new
 * @returns the conditions that hold, in the order asked, each once
 */
export function failOn(
  report: Report,
  conditions: readonly FailOnCondition[],
  previous: Report | null,
): FailOnCondition[] {
  return [...new Set(conditions)].filter((condition) => holds(report, condition, previous));
}

function holds(report: Report, condition: FailOnCondition, previous: Report | null): boolean {
  switch (condition) {
    case "insufficient-data":
      return !claimsAllowed(report);
    case "warnings":
      return report.data.warnings.some(({ severity }) => severity === "warning");
    case "inconsistent":
      return report.consistency !== null && report.consistency.score < 50;
    case "new-advice": {
      const known = new Set(previous?.recommendations.map(({ id }) => id));
      return report.recommendations.some(({ id }) => !known.has(id));
    }
  }
}

/** Verdicts that stand where nothing may be claimed. */
const SILENT: readonly Verdict[] = ["too-few", "not-in-data", "error"];

/** MODEL.md 1.7 for the goal: a fit on at least 30 mature posts, and something about it that could be judged. */
function claimsAllowed(report: Report): boolean {
  const { goal } = report.settings;
  const fit = report.model.outcomes.find(({ outcome }) => outcome === goal);
  if (!fit || fit.posts < FEWEST_POSTS) return false;
  const judged = ({ outcome, verdict }: EffectFields) => outcome === goal && !SILENT.includes(verdict);
  return report.windows.grid.some(judged) || [...reportFindings(report).values()].some(judged);
}
