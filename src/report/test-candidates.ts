import { forecast } from "../model/forecast.ts";
import type { Experiment, Fits, Judged } from "../types.ts";
import { type Candidate, CLASSES, evidenceVerdict, type Owned, type Say, worded } from "./candidate.ts";
import { effortWeight } from "./expected-gain.ts";
import { experimentIdea } from "./experiment-idea.ts";
import type { ExperimentIdea } from "./experiments.ts";
import { lever } from "./lever.ts";
import type { Measured } from "./measure-strategies.ts";

interface Input {
  measured: readonly Measured[];
  judged: ReadonlyMap<string, Judged>;
  fits: Fits;
}

/** Verdicts of a subject that leave nothing to ask. */
const SETTLED: readonly string[] = ["supported", "opposed", "negligible", "not-in-data", "error"];

/** Ideas of the strategies and of promising findings; a strategy's own wording of a question goes first. */
export function testIdeas(
  tests: readonly Owned[],
  { measured, judged, fits }: Input,
  taken: ReadonlySet<string>,
  say: Say,
): ExperimentIdea[] {
  const open = new Set(tests.map(({ finding }) => finding.id));
  const ideas = new Map<string, ExperimentIdea>();
  for (const { strategy, measurement } of measured) {
    const { id, effort } = strategy.meta;
    for (const test of measurement?.tests ?? []) {
      const { subject, question, outcome, arms, effect, affected, window = null } = test;
      const verdict = judged.get(subject)?.verdict;
      if (ideas.has(subject) || (verdict && SETTLED.includes(verdict) && !open.has(subject))) continue;
      const idea = { subject, question, strategy: id, outcome, arms, effect, affected, effort, window };
      ideas.set(subject, { ...idea, measured: open.has(subject) });
    }
  }
  for (const { finding, strategy } of tests) {
    if (ideas.has(finding.id)) continue;
    // What is certain of the past is tested because the future is not.
    const effect =
      finding.verdict === "promising"
        ? finding.estimate!
        : forecast(finding.estimate!, finding.carryOver, fits.settings.level);
    const idea = experimentIdea(finding, strategy.meta, fits.plan, effect);
    // A feature's label is no question; its strategy has the words.
    const words =
      finding.rule === "feature"
        ? say(strategy, finding, { kind: "test", expected: null, postsPerArm: null })?.test
        : undefined;
    ideas.set(finding.id, { ...idea, ...words });
  }
  return [...ideas.values()].filter(({ subject }) => !taken.has(lever(subject)));
}

/** One test per experiment offered. */
export function testCandidates(
  experiments: readonly Experiment[],
  { measured, judged }: Input,
  owned: ReadonlyMap<string, Owned>,
  say: Say,
): Candidate[] {
  return experiments.flatMap((experiment) => {
    const subject = experiment.id.slice("experiments/".length);
    const entry = measured.find(({ strategy }) => strategy.meta.id === experiment.strategy)!;
    const idea = entry.measurement!.tests.find((test) => test.subject === subject);
    const finding = owned.get(subject)?.finding;
    const context = { kind: "test" as const, expected: null, postsPerArm: experiment.postsPerArm };
    const text = idea ?? (finding ? say(entry.strategy, finding, context) : null);
    if (!text) return [];
    const evidence = judged.has(subject) ? [subject] : [];
    return {
      recommendation: worded("test", entry.strategy, text, evidence, evidenceVerdict(evidence, judged)),
      standing: CLASSES.test,
      merit: experiment.value / effortWeight(entry.strategy.meta.effort),
    };
  });
}
