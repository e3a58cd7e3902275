import type { Report, Reporter } from "../types.ts";
import { formatShare } from "../wording.ts";
import { instantWords } from "./calendar-words.ts";
import { adviceMarkup } from "./html/advice.ts";
import { documentsMarkup, yourDataMarkup } from "./html/documents.ts";
import { findingsMarkup } from "./html/findings.ts";
import { headlineMarkup } from "./html/headline.ts";
import { backtestMarkup, consistencyMarkup, momentumMarkup } from "./html/looking-back.ts";
import { element, type Markup, styleElement } from "./html/markup.ts";
import { STYLE, STYLE_SHA256 } from "./html/style.ts";
import { tablesMarkup } from "./html/tables.ts";
import { whenMarkup } from "./html/when.ts";

/** Nothing may be loaded, run or sent; the one style sheet is named by its hash, so no other style applies. */
const POLICY = `default-src 'none'; style-src 'sha256-${STYLE_SHA256}'; base-uri 'none'; form-action 'none'`;

/** The report as one page that opens from disk: no script, no request, charts as inline SVG each with a text table. */
export const html: Reporter = {
  id: "html",
  endings: [".html", ".htm"],
  render: (report) => `<!doctype html>\n${pageMarkup(report).html}\n`,
};

function pageMarkup(report: Report): Markup {
  return element(
    "html",
    { lang: "en" },
    element(
      "head",
      {},
      element("meta", { charset: "utf-8" }),
      element("meta", { "http-equiv": "Content-Security-Policy", content: POLICY }),
      element("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
      element("meta", { name: "color-scheme", content: "light dark" }),
      element("meta", { name: "referrer", content: "no-referrer" }),
      element("title", {}, `What the posts of ${report.data.account ?? "this account"} say`),
      styleElement(STYLE),
    ),
    element(
      "body",
      {},
      element(
        "div",
        { class: "page" },
        headlineMarkup(report),
        element(
          "main",
          {},
          adviceMarkup(report),
          findingsMarkup(report),
          whenMarkup(report),
          tablesMarkup(report),
          consistencyMarkup(report),
          backtestMarkup(report),
          momentumMarkup(report),
          documentsMarkup(report),
          yourDataMarkup(report),
        ),
        footerMarkup(report),
      ),
    ),
  );
}

function footerMarkup({ tool, meta, settings }: Report): Markup {
  return element(
    "footer",
    {},
    element(
      "p",
      { class: "quiet" },
      `Intervals hold ${formatShare(settings.level)} of what is believable after these posts. An effect is how comparable posts did; it does not prove why. Everything was computed on your own machine.`,
    ),
    element("p", { class: "quiet" }, `${tool.name} ${tool.version}, ${instantWords(meta.generatedAt)}.`),
  );
}
