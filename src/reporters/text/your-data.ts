import type { Report } from "../../types.ts";
import { plural } from "../../wording.ts";
import { asOfWords, trendWords, zoneWords } from "../story/headline.ts";
import { sentence } from "../story/sentence.ts";
import { bandsOf, dataOf } from "../story/your-data.ts";
import { blank, fitLine, type Line, type Page, paragraph, widthOf } from "./line.ts";
import { heading } from "./signs.ts";

/** Files, the ledger of rows, warnings by code, what is normal, and what is missing and where to get it. */
export function yourDataLines(report: Report, page: Page): Line[] {
  const story = dataOf(report);
  const zone = zoneWords(report);
  return [
    ...heading(page, "Your data"),
    ...fileLines(report.data.files, page),
    ...paragraph(page, page.say(sentence(story.ledger)), 1),
    ...paragraph(page, page.say(sentence(story.posts)), 1),
    ...paragraph(
      page,
      page.say(`${zone[0]!.toUpperCase()}${zone.slice(1)}; ages as of ${asOfWords(report)}.`),
      1,
    ),
    ...bandLines(report, page),
    ...story.coverage.flatMap((known) => paragraph(page, page.say(known, "quiet"), 1)),
    ...story.warnings.flatMap((warning) => warningLines(warning, page)),
    ...missingLines(story.missing, page),
  ];
}

/** Name, format and rows of every file. */
export function fileLines(files: Report["data"]["files"], page: Page): Line[] {
  const width = (texts: readonly string[]) => Math.max(0, ...texts.map((text) => widthOf([page.say(text)])));
  const formats = width(files.map((file) => file.format));
  const rows = width(files.map((file) => plural(file.rows, "row")));
  const name = page.width - 1 - 2 - formats - 2 - rows;
  const names = width(files.map((file) => file.name));
  if (name < Math.min(12, names)) {
    return files.flatMap((file) => [
      ...paragraph(page, page.say(file.name), 1),
      ...paragraph(page, page.say(`${file.format}, ${plural(file.rows, "row")}`, "quiet"), 3),
    ]);
  }
  return files.map((file) => [
    blank(1),
    ...fitLine(page, [page.say(file.name)], Math.min(name, names)),
    blank(2),
    ...fitLine(page, [page.say(file.format, "quiet")], formats),
    blank(2),
    ...fitLine(page, [page.say(plural(file.rows, "row"), "quiet")], rows, "right"),
  ]);
}

function bandLines(report: Report, page: Page): Line[] {
  const bands = bandsOf(report).map(
    ({ outcome, median, low, high }) => `${outcome} ${median} (${low} to ${high})`,
  );
  const trend = trendWords(report);
  return [
    ...(bands.length === 0 ? [] : paragraph(page, page.say(`A usual post now: ${bands.join(", ")}.`), 1)),
    ...(trend === null ? [] : paragraph(page, page.say(trend), 1)),
  ];
}

/** One warning: a mark, the code with its count, the message. */
export function warningLines(
  warning: { code: string; severity: string; message: string; count: number },
  page: Page,
): Line[] {
  const mark = page.say(
    warning.severity === "warning" ? "!" : "i",
    warning.severity === "warning" ? "loss" : "quiet",
  );
  const count = warning.count > 1 ? ` ×${warning.count}` : "";
  return paragraph(
    page,
    page.say(
      `${warning.code}${count}: ${warning.message}`,
      warning.severity === "warning" ? "plain" : "quiet",
    ),
    3,
    [blank(1), mark],
  );
}

/** What could not be analysed, why, and where to get it. */
export function missingLines(missing: Report["data"]["missing"], page: Page): Line[] {
  if (missing.length === 0) return [];
  return [
    [],
    ...paragraph(page, page.say("What your export cannot show", "strong"), 1),
    ...missing.flatMap(({ analysis, because, getItFrom }) => [
      ...paragraph(page, page.say(`${analysis}: ${sentence(because)}`), 3, [
        blank(1),
        page.say("•", "accent"),
      ]),
      ...(getItFrom === "" ? [] : paragraph(page, page.say(`→ ${sentence(getItFrom)}`, "quiet"), 3)),
    ]),
  ];
}
