import { formatOutcome, plural } from "../../wording.ts";
import { loudNaive, type Told } from "../story/findings.ts";
import { cautiousWords, intervalWords, timesWords } from "../words.ts";
import { blank, fitLine, type Line, type Page, paragraph, type Span, widthOf, wrapText } from "./line.ts";
import { barLegend, intervalBar } from "./signs.ts";
import type { Style } from "./style.ts";

/** How a list of findings is told. */
export interface RowOptions {
  /** goal of the report: outcomes that differ are named below the label */
  goal: string;
  /** "half": from the end nearer to no change to the estimate; "whole": the interval */
  range: "half" | "whole";
  /** one style for all; without it each verdict has its own style and a mark before the label */
  style?: Style;
}

const MARKS = new Map<Told["verdict"], { mark: string; style: Style }>([
  ["supported", { mark: "+", style: "gain" }],
  ["opposed", { mark: "−", style: "loss" }],
  ["negligible", { mark: "=", style: "quiet" }],
  ["promising", { mark: "?", style: "accent" }],
]);

/** What the marks before the labels mean. */
export const MARK_KEY =
  "+ works for you, − seems to cost you, ? worth a test, = makes no difference, no mark: not clear yet";

interface Columns {
  mark: number;
  label: number;
  value: number;
  bar: number;
  posts: number;
  /** 0 = no finding has a plain average that misleads */
  average: number;
}

/** Findings as aligned rows under a line of column names: label, range, bar, posts, the plain average's claim where it misleads. */
export function effectRows(page: Page, findings: readonly Told[], options: RowOptions): Line[] {
  if (findings.length === 0) return [];
  const columns = columnsOf(page, findings, options);
  if (columns === null) return findings.flatMap((finding) => narrowRow(page, finding, options));
  return [
    ...(findings.some((finding) => finding.sentence === null) ? [namesLine(page, columns, options)] : []),
    ...findings.flatMap((finding) =>
      finding.sentence === null
        ? wideRow(page, finding, columns, options)
        : sentenceRow(page, finding, columns),
    ),
  ];
}

function rangeOf(finding: Told, { range }: RowOptions): string {
  return range === "half" ? cautiousWords(finding) : intervalWords(finding);
}

function columnsOf(page: Page, findings: readonly Told[], options: RowOptions): Columns | null {
  const numbers = findings.filter((finding) => finding.sentence === null);
  const widest = (texts: readonly string[]) => Math.max(0, ...texts.map((text) => widthOf([page.say(text)])));
  const columns = {
    mark: options.style ? 0 : 2,
    value: Math.max(13, widest(numbers.map((finding) => rangeOf(finding, options)))),
    bar: page.width >= 110 ? 31 : 17,
    posts: Math.max(5, widest(numbers.map((finding) => String(finding.posts)))),
    average: numbers.some((finding) => loudNaive(finding) !== null) ? 7 : 0,
  };
  const taken =
    1 +
    columns.mark +
    2 +
    columns.value +
    2 +
    columns.bar +
    2 +
    columns.posts +
    (columns.average ? columns.average + 2 : 0);
  const label = Math.min(page.width - taken, 48);
  return label < 18 ? null : { ...columns, label };
}

function namesLine(page: Page, columns: Columns, options: RowOptions): Line {
  const right = (name: string, width: number) => fitLine(page, [page.say(name, "quiet")], width, "right");
  return [
    blank(1 + columns.mark + columns.label + 2),
    ...right(options.range === "half" ? "cautious half" : "whole range", columns.value),
    blank(2),
    ...fitLine(page, barLegend(columns.bar), columns.bar),
    blank(2),
    ...right("posts", columns.posts),
    ...(columns.average > 0 ? [blank(2), ...right("average", columns.average)] : []),
  ];
}

function styleOf(finding: Told, options: RowOptions): Style {
  return options.style ?? MARKS.get(finding.verdict)?.style ?? "plain";
}

function markOf(page: Page, finding: Told): Span {
  const known = MARKS.get(finding.verdict);
  return known ? page.say(known.mark, known.style) : page.say("");
}

function wideRow(page: Page, finding: Told, columns: Columns, options: RowOptions): Line[] {
  const style = styleOf(finding, options);
  const naive = loudNaive(finding);
  const label = wrapText(page.say(finding.label).text, columns.label);
  const outcome =
    finding.outcome === options.goal ? [] : [page.say(`in ${formatOutcome(finding.outcome)}`, "quiet")];
  const first: Line = [
    blank(1),
    ...(columns.mark > 0 ? fitLine(page, [markOf(page, finding)], columns.mark) : []),
    ...fitLine(page, [{ text: label[0] ?? "", style: "plain" }], columns.label),
    blank(2),
    ...fitLine(page, [page.say(rangeOf(finding, options), style)], columns.value, "right"),
    blank(2),
    ...intervalBar(page, finding, columns.bar, style),
    blank(2),
    ...fitLine(page, [page.say(String(finding.posts), "quiet")], columns.posts, "right"),
    ...(naive === null || columns.average === 0
      ? []
      : [blank(2), ...fitLine(page, [page.say(timesWords(naive), "quiet")], columns.average, "right")]),
  ];
  const below = [...label.slice(1, 3).map((text): Span => ({ text, style: "plain" })), ...outcome];
  return [first, ...below.map((span): Line => [blank(1 + columns.mark + 2), span])];
}

function narrowRow(page: Page, finding: Told, options: RowOptions): Line[] {
  const mark = options.style ? [page.say("•", options.style)] : [markOf(page, finding)];
  const label = paragraph(page, page.say(finding.label), 3, [blank(1), ...mark]);
  if (finding.sentence !== null) return [...label, ...paragraph(page, page.say(finding.sentence), 3)];
  const naive = loudNaive(finding);
  const style = styleOf(finding, options);
  const width = Math.min(31, Math.floor((page.width - 4) / 2) * 2 - 1);
  const value = `${rangeOf(finding, options)} ${formatOutcome(finding.outcome)}`;
  const posts = plural(finding.posts, "post") + (naive === null ? "" : `, average says ${timesWords(naive)}`);
  return [
    ...label,
    ...paragraph(page, page.say(value, style), 3),
    ...(finding.lift === null ? [] : [[blank(3), ...intervalBar(page, finding, width, style)]]),
    ...paragraph(page, page.say(posts, "quiet"), 3),
  ];
}

function sentenceRow(page: Page, finding: Told, columns: Columns): Line[] {
  const indent = 1 + columns.mark + columns.label + 2;
  const label = wrapText(page.say(finding.label).text, columns.label);
  const [first, ...rest] = label.map((text): Span => ({ text, style: "plain" }));
  const lines = paragraph(page, page.say(finding.sentence ?? ""), indent, [blank(1 + columns.mark), first!]);
  return [...lines, ...rest.map((span): Line => [blank(1 + columns.mark + 2), span])];
}
