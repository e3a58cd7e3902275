import type { Report } from "../../types.ts";
import { formatShare } from "../../wording.ts";
import { experimentWords } from "../story/experiments.ts";
import { groupsOf, nothingIn, TOO_FEW, type Told } from "../story/findings.ts";
import { effectRows, type RowOptions } from "./effect-rows.ts";
import { blank, type Line, type Page, paragraph } from "./line.ts";
import { heading } from "./signs.ts";

const SHOWN = 6;

/** What works, what seems to cost, what to stop worrying about, what is worth a test: a line per finding. */
export function findingLines(report: Report, page: Page): Line[] {
  const { works, costs, worryFree, tests } = groupsOf(report);
  const nothing = nothingIn(report);
  const goal = report.settings.goal;
  const level = formatShare(report.settings.level);
  const key = `Numbers: the cautious half of the range. Bars: all of it (${level} interval). Average: what a plain average would claim.`;
  const parts = [
    { title: "What works for you", findings: works, range: "half", style: "gain", empty: nothing.works },
    { title: "What seems to cost you", findings: costs, range: "half", style: "loss", empty: nothing.costs },
    {
      title: "You can stop worrying about",
      findings: worryFree,
      range: "whole",
      style: "plain",
      empty: nothing.worryFree,
    },
    { title: "Worth a test", findings: tests, range: "half", style: "accent", empty: nothing.tests },
  ] as const;
  if (report.experiments.length === 0 && parts.every(({ empty }) => empty === TOO_FEW)) {
    return [
      ...heading(page, "What works, what costs, what to test"),
      ...paragraph(page, page.say(TOO_FEW), 1),
    ];
  }
  // the key stands above the first numbers that it explains
  const keyed = parts.find(({ findings, range }) => range === "half" && findings.length > 0);
  return [
    ...parts.flatMap((part) => [
      ...heading(page, part.title),
      ...(part === keyed ? paragraph(page, page.say(key, "quiet"), 1) : []),
      ...group(page, part.findings, { goal, range: part.range, style: part.style }, part.empty),
    ]),
    ...experimentLines(report, page),
  ];
}

function group(page: Page, findings: readonly Told[], options: RowOptions, nothing: string): Line[] {
  if (findings.length === 0) return paragraph(page, page.say(nothing), 1);
  const rest = findings.slice(SHOWN).map((finding) => finding.label);
  return [
    ...effectRows(page, findings.slice(0, SHOWN), options),
    ...(rest.length > 0
      ? paragraph(page, page.say(`and ${rest.length} more: ${rest.join(", ")}`, "quiet"), 1)
      : []),
  ];
}

function experimentLines(report: Report, page: Page): Line[] {
  if (report.experiments.length === 0) return [];
  return [
    [],
    ...paragraph(page, page.say("Tests that would settle it", "strong"), 1),
    ...report.experiments.slice(0, 5).flatMap((experiment) => {
      return [
        ...paragraph(page, page.say(experiment.question), 3, [blank(1), page.say("•", "accent")]),
        ...paragraph(page, page.say(experimentWords(experiment), "quiet"), 3),
      ];
    }),
  ];
}
