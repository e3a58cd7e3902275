import { join } from "node:path";

/** What a scheduler is to run; every path absolute and free of control characters. */
export interface Job {
  node: string;
  program: string;
  /** exports that exist when the job runs: files or folders */
  exports: readonly string[];
  /** folder of the reports, made by the job itself */
  reports: string;
  /** options of `analyze` after the exports, such as --config and its file */
  options: readonly string[];
  /** folder the job was asked for in; a GitHub repository's root */
  root: string;
  version: string;
}

/** The hour all targets run at: Mondays at 7 in the scheduler's own zone. */
export const RUN_AT = { weekday: 1, hour: 7, minute: 0 } as const;

/** Arguments that every target starts with: Node, the program, the verb and the exports. */
export function analyzeWords(job: Job): string[] {
  return [job.node, job.program, "analyze", ...job.exports];
}

/** A file in the folder of reports. */
export function inReports(job: Job, name: string): string {
  return join(job.reports, name);
}
