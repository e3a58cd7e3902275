import type { Report } from "../../types.ts";
import { secondsWords } from "../calendar-words.ts";
import { sentence } from "../story/sentence.ts";
import { tablesOf } from "../story/tables.ts";
import { effectRows, MARK_KEY } from "./effect-rows.ts";
import { type Line, type Page, paragraph } from "./line.ts";
import { heading } from "./signs.ts";

/** Hashtags, sounds, length and captions: short tables, strongest evidence first, the rest folded into one line. */
export function tableLines(report: Report, page: Page): Line[] {
  const tables = tablesOf(report);
  const keyed = tables.find((table) => table.rows.length > 0);
  return tables.flatMap((table) => {
    const best = table.section === "duration" ? report.duration?.bestSeconds : null;
    return [
      ...heading(page, table.title),
      ...(table === keyed ? paragraph(page, page.say(MARK_KEY, "quiet"), 1) : []),
      ...(best ? paragraph(page, page.say(`Best length in your data: about ${secondsWords(best)}.`), 1) : []),
      ...effectRows(page, table.rows, { goal: report.settings.goal, range: "whole" }),
      ...(table.folded === null ? [] : paragraph(page, page.say(sentence(table.folded), "quiet"), 1)),
      ...(table.empty === null ? [] : paragraph(page, page.say(table.empty), 1)),
    ];
  });
}
