import {
  mixtureAboveZero,
  mixtureMoments,
  mixtureQuantile,
  type NormalMixture,
} from "../stats/normal-mixture.ts";
import type { Estimate } from "../types.ts";

/**
 * A mixture in units of s0 as an estimate in log units.
 * @param s0 residual scale of the fit
 * @param level coverage of the interval in (0, 1)
 */
export function estimateOf(mixture: NormalMixture, s0: number, level: number): Estimate {
  const { mean, sd } = mixtureMoments(mixture);
  const probability = mixtureAboveZero(mixture);
  return {
    mean: mean * s0,
    sd: sd * s0,
    low: mixtureQuantile(mixture, (1 - level) / 2) * s0,
    high: mixtureQuantile(mixture, (1 + level) / 2) * s0,
    probability,
    probabilityBelow: 1 - probability,
  };
}
