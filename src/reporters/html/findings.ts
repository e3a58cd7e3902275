import type { Report } from "../../types.ts";
import { formatLift, formatOutcome, formatShare, plural } from "../../wording.ts";
import { experimentWords } from "../story/experiments.ts";
import { byEvidence, groupsOf, loudNaive, nothingIn, spokenFindings, type Told } from "../story/findings.ts";
import { intervalWords, timesWords, verdictWords } from "../words.ts";
import { chartTable, section } from "./data-table.ts";
import { type Child, element, fragment, type Markup } from "./markup.ts";
import { plotRows } from "./plot.ts";
import { type RatioAxis, ratioAxis } from "./ratio-axis.ts";

const SHOWN_OPEN = 10;

/** All findings as dots with intervals against the plain average's claim, in the groups that matter to the creator. */
export function findingsMarkup(report: Report): Markup {
  const { works, costs, worryFree, tests } = groupsOf(report);
  const nothing = nothingIn(report);
  const all = spokenFindings(report).filter((finding) => finding.lift !== null);
  const open = all.filter((finding) => finding.verdict === "unclear").sort(byEvidence);
  const axis = ratioAxis([...works, ...costs, ...worryFree, ...tests].flatMap(ends));
  const goal = report.settings.goal;
  const shown = works.length + costs.length + worryFree.length + tests.length + open.length;
  return fragment(
    shown === 0 ? null : signs(formatShare(report.settings.level)),
    group("works", "What works for you", axis, works, goal, nothing.works),
    group("costs", "What seems to cost you", axis, costs, goal, nothing.costs),
    group("worry-free", "You can stop worrying about", axis, worryFree, goal, nothing.worryFree),
    group("tests", "Worth a test", axis, tests, goal, nothing.tests, experiments(report)),
    open.length === 0
      ? null
      : section(
          "open",
          "Not clear yet",
          plotRows(ratioAxis(open.slice(0, SHOWN_OPEN).flatMap(ends)), open.slice(0, SHOWN_OPEN), goal),
          open.length > SHOWN_OPEN
            ? element(
                "p",
                { class: "quiet" },
                `${plural(open.length - SHOWN_OPEN, "finding")} more in the table below.`,
              )
            : null,
        ),
    all.length === 0 ? null : findingTable(all),
  );
}

function signs(level: string): Markup {
  return element(
    "p",
    { class: "key" },
    key("up"),
    ` estimate with its ${level} interval; `,
    element(
      "svg",
      { class: "swatch", width: 14, height: 14, "aria-hidden": "true" },
      element("path", { class: "naive", d: "M7 2L12 7L7 12L2 7Z" }),
    ),
    " what a plain average would claim. The numbers give the cautious half of the range.",
  );
}

function ends({ low, high }: Told): number[] {
  return low === null || high === null ? [] : [low, high];
}

function key(tone: string): Markup {
  return element(
    "svg",
    { class: `swatch marks ${tone}`, width: 30, height: 14, "aria-hidden": "true" },
    element("line", { class: "interval", x1: 2, x2: 28, y1: 7, y2: 7 }),
    element("circle", { class: "estimate", cx: 15, cy: 7, r: 4 }),
  );
}

function group(
  id: string,
  title: string,
  axis: RatioAxis,
  findings: readonly Told[],
  goal: string,
  nothing: string,
  more: Child = null,
): Markup {
  return section(
    id,
    title,
    findings.length === 0 ? element("p", {}, nothing) : plotRows(axis, findings, goal),
    more,
  );
}

function experiments(report: Report): Child {
  if (report.experiments.length === 0) return null;
  return fragment(
    element("h3", {}, "Tests that would settle it"),
    element(
      "ul",
      { class: "plain-list" },
      report.experiments.map((experiment) =>
        element("li", {}, element("b", {}, experiment.question), ` ${experimentWords(experiment)}`),
      ),
    ),
  );
}

function findingTable(all: readonly Told[]): Markup {
  return chartTable(
    "All findings as a table",
    [
      { name: "finding" },
      { name: "measured in" },
      { name: "estimate", numeric: true },
      { name: "range", numeric: true },
      { name: "posts", numeric: true },
      { name: "plain average", numeric: true },
      { name: "verdict" },
    ],
    [...all]
      .sort(byEvidence)
      .map((finding) => [
        finding.label,
        formatOutcome(finding.outcome),
        finding.lift === null ? "" : formatLift(finding.lift),
        intervalWords(finding),
        finding.posts,
        finding.naive === null
          ? ""
          : `${timesWords(finding.naive)}${loudNaive(finding) === null ? "" : " (misleads)"}`,
        verdictWords(finding.verdict),
      ]),
  );
}
