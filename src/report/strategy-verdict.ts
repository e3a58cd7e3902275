import type { Judged, Measurement, Verdict } from "../types.ts";
import { sentence } from "./sentence.ts";

/** Verdicts of findings that were judged on an estimate. */
const JUDGED: readonly Verdict[] = ["negligible", "promising", "unclear"];

/**
 * What a strategy comes to over its findings (CONTRACT section 4, end): its verdict, and a reason that names the leading
 * finding.
 * @param judged the judged findings of the strategy, may be empty
 * @param standing what the strategy says where nothing was judged
 */
export function strategyVerdict(
  judged: readonly Judged[],
  standing: Measurement["standing"],
): { verdict: Verdict; reason: string } {
  const verdict = overall(judged.map((finding) => finding.verdict));
  if (verdict === null) {
    return standing
      ? { verdict: standing.verdict, reason: sentence(standing.reason) }
      : { verdict: "manual", reason: "No export shows it." };
  }
  return { verdict, reason: leadingReason(judged.filter((finding) => finding.verdict === verdict)) };
}

function overall(verdicts: readonly Verdict[]): Verdict | null {
  const has = (verdict: Verdict) => verdicts.includes(verdict);
  if (has("supported")) return "supported";
  if (has("opposed")) return "opposed";
  const judged = verdicts.filter((verdict) => JUDGED.includes(verdict));
  if (judged.length > 0 && judged.every((verdict) => verdict === "negligible")) return "negligible";
  if (has("promising")) return "promising";
  if (judged.length > 0) return "unclear";
  for (const verdict of ["too-few", "not-in-data", "error", "manual"] as const) {
    if (has(verdict)) return verdict;
  }
  return null;
}

/** The one farthest from no effect in units of its spread; without estimates the one with most posts. */
function leadingReason(findings: readonly Judged[]): string {
  const weight = ({ estimate, posts }: Judged) => [
    estimate && estimate.sd > 0 ? Math.abs(estimate.mean) / estimate.sd : -1,
    posts,
  ];
  const [leading] = [...findings].sort((a, b) => {
    const [x, y] = [weight(a), weight(b)];
    return y[0]! - x[0]! || y[1]! - x[1]! || (a.id < b.id ? -1 : 1);
  });
  const name = leading!.label.trim();
  return name === "" ? leading!.reason : `${sentence(name).slice(0, -1)}: ${leading!.reason}`;
}
