import type { Report } from "../../types.ts";
import { formatCount, plural } from "../../wording.ts";
import { spanWords } from "../calendar-words.ts";
import { headlineOf, zoneWords } from "../story/headline.ts";
import { type Child, element, type Markup } from "./markup.ts";

/** Account, facts, what is normal, as the page's head. */
export function headlineMarkup(report: Report): Markup {
  const { account, notices } = headlineOf(report);
  const { from, to } = report.data.span;
  const facts = [
    plural(report.data.posts.total, "post"),
    ...(from !== null && to !== null ? [spanWords(from, to)] : []),
    zoneWords(report),
    `goal: ${report.settings.goal}`,
  ];
  return element(
    "header",
    { class: "masthead" },
    element("p", { class: "overline" }, "What your posts say"),
    element("h1", {}, account ?? "Your posts"),
    element(
      "ul",
      { class: "facts" },
      facts.map((fact) => element("li", {}, fact)),
    ),
    notices.map((notice) => element("p", { class: "notice" }, notice)),
    tiles(report),
  );
}

function tiles(report: Report): Child {
  const goal = report.settings.goal;
  const band = report.baseline.perPost[goal];
  const { oneIn, factor } = report.baseline.bigHit;
  const shown: Markup[] = [];
  if (band && band.median !== null && band.low !== null && band.high !== null) {
    const share = band.level === 0.8 ? "Four in five" : `${Math.round(band.level * 100)} in 100`;
    shown.push(
      tile("A usual post gets", formatCount(band.median), goal),
      tile(`${share} land between`, `${formatCount(band.low)} – ${formatCount(band.high)}`, goal),
    );
    if (oneIn !== null && oneIn > 0) {
      shown.push(
        tile(
          "A big hit comes about",
          `1 in ${oneIn}`,
          `posts, from ${formatCount(band.median * factor)} ${goal}`,
        ),
      );
    }
  }
  if (report.consistency) {
    shown.push(tile("Consistency", String(Math.round(report.consistency.score)), "of 100"));
  }
  return shown.length === 0 ? null : element("dl", { class: "tiles" }, shown);
}

function tile(name: string, value: string, unit: string): Markup {
  return element(
    "div",
    { class: "tile" },
    element("dt", {}, name),
    element("dd", {}, element("b", {}, value), ` ${unit}`),
  );
}
