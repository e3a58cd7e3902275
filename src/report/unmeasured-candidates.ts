import { compareText } from "../model/order.ts";
import type { Judged } from "../types.ts";
import { type Candidate, CLASSES, evidenceVerdict, worded } from "./candidate.ts";
import { effortWeight } from "./expected-gain.ts";
import { lever } from "./lever.ts";
import type { Measured } from "./measure-strategies.ts";

const MOST_PRACTICES = 5;

/** Advice from facts of cadence and spread, one per lever, none on a lever that a `do` or `stop` has taken. */
export function habitCandidates(
  measured: readonly Measured[],
  judged: ReadonlyMap<string, Judged>,
  taken: ReadonlySet<string>,
): Candidate[] {
  const used = new Set(taken);
  return measured.flatMap(({ strategy, measurement }) =>
    (measurement?.habits ?? []).flatMap((habit) => {
      const own = lever(habit.evidence[0] ?? strategy.meta.id);
      if (used.has(own)) return [];
      used.add(own);
      const verdict = evidenceVerdict(habit.evidence, judged);
      return {
        recommendation: worded("habit", strategy, habit, habit.evidence, verdict),
        standing: CLASSES.habit,
        merit: -effortWeight(strategy.meta.effort),
      };
    }),
  );
}

/** Missing exports, each offered once; what blocks the goal in the words of the strategy that says so. */
export function gapCandidates(measured: readonly Measured[]): Candidate[] {
  const all = measured.flatMap(({ measurement }) => measurement?.gaps ?? []);
  const blocking = new Set(all.filter(({ blocksGoal }) => blocksGoal).map(({ key }) => key));
  const keys = new Set<string>();
  return measured.flatMap(({ strategy, measurement }) =>
    (measurement?.gaps ?? []).flatMap((gap) => {
      if (keys.has(gap.key) || (blocking.has(gap.key) && !gap.blocksGoal)) return [];
      keys.add(gap.key);
      return {
        recommendation: worded("data", strategy, gap, [], "not-in-data"),
        standing: blocking.has(gap.key) ? CLASSES.blocking : CLASSES.data,
        merit: -effortWeight(strategy.meta.effort),
      };
    }),
  );
}

/** The manual practices that fit best, from strategies and on levers of which nothing else is said. */
export function practiceCandidates(
  measured: readonly Measured[],
  spoken: ReadonlySet<string>,
  taken: ReadonlySet<string>,
): Candidate[] {
  return measured
    .flatMap(({ strategy, measurement }) =>
      measurement?.practice && !spoken.has(strategy.meta.id) && !taken.has(lever(strategy.meta.id))
        ? [{ strategy, practice: measurement.practice }]
        : [],
    )
    .sort((a, b) => b.practice.fit - a.practice.fit || compareText(a.strategy.meta.id, b.strategy.meta.id))
    .slice(0, MOST_PRACTICES)
    .map(({ strategy, practice }) => ({
      recommendation: worded("practice", strategy, practice, [], "manual"),
      standing: CLASSES.practice,
      merit: -effortWeight(strategy.meta.effort),
    }));
}
