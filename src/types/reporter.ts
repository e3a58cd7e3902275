import type { Report } from "../types.ts";

/** A view of a report: pure, the medium's own `safe` applied to every text of the export. */
export interface Reporter {
  id: "text" | "json" | "markdown" | "html" | "csv";
  endings: readonly string[];
  render(report: Report, view: View): string;
}

/** What a view may know of the world it is printed in. */
export interface View {
  /** columns of the terminal */
  width: number;
  /** 0 = none, 1 = 16 colours, 2 = 256, 3 = true colour */
  colour: 0 | 1 | 2 | 3;
  /** false = ASCII only */
  unicode: boolean;
}
