import type { EffectFields, Report, Reporter } from "../types.ts";
import { safeCsv } from "./safe-csv.ts";
import { toldFindings } from "./story/findings.ts";

const COLUMNS = [
  "id",
  "key",
  "label",
  "outcome",
  "posts",
  "of",
  "mean",
  "sd",
  "lift",
  "low",
  "high",
  "probability",
  "naive",
  "verdict",
] as const;

/** One row per finding: id, key, label and the effect fields; every cell quoted, no cell a formula. Absent = empty. */
export const csv: Reporter = {
  id: "csv",
  endings: [".csv"],
  render: (report) =>
    [COLUMNS, ...findingRows(report)].map((row) => `${row.map(cellOf).join(",")}\r\n`).join(""),
};

function cellOf(value: string | number | null): string {
  return typeof value === "string" ? safeCsv(value) : `"${value ?? ""}"`;
}

function findingRows(report: Report): (string | number | null)[][] {
  const row = (id: string, key: string, label: string, effect: EffectFields) => [
    id,
    key,
    label,
    effect.outcome,
    effect.posts,
    effect.of,
    effect.effect?.mean ?? null,
    effect.effect?.sd ?? null,
    effect.lift,
    effect.low,
    effect.high,
    effect.probability,
    effect.naive,
    effect.verdict,
  ];
  const keyOf = (id: string) => id.slice(id.indexOf("/") + 1);
  return toldFindings(report).map((finding) => row(finding.id, keyOf(finding.id), finding.label, finding));
}
