import { CELLS, type CellShares, cellContrasts, featureColumn } from "./contrasts.ts";
import { designSystem } from "./design-system.ts";
import { numericFeature } from "./feature-column.ts";
import { fitOutcome, type OutcomeModel } from "./fit-outcome.ts";
import { integrate } from "./integrate.ts";
import { UNKNOWN_MINUTE } from "./post-table.ts";

/** Prior mean and sd, per sd of follower activity, of its effect in units of s0. */
const ACTIVITY_EFFECT = 0.08;
const STEP = ACTIVITY_EFFECT / 0.35;
const KEY = "follower-activity";

/**
 * Follower activity by hour, standardised: (log(a + 1) - mean)/sd over the 24 hours.
 * @param byHour 24 numbers, at least 0
 * @returns null unless all 24 are there and differ
 */
export function activityScores(byHour: readonly number[] | null): number[] | null {
  if (byHour === null || byHour.length !== 24 || !byHour.every((a) => Number.isFinite(a) && a >= 0))
    return null;
  const logs = byHour.map((a) => Math.log(a + 1));
  const mean = logs.reduce((sum, x) => sum + x, 0) / 24;
  const sd = Math.sqrt(logs.reduce((sum, x) => sum + (x - mean) ** 2, 0) / 24);
  return sd < 1e-12 ? null : logs.map((x) => (x - mean) / sd);
}

/**
 * Activity at any time of day: linear between the middles of the hours, around the clock.
 * @example activityAt([0, 2, ...new Array(22).fill(0)], 1) // 1
 */
export function activityAt(scores: readonly number[], hour: number): number {
  const place = (hour - 0.5 + 24) % 24;
  const before = Math.floor(place);
  const share = place - before;
  return scores[before]! * (1 - share) + scores[(before + 1) % 24]! * share;
}

/**
 * The effect of each cell against the habit with follower activity as a prior mean (MODEL.md section 5): for ranking
 * windows only, never for what is said about them.
 * @param model fit of the goal without activity; its s0 is used again
 * @param y outcome of its posts
 * @returns 168 means in log units
 * @throws FactorError when the normal equations cannot be factored
 */
export function audienceRanking(
  model: OutcomeModel,
  y: Float64Array,
  scores: readonly number[],
  habit: CellShares,
  points: number,
): Float64Array {
  const { table, rows } = model.built.design;
  const feature = numericFeature(KEY, "Follower activity", table.posts.length, 0.35, "one step of activity");
  let mean = 0;
  let known = 0;
  for (const row of rows) {
    if (table.minute[row]! === UNKNOWN_MINUTE) continue;
    const score = activityAt(scores, table.minute[row]! / 60);
    feature.values[row] = STEP * score;
    mean += score;
    known++;
  }
  mean /= known;
  const offset = Float64Array.from(rows, (row) => {
    const value = feature.values[row]!;
    return ACTIVITY_EFFECT * (Number.isNaN(value) ? mean : value / STEP);
  });
  const built = designSystem(table, rows, { extra: [feature] });
  const column = featureColumn(built, KEY);
  const second = fitOutcome(model.outcome, built, y, { s0: model.s0, offset });
  const { weights, thetas } = integrate(second.core, points, []);
  const theta = new Float64Array(second.core.system.size);
  thetas.forEach((own, i) => {
    for (let j = 0; j < theta.length; j++) theta[j]! += weights[i]! * own[j]!;
  });
  const perScore = ACTIVITY_EFFECT + (column < 0 ? 0 : STEP * theta[column]!);
  const cellScores = Float64Array.from({ length: CELLS }, (_, cell) => activityAt(scores, (cell % 24) + 0.5));
  const usual = cellScores.reduce((sum, score, cell) => sum + habit[cell]! * score, 0);
  return Float64Array.from(cellContrasts(built, habit), ({ columns, values }, cell) => {
    let base = 0;
    for (let k = 0; k < columns.length; k++) base += values[k]! * theta[columns[k]!]!;
    return model.s0 * (base + perScore * (cellScores[cell]! - usual));
  });
}
