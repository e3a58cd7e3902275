import type { Report, Reporter, View } from "../types.ts";
import { consistencyLines } from "./text/consistency.ts";
import { doThisLines } from "./text/do-this.ts";
import { documentLines } from "./text/documents.ts";
import { findingLines } from "./text/findings.ts";
import { headlineLines } from "./text/headline.ts";
import { pageOf, printLines } from "./text/line.ts";
import { backtestLines, momentumLines } from "./text/looking-back.ts";
import { tableLines } from "./text/tables.ts";
import { whenLines } from "./text/when.ts";
import { yourDataLines } from "./text/your-data.ts";

const SECTIONS = [
  headlineLines,
  doThisLines,
  findingLines,
  whenLines,
  tableLines,
  consistencyLines,
  backtestLines,
  momentumLines,
  documentLines,
  yourDataLines,
];

/** The report for a terminal: one screen first, details below. */
export const text: Reporter = {
  id: "text",
  endings: [".txt"],
  render(report: Report, view: View): string {
    const page = pageOf(view);
    return printLines(
      SECTIONS.flatMap((section) => section(report, page)),
      page,
      view,
    );
  },
};
