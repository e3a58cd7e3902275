import type { Report } from "../../types.ts";
import { adviceOf, citedDocuments } from "../story/recommendations.ts";
import { sentence } from "../story/sentence.ts";
import { verdictCountsWords } from "../story/your-data.ts";
import { blank, type Line, type Page, paragraph } from "./line.ts";
import { heading } from "./signs.ts";

/** Manual practices of the documents, at most five; how all strategies were judged; which documents are cited. */
export function documentLines(report: Report, page: Page): Line[] {
  const { practices } = adviceOf(report);
  const cited = citedDocuments(report);
  return [
    ...heading(page, "From the documents"),
    ...paragraph(page, page.say("No export can show these; they are advice only.", "quiet"), 1),
    ...practices.flatMap(({ recommendation, source }) => [
      ...paragraph(page, page.say(recommendation.title, "strong"), 3, [blank(1), page.say("•", "accent")]),
      ...paragraph(
        page,
        page.say(`${sentence(recommendation.action)} → ${sentence(recommendation.next)}`),
        3,
      ),
      ...paragraph(page, page.say(source.join(" · "), "quiet"), 3),
    ]),
    ...paragraph(page, page.say(verdictCountsWords(report)), 1),
    ...cited.flatMap(({ short, document, headings }) =>
      paragraph(page, page.say(`${document}: ${headings.join("; ")}`, "quiet"), 5, [
        blank(1),
        page.say(short, "quiet"),
      ]),
    ),
  ];
}
