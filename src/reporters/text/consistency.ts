import type { Report } from "../../types.ts";
import { consistencyOf, noConsistency } from "../story/consistency.ts";
import { blank, fitLine, type Line, type Page, paragraph, widthOf } from "./line.ts";
import { heading, shareBar, sparkline } from "./signs.ts";

/** The consistency score with its parts, posts per week, the longest gap, and whether it matters. */
export function consistencyLines(report: Report, page: Page): Line[] {
  const story = consistencyOf(report);
  const weeks = report.data.weeks.map((week) => week.posts);
  const facts = story ? story.facts.join(", ") : "";
  return [
    ...heading(page, "Consistency"),
    ...(story
      ? [
          ...paragraph(page, page.say(`${story.score} (${story.sentence})`, "strong"), 1),
          ...story.parts.flatMap((part) => partLines(page, part)),
        ]
      : paragraph(page, page.say(noConsistency(report)), 1)),
    ...(weeks.length > 1 ? weekLines(page, weeks) : []),
    ...(facts === "" ? [] : paragraph(page, page.say(`${facts[0]!.toUpperCase()}${facts.slice(1)}.`), 1)),
    ...(story?.matters ? paragraph(page, page.say(story.matters), 1) : []),
  ];
}

function partLines(page: Page, part: { label: string; about: string; share: number | null }): Line[] {
  const bar = page.width >= 60 ? 20 : 10;
  const value = part.share === null ? "n/a" : `${Math.round(part.share * 100)} %`;
  const line: Line = [
    blank(3),
    ...fitLine(page, [page.say(part.label)], 11),
    ...(part.share === null ? [blank(bar)] : shareBar(page, part.share, bar)),
    blank(1),
    ...fitLine(page, [page.say(value)], 5, "right"),
  ];
  const about = page.say(part.about, "quiet");
  const room = page.width - widthOf(line) - 2;
  return room >= widthOf([about]) ? [[...line, blank(2), about]] : [line];
}

function weekLines(page: Page, weeks: readonly number[]): Line[] {
  const label = "Posts per week";
  const wide = page.width >= 60;
  const room = wide ? page.width - label.length - 4 : page.width - 4;
  const spark = sparkline(page, weeks, room);
  return wide
    ? [[blank(1), page.say(label), blank(2), spark]]
    : [...paragraph(page, page.say(label), 1), [blank(3), spark]];
}
