import type { Finding } from "../types.ts";
import type { OutcomeData } from "./outcome.ts";
import { averageRatio, type PlainSum } from "./plain-average.ts";
import type { Prepared } from "./prepare.ts";

/** What is counted of a thing that some posts have. */
export type Presence = Pick<Finding, "posts" | "of" | "naive" | "habitShare">;

/**
 * Counts things by the posts that have them, each in time of its own posts only.
 * @returns a function of the rows (mature posts) that have the thing, and of those for which that is unknown
 */
export function presenceCounter(
  { mature, habit }: Prepared,
  { rows: withOutcome, plain }: OutcomeData,
): (rows: Iterable<number>, unknown?: Iterable<number>) => Presence {
  const values = new Float64Array(mature.length).fill(Number.NaN);
  let sum = 0;
  for (let i = 0; i < withOutcome.length; i++) {
    values[withOutcome[i]!] = plain[i]!;
    sum += plain[i]!;
  }
  const inHabit = new Uint8Array(mature.length);
  for (const row of habit.rows) inHabit[row] = 1;
  const sumOf = (rows: Iterable<number>): PlainSum => {
    const found = { sum: 0, posts: 0 };
    for (const row of rows) {
      const value = values[row]!;
      if (Number.isNaN(value)) continue;
      found.sum += value;
      found.posts++;
    }
    return found;
  };
  return (rows, unknown = []) => {
    const some = sumOf(rows);
    const left = sumOf(unknown);
    let habitual = 0;
    for (const row of rows) habitual += inHabit[row]!;
    const others = {
      sum: sum - some.sum - left.sum,
      posts: withOutcome.length - some.posts - left.posts,
    };
    return {
      posts: some.posts,
      of: withOutcome.length,
      naive: averageRatio(some, others),
      habitShare: habit.rows.length === 0 ? 0 : habitual / habit.rows.length,
    };
  };
}
