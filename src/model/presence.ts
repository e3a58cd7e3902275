import type { Finding } from "../types.ts";
import type { OutcomeData } from "./outcome.ts";
import { averageRatio } from "./plain-average.ts";
import type { Prepared } from "./prepare.ts";

/** What is counted of a thing that some posts have. */
export type Presence = Pick<Finding, "posts" | "of" | "naive" | "habitShare">;

/**
 * Counts things by the posts that have them, each in time of its own posts only.
 * @param known posts for which it is known whether they have the thing; default all that have the outcome
 * @returns a function of the rows (mature posts) that have the thing
 */
export function presenceCounter(
  { mature, habit }: Prepared,
  { rows: withOutcome, plain }: OutcomeData,
  known?: (row: number) => boolean,
): (rows: Iterable<number>) => Presence {
  const values = new Float64Array(mature.length).fill(Number.NaN);
  let sum = 0;
  let posts = 0;
  withOutcome.forEach((row, i) => {
    if (known && !known(row)) return;
    values[row] = plain[i]!;
    sum += plain[i]!;
    posts++;
  });
  const inHabit = new Uint8Array(mature.length);
  for (const row of habit.rows) inHabit[row] = 1;
  return (rows) => {
    const some = { sum: 0, posts: 0 };
    let habitual = 0;
    for (const row of rows) {
      habitual += inHabit[row]!;
      const value = values[row]!;
      if (Number.isNaN(value)) continue;
      some.sum += value;
      some.posts++;
    }
    return {
      posts: some.posts,
      of: withOutcome.length,
      naive: averageRatio(some, { sum: sum - some.sum, posts: posts - some.posts }),
      habitShare: habit.rows.length === 0 ? 0 : habitual / habit.rows.length,
    };
  };
}
