import type { Report } from "../../types.ts";
import { weekdayWords } from "../calendar-words.ts";
import { type Heat, heatOf } from "../story/windows.ts";
import { blank, type Line, type Page, paragraph, type Span } from "./line.ts";
import type { Style } from "./style.ts";

const STYLES = new Map<Heat, Style>([
  [2, "heat-up-2"],
  [1, "heat-up-1"],
  [0, "heat-0"],
  [-1, "heat-down-1"],
  [-2, "heat-down-2"],
  [null, "heat-none"],
]);

/** The sign of a step, readable without colour; one column has no room for two strengths. */
function heatSign(page: Page, heat: Heat, cellWidth: number): string {
  const minus = page.unicode ? "−" : "-";
  const dot = page.unicode ? "·" : ".";
  if (heat === null && page.unicode) return "░".repeat(cellWidth);
  const strong = cellWidth > 1;
  const one = heat === null ? "/" : heat > 0 ? "+" : heat < 0 ? minus : dot;
  const text = strong && heat !== null && Math.abs(heat) === 2 ? one + one : one;
  return cellWidth === 1 ? text : text.padStart(Math.ceil((cellWidth + text.length) / 2)).padEnd(cellWidth);
}

/**
 * Weekday by hour: what the tool expects of a post in each hour against today's habit, "+" more, "−" fewer, "·" about
 * the same; hours with too little data are hatched.
 */
export function heatMapLines(report: Report, page: Page): Line[] {
  const label = 5;
  const cellWidth = Math.max(1, Math.min(4, Math.floor((page.width - label - 1) / 24)));
  if (page.width < label + 24) return paragraph(page, page.say("The map of the week needs 29 columns."), 1);
  const { negligible } = report.settings;
  const rows = Array.from({ length: 7 }, (_, day): Line => {
    const cells = report.windows.grid.slice(day * 24, day * 24 + 24);
    return [
      page.say(` ${weekdayWords(day + 1)}`, "plain"),
      blank(label - 3),
      ...cells.map((cell): Span => {
        const heat = heatOf(cell, negligible);
        return { text: heatSign(page, heat, cellWidth), style: STYLES.get(heat)! };
      }),
    ].map((span, index) => (index === 0 ? { ...span, text: ` ${span.text}` } : span)) as Line;
  });
  return [hourAxis(page, label + 1, cellWidth), ...rows, ...legend(report, page, cellWidth)];
}

function hourAxis(page: Page, label: number, cellWidth: number): Line {
  const every = cellWidth === 1 ? 6 : 3;
  // the sign of a wide cell stands in its middle, and so does the hour above it
  let text = cellWidth > 2 ? " " : "";
  for (let hour = 0; hour < 24; hour += every) text += String(hour).padEnd(every * cellWidth);
  return [blank(label), { text: text.trimEnd(), style: page.unicode ? "quiet" : "plain" }];
}

function legend(report: Report, page: Page, cellWidth: number): Line[] {
  const percent = (share: number) => `${Math.round(share * 1000) / 10} %`.replace(".0 ", " ");
  const { negligible } = report.settings;
  const strong =
    cellWidth > 1
      ? `++ over +${percent(negligible)}, + over +${percent(negligible / 4)}`
      : `+ over +${percent(negligible / 4)}`;
  const same = page.unicode ? "· about the same" : ". about the same";
  const hatch = page.unicode ? "░ too little data" : "/ too little data";
  const fewer = cellWidth > 1 ? "− and −− as much fewer" : "− as much fewer";
  const text = `${strong}, ${fewer}, ${same}, ${hatch}`;
  return paragraph(
    page,
    { ...page.say(""), text: page.unicode ? text : text.replaceAll("−", "-"), style: "quiet" },
    1,
  );
}
