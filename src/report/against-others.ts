import { outcomeValue, plainValue } from "../model/outcome.ts";
import { averageRatio, type PlainSum } from "../model/plain-average.ts";
import { normalCdf, normalQuantile } from "../stats/normal.ts";
import { sfc32, shuffle } from "../stats/sfc32.ts";
import { welch } from "../stats/welch.ts";
import type { BacktestFinding, Outcome, Post } from "../types.ts";
import { restOf } from "./backtest.ts";

const BLOCK = 20;
const PERMUTATIONS = 499;

/**
 * What the posts that followed a piece of advice did against the others of the same time: the difference of MODEL.md 8.1
 * (outcome minus the median of the neighbours), tested by shuffling within blocks of 20 successive posts.
 * @param posts in order of time
 * @param follows whether each of them followed; null = not known, left out
 * @param settings outcome, level of the interval in (0,1), id and label of the finding
 * @returns a finding for the judge, or null where no post has the outcome
 */
export function againstOthers(
  posts: readonly Post[],
  follows: readonly (boolean | null)[],
  { outcome, level, id, label }: { outcome: Outcome; level: number; id: string; label: string },
): BacktestFinding | null {
  const known = posts.flatMap((post, i) => {
    const y = outcomeValue(post, outcome);
    return follows[i] === null || Number.isNaN(y)
      ? []
      : [{ y, plain: plainValue(post, outcome), followed: follows[i]! }];
  });
  if (known.length === 0) return null;
  const rest = restOf(known.map(({ y }) => y));
  const those = rest.filter((_, i) => known[i]!.followed);
  const others = rest.filter((_, i) => !known[i]!.followed);
  const estimate = those.length < 2 || others.length < 2 ? null : difference(those, others, level);
  return {
    id,
    section: "backtest",
    key: id,
    label,
    rule: "backtest",
    outcome,
    posts: those.length,
    of: known.length,
    naive: averageRatio(plainSum(known, true), plainSum(known, false)),
    estimate,
    barred: null,
    habitShare: 0,
    carryOver: { d: 1, spread: 0 },
    slope: null,
    pValue:
      estimate &&
      permutationTail(
        rest,
        known.map(({ followed }) => (followed ? 1 : 0)),
      ),
    naiveMethod: { claimed: null, realised: null },
  };
}

function plainSum(known: readonly { plain: number; followed: boolean }[], side: boolean): PlainSum {
  const values = known.filter(({ followed }) => followed === side).map(({ plain }) => plain);
  return { sum: values.reduce((sum, value) => sum + value, 0), posts: values.length };
}

function difference(those: readonly number[], others: readonly number[], level: number) {
  const { difference: mean, standardError: sd } = welch(those, others);
  const margin = normalQuantile((1 + level) / 2) * sd;
  const probability = sd > 0 ? normalCdf(mean / sd) : mean > 0 ? 1 : mean < 0 ? 0 : 0.5;
  return {
    mean,
    sd,
    low: mean - margin,
    high: mean + margin,
    probability,
    probabilityBelow: 1 - probability,
  };
}

function permutationTail(rest: readonly number[], followed: readonly number[]): number {
  const share = followed.reduce((sum, one) => sum + one, 0) / followed.length;
  const marks = Float64Array.from(followed, (one) => one - share);
  const product = () => rest.reduce((sum, value, i) => sum + value * marks[i]!, 0);
  const reached = product();
  const random = sfc32();
  let asGood = 0;
  for (let k = 0; k < PERMUTATIONS; k++) {
    for (let from = 0; from < marks.length; from += BLOCK) {
      shuffle(marks, random, from, Math.min(from + BLOCK, marks.length));
    }
    if (product() >= reached - 1e-12) asGood++;
  }
  return (1 + asGood) / (PERMUTATIONS + 1);
}
