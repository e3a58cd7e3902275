import { median } from "../stats/quantile.ts";
import type { Outcome, OutcomeFit } from "../types.ts";
import { type DesignSystem, fitSystem } from "./design-system.ts";
import { type CoreFit, fitCore } from "./fit.ts";
import { localScale } from "./outcome.ts";

/** A fitted outcome with all that contrasts need; coefficients in units of s0. */
export interface OutcomeModel {
  outcome: Outcome;
  built: DesignSystem;
  core: CoreFit;
  s0: number;
  /** median of y, log units */
  centre: number;
}

export interface FitOutcomeOptions {
  /** with the block int (default true) */
  interaction?: boolean;
  /** at most so many passes (default 12) */
  passes?: number;
  /** scale to use instead of the local one of y (MODEL.md section 5) */
  s0?: number;
  /** known part of y', subtracted from it, in units of s0 (MODEL.md section 5) */
  offset?: Float64Array;
}

/**
 * Fits one outcome on a design, in units of its own residual scale (MODEL.md 1.8 and section 3).
 * @param built design over the posts that have the outcome
 * @param y outcome on the model's scale, in the order of the design's rows, not all equal
 * @throws FactorError when the normal equations cannot be factored
 */
export function fitOutcome(
  outcome: Outcome,
  built: DesignSystem,
  y: Float64Array,
  options: FitOutcomeOptions = {},
): OutcomeModel {
  const { interaction = true, passes = 12, offset } = options;
  const s0 = options.s0 ?? localScale(y);
  const centre = median(y);
  const standardised = y.map((value, i) => (value - centre) / s0 - (offset?.[i] ?? 0));
  const core = fitCore(fitSystem(built, interaction), standardised, { passes });
  return { outcome, built, core, s0, centre };
}

/** The summary of a fit for `model.outcomes` of the report, in log units. */
export function outcomeFit({ outcome, built, core, s0 }: OutcomeModel): OutcomeFit {
  const { system, s2, nu } = core;
  const { layout } = built;
  const noise = (s2 * nu) / (nu - 2);
  const feat = { from: layout.feat, to: layout.feat + layout.featCount };
  const fix = { from: layout.fix, to: layout.fix + system.fix.length };
  const spans = [...system.blocks, feat, fix];
  const variances = spans.map((span) => partVariance(core, layout.fix, span));
  const total = variances.reduce((sum, value) => sum + value, noise);
  return {
    outcome,
    posts: system.n,
    residualSd: s0 * Math.sqrt(noise),
    nu,
    downweighted: core.downweighted,
    parts: system.blocks.map(({ name }, k) => ({
      part: name,
      sd: s0 * core.sds[k]!,
      shareOfVariance: variances[k]! / total,
    })),
    perPostVariance: (s0 * s0 * s2 * (nu + 3)) / (nu + 1),
  };
}

/**
 * Variance over the posts of what some columns contribute to the fit, from Z'Z: the column of ones gives their means.
 * @param one column of ones
 */
function partVariance(
  { system, theta }: CoreFit,
  one: number,
  { from, to }: { from: number; to: number },
): number {
  const { coupling, weeks, n } = system;
  const entry = (i: number, j: number) => {
    const row = Math.max(i, j) - weeks;
    return coupling.gram[(row * (row + 1)) / 2 + Math.min(i, j) - weeks]!;
  };
  let square = 0;
  let sum = 0;
  for (let i = from; i < to; i++) {
    if (i < weeks) {
      // Week columns are disjoint marks.
      sum += theta[i]! * coupling.counts[i]!;
      square += theta[i]! ** 2 * coupling.counts[i]!;
      continue;
    }
    sum += theta[i]! * entry(i, one);
    for (let j = from; j <= i; j++) square += (i === j ? 1 : 2) * theta[i]! * theta[j]! * entry(i, j);
  }
  return Math.max(square / n - (sum / n) ** 2, 0);
}

/** Posterior mean sd of a block in log units; 0 when the design has no such block. */
export function blockSd({ core, s0 }: OutcomeModel, name: string): number {
  const k = core.system.blocks.findIndex((block) => block.name === name);
  return k < 0 ? 0 : core.sds[k]! * s0;
}
