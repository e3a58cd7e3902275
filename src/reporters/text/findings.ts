import type { Report } from "../../types.ts";
import { formatLift, formatOutcome, formatShare, plural } from "../../wording.ts";
import { groupsOf, nothingIn, type Told } from "../story/findings.ts";
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
  const anything = [works, costs, tests].some((findings) => findings.length > 0);
  return [
    ...heading(page, "What works for you"),
    ...(anything ? paragraph(page, page.say(key, "quiet"), 1) : []),
    ...group(page, works, { goal, range: "half", style: "gain" }, nothing.works),
    ...heading(page, "What seems to cost you"),
    ...group(page, costs, { goal, range: "half", style: "loss" }, nothing.costs),
    ...heading(page, "You can stop worrying about"),
    ...group(page, worryFree, { goal, range: "whole", style: "plain" }, nothing.worryFree),
    ...heading(page, "Worth a test"),
    ...group(page, tests, { goal, range: "half", style: "accent" }, nothing.tests),
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
      const arms = experiment.arms.map((arm) => `${plural(arm.posts, "post")} ${arm.label}`).join(", ");
      const size = `about ${plural(experiment.weeks, "week")}; shows a difference of ${formatLift(experiment.detectableLift)} or more in ${formatOutcome(experiment.outcome)}`;
      return [
        ...paragraph(page, page.say(experiment.question), 3, [blank(1), page.say("•", "accent")]),
        ...paragraph(page, page.say(`${arms}: ${size}.`, "quiet"), 3),
      ];
    }),
  ];
}
