import type { Outcome } from "../types.ts";
import { CELLS } from "./contrasts.ts";
import { designSystem } from "./design-system.ts";
import { attempt } from "./factor.ts";
import { fitOutcome } from "./fit-outcome.ts";
import { addCells, contrastList, integrateOutcome } from "./goal-integration.ts";
import { habitOf } from "./habit.ts";
import { outcomeData } from "./outcome.ts";
import { UNKNOWN_MINUTE } from "./post-table.ts";
import type { Prepared } from "./prepare.ts";
import { chooseWindows, eligibleCells, WINDOW_HOURS } from "./window-choice.ts";
import { cellMeans } from "./windows.ts";

const POINTS = 8;
const PASSES = 8;

/** A mature post with the outcome, for the backtest: time in days, outcome in log units, nulls where no hour is known. */
export interface LearnerPost {
  t: number;
  y: number;
  count: number;
  weekday: number | null;
  hour: number | null;
}

/** What some posts teach about the time of posting. */
export interface Learned {
  /** posterior mean of a cell against the habit, log units; weekday 0 = Monday */
  score(weekday: number, hour: number): number;
  windows: { weekdays: number[]; startHour: number; endHour: number }[];
}

/** The posts of a backtest and how to learn from some of them, by index. */
export interface WindowLearner {
  posts: LearnerPost[];
  learn(training: readonly number[]): Learned | null;
}

/**
 * Prepares the backtest of MODEL.md 8.1: `learn` fits the training posts with 8 points and at most 8 passes, in units of
 * their own residual scale, and chooses windows by the rule of 4.1 on those posts alone.
 * @param outcome the goal
 */
export function windowLearner({ table, mature }: Prepared, outcome: Outcome): WindowLearner {
  const { rows, y, plain } = outcomeData(mature, outcome);
  const first = rows.length > 0 ? table.at[rows[0]!]! : 0;
  const posts = Array.from(rows, (row, i): LearnerPost => {
    const minute = table.minute[row]!;
    return {
      t: (table.at[row]! - first) / 86_400_000,
      y: y[i]!,
      count: plain[i]!,
      weekday: minute === UNKNOWN_MINUTE ? null : table.weekday[row]!,
      hour: minute === UNKNOWN_MINUTE ? null : minute / 60,
    };
  });
  return {
    posts,
    learn(training) {
      if (training.length < 12) return null;
      const own = Int32Array.from(training, (i) => rows[i]!);
      const values = Float64Array.from(training, (i) => y[i]!);
      if (values.every((value) => value === values[0])) return null;
      const built = designSystem(table, own);
      const model = attempt(() => fitOutcome(outcome, built, values, { passes: PASSES }));
      if (!model) return null;
      const list = contrastList();
      if (!addCells(list, model, habitOf(table, own))) return null;
      const integrated = integrateOutcome({ model, barred: null }, POINTS, list, true);
      if (!integrated) return null;
      const means = cellMeans(integrated);
      return {
        score: (weekday, hour) => means[(weekday * 24 + hour) % CELLS]!,
        windows: chooseWindows(means, eligibleCells(table, own)).map(({ weekdays, startHour }) => ({
          weekdays,
          startHour,
          endHour: startHour + WINDOW_HOURS,
        })),
      };
    },
  };
}
