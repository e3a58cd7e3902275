import { WARNINGS as warnings } from "./read/index.ts";
import {
  type ExplainContext,
  type Explanation,
  explain as explainId,
  nearestId as nearest,
} from "./report/explain.ts";

/** tiktok-advisor as a library: read exports, make the report, render it. Everything the commands use comes through here. */
export { type AdviseOptions, advise, DEFAULT_SETTINGS } from "./advise.ts";
export { demoExport } from "./demo.ts";
export { AdvisorError, ERRORS, type ErrorCode, EXIT } from "./errors.ts";
export {
  type AccountDataset,
  type ExportInput,
  type ReadOptions,
  readAccounts,
  readExports,
  readTrends,
  spareHeaders,
  WARNINGS,
} from "./read/index.ts";
export { type CompareOptions, type CompareSide, compare } from "./report/compare.ts";
export type { ExplainContext, Explanation } from "./report/explain.ts";
export { FAIL_ON_CONDITIONS, type FailOnCondition, failOn } from "./report/fail-on.ts";
export { inspectDocument } from "./report/inspect-document.ts";
export { boundDay, narrowPosts } from "./report/narrow-posts.ts";
export { type PlanOptions, plan } from "./report/plan.ts";
export { type ReportFinding, reportFindings } from "./report/report-findings.ts";
export { reportSettings } from "./report/report-settings.ts";
export {
  GOALS,
  OUTCOMES,
  RECOMMENDATION_KINDS,
  SCHEMA_DOCUMENTS,
  SCHEMA_VERSION,
  type SchemaName,
  VERDICTS,
} from "./report/vocabulary.ts";
export {
  type CatalogueDocument,
  catalogueView,
  type ExplainDocument,
  explainView,
} from "./reporters/catalogue-view.ts";
export { compareView } from "./reporters/compare-view.ts";
export type { DocumentView } from "./reporters/document-view.ts";
export { reporterForName, reporters } from "./reporters/index.ts";
export { inspectView } from "./reporters/inspect-view.ts";
export { jsonText } from "./reporters/json.ts";
export { planView } from "./reporters/plan-view.ts";
export { safeJson, safeLine, safeTerminal } from "./reporters/safe-terminal.ts";
export { strategies } from "./strategies/index.ts";
export type * from "./types.ts";
export { fixedZone, namedZone } from "./zone.ts";

/**
 * The plan as an iCalendar file; the writer is loaded only when it is called.
 * @param plan a plan document
 * @param alarmMinutes minutes before each slot for a reminder; null = none
 */
export async function calendarOf(
  plan: import("./types.ts").PlanDocument,
  alarmMinutes: number | null,
): Promise<string> {
  const { ics } = await import("./reporters/ics.ts");
  return ics(plan, alarmMinutes);
}

/**
 * Reads the text of a JSON report of this or an earlier minor version; the schemas are loaded only when it is called.
 * @returns the report, or a sentence that says why it is none
 */
export async function parseReport(text: string): Promise<import("./types.ts").Report | string> {
  return (await import("./report/parse-report.ts")).parseReport(text);
}

/** The JSON Schema (draft 2020-12) of a document; the schemas are loaded only when it is called. */
export async function jsonSchemaOf(
  name: import("./report/vocabulary.ts").SchemaName,
): Promise<Record<string, unknown>> {
  return (await import("./report/schema.ts")).jsonSchemaOf(name);
}

/**
 * What an id means: a strategy, a warning or error code, a term, or with a report one of its findings, recommendations and
 * experiments. Null where nothing has this id.
 */
export function explain(id: string, context: ExplainContext): Explanation | null {
  return explainId(id, { warnings, ...context });
}

/** The id that was probably meant, or null. */
export function nearestId(id: string, context: ExplainContext): string | null {
  return nearest(id, { warnings, ...context });
}
