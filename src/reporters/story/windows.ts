import type { Report } from "../../types.ts";
import { formatShare } from "../../wording.ts";
import { hoursWords, weekdayWords } from "../calendar-words.ts";
import { type Told, toldFindings } from "./findings.ts";

/** Steps of the heat map, from clearly fewer to clearly more; null = too little data. */
export type Heat = -2 | -1 | 0 | 1 | 2 | null;

/**
 * The step of a cell: 0 within a quarter of the band that counts as none, 2 beyond the band.
 * @example [heatOf({ lift: 1.01, verdict: "unclear" }, 0.1), heatOf({ lift: 0.8, verdict: "unclear" }, 0.1)] // [0, -2]
 */
export function heatOf(cell: { lift: number | null; verdict: string }, negligible: number): Heat {
  if (
    cell.lift === null ||
    cell.verdict === "too-few" ||
    cell.verdict === "not-in-data" ||
    cell.verdict === "error"
  ) {
    return null;
  }
  const size = Math.abs(Math.log(cell.lift));
  if (size < Math.log(1 + negligible / 4)) return 0;
  const step = size < Math.log(1 + negligible) ? 1 : 2;
  return (cell.lift < 1 ? -step : step) as Heat;
}

/** What the section about hours says before its map. */
export interface WhenStory {
  /** the first line: whether it makes a difference at all */
  verdict: string;
  summary: string;
  /** "Thu 18–19 h (31 %), ..." or null */
  habit: string | null;
  best: Told[];
  /** share of the habit that `habit` names */
  audience: { source: string; busiest: string; byHour: readonly number[] } | null;
  /** true when at least one cell has a number */
  hasMap: boolean;
}

const FIRST_LINES = {
  supported: "Some hours did better in your data, other things equal.",
  opposed: "No hour can be recommended from your data.",
  negligible: "The hour of posting makes no measurable difference for you.",
  promising: "No hour is proven to be better for you; some are worth a test.",
  unclear: "Your data do not show that the hour makes a difference.",
  "too-few": "There are too few posts to tell hours apart.",
  "not-in-data": "Your export does not say at which hour posts went out.",
  manual: "Your export does not say at which hour posts went out.",
  error: "The hours could not be judged.",
} as const;

/** The hour of posting: verdict first, then habit, best windows and when followers are active. */
export function whenOf(report: Report): WhenStory {
  const { windows } = report;
  return {
    verdict: firstLine(report),
    summary: windows.summary,
    habit: habitWords(windows.habit),
    best: toldFindings(report).filter((finding) => finding.section === "windows"),
    audience: windows.audience && {
      source: windows.audience.source,
      busiest: busiestHours(windows.audience.byHour),
      byHour: windows.audience.byHour,
    },
    hasMap: windows.grid.some((cell) => heatOf(cell, report.settings.negligible) !== null),
  };
}

function firstLine({ windows, data, settings }: Report): string {
  const timed = windows.verdict === "not-in-data" && windows.habit.length > 0 && data.posts.withHour > 0;
  return timed ? `Hours cannot be compared without ${settings.goal}.` : FIRST_LINES[windows.verdict];
}

/** The habit's largest slots, neighbouring hours of a day joined. */
function habitWords(habit: Report["windows"]["habit"]): string | null {
  if (habit.length === 0) return null;
  const slots: { weekday: number; start: number; end: number; share: number }[] = [];
  for (const { weekday, hour, share } of [...habit].sort(
    (a, b) => a.weekday - b.weekday || a.hour - b.hour,
  )) {
    const last = slots.at(-1);
    if (last && last.weekday === weekday && last.end === hour) {
      last.end = hour + 1;
      last.share += share;
    } else slots.push({ weekday, start: hour, end: hour + 1, share });
  }
  slots.sort((a, b) => b.share - a.share || a.weekday - b.weekday || a.start - b.start);
  const named = slots.slice(0, 4);
  if (named.reduce((sum, slot) => sum + slot.share, 0) < 0.5) return habitHours(habit);
  const words = named.map(
    ({ weekday, start, end, share }) =>
      `${weekdayWords(weekday)} ${hoursWords(start, end)} (${formatShare(share)})`,
  );
  const rest = slots.slice(4).reduce((sum, slot) => sum + slot.share, 0);
  return `${words.join(", ")}${rest >= 0.005 ? `, other hours ${formatShare(rest)}` : ""}`;
}

/** A habit without fixed days: the two spans of three hours that hold most of it. */
function habitHours(habit: Report["windows"]["habit"]): string {
  const byHour = Array.from({ length: 24 }, () => 0);
  for (const { hour, share } of habit) byHour[hour]! += share;
  const spans: { start: number; share: number }[] = [];
  for (let round = 0; round < 2; round++) {
    let best = { start: 0, share: 0 };
    for (let start = 0; start <= 21; start++) {
      const share = byHour[start]! + byHour[start + 1]! + byHour[start + 2]!;
      if (share > best.share + 1e-12) best = { start, share };
    }
    if (best.share === 0) break;
    spans.push(best);
    byHour.fill(0, best.start, best.start + 3);
  }
  const words = spans.map(({ start, share }) => `${hoursWords(start, start + 3)} (${formatShare(share)})`);
  return `on changing days, most often ${words.join(" and ")}`;
}

/** The four hours in a row with the most active followers; may run over midnight. */
function busiestHours(byHour: readonly number[]): string {
  const sum = (start: number) =>
    [0, 1, 2, 3].reduce((total, step) => total + byHour[(start + step) % 24]!, 0);
  let best = 0;
  for (let start = 1; start < 24; start++) if (sum(start) > sum(best)) best = start;
  return hoursWords(best, best + 4 <= 24 ? best + 4 : (best + 4) % 24);
}
