import type { Report } from "../../types.ts";
import { formatOutcome, plural } from "../../wording.ts";
import { cautiousWords, intervalWords, timesWords } from "../words.ts";
import { sentences } from "./sentence.ts";

/** Would the advice on hours have paid? Sentences, tool first, the plain average's claim beside it. */
export interface BacktestStory {
  first: string;
  tool: string;
  naive: string | null;
}

const FIRST = {
  supported: "Yes, in your own past: hours chosen on older posts did better on newer ones.",
  opposed: "No: hours chosen on older posts did worse on newer ones, so none is recommended.",
  "too-few": "Too few later posts fall into the chosen hours to tell.",
} as const;

/** The backtest in words; null when it could not be run. */
export function backtestOf(report: Report): BacktestStory | null {
  const found = report.backtest;
  if (!found) return null;
  const first =
    found.verdict in FIRST ? FIRST[found.verdict as keyof typeof FIRST] : "Not proven on your own past.";
  const { claimed, realised } = found.naive;
  const result =
    found.lift === null
      ? "no difference could be computed"
      : `they got ${found.verdict === "supported" ? `about ${cautiousWords(found)}` : intervalWords(found)} ${formatOutcome(found.outcome)} against the others`;
  return {
    first,
    tool: `Hours chosen on older posts, checked on ${plural(found.of, "later post")}: ${found.followed} of them followed; ${result}.`,
    naive:
      claimed === null || realised === null
        ? null
        : `Taking the hour with the best average instead promised ${timesWords(claimed)} and brought ${timesWords(realised)}.`,
  };
}

/** Why there is no backtest. */
export function noBacktest(report: Report): string {
  const because = report.data.missing.find((entry) => entry.analysis === "backtest");
  return because
    ? sentences(because.because, because.getItFrom)
    : "This check needs 60 posts with a known hour.";
}
