import type { Report } from "../../types.ts";
import { formatOutcome } from "../../wording.ts";
import { secondsWords } from "../calendar-words.ts";
import { loudNaive } from "../story/findings.ts";
import { sentence } from "../story/sentence.ts";
import { type FindingTable, tablesOf } from "../story/tables.ts";
import { intervalWords, timesWords, verdictWords } from "../words.ts";
import { dataTable, section } from "./data-table.ts";
import { element, fragment, type Markup } from "./markup.ts";
import { toneOf } from "./plot.ts";

/** Hashtags, sounds, length and captions as short tables, strongest evidence first. */
export function tablesMarkup(report: Report): Markup {
  return fragment(tablesOf(report).map((table) => tableMarkup(report, table)));
}

function tableMarkup(report: Report, table: FindingTable): Markup {
  const best = table.section === "duration" ? report.duration?.bestSeconds : null;
  return section(
    table.section,
    table.title,
    best ? element("p", {}, `Best length in your data: about ${secondsWords(best)}.`) : null,
    table.rows.length === 0
      ? null
      : dataTable(
          table.title,
          [
            { name: table.title.toLowerCase() },
            { name: "range", numeric: true },
            { name: "posts", numeric: true },
            { name: "plain average", numeric: true },
            { name: "verdict" },
          ],
          table.rows.map((row) => {
            const naive = loudNaive(row);
            return [
              row.outcome === report.settings.goal
                ? row.label
                : [row.label, element("small", {}, ` in ${formatOutcome(row.outcome)}`)],
              intervalWords(row),
              row.posts,
              naive === null ? "" : timesWords(naive),
              element("span", { class: `badge tone-${toneOf(row.verdict)}` }, verdictWords(row.verdict)),
            ];
          }),
          true,
        ),
    table.folded === null ? null : element("p", { class: "quiet" }, sentence(table.folded)),
    table.empty === null ? null : element("p", {}, table.empty),
  );
}
