import type { Outcome, Report, Warning } from "../../types.ts";
import { formatOutcome, formatShare, formatValue, plural } from "../../wording.ts";

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
  ["trends", "trends"],
]);

const FIELD_WORDS = new Map([
  ["title", "caption"],
  ["durationSeconds", "length"],
  ["soundId", "sound id"],
  ["postedAt", "time"],
  ["postedOn", "day"],
]);

/** Warnings of one code joined: the counts added, the first message kept. */
export function warningsByCode(warnings: readonly Warning[]): DataStory["warnings"] {
  const byCode = new Map<string, DataStory["warnings"][number]>();
  for (const { code, severity, message, count } of warnings) {
    const known = byCode.get(code);
    if (known) known.count += count;
    else byCode.set(code, { code, severity, message, count });
  }
  const rank = (severity: string) => (severity === "warning" ? 0 : 1);
  return [...byCode.values()].sort(
    (a, b) => rank(a.severity) - rank(b.severity) || (a.code < b.code ? -1 : 1),
  );
}

/** read = used + merged + dropped + other, as a sentence. */
export function ledgerWords({ read, used, merged, dropped, other }: Report["data"]["rows"]): string {
  return `${plural(read, "row")} read = ${used} used + ${merged} merged + ${dropped} dropped + ${other} other`;
}

/** Files, rows, warnings, and what is missing. */
export function dataOf(report: Pick<Report, "data">): DataStory {
  const { data } = report;
  const { total, mature, young, withHour, dateOnly, scheduled } = data.posts;
  const parts = [
    `${mature} old enough to judge`,
    ...(young > 0 ? [`${young} still growing`] : []),
    `${withHour} with a known hour`,
    ...(dateOnly > 0 ? [`${dateOnly} with a day only`] : []),
    ...(scheduled > 0 ? [`${scheduled} scheduled`] : []),
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
  const absent = named.filter(({ share }) => share === 0).map(({ field }) => field);
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

/** How many strategies got which verdict. */
export function verdictCounts(
  report: Report,
): { verdict: Report["strategies"][number]["verdict"]; count: number }[] {
  const counts = new Map<Report["strategies"][number]["verdict"], number>();
  for (const { verdict } of report.strategies) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  return [...counts].map(([verdict, count]) => ({ verdict, count })).sort((a, b) => b.count - a.count);
}
