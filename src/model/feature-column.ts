import type { Outcome } from "../types.ts";

/**
 * One feature of the posts before it enters a design (MODEL.md 2.1): its value for every mature post, -1 (binary) or NaN
 * (numeric) where unknown. Numeric ones are already in steps.
 */
export interface FeatureColumn {
  key: string;
  label: string;
  /** binary: 0, 1, -1; numeric: NaN where unknown */
  values: Int8Array | Float64Array;
  numeric: boolean;
  /** prior sd in units of s0 */
  prior: number;
  /** what it is judged on: the goal, or a rate (its count where there are no views) */
  matched: "goal" | Outcome;
  /** numeric: what one step means */
  step: string | null;
  /** false: in the design but reported elsewhere or not at all */
  listed: boolean;
  /** the values of one label column: a post has one of them, so each is compared with the others */
  group?: string;
  /** set where the data do not have it at all */
  absent: string | null;
  /** set where the data have too little of it, or something else stands for it */
  tooLittle: string | null;
}

export const DEFAULT_FEATURE_SD = 0.35;

/** A binary feature without values yet. */
export function binaryFeature(
  key: string,
  label: string,
  count: number,
  matched: FeatureColumn["matched"] = "goal",
): FeatureColumn & { values: Int8Array } {
  return {
    key,
    label,
    values: new Int8Array(count),
    numeric: false,
    prior: DEFAULT_FEATURE_SD,
    matched,
    step: null,
    listed: true,
    absent: null,
    tooLittle: null,
  };
}

/** A numeric feature without values yet (all unknown). */
export function numericFeature(
  key: string,
  label: string,
  count: number,
  prior: number,
  step: string,
): FeatureColumn & { values: Float64Array } {
  return {
    key,
    label,
    values: new Float64Array(count).fill(Number.NaN),
    numeric: true,
    prior,
    matched: "goal",
    step,
    listed: true,
    absent: null,
    tooLittle: null,
  };
}

/** Posts for which the feature is known. */
export function knownCount({ values, numeric }: FeatureColumn): number {
  let known = 0;
  for (let i = 0; i < values.length; i++) if (numeric ? !Number.isNaN(values[i]!) : values[i]! >= 0) known++;
  return known;
}
