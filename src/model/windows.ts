import { mixtureMoments } from "../stats/normal-mixture.ts";
import type { CellFinding, Estimate, Finding, Fits, WindowFinding } from "../types.ts";
import { instantOf, localTime, type Zone } from "../zone.ts";
import { CELLS } from "./contrasts.ts";
import { estimateOf } from "./estimate.ts";
import { blockSd } from "./fit-outcome.ts";
import { carryOver } from "./forecast.ts";
import type { Integrated } from "./goal-integration.ts";
import { cellOf } from "./habit.ts";
import type { FittedOutcome } from "./outcome-models.ts";
import { averageRatio, type PlainSum } from "./plain-average.ts";
import { UNKNOWN_MINUTE } from "./post-table.ts";
import type { Prepared } from "./prepare.ts";
import {
  type ChosenWindow,
  chooseWindows,
  eligibleCells,
  WINDOW_HOURS,
  windowCells,
  windowEligible,
} from "./window-choice.ts";

const MIN_HOURS = 12;
const MIN_DISTINCT_HOURS = 3;
const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;

/** Why nothing may be claimed about the time of posting, over and above what bars the outcome (MODEL.md 1.7 and 2). */
export function windowBar({ table }: Prepared, goal: FittedOutcome): Finding["barred"] {
  if (goal.barred && !goal.model) return goal.barred;
  const hours = new Set<number>();
  let known = 0;
  const { rows } = goal.data;
  for (const row of rows) {
    const minute = table.minute[row]!;
    if (minute === UNKNOWN_MINUTE) continue;
    known++;
    hours.add(Math.floor(minute / 60));
  }
  if (known < MIN_HOURS) {
    const reason =
      known === 0
        ? "the export gives no time of day for any post"
        : `only ${known} of ${rows.length} posts have a time of day; ${MIN_HOURS} are needed`;
    return { verdict: "not-in-data", reason };
  }
  if (goal.barred) return goal.barred;
  if (hours.size < MIN_DISTINCT_HOURS) {
    return {
      verdict: "too-few",
      reason: `all posts stand in ${hours.size === 1 ? "one hour" : "two hours"} of the day; three are needed to compare`,
    };
  }
  return null;
}

/**
 * What the time of posting did (MODEL.md 4.1): 168 cells against the habit, up to three windows, and every eligible window
 * of one weekday.
 * @param integrated posterior of the goal with cells, or null without a fit or without hours
 * @param ranking effect of each cell by which windows are chosen (MODEL.md section 5); null = the posterior means
 */
export function windowFindings(
  prepared: Prepared,
  goal: FittedOutcome,
  integrated: Integrated | null,
  ranking: Float64Array | null,
  barred: Finding["barred"],
): Omit<Fits["windows"], "audience"> {
  const { table, habit, settings, input } = prepared;
  const eligible = eligibleCells(
    table,
    Int32Array.from(table.posts, (_, i) => i),
  );
  const plain = cellSums(prepared, goal);
  const fitted = integrated?.cells ? integrated : null;
  const spread = fitted ? Math.hypot(...["hour", "wd", "int"].map((name) => blockSd(fitted.model, name))) : 0;
  const finding = (
    cells: readonly number[],
    weekdays: readonly number[],
    startHour: number,
    hours: number,
  ) => {
    const some = total(cells.map((cell) => plain.cells[cell]!));
    return {
      outcome: goal.outcome,
      posts: cells.reduce((sum, cell) => sum + plain.posts[cell]!, 0),
      of: goal.data.rows.length,
      naive: averageRatio(some, plain.all),
      estimate: estimate(fitted, cells, settings.level),
      barred,
      label: `${weekdays.length === 7 ? "every day" : weekdays.map((day) => DAYS[day]).join(", ")} ${startHour}:00-${startHour + hours}:00`,
      habitShare: Math.min(
        1,
        cells.reduce((sum, cell) => sum + habit.shares[cell]!, 0),
      ),
      carryOver: carryOver("window", goal.outcome, spread),
    };
  };
  const cells: CellFinding[] = Array.from({ length: CELLS }, (_, cell) => {
    const weekday = Math.floor(cell / 24);
    const hour = cell % 24;
    const key = `${weekday + 1}-${hour}`;
    return {
      ...finding([cell], [weekday], hour, 1),
      id: `grid/${key}`,
      section: "grid",
      key,
      rule: "cell",
      weekday,
      hour,
      eligible: eligible[cell]!,
    };
  });
  const window = ({ weekdays, startHour }: ChosenWindow, prefix: string): WindowFinding => {
    const key = `${prefix}${weekdays.map((day) => day + 1).join(".")}-${startHour}`;
    return {
      ...finding(windowCells(weekdays, startHour), weekdays, startHour, WINDOW_HOURS),
      id: `windows/${key}`,
      section: "windows",
      key,
      rule: "window",
      weekdays,
      startHour,
      endHour: startHour + WINDOW_HOURS,
      nextAt: nextStart(input.zone, input.asOf ?? 0, weekdays, startHour),
    };
  };
  const single = cells
    .filter(({ weekday, hour }) => windowEligible(eligible, weekday, hour))
    .map(({ weekday, hour }) => ({ weekdays: [weekday], startHour: hour }));
  const means = ranking ?? (fitted ? cellMeans(fitted) : null);
  return {
    barred,
    habit: cells
      .filter((_, cell) => habit.shares[cell]! > 0)
      .map(({ weekday, hour }, _) => ({ weekday, hour, share: habit.shares[weekday * 24 + hour]! })),
    cells,
    best: means ? chooseWindows(means, eligible).map((chosen) => window(chosen, "")) : [],
    eligible: fitted ? single.map((chosen) => window(chosen, "single-")) : [],
  };
}

/** Posterior mean of each cell against the habit, in log units. */
export function cellMeans({ model, mixture }: Integrated): Float64Array {
  return Float64Array.from({ length: CELLS }, (_, cell) => mixtureMoments(mixture(cell)).mean * model.s0);
}

function estimate(fitted: Integrated | null, cells: readonly number[], level: number): Estimate | null {
  if (!fitted) return null;
  const mixture = cells.length === 1 ? fitted.mixture(cells[0]!) : fitted.cellMixture(cells);
  return estimateOf(mixture, fitted.model.s0, level);
}

function cellSums({ table }: Prepared, { data }: FittedOutcome) {
  const posts = new Int32Array(CELLS);
  for (let i = 0; i < table.posts.length; i++) {
    if (table.minute[i]! !== UNKNOWN_MINUTE) posts[cellOf(table, i)]!++;
  }
  const cells: PlainSum[] = Array.from({ length: CELLS }, () => ({ sum: 0, posts: 0 }));
  data.rows.forEach((row, i) => {
    if (table.minute[row]! === UNKNOWN_MINUTE) return;
    const cell = cells[cellOf(table, row)]!;
    cell.sum += data.plain[i]!;
    cell.posts++;
  });
  return { posts, cells, all: total(cells) };
}

function total(sums: readonly PlainSum[]): PlainSum {
  return sums.reduce((all, { sum, posts }) => ({ sum: all.sum + sum, posts: all.posts + posts }), {
    sum: 0,
    posts: 0,
  });
}

/**
 * The next local start of a window after an instant, ms UTC; a start that daylight saving skips moves to the first minute
 * that exists.
 * @param weekdays at least one, 0 = Monday
 */
export function nextStart(zone: Zone, after: number, weekdays: readonly number[], startHour: number): number {
  const today = localTime(zone, after);
  for (let ahead = 0; ahead <= 8; ahead++) {
    if (!weekdays.includes((today.weekday + ahead) % 7)) continue;
    const at = instantOf(zone, today.day + ahead, startHour * 60);
    if (at > after) return at;
  }
  throw new RangeError("nextStart requires at least one weekday");
}
