import type { Report } from "../../types.ts";
import { formatLift, formatOutcome, plural } from "../../wording.ts";
import { hoursWords, weekdayWords } from "../calendar-words.ts";
import { heatOf } from "../story/windows.ts";
import { intervalWords } from "../words.ts";
import { chartTable } from "./data-table.ts";
import { element, type Markup } from "./markup.ts";

type Cell = Report["windows"]["grid"][number];

const GAP = 2;

/** The week as a map, lying for wide screens and standing for narrow ones, with its key and its table. */
export function heatMapMarkup(report: Report): Markup {
  return element(
    "figure",
    { class: "heat" },
    weekSvg(report, true),
    weekSvg(report, false),
    keyMarkup(report),
    element(
      "figcaption",
      {},
      "Expected against today's habit, other things equal. A dot marks hours you use now. ",
      element("span", { class: "screen" }, "Point at an hour, or tab to it, for its interval."),
    ),
    chartTable(
      "Every hour of the week as a table",
      [
        { name: "hour" },
        { name: "expected", numeric: true },
        { name: "range", numeric: true },
        { name: "posts", numeric: true },
      ],
      report.windows.grid.map((cell) => [
        `${weekdayWords(cell.weekday)} ${hoursWords(cell.hour, cell.hour + 1)}`,
        heatOf(cell, report.settings.negligible) === null || cell.lift === null
          ? "too little data"
          : formatLift(cell.lift),
        heatOf(cell, report.settings.negligible) === null ? "" : intervalWords(cell),
        cell.posts,
      ]),
    ),
  );
}

/** One drawing of the week. Lying: hours run to the right; standing: they run down. */
function weekSvg(report: Report, lying: boolean): Markup {
  const size = lying ? { width: 26, height: 26 } : { width: 40, height: 20 };
  const left = lying ? 36 : 30;
  const top = 20;
  const columns = lying ? 24 : 7;
  const rows = lying ? 7 : 24;
  const width = left + columns * (size.width + GAP);
  const height = top + rows * (size.height + GAP) + 26;
  const id = lying ? "lying" : "standing";
  const habit = new Set(report.windows.habit.map(({ weekday, hour }) => weekday * 24 + hour));
  const place = (cell: { weekday: number; hour: number }) => {
    const [column, row] = lying ? [cell.hour, cell.weekday - 1] : [cell.weekday - 1, cell.hour];
    return { x: left + column * (size.width + GAP), y: top + row * (size.height + GAP) };
  };
  return element(
    "svg",
    {
      class: `week week-${id}`,
      viewBox: `0 0 ${width} ${height}`,
      role: "group",
      "aria-label": "Expected result by weekday and hour",
    },
    element(
      "defs",
      {},
      element(
        "pattern",
        {
          id: `hatch-${id}`,
          width: 6,
          height: 6,
          patternUnits: "userSpaceOnUse",
          patternTransform: "rotate(45)",
        },
        element("rect", { class: "hatch-ground", width: 6, height: 6 }),
        element("rect", { class: "hatch-line", width: 1.5, height: 6 }),
      ),
    ),
    Array.from({ length: 7 }, (_, day) => {
      const { x, y } = place({ weekday: day + 1, hour: 0 });
      return lying
        ? element("text", { class: "label", x: 0, y: y + size.height / 2 + 4 }, weekdayWords(day + 1))
        : element(
            "text",
            { class: "label", x: x + size.width / 2, y: 13, "text-anchor": "middle" },
            weekdayWords(day + 1),
          );
    }),
    Array.from({ length: 24 }, (_, hour) => {
      if (hour % 3 !== 0) return null;
      const { x, y } = place({ weekday: 1, hour });
      return lying
        ? element("text", { class: "label", x: x + size.width / 2, y: 13, "text-anchor": "middle" }, hour)
        : element("text", { class: "label", x: 22, y: y + size.height / 2 + 4, "text-anchor": "end" }, hour);
    }),
    report.windows.grid.map((cell) =>
      cellMarkup(cell, place(cell), size, {
        negligible: report.settings.negligible,
        hatch: `url(#hatch-${id})`,
        habit: habit.has(cell.weekday * 24 + cell.hour),
        tipY: height - 8,
      }),
    ),
  );
}

function cellMarkup(
  cell: Cell,
  { x, y }: { x: number; y: number },
  size: { width: number; height: number },
  how: { negligible: number; hatch: string; habit: boolean; tipY: number },
): Markup {
  const heat = heatOf(cell, how.negligible);
  const when = `${weekdayWords(cell.weekday)} ${hoursWords(cell.hour, cell.hour + 1)}`;
  const ring = how.habit
    ? element("circle", { class: "habit", cx: x + size.width / 2, cy: y + size.height / 2, r: 4 })
    : null;
  if (heat === null || cell.lift === null) {
    return element("g", {}, element("rect", { x, y, ...size, rx: 3, fill: how.hatch }), ring);
  }
  const words = `${when}: ${formatLift(cell.lift)} ${formatOutcome(cell.outcome)} (${intervalWords(cell)}), ${plural(cell.posts, "post")}`;
  const tone = heat === 0 ? "heat-0" : heat > 0 ? `heat-up-${heat}` : `heat-down-${-heat}`;
  return element(
    "g",
    { class: "cell", tabindex: 0, role: "img", "aria-label": words },
    element("rect", { class: tone, x, y, ...size, rx: 3 }),
    ring,
    element("text", { class: "tip", x: 0, y: how.tipY, "aria-hidden": "true" }, words),
  );
}

function keyMarkup(report: Report): Markup {
  const { negligible } = report.settings;
  const steps = [
    ["heat-down-2", `under ${formatLift(1 / (1 + negligible))}`],
    ["heat-down-1", "fewer"],
    ["heat-0", "about the same"],
    ["heat-up-1", "more"],
    ["heat-up-2", `over ${formatLift(1 + negligible)}`],
  ] as const;
  return element(
    "ul",
    { class: "heat-key" },
    steps.map(([tone, words]) =>
      element(
        "li",
        {},
        element(
          "svg",
          { width: 14, height: 14, "aria-hidden": "true" },
          element("rect", { class: tone, width: 14, height: 14, rx: 3 }),
        ),
        words,
      ),
    ),
    element(
      "li",
      {},
      element(
        "svg",
        { width: 14, height: 14, "aria-hidden": "true" },
        element("rect", { class: "hatch-ground", width: 14, height: 14, rx: 3 }),
        element("path", { class: "hatch-stroke", d: "M2 14L14 2M-2 8L8 -2M6 18L18 6" }),
      ),
      "too little data",
    ),
  );
}
