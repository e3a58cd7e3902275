import { compareText } from "../model/order.ts";
import type { DurationFinding, Judged } from "../types.ts";
import { type Action, type Candidate, CLASSES, type Say, worded } from "./candidate.ts";
import { lever } from "./lever.ts";

/** One `do` or `stop` per lever, the one with the largest key; further supported windows are named as evidence. */
export function actionCandidates(actions: readonly Action[], say: Say): Candidate[] {
  const best = longestGain(actions);
  const sorted = actions
    .filter(({ finding }) => best === null || finding.rule !== "duration" || finding.id === best)
    .sort((a, b) => b.prospect.key - a.prospect.key || compareText(a.finding.id, b.finding.id));
  const taken = new Set<string>();
  const found: Candidate[] = [];
  for (const { finding, strategy, prospect } of sorted) {
    const own = lever(finding.id);
    if (taken.has(own)) continue;
    const { direction: kind, expected } = prospect;
    const text = say(strategy, finding, { kind, expected, postsPerArm: null });
    if (!text) continue;
    taken.add(own);
    const evidence = [finding.id];
    if (finding.rule === "window") {
      const others = sorted.filter((other) => other.finding.rule === "window" && other.finding !== finding);
      evidence.push(...others.map((other) => other.finding.id));
    }
    const recommendation = worded(kind, strategy, text, evidence, finding.verdict, expected);
    found.push({ recommendation, standing: CLASSES.action, merit: prospect.key });
  }
  return found;
}

/** The supported length with the largest effect: the report's `bestSeconds`, which advice must not contradict. */
function longestGain(actions: readonly Action[]): string | null {
  const lengths = actions.filter(
    ({ finding, prospect }) => finding.rule === "duration" && prospect.direction === "do",
  );
  const mean = ({ finding }: Action) => finding.estimate!.mean;
  const seconds = ({ finding }: Action) => (finding as Judged & DurationFinding).seconds;
  lengths.sort((a, b) => mean(b) - mean(a) || seconds(a) - seconds(b));
  return lengths[0]?.finding.id ?? null;
}
