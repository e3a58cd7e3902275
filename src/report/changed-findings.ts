import { normalQuantile } from "../stats/normal.ts";
import type { CompareDocument, Report, Verdict } from "../types.ts";
import { type ReportFinding, reportFindings } from "./report-findings.ts";

const SPEAKS: readonly Verdict[] = ["supported", "opposed", "promising"];

/**
 * What changed in the findings: another verdict, an effect that moved beyond noise, or something worth saying that only one
 * side has. Effects moved beyond noise if they differ by more than the interval of their difference; as both sides share
 * posts, that is cautious.
 */
export function changedFindings(older: Report, newer: Report): CompareDocument["changes"] {
  const [before, after] = [reportFindings(older), reportFindings(newer)];
  const margin = normalQuantile((1 + newer.settings.level) / 2);
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((id) => {
    const [was, is] = [before.get(id), after.get(id)];
    // Another goal is another question.
    if (was && is && was.outcome !== is.outcome) return [];
    const moved = Boolean(was && is) && isBeyondNoise(was!, is!, margin);
    if (was && is ? was.verdict === is.verdict && !moved : !SPEAKS.includes((was ?? is)!.verdict)) return [];
    return { id, before: claimOf(was), after: claimOf(is), beyondNoise: moved };
  });
}

function isBeyondNoise(was: ReportFinding, is: ReportFinding, margin: number): boolean {
  if (!was.effect || !is.effect) return false;
  const spread = Math.sqrt(was.effect.sd ** 2 + is.effect.sd ** 2);
  return Math.abs(is.effect.mean - was.effect.mean) > margin * spread;
}

function claimOf(finding: ReportFinding | undefined): CompareDocument["changes"][number]["before"] {
  if (!finding) return null;
  const { lift, low, high, verdict } = finding;
  return { lift, low, high, verdict };
}
