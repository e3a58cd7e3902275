import { type Line, type Page, type Span, widthOf } from "./line.ts";
import type { Style } from "./style.ts";

const SCALE_LOG = Math.log(2);

/**
 * Place of a ratio on the bar's axis, which runs in logarithms from half to double: 0 to 1, outside clipped.
 * @example [barPlace(0.5), barPlace(1), barPlace(4)] // [0, 0.5, 1]
 */
export function barPlace(ratio: number): number {
  const place = (Math.log(ratio) / SCALE_LOG + 1) / 2;
  return Math.min(1, Math.max(0, place));
}

/**
 * A lift with its interval as a bar on an axis from half to double; the middle is "no change".
 * Ends that lie outside are arrows.
 */
export function intervalBar(
  page: Page,
  ratio: { lift: number | null; low: number | null; high: number | null },
  width: number,
  style: Style = "plain",
): Line {
  const cells: string[] = Array.from({ length: width }, () => " ");
  const middle = (width - 1) / 2;
  const draw = (unicode: string, ascii: string) => (page.unicode ? unicode : ascii);
  cells[Math.floor(middle)] = draw("┊", ":");
  const { lift, low, high } = ratio;
  if (lift === null || low === null || high === null) return [{ text: cells.join(""), style: "quiet" }];
  const at = (value: number) => Math.round(barPlace(value) * (width - 1));
  for (let cell = at(low); cell <= at(high); cell++) cells[cell] = draw("─", "-");
  cells[at(low)] = low < 0.5 ? draw("◂", "<") : draw("├", "|");
  cells[at(high)] = high > 2 ? draw("▸", ">") : draw("┤", "|");
  cells[at(lift)] = draw("●", "o");
  const first = cells.findIndex((cell) => cell !== " ");
  const last = cells.findLastIndex((cell) => cell !== " ");
  const from = at(low);
  const to = at(high);
  return [
    { text: cells.slice(0, Math.min(from, first)).join(""), style: "plain" },
    { text: cells.slice(Math.min(from, first), from).join(""), style: "quiet" },
    { text: cells.slice(from, to + 1).join(""), style },
    { text: cells.slice(to + 1, last + 1).join(""), style: "quiet" },
    { text: cells.slice(Math.max(last, to) + 1).join(""), style: "plain" },
  ].filter((span) => span.text !== "") as Line;
}

/** What the axis of the bars means, as a line under a heading of bars. */
export function barLegend(width: number): Line {
  const ends = ["half", "same", "double"] as const;
  const gap = width - ends.join("").length;
  if (gap < 2) return [];
  const left = Math.max(1, Math.min(gap - 1, Math.round(width / 2 - ends[0].length - ends[1].length / 2)));
  const text = `${ends[0]}${" ".repeat(left)}${ends[1]}${" ".repeat(Math.max(1, gap - left))}${ends[2]}`;
  return [{ text, style: "quiet" }];
}

const SPARKS = "▁▂▃▄▅▆▇█";

/**
 * Counts as a row of small bars, one per column; more counts than columns are averaged in equal groups.
 * Without Unicode: one digit per column.
 */
export function sparkline(page: Page, values: readonly number[], width: number): Span {
  const columns = Math.min(width, values.length);
  const means = Array.from({ length: columns }, (_, column) => {
    const from = Math.floor((column * values.length) / columns);
    const to = Math.max(from + 1, Math.floor(((column + 1) * values.length) / columns));
    const part = values.slice(from, to);
    return part.reduce((sum, value) => sum + value, 0) / part.length;
  });
  const top = Math.max(...means, 1e-9);
  const text = means
    .map((mean) => {
      if (!page.unicode) return String(Math.min(9, Math.round(mean)));
      return mean === 0 ? "·" : SPARKS[Math.min(7, Math.max(0, Math.ceil((mean / top) * 8) - 1))];
    })
    .join("");
  return { text, style: "accent" };
}

/** A share as a bar of a width. */
export function shareBar(page: Page, share: number, width: number): Line {
  const full = Math.round(Math.min(1, Math.max(0, share)) * width);
  return [
    { text: (page.unicode ? "█" : "#").repeat(full), style: "accent" },
    { text: (page.unicode ? "░" : ".").repeat(width - full), style: "quiet" },
  ];
}

/** A section's heading: in capitals with an empty line before it. */
export function heading(page: Page, title: string): Line[] {
  const text = page.say(title.toUpperCase(), "title");
  const room = page.width - 2 - widthOf([text]);
  const line: Span = { text: room > 2 ? (page.unicode ? "─" : "-").repeat(room) : "", style: "quiet" };
  return [[], [{ text: " ", style: "plain" }, text, { text: " ", style: "plain" }, line]];
}
