import type { WeekCoupling } from "./week-coupling.ts";

/** The random blocks of the design (MODEL.md section 2), in design order. */
export const RANDOM_BLOCKS = ["trend", "week", "hour", "wd", "int", "tag", "sound", "dur"] as const;

export type BlockName = (typeof RANDOM_BLOCKS)[number];

/** The columns from..to-1 of one random block and its half-normal prior scale, in units of s0. */
export interface Block {
  name: BlockName;
  from: number;
  to: number;
  prior: number;
}

/**
 * One design as the fit sees it. Columns stand in internal order: the week columns first (they are disjoint, so that their
 * part of every factorisation is diagonal), then the rest.
 */
export interface FitSystem {
  /** posts */
  n: number;
  /** columns */
  size: number;
  /** number of week columns at the front */
  weeks: number;
  /** random blocks with at least one column, in design order */
  blocks: readonly Block[];
  /** prior precision of the columns outside the random blocks (fix 1e-6, feat 1/p^2), 0 inside */
  precision: Float64Array;
  /** columns of the block fix */
  fix: readonly number[];
  /** Z'Z between the columns of fix: 1 or 4 numbers, row-major */
  fixGram: readonly number[];
  /** Z'Z, of this system or of a larger one that begins with the same columns */
  coupling: WeekCoupling;
  /** out = Z theta */
  multiply(theta: Float64Array, out: Float64Array): void;
  /** out = Z'v, v one number per post */
  multiplyTransposed(v: Float64Array, out: Float64Array): void;
}
