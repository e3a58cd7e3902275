import { type Report, reportSchema } from "./schema.ts";
import { SCHEMA_VERSION } from "./vocabulary.ts";

/**
 * Reads the text of a JSON report of this or an earlier minor version.
 * @returns the report, or a sentence that says why it is none
 */
export function parseReport(text: string): Report | string {
  let document: unknown;
  try {
    document = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return "this is not JSON";
  }
  if (typeof document !== "object" || document === null || Array.isArray(document))
    return "this is not a report";
  const { schemaVersion, tool } = document as { schemaVersion?: unknown; tool?: { name?: unknown } };
  if (tool?.name !== "tiktok-advisor" || typeof schemaVersion !== "string")
    return "this is not a report of tiktok-advisor";
  const [major] = SCHEMA_VERSION.split(".");
  if (schemaVersion.split(".")[0] !== major)
    return `this report has schema version ${schemaVersion.slice(0, 12)}; ${major}.x is understood`;
  const { data } = document as { data?: object };
  // What this version added to the contract's keys may be missing from a report that another program wrote.
  const result = reportSchema.safeParse({
    ...document,
    schemaVersion: SCHEMA_VERSION,
    data: { weeks: [], ...data },
  });
  if (result.success) return result.data;
  const issue = result.error.issues[0]!;
  return `${issue.path.join(".") || "the document"}: ${issue.message}`;
}
