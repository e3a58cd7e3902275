import { neighbourDifferences } from "../model/neighbour-difference.ts";
import { outcomeValue, plainValue } from "../model/outcome.ts";
import { averageRatio, type PlainSum } from "../model/plain-average.ts";
import { sfc32, shuffle } from "../stats/sfc32.ts";
import type { BacktestFinding, Outcome, Post } from "../types.ts";
import { groupDifference } from "./group-difference.ts";

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
  const rest = neighbourDifferences(known.map(({ y }) => y));
  const those = rest.filter((_, i) => known[i]!.followed);
  const others = rest.filter((_, i) => !known[i]!.followed);
  const estimate = groupDifference(those, others, level);
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

function permutationTail(rest: readonly number[], followed: readonly number[]): number {
  const share = followed.reduce((sum, one) => sum + one, 0) / followed.length;
  const marks = Float64Array.from(followed, (one) => one - share);
  const product = (of: Float64Array) => rest.reduce((sum, value, i) => sum + value * of[i]!, 0);
  const reached = product(marks);
  const random = sfc32();
  let asGood = 0;
  for (let k = 0; k < PERMUTATIONS; k++) {
    const shuffled = marks.slice();
    for (let from = 0; from < shuffled.length; from += BLOCK) {
      shuffle(shuffled, random, from, Math.min(from + BLOCK, shuffled.length));
    }
    if (product(shuffled) >= reached - 1e-12) asGood++;
  }
  return (1 + asGood) / (PERMUTATIONS + 1);
}
