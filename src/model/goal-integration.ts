import type { NormalMixture } from "../stats/normal-mixture.ts";
import { CELLS, cellContrasts } from "./contrasts.ts";
import { attempt, FACTOR_BAR } from "./factor.ts";
import type { OutcomeModel } from "./fit-outcome.ts";
import type { Habit } from "./habit.ts";
import { type Contrast, contrastMixture, type Integration, integrate } from "./integrate.ts";
import type { FittedOutcome } from "./outcome-models.ts";

/** Points of the integration for the goal, and for secondary fits (MODEL.md 1.6). */
export const GOAL_POINTS = 32;
export const SECONDARY_POINTS = 16;

/** Collects contrasts first and hands out their mixtures once the integration has run. */
export interface ContrastList {
  add(contrast: Contrast): number;
  readonly contrasts: readonly Contrast[];
}

export function contrastList(): ContrastList {
  const contrasts: Contrast[] = [];
  return { contrasts, add: (contrast) => contrasts.push(contrast) - 1 };
}

/** The integrated posterior of one outcome. */
export interface Integrated {
  model: OutcomeModel;
  /** whether the first 168 contrasts are the cells of the week, kept for averages */
  cells: boolean;
  integration: Integration;
  /** mixture of contrast c, in units of s0 */
  mixture(c: number): NormalMixture;
  /** mixture of the plain mean of some cells of the week */
  cellMixture(cells: readonly number[]): NormalMixture;
}

/**
 * Adds the cells of the week to a list; must come first, so that they are contrasts 0 to 167.
 * @returns whether the design has hours
 */
export function addCells(list: ContrastList, model: OutcomeModel, habit: Habit): boolean {
  if (model.built.layout.int < 0) return false;
  for (const contrast of cellContrasts(model.built, habit.shares)) list.add(contrast);
  return true;
}

/**
 * Integrates a fitted outcome over its variance components.
 * @param fitted where a factorisation fails, its fit is taken away and it is barred with `error`
 * @returns null without a fit
 */
export function integrateOutcome(
  fitted: Pick<FittedOutcome, "model" | "barred">,
  points: number,
  list: ContrastList,
  cells: boolean,
): Integrated | null {
  const { model } = fitted;
  if (!model) return null;
  const integration = attempt(() => integrate(model.core, points, list.contrasts, cells ? CELLS : 0));
  if (!integration) {
    fitted.model = null;
    fitted.barred = FACTOR_BAR;
    return null;
  }
  return {
    model,
    cells,
    integration,
    mixture: (c) => contrastMixture(integration, c),
    cellMixture: (chosen) => averageMixture(integration, chosen),
  };
}

function averageMixture(integration: Integration, chosen: readonly number[]): NormalMixture {
  const { weights, means: all, kept, keptLength } = integration;
  const means = new Float64Array(weights.length);
  const variances = new Float64Array(weights.length);
  const sum = new Float64Array(keptLength);
  for (let i = 0; i < weights.length; i++) {
    sum.fill(0);
    for (const c of chosen) {
      means[i]! += all[c]![i]! / chosen.length;
      addRow(sum, kept[i]!, c * keptLength);
    }
    variances[i] = Math.max(squareSum(sum) / chosen.length ** 2, 1e-12);
  }
  return { weights, means, variances };
}

function addRow(sum: Float64Array, rows: Float64Array, from: number): void {
  for (let k = 0; k < sum.length; k++) sum[k]! += rows[from + k]!;
}

function squareSum(values: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < values.length; k++) sum += values[k]! * values[k]!;
  return sum;
}
