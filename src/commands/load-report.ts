import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { AdvisorError } from "../errors.ts";
import { parseReport, type Report } from "../index.ts";
import type { Io } from "./io.ts";

/**
 * Reads a JSON report that `analyze` wrote before.
 * @throws AdvisorError INPUT_NOT_FOUND, INPUT_UNREADABLE, or REPORT_INVALID naming the first thing that is wrong
 */
export async function loadReport(path: string, io: Io): Promise<Report> {
  let text: string;
  try {
    text = readFileSync(resolve(io.cwd, path), "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") throw new AdvisorError("REPORT_INVALID", path, "no such file");
    throw new AdvisorError(
      "REPORT_INVALID",
      path,
      code === "EACCES" ? "permission denied" : `cannot be read (${code})`,
    );
  }
  const parsed = await parseReport(text);
  if (typeof parsed === "string") throw new AdvisorError("REPORT_INVALID", path, parsed);
  return parsed;
}
