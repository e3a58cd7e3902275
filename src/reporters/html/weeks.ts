import type { Report } from "../../types.ts";
import { formatCount, plural } from "../../wording.ts";
import { dayWords } from "../calendar-words.ts";
import { chartTable } from "./data-table.ts";
import { type Child, element, type Markup } from "./markup.ts";

const TOP = 14;
const MIDDLE = 170;
const FLOOR = 232;
const HEIGHT = 254;

type Week = Report["data"]["weeks"][number];

/** Weekly median of the goal on a logarithmic scale, posts per week below, big hits marked; with its table. */
export function weeksMarkup(report: Report): Markup | null {
  const { weeks } = report.data;
  if (weeks.length < 2) return null;
  const goal = report.settings.goal;
  const medians = weeks.flatMap((week) => (week.median === null ? [] : [week.median]));
  const scale = medians.length > 0 ? logScale(medians) : null;
  const most = Math.max(...weeks.map((week) => week.posts), 1);
  const x = (index: number) => `${(((index + 0.5) / weeks.length) * 100).toFixed(2)}%`;
  return element(
    "figure",
    {},
    element(
      "figcaption",
      {},
      element("b", {}, `Median ${goal} of each week's posts`),
      " (line), weeks with a big hit (triangle), posts per week (bars).",
    ),
    element(
      "svg",
      {
        class: "weeks",
        width: "100%",
        height: HEIGHT,
        role: "img",
        "aria-label": `Median ${goal} by week with posts per week and big hits; the numbers are in the table below`,
      },
      scale === null ? null : scale.ticks.map((tick) => gridLine(tick.value, scale.y(tick.value))),
      weeks.map((week, index) => bar(week, index, weeks.length, most)),
      scale === null ? null : lineParts(weeks, scale.y),
      scale === null ? null : weeks.map((week, index) => dot(week, x(index), scale.y, goal)),
      monthLabels(weeks).map(({ index, label }) =>
        element("text", { class: "label", x: x(index), y: HEIGHT - 4 }, label),
      ),
    ),
    chartTable(
      "Weeks as a table",
      [
        { name: "week from" },
        { name: "posts", numeric: true },
        { name: `median ${goal}`, numeric: true },
        { name: "big hits", numeric: true },
      ],
      weeks.map((week) => [
        dayWords(week.startsOn),
        week.posts,
        week.median === null ? "" : formatCount(week.median),
        week.bigHits === 0 ? "" : week.bigHits,
      ]),
    ),
  );
}

interface Scale {
  y(value: number): number;
  ticks: { value: number }[];
}

function logScale(values: readonly number[]): Scale {
  const low = Math.log(Math.min(...values) + 1);
  const high = Math.log(Math.max(...values) + 1);
  const pad = Math.max((high - low) * 0.08, 0.05);
  const y = (value: number) => {
    const place = (Math.log(value + 1) - low + pad) / (high - low + 2 * pad);
    return Math.round((MIDDLE - place * (MIDDLE - TOP)) * 10) / 10;
  };
  const ticks: { value: number }[] = [];
  for (let power = 0; power < 10; power++) {
    for (const step of [1, 2, 5]) {
      const value = step * 10 ** power;
      if (Math.log(value + 1) > low - pad && Math.log(value + 1) < high + pad) ticks.push({ value });
    }
  }
  return { y, ticks: ticks.length > 5 ? ticks.filter((tick) => String(tick.value).startsWith("1")) : ticks };
}

function gridLine(value: number, y: number): Child {
  return [
    element("line", { class: "axis-grid", x1: 0, x2: "100%", y1: y, y2: y }),
    element("text", { class: "label halo", x: 2, y: y - 3 }, formatCount(value)),
  ];
}

function bar(week: Week, index: number, count: number, most: number): Child {
  if (week.posts === 0) return null;
  const height = Math.max(2, Math.round((week.posts / most) * (FLOOR - MIDDLE - 14)));
  return element(
    "rect",
    {
      class: "bar",
      x: `${(((index + 0.12) / count) * 100).toFixed(2)}%`,
      y: FLOOR - height,
      width: `${((0.76 / count) * 100).toFixed(2)}%`,
      height,
      rx: 1,
    },
    element("title", {}, `Week from ${dayWords(week.startsOn)}: ${plural(week.posts, "post")}`),
  );
}

// a line may not use percentages, so it is drawn in a frame of its own that stretches; gaps stay gaps
function lineParts(weeks: readonly Week[], y: (value: number) => number): Child {
  const runs: string[][] = [];
  let run: string[] = [];
  weeks.forEach((week, index) => {
    if (week.median === null) {
      if (run.length > 0) runs.push(run);
      run = [];
    } else run.push(`${(((index + 0.5) / weeks.length) * 1000).toFixed(1)},${y(week.median)}`);
  });
  if (run.length > 0) runs.push(run);
  return element(
    "svg",
    { x: 0, y: 0, width: "100%", height: HEIGHT, viewBox: `0 0 1000 ${HEIGHT}`, preserveAspectRatio: "none" },
    runs
      .filter((points) => points.length > 1)
      .map((points) => element("polyline", { class: "line", points: points.join(" ") })),
  );
}

function dot(week: Week, x: string, y: (value: number) => number, goal: string): Child {
  if (week.median === null) return null;
  const at = y(week.median);
  const hits = week.bigHits > 0 ? `, ${plural(week.bigHits, "big hit")}` : "";
  const title = element(
    "title",
    {},
    `Week from ${dayWords(week.startsOn)}: median ${formatCount(week.median)} ${goal}${hits}`,
  );
  return [
    element("circle", { class: "point", cx: x, cy: at, r: 2.5 }, title),
    week.bigHits > 0
      ? element(
          "svg",
          { x, y: at, class: "loose" },
          element("path", { class: "hit", d: "M0 -15L5.5 -6L-5.5 -6Z" }, title),
        )
      : null,
  ];
}

/** At most six month names, evenly chosen; the year where it begins. */
function monthLabels(weeks: readonly Week[]): { index: number; label: string }[] {
  const months = weeks.flatMap((week, index) => {
    const month = week.startsOn.slice(0, 7);
    return index === 0 || weeks[index - 1]!.startsOn.slice(0, 7) !== month ? [{ index, month }] : [];
  });
  const every = Math.ceil(months.length / 6);
  const chosen = months.filter(
    (_, index) => index % every === 0 && months[index]!.index <= weeks.length * 0.92,
  );
  return chosen.map(({ index, month }, position) => {
    const previous = chosen[position - 1]?.month.slice(0, 4);
    const name = dayWords(`${month}-01`, false).slice(2);
    return { index, label: previous === month.slice(0, 4) ? name : `${name} ${month.slice(0, 4)}` };
  });
}
