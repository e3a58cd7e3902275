import type { Finding, Judged, Verdict, WindowFinding } from "../types.ts";
import { formatLift } from "../wording.ts";
import { sentence } from "./sentence.ts";

/**
 * The verdict over all windows and the sentence that sums them up (MODEL.md 4.1).
 * @param barred why nothing may be claimed about the time of posting, or null
 * @param best the judged entries of `best`
 * @param eligible every judged window of one weekday that the distance rule allows
 */
export function windowVerdict(
  barred: Finding["barred"],
  best: readonly (WindowFinding & Judged)[],
  eligible: readonly (WindowFinding & Judged)[],
): { verdict: Verdict; summary: string } {
  const verdict = overall(barred, best, eligible);
  const highest = Math.max(...eligible.map(({ high }) => high ?? Number.NEGATIVE_INFINITY));
  const bound = Number.isFinite(highest) ? boundSentence(highest) : null;
  const lead = leadSentence(verdict, barred, best);
  return { verdict, summary: bound ? `${lead} ${bound}` : lead };
}

function overall(barred: Finding["barred"], best: readonly Judged[], eligible: readonly Judged[]): Verdict {
  if (barred) return barred.verdict;
  if (best.some(({ verdict }) => verdict === "supported")) return "supported";
  if (eligible.length > 0 && eligible.every(({ verdict }) => verdict === "negligible")) return "negligible";
  return best.some(({ verdict }) => verdict === "promising") ? "promising" : "unclear";
}

function boundSentence(highest: number): string {
  if (highest <= 1) return "Even the best hour would not bring more than the hours you use now.";
  const words = formatLift(highest);
  return `Even the best hour would not bring more than about ${words}${words.endsWith("times") ? " the usual" : ""}.`;
}

function leadSentence(verdict: Verdict, barred: Finding["barred"], best: readonly Judged[]): string {
  switch (verdict) {
    case "supported": {
      const count = best.filter((entry) => entry.verdict === "supported").length;
      return count === 1
        ? "One window did better than your habit, other things equal."
        : `${count} windows did better than your habit, other things equal.`;
    }
    case "negligible":
      return "The hour of posting makes no measurable difference here.";
    case "promising": {
      const count = best.filter((entry) => entry.verdict === "promising").length;
      return `No window is proven better than your habit; ${count === 1 ? "one is" : `${count} are`} worth a test.`;
    }
    case "unclear":
      return "No window can be told apart from your habit.";
    default:
      return sentence(barred!.reason);
  }
}
