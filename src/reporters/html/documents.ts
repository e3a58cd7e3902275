import type { Report } from "../../types.ts";
import { asOfWords, trendWords } from "../story/headline.ts";
import { adviceOf, citedDocuments } from "../story/recommendations.ts";
import { sentence } from "../story/sentence.ts";
import { bandsOf, dataOf, verdictCountsWords } from "../story/your-data.ts";
import { verdictWords } from "../words.ts";
import { chartTable, dataTable, section } from "./data-table.ts";
import { element, fragment, type Markup } from "./markup.ts";
import { toneOf } from "./plot.ts";

/** Practices of the documents, how every strategy was judged, and what is cited. */
export function documentsMarkup(report: Report): Markup {
  const { practices } = adviceOf(report);
  return section(
    "documents",
    "From the documents",
    element("p", { class: "quiet" }, "No export can show these; they are advice only."),
    practices.length === 0
      ? null
      : element(
          "ul",
          { class: "plain-list" },
          practices.map(({ recommendation, source }) =>
            element(
              "li",
              {},
              element("b", {}, recommendation.title),
              ` ${sentence(recommendation.action)} ${sentence(recommendation.next)} `,
              element("small", {}, source.join(" · ")),
            ),
          ),
        ),
    element("p", {}, verdictCountsWords(report)),
    chartTable(
      "Every strategy and its verdict",
      [{ name: "strategy" }, { name: "verdict" }, { name: "why" }],
      report.strategies.map(({ title, verdict, reason }) => [
        title,
        element("span", { class: `badge tone-${toneOf(verdict)}` }, verdictWords(verdict)),
        reason,
      ]),
    ),
    element(
      "ul",
      { class: "plain-list small" },
      citedDocuments(report).map(({ short, document, headings }) =>
        element("li", {}, element("b", {}, short), ` ${document}: ${headings.join("; ")}`),
      ),
    ),
  );
}

/** Files, ledger, warnings, what is normal, and what is missing. */
export function yourDataMarkup(report: Report): Markup {
  const story = dataOf(report);
  const trend = trendWords(report);
  return section(
    "your-data",
    "Your data",
    element(
      "p",
      {},
      `${sentence(story.posts)} Ages as of ${asOfWords(report)}.${trend === null ? "" : ` ${trend}`}`,
    ),
    normalTable(report),
    element("h3", {}, "Files"),
    dataTable(
      "Files",
      [
        { name: "file" },
        { name: "format" },
        { name: "rows", numeric: true },
        { name: "used", numeric: true },
        { name: "merged", numeric: true },
        { name: "dropped", numeric: true },
        { name: "other", numeric: true },
      ],
      report.data.files.map((file) => [
        file.name,
        file.format,
        file.rows,
        file.used,
        file.merged,
        file.dropped,
        file.other,
      ]),
    ),
    element("p", {}, sentence(story.ledger)),
    story.coverage.map((known) => element("p", { class: "quiet" }, known)),
    warningsMarkup(story.warnings),
    missingMarkup(story.missing),
  );
}

function normalTable(report: Report): Markup | null {
  const bands = bandsOf(report);
  if (bands.length === 0) return null;
  return fragment(
    element("h3", {}, "A usual post now"),
    dataTable(
      "A usual post now",
      [
        { name: "count" },
        { name: "median", numeric: true },
        { name: "from", numeric: true },
        { name: "to", numeric: true },
      ],
      bands.map(({ outcome, median, low, high }) => [outcome, median, low, high]),
    ),
  );
}

function warningsMarkup(warnings: ReturnType<typeof dataOf>["warnings"]): Markup | null {
  if (warnings.length === 0) return null;
  return fragment(
    element("h3", {}, "Warnings"),
    element(
      "ul",
      { class: "plain-list" },
      warnings.map(({ code, count, message }) =>
        element(
          "li",
          {},
          element("code", {}, code),
          count > 1 ? ` ×${count}` : null,
          ` ${sentence(message)}`,
        ),
      ),
    ),
  );
}

function missingMarkup(missing: Report["data"]["missing"]): Markup | null {
  if (missing.length === 0) return null;
  return fragment(
    element("h3", {}, "What your export cannot show"),
    element(
      "ul",
      { class: "plain-list" },
      missing.map(({ analysis, because, getItFrom }) =>
        element("li", {}, element("b", {}, analysis), ` ${sentence(because)} ${sentence(getItFrom)}`),
      ),
    ),
    element(
      "p",
      { class: "quiet" },
      "TikTok Studio is at ",
      element(
        "a",
        { href: "https://www.tiktok.com/tiktokstudio", rel: "noreferrer noopener" },
        "tiktok.com/tiktokstudio",
      ),
      ".",
    ),
  );
}
