import type { Report, Reporter } from "../types.ts";
import { formatCount, formatOutcome, plural } from "../wording.ts";
import { type Block, bulletBlocks, headingBlock, type Piece, paragraphBlock } from "./blocks.ts";
import { blocksMarkdown } from "./blocks-markdown.ts";
import { secondsWords } from "./calendar-words.ts";
import { missingBlocks } from "./missing-blocks.ts";
import { backtestOf, noBacktest } from "./story/backtest.ts";
import { consistencyOf, noConsistency } from "./story/consistency.ts";
import { experimentWords } from "./story/experiments.ts";
import { groupsOf, loudNaive, nothingIn, type Told } from "./story/findings.ts";
import { asOfWords, headlineOf, trendWords, zoneWords } from "./story/headline.ts";
import { type Advice, adviceOf, citedDocuments } from "./story/recommendations.ts";
import { sentence } from "./story/sentence.ts";
import { tablesOf } from "./story/tables.ts";
import { whenOf } from "./story/windows.ts";
import { bandsOf, dataOf, verdictCountsWords } from "./story/your-data.ts";
import { cautiousWords, intervalWords, timesWords, verdictWords } from "./words.ts";

/** The report for GitHub, Notion and Slack: headings and bullets, in the order of the text report. */
export const markdown: Reporter = {
  id: "markdown",
  endings: [".md", ".markdown"],
  render: (report) =>
    blocksMarkdown([
      ...headlineBlocks(report),
      ...adviceBlocks(report),
      ...groupBlocks(report),
      ...whenBlocks(report),
      ...findingTableBlocks(report),
      ...consistencyBlocks(report),
      ...backtestBlocks(report),
      ...momentumBlocks(report),
      ...documentBlocks(report),
      ...dataBlocks(report),
    ]),
};

function headlineBlocks(report: Report): Block[] {
  const { account, facts, usual, notices } = headlineOf(report);
  return [
    headingBlock(1, account === null ? "What your posts say" : `What the posts of ${account} say`),
    paragraphBlock(facts.join(" · ")),
    ...notices.map((notice) => paragraphBlock({ strong: notice })),
    ...(usual.length > 0 ? [paragraphBlock(usual.join(" "))] : []),
  ];
}

function adviceBlocks(report: Report): Block[] {
  const { first, more } = adviceOf(report);
  if (first.length === 0) {
    return [headingBlock(2, "Do this"), paragraphBlock("Your posts do not support any advice yet.")];
  }
  return [
    headingBlock(2, "Do this"),
    ...bulletBlocks(first.map(advicePieces), true),
    ...(more.length > 0
      ? [
          paragraphBlock(
            `Further down the list: ${more.map(({ recommendation }) => recommendation.title).join("; ")}.`,
          ),
        ]
      : []),
  ];
}

function advicePieces(advice: Advice): Piece[] {
  const { recommendation, expect, why, details } = advice;
  const expected = expect === null ? "" : ` (expect ${expect})`;
  return [
    { strong: recommendation.title },
    `${expected}: ${sentence(recommendation.action)} ${sentence(why)} → ${sentence(recommendation.next)} (${details.join(" · ")})`,
  ];
}

/** One finding as a bullet. */
function findingPieces(finding: Told, half: boolean): Piece[] {
  if (finding.sentence !== null) return [{ strong: finding.label }, `: ${sentence(finding.sentence)}`];
  const naive = loudNaive(finding);
  const value = half ? cautiousWords(finding) : intervalWords(finding);
  const claim = naive === null ? "" : `; a plain average would claim ${timesWords(naive)}`;
  const whole = half ? `, whole range ${intervalWords(finding)}` : "";
  return [
    { strong: finding.label },
    `: ${value} ${formatOutcome(finding.outcome)} (${plural(finding.posts, "post")}${whole}${claim})`,
  ];
}

function groupBlocks(report: Report): Block[] {
  const { works, costs, worryFree, tests } = groupsOf(report);
  const nothing = nothingIn(report);
  const group = (title: string, findings: readonly Told[], half: boolean, nothing: string): Block[] => [
    headingBlock(2, title),
    ...(findings.length === 0
      ? [paragraphBlock(nothing)]
      : bulletBlocks(findings.map((finding) => findingPieces(finding, half)))),
  ];
  return [
    ...group("What works for you", works, true, nothing.works),
    ...group("What seems to cost you", costs, true, nothing.costs),
    ...group("You can stop worrying about", worryFree, false, nothing.worryFree),
    ...group("Worth a test", tests, true, nothing.tests),
    ...(report.experiments.length > 0 ? [headingBlock(3, "Tests that would settle it")] : []),
    ...bulletBlocks(
      report.experiments.map((experiment) => {
        return [{ strong: experiment.question }, ` ${experimentWords(experiment)}`];
      }),
    ),
  ];
}

function whenBlocks(report: Report): Block[] {
  const when = whenOf(report);
  return [
    headingBlock(2, "When"),
    paragraphBlock({ strong: when.verdict }, ` ${sentence(when.summary)}`),
    ...bulletBlocks([
      ...when.best.map((window): Piece[] => [
        ...findingPieces(window, false),
        `, ${verdictWords(window.verdict)}`,
      ]),
      ...(when.habit === null ? [] : [[{ strong: "Today you post" }, `: ${when.habit}`]]),
      ...(when.audience === null
        ? []
        : [[{ strong: "Your followers are online" }, ` most at ${when.audience.busiest}`]]),
    ]),
  ];
}

function findingTableBlocks(report: Report): Block[] {
  return tablesOf(report).flatMap((table) => {
    const best = table.section === "duration" ? report.duration?.bestSeconds : null;
    return [
      headingBlock(2, table.title),
      ...(best ? [paragraphBlock(`Best length in your data: about ${secondsWords(best)}.`)] : []),
      ...bulletBlocks(
        table.rows.map((row) => [...findingPieces(row, false), `, ${verdictWords(row.verdict)}`]),
      ),
      ...(table.folded === null ? [] : [paragraphBlock(sentence(table.folded))]),
      ...(table.empty === null ? [] : [paragraphBlock(table.empty)]),
    ];
  });
}

function consistencyBlocks(report: Report): Block[] {
  const story = consistencyOf(report);
  if (!story) return [headingBlock(2, "Consistency"), paragraphBlock(noConsistency(report))];
  return [
    headingBlock(2, "Consistency"),
    paragraphBlock({ strong: story.score }, ` (${story.sentence}); ${story.facts.join(", ")}.`),
    ...bulletBlocks(
      story.parts.map(({ label, about, share }): Piece[] => [
        { strong: label },
        share === null ? `: not known (${about})` : `: ${Math.round(share * 100)} % (${about})`,
      ]),
    ),
    ...(story.matters === null ? [] : [paragraphBlock(story.matters)]),
  ];
}

function backtestBlocks(report: Report): Block[] {
  const story = backtestOf(report);
  return [
    headingBlock(2, "Would this have paid?"),
    story
      ? paragraphBlock({ strong: story.first }, ` ${[story.tool, story.naive ?? ""].join(" ").trim()}`)
      : paragraphBlock(noBacktest(report)),
  ];
}

function momentumBlocks(report: Report): Block[] {
  const young = report.momentum?.young ?? [];
  if (young.length === 0) return [];
  return [
    headingBlock(2, "Still growing"),
    ...bulletBlocks(
      young.map((post) => [
        `${plural(Math.round(post.ageHours), "hour")} old, ${formatCount(post.views)} views: heading for about ${formatCount(post.expected)} (${formatCount(post.low)} to ${formatCount(post.high)})`,
      ]),
    ),
  ];
}

function documentBlocks(report: Report): Block[] {
  const { practices } = adviceOf(report);
  return [
    headingBlock(2, "From the documents"),
    ...bulletBlocks(
      practices.map(({ recommendation, source }) => [
        { strong: recommendation.title },
        `: ${sentence(recommendation.action)} → ${sentence(recommendation.next)} (${source.join(" · ")})`,
      ]),
    ),
    paragraphBlock(verdictCountsWords(report)),
    ...bulletBlocks(
      citedDocuments(report).map(({ short, document, headings }) => [
        { strong: short },
        ` ${document}: ${headings.join("; ")}`,
      ]),
    ),
  ];
}

function dataBlocks(report: Report): Block[] {
  const story = dataOf(report);
  const trend = trendWords(report);
  const bands = bandsOf(report).map(
    ({ outcome, median, low, high }) => `${outcome} ${median} (${low} to ${high})`,
  );
  return [
    headingBlock(2, "Your data"),
    ...bulletBlocks([
      ...report.data.files.map((file): Piece[] => [
        { strong: file.name },
        `: ${file.format}, ${plural(file.rows, "row")}`,
      ]),
      [sentence(story.ledger)],
      [sentence(story.posts)],
      [`All ${zoneWords(report)}; ages as of ${asOfWords(report)}.`],
      ...(bands.length > 0 ? [[`A usual post now: ${bands.join(", ")}.`]] : []),
      ...(trend === null ? [] : [[trend]]),
      ...story.coverage.map((known) => [known]),
      ...story.warnings.map(({ code, count, message }): Piece[] => [
        { strong: code },
        `${count > 1 ? ` ×${count}` : ""}: ${message}`,
      ]),
    ]),
    ...missingBlocks(3, "What your export cannot show", story.missing),
  ];
}
