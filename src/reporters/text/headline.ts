import type { Report } from "../../types.ts";
import { headlineOf } from "../story/headline.ts";
import { type Line, type Page, paragraph, type Span, widthOf } from "./line.ts";

/** Account, posts, span, zone, goal; one or two sentences on what is normal. */
export function headlineLines(report: Report, page: Page): Line[] {
  const { account, facts, usual, notices } = headlineOf(report);
  const items = [page.say(account ?? "Your posts", "title"), ...facts.map((fact) => page.say(fact))];
  return [
    [],
    ...flow(page, items, 1),
    ...notices.flatMap((notice) => paragraph(page, page.say(notice, "loss"), 1)),
    ...paragraph(page, page.say(usual.join(" ")), 1),
  ];
}

/** Items in a row with a dot between them, broken between items where the line is full. */
export function flow(page: Page, items: readonly Span[], indent: number): Line[] {
  const dot = page.say("·", "quiet");
  const lines: Span[][] = [];
  let line: Span[] = [];
  for (const item of items) {
    const joined = line.length === 0 ? [item] : [...line, space(1), dot, space(1), item];
    if (line.length > 0 && indent + widthOf(joined) > page.width) {
      lines.push(line);
      line = [item];
    } else line = joined;
  }
  if (line.length > 0) lines.push(line);
  return lines.flatMap((spans) => {
    const only = spans.length === 1 ? spans[0] : undefined;
    return only ? paragraph(page, only, indent) : [[space(indent), ...spans]];
  });
}

function space(width: number): Span {
  return { text: " ".repeat(width), style: "plain" };
}
