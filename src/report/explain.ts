import { ERRORS } from "../errors.ts";
import { nearest } from "../nearest.ts";
import type { Experiment, Recommendation, Report, Source, Strategy } from "../types.ts";
import {
  formatChance,
  formatLift,
  formatOutcome,
  formatRange,
  formatShare,
  plural,
  twoFigures,
} from "../wording.ts";
import { findingStrategy } from "./finding-strategy.ts";
import { type ReportFinding, reportFindings } from "./report-findings.ts";
import { sentence } from "./sentence.ts";
import { TERMS } from "./terms.ts";
import { missingPosts } from "./verdict-reason.ts";

/** What `explain` says of one id. */
export interface Explanation {
  id: string;
  kind: "strategy" | "finding" | "recommendation" | "experiment" | "warning" | "error" | "term";
  title: string;
  /** paragraphs, separated by an empty line */
  text: string;
  sources: Source[];
}

/** What ids are looked up in. */
export interface ExplainContext {
  /** a saved report: its findings, recommendations and experiments; and its figures for strategies and warnings */
  report?: Report | null;
  strategies: readonly Strategy[];
  /** the table of warnings of reading: what each code means and what to do */
  warnings?: Readonly<Record<string, { severity: string; about: string; hint: string }>>;
}

const paragraphs = (...parts: (string | null | undefined)[]) =>
  parts.filter((part) => part !== null && part !== undefined && part !== "").join("\n\n");
const slug = (text: string) =>
  text
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, "-");

/**
 * Explains a strategy, a finding, recommendation or experiment of a report, a warning or error code, or a term.
 * @returns null for an unknown id, see nearestId
 */
export function explain(id: string, context: ExplainContext): Explanation | null {
  const { report, strategies, warnings } = context;
  if (report) {
    const ofReport = explainInReport(id, report, strategies);
    if (ofReport) return ofReport;
  }
  const strategy = strategies.find(({ meta }) => meta.id === slug(id));
  if (strategy) return explainStrategy(strategy, report ?? null);
  const code = id.trim().toUpperCase();
  const warning = entryOf(warnings ?? {}, code);
  if (warning) return explainWarning(code, warning, report ?? null);
  const error = entryOf(ERRORS, code);
  if (error) {
    const text = paragraphs(
      error.about,
      `What to do: ${error.hint}.`,
      `The program ends with exit code ${error.exit}.`,
    );
    return { id: code, kind: "error", title: code, text, sources: [] };
  }
  const term = TERMS.find(
    (each) => each.id === slug(id) || each.also?.some((name) => slug(name) === slug(id)),
  );
  return term ? { id: term.id, kind: "term", title: term.title, text: term.text, sources: [] } : null;
}

/** The id that was probably meant, or null. */
export function nearestId(id: string, context: ExplainContext): string | null {
  return nearest(id, explainableIds(context));
}

/** Every id that `explain` knows in a context. */
export function explainableIds({ report, strategies, warnings }: ExplainContext): string[] {
  return [
    ...strategies.map(({ meta }) => meta.id),
    ...TERMS.flatMap(({ id, also }) => [id, ...(also ?? [])]),
    ...Object.keys(warnings ?? {}),
    ...Object.keys(ERRORS),
    ...(report
      ? [
          ...reportFindings(report).keys(),
          ...report.recommendations.map((each) => each.id),
          ...report.experiments.map((each) => each.id),
        ]
      : []),
  ];
}

function entryOf<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

function explainStrategy({ meta }: Strategy, report: Report | null): Explanation {
  const outcome =
    meta.outcome === null
      ? "Described from the export where it can be; no effect is claimed."
      : `Judged on ${meta.outcome === "goal" ? "the goal of the analysis" : formatOutcome(meta.outcome)}, other things equal.`;
  const needs = meta.needs.length === 0 ? "" : ` Needs ${meta.needs.join(", ")} in the export.`;
  const row = report?.strategies.find(({ id }) => id === meta.id);
  const text = paragraphs(
    `The claim: ${meta.claim}`,
    `How it is judged: ${meta.method}`,
    `${outcome}${needs} Effort ${meta.effort}.`,
    `Limits: ${meta.limits}`,
    ...meta.research.map((each) => `Elsewhere: ${each}`),
    meta.research.length > 0
      ? "Figures of public accounts are of mostly large ones, and never a claim about you."
      : null,
    row ? `In this report: ${row.verdict}. ${row.reason}` : null,
  );
  return { id: meta.id, kind: "strategy", title: meta.title, text, sources: [...meta.sources] };
}

function explainWarning(
  code: string,
  { severity, about, hint }: { severity: string; about: string; hint: string },
  report: Report | null,
): Explanation {
  const seen = report?.data.warnings.filter((each) => each.code === code) ?? [];
  const text = paragraphs(
    about,
    hint.startsWith("nothing to do") ? `There is ${hint}.` : `What to do: ${hint}.`,
    severity === "info" ? "This is information only; nothing is wrong." : null,
    ...seen.map(({ message, count }) => `In this report (${plural(count, "case")}): ${message}`),
  );
  return { id: code, kind: "warning", title: code, text, sources: [] };
}

function explainInReport(id: string, report: Report, strategies: readonly Strategy[]): Explanation | null {
  const recommendation = report.recommendations.find((each) => each.id === id);
  if (recommendation) return explainRecommendation(recommendation);
  const experiment = report.experiments.find((each) => each.id === id);
  if (experiment) return explainExperiment(experiment, report);
  if (id === "backtest" && report.backtest) {
    return explainFinding(
      { ...report.backtest, naive: null, id, label: "posts in the windows learned before" },
      report,
      strategies,
    );
  }
  const finding = reportFindings(report).get(id);
  return finding ? explainFinding(finding, report, strategies) : null;
}

function explainFinding(
  finding: ReportFinding,
  report: Report,
  strategies: readonly Strategy[],
): Explanation {
  const { id, label, outcome, posts, of, effect, lift, low, high, probability, naive, verdict } = finding;
  const counted = `${plural(posts, "post")} of ${of} settled posts with ${formatOutcome(outcome)}.`;
  const measured =
    lift === null || low === null || high === null
      ? "There is no fit for it, so there is no lift."
      : `Lift ${formatLift(lift)} in ${formatOutcome(outcome)}; ${formatShare(report.settings.level)} interval ${formatRange(low, high)}${probability === null ? "" : `; ${formatChance(probability)} probable that it helps`}. The comparison is with what you do now, other things equal.`;
  const strategy = findingStrategy(id);
  const meta = strategies.find((each) => each.meta.id === strategy)?.meta;
  const term = TERMS.find((each) => each.id === verdict);
  const missing = verdict === "unclear" && effect && id !== "backtest" ? missingPosts(effect, posts) : null;
  const used = report.recommendations
    .filter(({ evidence }) => evidence.includes(id))
    .map((each) => each.title);
  const text = paragraphs(
    measured,
    counted,
    naive === null ? null : `A plain average would claim ${formatLift(naive)}.`,
    term ? `Verdict ${verdict}: ${term.text}` : `Verdict ${verdict}.`,
    missing === null ? null : sentence(`${missing} would tell`),
    used.length > 0 ? `Advice made from it: ${used.join("; ")}.` : null,
    meta ? `How it is judged: ${meta.method}` : null,
    meta ? `Limits: ${meta.limits}` : null,
  );
  return { id, kind: "finding", title: label, text, sources: [...(meta?.sources ?? [])] };
}

function explainRecommendation({
  id,
  title,
  action,
  why,
  next,
  expected,
  verdict,
  effort,
  evidence,
  sources,
}: Recommendation): Explanation {
  const gain =
    expected === null
      ? null
      : `Expected: ${formatLift(expected.lift)} (${formatRange(expected.low, expected.high)}) in ${formatOutcome(expected.outcome)}, about ${twoFigures(expected.perWeek.value)} a week (${twoFigures(expected.perWeek.low)} to ${twoFigures(expected.perWeek.high)}).`;
  const text = paragraphs(
    action,
    why,
    gain,
    `Verdict of its evidence: ${verdict}; effort ${effort}.${evidence.length > 0 ? ` Evidence: ${evidence.join(", ")}.` : ""}`,
    `Next: ${next}`,
  );
  return { id, kind: "recommendation", title, text, sources: [...sources] };
}

function explainExperiment(
  { id, question, outcome, arms, postsPerArm, detectableLift, weeks, strategy }: Experiment,
  report: Report,
): Explanation {
  const text = paragraphs(
    `Alternate two ways of posting inside the same weeks: ${arms.map(({ label, posts }) => `${label} (${plural(posts, "post")})`).join(" against ")}.`,
    `It is judged on ${formatOutcome(outcome)}. With ${plural(postsPerArm, "post")} each it takes ${plural(weeks, "week")} and finds a lift of ${formatLift(detectableLift)} four times in five.`,
    `Ask compare for the result once the posts have settled (${plural(report.settings.minAgeHours, "hour")}).`,
  );
  const sources = report.recommendations.find((each) => each.strategy === strategy)?.sources ?? [];
  return { id, kind: "experiment", title: question, text, sources: [...sources] };
}
