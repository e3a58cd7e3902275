import type { Warning } from "../report/schema.ts";

/** Where a warning was seen. */
export interface Place {
  file: string;
  line?: number | null;
  column?: string | null;
  value?: string | null;
}

/** Collects the warnings of one run: one entry per code and file, with a count and the first places. */
export interface WarningCollector {
  /**
   * Adds a case. `detail` fills the `{}` of the message where it is not a count, line or value: the first detail of a
   * code and file is kept.
   * @param count how many rows, cells or bytes this case stands for (default 1)
   */
  add(code: string, place: Place, detail?: string, count?: number): void;
  /** all warnings, in the order of first sight of their code and file */
  list(): Warning[];
}
