import { compareText } from "../model/order.ts";
import type { Dataset, Experiment, Fits, Judged, Recommendation } from "../types.ts";
import { actionCandidates } from "./action-candidates.ts";
import type { Action, Candidate, Owned, Say } from "./candidate.ts";
import { expectedGain } from "./expected-gain.ts";
import { experiments as design } from "./experiments.ts";
import { lever } from "./lever.ts";
import { findingsOf, type Measured, messageOf } from "./measure-strategies.ts";
import { testCandidates, testIdeas } from "./test-candidates.ts";
import { gapCandidates, habitCandidates, practiceCandidates } from "./unmeasured-candidates.ts";

/** A `do` or `stop` needs this probability that the future effect has the claimed sign. */
const SURE = 0.8;
/** Fewer affected posts a week than this are only listed. */
const FEWEST_AFFECTED = 0.25;

interface Input {
  measured: readonly Measured[];
  judged: ReadonlyMap<string, Judged>;
  fits: Fits;
  dataset: Dataset;
  /** throw on where a strategy throws */
  strict: boolean;
}

/** What may be advised: ranked recommendations, the experiments behind the tests, and the strategies whose words failed. */
export interface Ranking {
  recommendations: Recommendation[];
  experiments: Experiment[];
  failures: ReadonlyMap<string, string>;
}

/**
 * From judged findings to a ranked list of advice (MODEL.md section 7, STRATEGIES.md section 2): no contradictions, no lever
 * counted twice, nothing measured below a manual practice.
 * @param input what the strategies measured, what was judged, fits and dataset
 */
export function rank(input: Input): Ranking {
  const failures = new Map<string, string>();
  const say = speaker(input, failures);
  const owned = ownership(input);
  const sorted = sortFindings(owned, input.fits);
  const actions = actionCandidates(sorted.actions, say);
  const habits = habitCandidates(input.measured, input.judged, leversOf(actions));
  const ideas = testIdeas(sorted.tests, input, leversOf([...actions, ...habits]), say);
  const experiments = design(ideas, input.fits);
  const tests = testCandidates(experiments, input, owned, say);
  const gaps = gapCandidates(input.measured);
  const said = [...actions, ...habits, ...tests];
  const practices = practiceCandidates(
    input.measured,
    new Set(said.map(({ recommendation }) => recommendation.strategy)),
    leversOf(said),
  );
  const recommendations = unique([...actions, ...habits, ...tests, ...gaps, ...practices])
    .sort(
      (a, b) =>
        a.standing - b.standing || b.merit - a.merit || compareText(a.recommendation.id, b.recommendation.id),
    )
    .map(({ recommendation }, i) => ({ ...recommendation, rank: i + 1 }));
  return { recommendations, experiments, failures };
}

/** What the advice so far changes: nothing that stands lower may touch it again. */
function leversOf(candidates: readonly Candidate[]): Set<string> {
  return new Set(
    candidates.map(({ recommendation: { evidence, strategy } }) => lever(evidence[0] ?? strategy)),
  );
}

/** Every judged finding with the first strategy of the registry that gave it. */
function ownership({ measured, judged }: Input): Map<string, Owned> {
  const owned = new Map<string, Owned>();
  for (const entry of measured) {
    for (const finding of findingsOf(entry, judged)) {
      if (!owned.has(finding.id)) owned.set(finding.id, { finding, strategy: entry.strategy });
    }
  }
  return owned;
}

function sortFindings(owned: ReadonlyMap<string, Owned>, fits: Fits): { actions: Action[]; tests: Owned[] } {
  const actions: Action[] = [];
  const tests: Owned[] = [];
  for (const { finding, strategy } of owned.values()) {
    const { verdict } = finding;
    if (verdict === "promising") tests.push({ finding, strategy });
    if (verdict !== "supported" && verdict !== "opposed") continue;
    const direction = verdict === "supported" ? "do" : "stop";
    const prospect = expectedGain(finding, direction, strategy.meta.effort, fits);
    if (prospect.sure < SURE) tests.push({ finding, strategy });
    else if (prospect.key > 0 && prospect.affected >= FEWEST_AFFECTED) {
      actions.push({ finding, strategy, prospect });
    }
  }
  return { actions, tests };
}

function speaker({ fits, dataset, strict }: Input, failures: Map<string, string>): Say {
  return (strategy, judged, context) => {
    if (failures.has(strategy.meta.id)) return null;
    try {
      return strategy.advise(judged, { ...context, fits, dataset });
    } catch (error) {
      if (strict) throw error;
      failures.set(strategy.meta.id, messageOf(error));
      return null;
    }
  };
}

/** Ids are unique: what stands higher keeps it. */
function unique(candidates: readonly Candidate[]): Candidate[] {
  const byId = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const known = byId.get(candidate.recommendation.id);
    if (!known || candidate.standing < known.standing) byId.set(candidate.recommendation.id, candidate);
  }
  return [...byId.values()];
}
