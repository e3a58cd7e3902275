import { compareText } from "../model/order.ts";
import { countOf } from "../model/outcome.ts";
import { detectableLift, experimentValue, postsPerArm } from "../model/power.ts";
import type { Effort, Experiment, Fits, Outcome } from "../types.ts";
import { effortWeight } from "./expected-gain.ts";
import { lever } from "./lever.ts";

/** A question that alternating two ways of posting would answer. */
export interface ExperimentIdea {
  /** finding id, or the strategy's id where there is no finding */
  subject: string;
  question: string;
  strategy: string;
  outcome: Outcome;
  /** the new thing first, then what is done now */
  arms: readonly [string, string];
  /** what is known so far: mean and sd of the log ratio */
  effect: { mean: number; sd: number };
  /** posts per week that would change if it pays */
  affected: number;
  effort: Effort;
  /** where the first arm is a time of the week: 0 = Monday, whole hours, the end exclusive */
  window: { weekdays: readonly number[]; startHour: number; endHour: number } | null;
  /** true where the account's own posts speak for it, false where it is only an idea */
  measured: boolean;
}

/** The lift that an experiment should be able to find, and the weeks it may take. */
const WANTED_LIFT = 1.5;
const MOST_WEEKS = 12;
const LARGEST_DETECTABLE = 3;
const MOST_EXPERIMENTS = 5;

/**
 * The experiments worth offering, best first by value over effort, at most five (MODEL.md section 7, "Experiments").
 * @param ideas at most one per subject; those that could find nothing in twelve weeks are left out
 * @param fits plan, fitted outcomes and baseline
 */
export function experiments(
  ideas: readonly ExperimentIdea[],
  fits: Pick<Fits, "plan" | "outcomes" | "baseline">,
): Experiment[] {
  const designed = ideas.flatMap((idea) => {
    const experiment = designExperiment(idea, fits);
    return experiment && experiment.value > 0
      ? [{ experiment, idea, merit: experiment.value / effortWeight(idea.effort) }]
      : [];
  });
  designed.sort((a, b) => b.merit - a.merit || compareText(a.idea.subject, b.idea.subject));
  // Two tests on one lever at a time would disturb each other; what the own posts speak for goes before a mere idea.
  const perLever = new Map<string, (typeof designed)[number]>();
  for (const entry of designed) {
    const known = perLever.get(lever(entry.idea.subject));
    if (!known || (entry.idea.measured && !known.idea.measured))
      perLever.set(lever(entry.idea.subject), entry);
  }
  return designed
    .filter((entry) => perLever.get(lever(entry.idea.subject)) === entry)
    .slice(0, MOST_EXPERIMENTS)
    .map(({ experiment }) => experiment);
}

/**
 * Posts per arm, what they can find, how long it takes and what knowing is worth per week, in the outcome's count.
 * @returns null where the outcome has no fit or baseline, or twelve weeks could not even find a lift of 3
 */
export function designExperiment(
  idea: ExperimentIdea,
  { plan, outcomes, baseline }: Pick<Fits, "plan" | "outcomes" | "baseline">,
): Experiment | null {
  const variance = outcomes.find(({ outcome }) => outcome === idea.outcome)?.perPostVariance;
  const typical = baseline.perPost[countOf(idea.outcome)]?.median;
  if (variance === undefined || !(variance > 0) || typical === undefined || typical === null) return null;
  const available = Math.floor((MOST_WEEKS * plan) / 2);
  if (available < 1) return null;
  const perArm = Math.min(postsPerArm(variance, WANTED_LIFT), available);
  const lift = detectableLift(variance, perArm);
  if (lift > LARGEST_DETECTABLE) return null;
  return {
    id: `experiments/${idea.subject}`,
    question: idea.question,
    strategy: idea.strategy,
    outcome: idea.outcome,
    arms: idea.arms.map((label) => ({ label, posts: perArm })),
    postsPerArm: perArm,
    detectableLift: lift,
    weeks: Math.ceil((2 * perArm) / plan),
    value: experimentValue(idea.effect, variance, perArm) * idea.affected * typical,
    window: idea.window && { ...idea.window, weekdays: idea.window.weekdays.map((weekday) => weekday + 1) },
  };
}
