import type { Outcome, Report, Verdict, Warning } from "../../types.ts";
import { formatOutcome, formatShare, formatValue, plural, wholeNumber } from "../../wording.ts";

/** What was read, in words. */
export interface DataStory {
  ledger: string;
  posts: string;
  warnings: { code: string; severity: string; message: string; count: number }[];
  missing: { analysis: string; because: string; getItFrom: string }[];
  /** fields that not every post has, as sentences */
  coverage: string[];
}

const ANALYSIS_WORDS = new Map([
  ["momentum", "how fast posts grow"],
  ["momentum.early", "early momentum"],
  ["windows", "hour of posting"],
  ["windows.audience", "followers' hours"],
  ["features", "captions"],
  ["duration", "length"],
  ["consistency.matters", "whether posting more often matters"],
  ["backtest", "whether advice on hours would have paid"],
  ["model", "the goal"],
]);

const FIELD_WORDS = new Map([
  ["title", "caption"],
  ["durationSeconds", "length"],
  ["soundId", "sound id"],
  ["snapshots", "a second count of the same posts"],
  ["postedAt", "time"],
  ["postedOn", "day"],
]);

/** Warnings of one code joined: the counts added, the first message and how much more the others say. */
export function warningsByCode(warnings: readonly Warning[]): DataStory["warnings"] {
  const byCode = new Map<string, Warning[]>();
  for (const warning of warnings) {
    byCode.set(warning.code, [...(byCode.get(warning.code) ?? []), warning]);
  }
  const joined = [...byCode.values()].map((all) => ({
    code: all[0]!.code,
    severity: all[0]!.severity,
    message: joinedMessage(all),
    count: all.reduce((sum, { count }) => sum + count, 0),
  }));
  const rank = (severity: string) => (severity === "warning" ? 0 : 1);
  return joined.sort((a, b) => rank(a.severity) - rank(b.severity) || (a.code < b.code ? -1 : 1));
}

/** The first message counts only its own file: "1 row was ... (a.csv, line 3); 5 more in 2 other files." */
function joinedMessage([first, ...others]: readonly Warning[]): string {
  const { message } = first!;
  if (others.length === 0) return message;
  const more = others.reduce((sum, { count }) => sum + count, 0);
  const counts = /^(?:Only )?\d/.test(message);
  const where = plural(others.length, "other file");
  return `${message.replace(/\.$/, "")}; ${counts ? `${wholeNumber(more)} more` : "the same"} in ${where}.`;
}

/** read = used + merged + dropped + other, as a sentence. */
export function ledgerWords({ read, used, merged, dropped, other }: Report["data"]["rows"]): string {
  const [a, b, c, d] = [used, merged, dropped, other].map(wholeNumber);
  return `${plural(read, "row")} read = ${a} used + ${b} merged + ${c} dropped + ${d} other`;
}

/** Files, rows, warnings, and what is missing. */
export function dataOf(report: Pick<Report, "data">): DataStory {
  const { data } = report;
  const { total, mature, young, withHour, dateOnly, scheduled, promoted } = data.posts;
  const parts = [
    `${wholeNumber(mature)} old enough to judge`,
    ...(young > 0 ? [`${wholeNumber(young)} still growing`] : []),
    `${wholeNumber(withHour)} with a known hour`,
    ...(dateOnly > 0 ? [`${wholeNumber(dateOnly)} with a day only`] : []),
    ...(scheduled > 0 ? [`${wholeNumber(scheduled)} scheduled`] : []),
    ...(promoted > 0
      ? [`${wholeNumber(promoted)} marked as paid (ads or branded content), left out of every comparison`]
      : []),
  ];
  return {
    ledger: ledgerWords(data.rows),
    posts: `${plural(total, "post")}: ${parts.join(", ")}`,
    warnings: warningsByCode(data.warnings),
    missing: data.missing.map((entry) => ({
      ...entry,
      analysis: ANALYSIS_WORDS.get(entry.analysis) ?? entry.analysis,
    })),
    coverage: coverageWords(data.coverage),
  };
}

function coverageWords(coverage: Report["data"]["coverage"]): string[] {
  const named = Object.entries(coverage).map(([field, share]) => ({
    field: FIELD_WORDS.get(field) ?? field,
    share,
  }));
  const silent = coverage["sound"] === 0 ? "sound id" : "";
  const absent = named
    .filter(({ field, share }) => share === 0 && field !== silent)
    .map(({ field }) => field);
  const partly = named
    .filter(({ share }) => share > 0 && share < 0.995)
    .map(({ field, share }) => `${field} ${formatShare(share)}`);
  return [
    ...(partly.length > 0 ? [`Known for some posts only: ${partly.join(", ")}.`] : []),
    ...(absent.length > 0 ? [`Not in your export: ${absent.join(", ")}.`] : []),
  ];
}

/** What is normal now, one entry per outcome that has a band. */
export function bandsOf(report: Report): { outcome: string; median: string; low: string; high: string }[] {
  return (
    Object.entries(report.baseline.perPost) as [Outcome, Report["baseline"]["perPost"]["likes"]][]
  ).flatMap(([outcome, band]) => {
    if (!band || band.median === null || band.low === null || band.high === null) return [];
    const words = (value: number) => formatValue(outcome, value);
    return [
      {
        outcome: formatOutcome(outcome),
        median: words(band.median),
        low: words(band.low),
        high: words(band.high),
      },
    ];
  });
}

const COUNTED: Readonly<Record<Verdict, readonly [one: string, several: string]>> = {
  supported: ["works for you", "work for you"],
  opposed: ["seems to cost you", "seem to cost you"],
  negligible: ["makes no difference", "make no difference"],
  promising: ["worth a test", "worth a test"],
  unclear: ["not clear yet", "not clear yet"],
  "too-few": ["with too few posts", "with too few posts"],
  "not-in-data": ["not in your data", "not in your data"],
  manual: ["that no export shows", "that no export shows"],
  error: ["could not be judged", "could not be judged"],
};

/** How the documented strategies came out, most frequent verdict first, as a sentence. */
export function verdictCountsWords(report: Report): string {
  const counts = verdictCounts(report).map(
    ({ verdict, count }) => `${count} ${COUNTED[verdict][count === 1 ? 0 : 1]}`,
  );
  return `${report.strategies.length} documented strategies: ${counts.join(", ")}.`;
}

/** How many strategies got which verdict. */
function verdictCounts(
  report: Report,
): { verdict: Report["strategies"][number]["verdict"]; count: number }[] {
  const counts = new Map<Report["strategies"][number]["verdict"], number>();
  for (const { verdict } of report.strategies) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  return [...counts].map(([verdict, count]) => ({ verdict, count })).sort((a, b) => b.count - a.count);
}
