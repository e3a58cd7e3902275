import type { Report } from "../../types.ts";
import { formatCount, plural } from "../../wording.ts";
import { backtestOf, noBacktest } from "../story/backtest.ts";
import { type Line, type Page, paragraph } from "./line.ts";
import { heading } from "./signs.ts";

/** Would this have paid? The backtest, with the naive method beside it. */
export function backtestLines(report: Report, page: Page): Line[] {
  const story = backtestOf(report);
  return [
    ...heading(page, "Would this have paid?"),
    ...(story
      ? [
          ...paragraph(page, page.say(story.first, "strong"), 1),
          ...paragraph(page, page.say([story.tool, story.naive ?? ""].join(" ")), 1),
        ]
      : paragraph(page, page.say(noBacktest(report)), 1)),
  ];
}

const PLACES = {
  below: "below what is usual",
  within: "within what is usual",
  above: "above what is usual",
} as const;

/** How the newest posts are doing for their age; nothing where one snapshot only is known. */
export function momentumLines(report: Report, page: Page): Line[] {
  const young = report.momentum?.young ?? [];
  if (young.length === 0) return [];
  return [
    ...heading(page, "Still growing"),
    ...young.slice(0, 5).flatMap((post) => {
      const age = plural(Math.round(post.ageHours), "hour");
      const text = `${age} old, ${formatCount(post.views)} views: heading for about ${formatCount(post.expected)} (${formatCount(post.low)} to ${formatCount(post.high)}), ${PLACES[post.place]}.`;
      return paragraph(page, page.say(text), 1);
    }),
  ];
}
