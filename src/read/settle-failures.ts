import { AdvisorError, type ErrorCode } from "../errors.ts";
import type { TableRun } from "./rows.ts";

/** Errors that only say "this is no export of posts": beside a file of context they are no reason to stop. */
const NO_EXPORT = new Set<ErrorCode>([
  "INPUT_EMPTY",
  "INPUT_BINARY",
  "INPUT_HTML",
  "DELIMITER_UNKNOWN",
  "HEADER_NOT_FOUND",
  "COLUMN_MISSING",
  "ENCODING_UNKNOWN",
  "JSON_UNREADABLE",
  "NO_EXPORTS",
]);

/** Of these, the ones that are about something else than an export: a folder with one such file holds none. */
const FOREIGN = new Set<ErrorCode>(["INPUT_BINARY", "INPUT_HTML", "DELIMITER_UNKNOWN", "ENCODING_UNKNOWN"]);

/**
 * Decides what becomes of the members of folders and zips that failed: `FILE_SKIPPED` where the input holds posts (or,
 * for files that are no exports at all, any table), else the error.
 * @param found what was read beside them
 * @throws AdvisorError the error of the member most like an export; NO_EXPORTS where none was one
 */
export function settleFailures(run: TableRun, found: { posts: boolean; tables: boolean }): void {
  const isFatal = (code: ErrorCode) => !found.posts && !(found.tables && NO_EXPORT.has(code));
  const fatal = run.failures.filter(({ error }) => isFatal(error.code));
  if (fatal.length > 0) {
    const telling = fatal.find(({ error }) => !NO_EXPORT.has(error.code)) ?? fatal[0]!;
    const isLone = fatal.length === 1 && !FOREIGN.has(telling.error.code);
    if (isLone || !NO_EXPORT.has(telling.error.code)) throw telling.error;
    const names = fatal.map(({ name, error }) => `${name}: ${error.code}`);
    throw new AdvisorError(
      "NO_EXPORTS",
      null,
      `The input holds no export: ${fatal.length} files looked at (${names.slice(0, 3).join(", ")}).`,
    );
  }
  for (const { name, error } of run.failures) {
    run.warnings.add("FILE_SKIPPED", { file: name, value: error.code }, name);
  }
}
