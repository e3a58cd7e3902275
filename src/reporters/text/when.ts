import type { Report } from "../../types.ts";
import { sentence } from "../story/sentence.ts";
import { whenOf } from "../story/windows.ts";
import { effectRows } from "./effect-rows.ts";
import { heatMapLines } from "./heat-map.ts";
import { blank, type Line, type Page, paragraph } from "./line.ts";
import { heading, sparkline } from "./signs.ts";

/** The hour of posting: whether it matters, the map of the week, best windows, today's habit, followers' hours. */
export function whenLines(report: Report, page: Page): Line[] {
  const when = whenOf(report);
  return [
    ...heading(page, "When"),
    ...paragraph(page, page.say(when.verdict, "strong"), 1),
    ...paragraph(page, page.say(sentence(when.summary)), 1),
    ...(when.hasMap ? [[], ...heatMapLines(report, page)] : []),
    ...(when.best.length > 0
      ? [
          [],
          ...paragraph(page, page.say("Best windows against today's habit", "strong"), 1),
          ...effectRows(page, when.best, { goal: report.settings.goal, range: "whole" }),
        ]
      : []),
    ...(when.habit === null ? [] : [[], ...labelled(page, "Today you post", when.habit)]),
    ...(when.audience === null ? [] : audienceLines(page, when.audience)),
  ];
}

function audienceLines(page: Page, audience: { busiest: string; byHour: readonly number[] }): Line[] {
  const lines = labelled(page, "Your followers are online", `most at ${audience.busiest}`);
  if (page.width < 31) return lines;
  return [
    ...lines,
    [
      blank(3),
      sparkline(page, page.unicode ? audience.byHour : digits(audience.byHour), 24),
      blank(1),
      page.say("0 to 23 h", "quiet"),
    ],
  ];
}

// without Unicode the sparkline prints one digit per hour, so activity is scaled to 0..9
function digits(byHour: readonly number[]): number[] {
  const top = Math.max(...byHour, 1e-9);
  return byHour.map((value) => (value / top) * 9);
}

/** A label and its text: on one line where both fit, else the text wrapped below. */
export function labelled(page: Page, label: string, text: string): Line[] {
  const indent = label.length + 3;
  if (indent < page.width / 2.4)
    return paragraph(page, page.say(text), indent, [blank(1), page.say(label, "strong")]);
  return [...paragraph(page, page.say(label, "strong"), 1), ...paragraph(page, page.say(text), 3)];
}
