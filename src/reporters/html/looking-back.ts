import type { Report } from "../../types.ts";
import { formatCount, formatLift, plural } from "../../wording.ts";
import { backtestOf, noBacktest } from "../story/backtest.ts";
import { consistencyOf, noConsistency } from "../story/consistency.ts";
import { intervalWords, timesWords } from "../words.ts";
import { chartTable, section } from "./data-table.ts";
import { type Child, element, fragment, type Markup } from "./markup.ts";
import { axisRow, marksSvg } from "./plot.ts";
import { type RatioAxis, ratioAxis } from "./ratio-axis.ts";
import { weeksMarkup } from "./weeks.ts";

/** The consistency score with its parts and the weeks. */
export function consistencyMarkup(report: Report): Markup {
  const story = consistencyOf(report);
  return section(
    "consistency",
    "Consistency",
    story === null
      ? element("p", {}, noConsistency(report))
      : fragment(
          element("p", { class: "lead" }, `${story.score} (${story.sentence})`),
          element(
            "figure",
            {},
            element("ul", { class: "parts", "aria-label": "Parts of the score" }, story.parts.map(partRow)),
            chartTable(
              "Parts of the score as a table",
              [{ name: "part" }, { name: "share", numeric: true }, { name: "what it is" }],
              story.parts.map(({ label, share, about }) => [label, percent(share), about]),
            ),
          ),
          element(
            "p",
            {},
            `On the whole ${story.facts.join(", ")}.${story.matters === null ? "" : ` ${story.matters}`}`,
          ),
        ),
    weeksMarkup(report),
  );
}

function percent(share: number | null): string {
  return share === null ? "not known" : `${Math.round(share * 100)} %`;
}

function partRow({ label, about, share }: { label: string; about: string; share: number | null }): Markup {
  return element(
    "li",
    {},
    element("span", { class: "part-label" }, label, element("small", {}, about)),
    element(
      "svg",
      { width: "100%", height: 14, "aria-hidden": "true" },
      element("rect", { class: "track", width: "100%", height: 14, rx: 4 }),
      share === null
        ? null
        : element("rect", { class: "bar", width: `${Math.round(share * 1000) / 10}%`, height: 14, rx: 4 }),
    ),
    element("b", {}, percent(share)),
  );
}

/** The backtest: what was claimed on older posts against what came true on newer ones. */
export function backtestMarkup(report: Report): Markup {
  const story = backtestOf(report);
  const found = report.backtest;
  if (story === null || found === null) {
    return section("backtest", "Would this have paid?", element("p", {}, noBacktest(report)));
  }
  const { claimed, realised } = found.naive;
  const ratios = [found.low, found.high, claimed, realised].flatMap((ratio) =>
    ratio === null ? [] : [ratio],
  );
  const axis = ratioAxis(ratios);
  const rows: readonly (readonly [string, number | null, string])[] = [
    ["best average: claimed", claimed, ""],
    ["best average: came true", realised, ""],
    ["this tool: came true", found.lift, intervalWords(found)],
  ];
  return section(
    "backtest",
    "Would this have paid?",
    element("p", { class: "lead" }, story.first),
    element("p", {}, [story.tool, story.naive ?? ""].join(" ").trim()),
    element(
      "figure",
      {},
      element(
        "ul",
        { class: "plot", "aria-label": "Claimed against what came true" },
        axisRow(axis),
        claimed === null ? null : plainRow(axis, "Hour with the best average: claimed", claimed),
        realised === null ? null : plainRow(axis, "Hour with the best average: came true", realised),
        found.lift === null
          ? null
          : row(
              "Hours chosen by this tool: came true",
              marksSvg(axis, { lift: found.lift, low: found.low, high: found.high, naive: null }, "up"),
              element("b", {}, intervalWords(found)),
            ),
      ),
      chartTable(
        "Backtest as a table",
        [{ name: "method" }, { name: "result", numeric: true }, { name: "range", numeric: true }],
        rows.map(([name, ratio, range]) => [name, ratio === null ? "not known" : formatLift(ratio), range]),
      ),
    ),
  );
}

function plainRow(axis: RatioAxis, label: string, ratio: number): Markup {
  const marks = { lift: null, low: null, high: null, naive: ratio };
  return row(label, marksSvg(axis, marks, "none"), element("b", {}, timesWords(ratio)));
}

function row(label: string, svg: Markup, words: Child): Markup {
  return element(
    "li",
    { class: "plot-row" },
    element("span", { class: "plot-label" }, label),
    svg,
    element("span", { class: "plot-words" }, words),
  );
}

/** How the newest posts do for their age; nothing where only one snapshot is known. */
export function momentumMarkup(report: Report): Markup | null {
  const young = report.momentum?.young ?? [];
  if (young.length === 0) return null;
  return section(
    "momentum",
    "Still growing",
    element(
      "ul",
      { class: "plain-list" },
      young.map((post) =>
        element(
          "li",
          {},
          `${plural(Math.round(post.ageHours), "hour")} old, ${formatCount(post.views)} views: heading for about ${formatCount(post.expected)} (${formatCount(post.low)} to ${formatCount(post.high)}), ${post.place} what is usual.`,
        ),
      ),
    ),
  );
}
