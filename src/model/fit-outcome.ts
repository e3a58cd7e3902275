import { median } from "../stats/quantile.ts";
import type { Outcome, OutcomeFit } from "../types.ts";
import { type DesignSystem, fitSystem } from "./design-system.ts";
import { multiplyElements } from "./element-products.ts";
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
  const { system, theta, s2, nu } = core;
  const { layout } = built;
  const noise = (s2 * nu) / (nu - 2);
  const feat = { from: layout.feat, to: layout.feat + layout.featCount };
  const fix = { from: layout.fix, to: layout.fix + system.fix.length };
  const spans = [...system.blocks, feat, fix];
  const variances = spans.map(({ from, to }) => {
    const part = new Float64Array(system.size);
    part.set(theta.subarray(from, to), from);
    const values = new Float64Array(system.n);
    multiplyElements(built.elements, system.size, part, values);
    return variance(values);
  });
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

function variance(values: Float64Array): number {
  let mean = 0;
  for (const value of values) mean += value / values.length;
  let sum = 0;
  for (const value of values) sum += (value - mean) ** 2;
  return sum / values.length;
}

/** Posterior mean sd of a block in log units; 0 when the design has no such block. */
export function blockSd({ core, s0 }: OutcomeModel, name: string): number {
  const k = core.system.blocks.findIndex((block) => block.name === name);
  return k < 0 ? 0 : core.sds[k]! * s0;
}
