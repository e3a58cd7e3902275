import type { Report } from "../../types.ts";
import { type Advice, adviceOf } from "../story/recommendations.ts";
import { sentence } from "../story/sentence.ts";
import { flow } from "./headline.ts";
import { blank, type Line, leftRight, type Page, paragraph, type Span, widthOf } from "./line.ts";
import { heading } from "./signs.ts";

/** The advice: at most five, each with what to do, why, how sure, the next step and the source; the rest by title. */
export function doThisLines(report: Report, page: Page): Line[] {
  const { first, more, practices } = adviceOf(report);
  if (first.length === 0) {
    const nothing =
      practices.length > 0
        ? "Your posts do not support any advice yet. What the documents suggest is further below."
        : "Your posts do not support any advice yet. That is a result: nothing you do stands out, for better or worse.";
    return [...heading(page, "Do this"), ...paragraph(page, page.say(nothing), 1)];
  }
  return [
    ...heading(page, "Do this"),
    ...first.flatMap((advice, index) => [...(index > 0 ? [[]] : []), ...adviceLines(advice, page)]),
    ...moreLines(more, page),
  ];
}

function adviceLines(advice: Advice, page: Page): Line[] {
  const { recommendation, expect, why, details } = advice;
  const indent = page.width < 40 ? 3 : 4;
  const rank = page.say(String(recommendation.rank), "accent");
  const title = page.say(recommendation.title, "strong");
  const right = expect === null ? [] : [page.say(`expect ${expect}`, "gain")];
  const number: Line = [blank(indent - 2 - rank.text.length), rank, blank(2)];
  return [
    ...titleLines(page, number, title, right, indent),
    ...paragraph(page, page.say(`${sentence(recommendation.action)} ${sentence(why)}`), indent),
    ...paragraph(page, page.say(`→ ${recommendation.next}`, "accent"), indent),
    ...flow(
      page,
      details.map((detail) => page.say(detail, "quiet")),
      indent,
    ),
  ];
}

function titleLines(page: Page, number: Line, title: Span, right: readonly Span[], indent: number): Line[] {
  if (right.length > 0) {
    const one = leftRight(page, [...number, title], right, indent);
    if (one.length === 1) return one;
  }
  const wrapped = paragraph(page, title, indent, number);
  return right.length === 0 ? wrapped : [...wrapped, ...paragraphOf(page, right, indent)];
}

// several spans of one thought: on one line where they fit, else wrapped as one plain text
function paragraphOf(page: Page, spans: readonly Span[], indent: number): Line[] {
  if (indent + widthOf(spans) <= page.width) return [[blank(indent), ...spans]];
  return paragraph(page, { text: spans.map((span) => span.text).join(""), style: "plain" }, indent);
}

function moreLines(more: readonly Advice[], page: Page): Line[] {
  if (more.length === 0) return [];
  const items = more.map(({ recommendation }) => `${recommendation.rank}. ${recommendation.title}`);
  return [[], ...paragraph(page, page.say(`Further down the list: ${items.join("; ")}.`, "quiet"), 1)];
}
