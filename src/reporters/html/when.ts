import type { Report } from "../../types.ts";
import { formatCount } from "../../wording.ts";
import { hoursWords } from "../calendar-words.ts";
import { sentence } from "../story/sentence.ts";
import { whenOf } from "../story/windows.ts";
import { chartTable, section } from "./data-table.ts";
import { heatMapMarkup } from "./heat-map.ts";
import { element, fragment, type Markup } from "./markup.ts";
import { plotRows } from "./plot.ts";
import { ratioAxis } from "./ratio-axis.ts";

/** The hour of posting: whether it matters, the week, best windows, habit and followers' hours. */
export function whenMarkup(report: Report): Markup {
  const when = whenOf(report);
  const axis = ratioAxis(
    when.best.flatMap(({ low, high }) => (low === null || high === null ? [] : [low, high])),
  );
  return section(
    "when",
    "When",
    element("p", { class: "lead" }, when.verdict),
    element("p", {}, sentence(when.summary)),
    when.hasMap ? heatMapMarkup(report) : null,
    when.best.length === 0
      ? null
      : fragment(
          element("h3", {}, "Best windows against today's habit"),
          plotRows(axis, when.best, report.settings.goal),
        ),
    when.habit === null ? null : element("p", {}, element("b", {}, "Today you post"), ` ${when.habit}.`),
    when.audience === null ? null : audienceMarkup(when.audience),
  );
}

function audienceMarkup({
  busiest,
  byHour,
  source,
}: {
  busiest: string;
  byHour: readonly number[];
  source: string;
}): Markup {
  const top = Math.max(...byHour, 1e-9);
  const step = 100 / 24;
  return element(
    "figure",
    {},
    element(
      "figcaption",
      {},
      element("b", {}, "Your followers are online"),
      ` most at ${busiest}. From ${source}; it may rank hours, it is no result of your posts.`,
    ),
    element(
      "svg",
      {
        class: "hours",
        width: "100%",
        height: 84,
        role: "img",
        "aria-label": `Active followers by hour, most at ${busiest}`,
      },
      byHour.map((value, hour) => {
        const height = Math.round((value / top) * 600) / 10;
        return element("rect", {
          class: "bar",
          x: `${(hour * step + 0.4).toFixed(2)}%`,
          y: 62 - height,
          width: `${(step - 0.8).toFixed(2)}%`,
          height,
          rx: 2,
        });
      }),
      [0, 6, 12, 18].map((hour) =>
        element("text", { class: "label", x: `${(hour * step + 0.4).toFixed(2)}%`, y: 78 }, `${hour} h`),
      ),
    ),
    chartTable(
      "Active followers as a table",
      [{ name: "hour" }, { name: "active followers", numeric: true }],
      byHour.map((value, hour) => [hoursWords(hour, hour + 1), formatCount(value)]),
    ),
  );
}
