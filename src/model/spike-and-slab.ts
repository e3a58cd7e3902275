import { normalCdf } from "../stats/normal.ts";

/** Standard deviations of the slabs; 0 is the spike. */
export const SLABS = [0, 0.1, 0.2, 0.35] as const;

const PSEUDO_COUNTS = [10, 2 / 3, 2 / 3, 2 / 3] as const;
const ROUNDS = 300;

/** Posterior of one effect under the mixture. */
export interface SlabPosterior {
  mean: number;
  sd: number;
  /** P(effect = 0), P(effect > 0), P(effect < 0); they sum to 1 */
  zero: number;
  above: number;
  below: number;
  /** the p quantile, for p in (0, 1) */
  quantile(p: number): number;
}

/**
 * Adaptive shrinkage of effects of which most may be zero: a spike at 0 and three normal slabs, whose weights are learned
 * from the effects themselves by 300 rounds of EM with pseudo-counts (MODEL.md 4.2). After Stephens 2017, False discovery
 * rates: a new deal, https://doi.org/10.1093/biostatistics/kxw041.
 * @param estimates effects with their own prior divided out
 * @param errors their standard errors, positive
 * @param member which of them the weights are learned from; the others are only evaluated (default all)
 * @returns weights of SLABS (sum 1), and one posterior per effect
 */
export function spikeAndSlab(
  estimates: ArrayLike<number>,
  errors: ArrayLike<number>,
  member: (j: number) => boolean = () => true,
): { weights: number[]; posteriors: SlabPosterior[] } {
  const count = estimates.length;
  const slabs = SLABS.length;
  const likelihoods = new Float64Array(count * slabs);
  const members: number[] = [];
  for (let j = 0; j < count; j++) {
    for (let g = 0; g < slabs; g++) {
      likelihoods[j * slabs + g] = normalAt(estimates[j]!, errors[j]! ** 2 + SLABS[g]! ** 2);
    }
    if (member(j)) members.push(j);
  }
  const pseudo = PSEUDO_COUNTS.reduce((sum, a) => sum + a, 0);
  const weights = Float64Array.from(PSEUDO_COUNTS, (a) => a / pseudo);
  const z = new Float64Array(slabs);
  const sums = new Float64Array(slabs);
  for (let round = 0; round < ROUNDS; round++) {
    sums.set(PSEUDO_COUNTS);
    for (const j of members) {
      memberships(likelihoods, j * slabs, weights, z);
      for (let g = 0; g < slabs; g++) sums[g]! += z[g]!;
    }
    const total = sums.reduce((sum, value) => sum + value, 0);
    for (let g = 0; g < slabs; g++) weights[g] = sums[g]! / total;
  }
  const posteriors = Array.from({ length: count }, (_, j) => {
    memberships(likelihoods, j * slabs, weights, z);
    return posteriorOf([...z], estimates[j]!, errors[j]!);
  });
  return { weights: [...weights], posteriors };
}

function normalAt(x: number, variance: number): number {
  return Math.exp((-0.5 * x * x) / variance) / Math.sqrt(2 * Math.PI * variance) + 1e-300;
}

/** Probabilities of the spike and the slabs for the effect whose likelihoods begin at `from`, into z. */
function memberships(likelihoods: Float64Array, from: number, weights: Float64Array, z: Float64Array): void {
  let total = 0;
  for (let g = 0; g < z.length; g++) {
    z[g] = likelihoods[from + g]! * weights[g]!;
    total += z[g]!;
  }
  for (let g = 0; g < z.length; g++) z[g]! /= total;
}

function posteriorOf(z: readonly number[], estimate: number, error: number): SlabPosterior {
  const shrink = SLABS.map((g) => (g * g) / (g * g + error * error));
  const means = shrink.map((share) => estimate * share);
  const sds = shrink.map((share) => error * Math.sqrt(share));
  let above = 0;
  let mean = 0;
  let second = 0;
  for (let g = 0; g < SLABS.length; g++) {
    if (SLABS[g]! > 0) above += z[g]! * normalCdf(means[g]! / sds[g]!);
    mean += z[g]! * means[g]!;
    second += z[g]! * (sds[g]! ** 2 + means[g]! ** 2);
  }
  const cumulative = (x: number) => {
    let sum = x >= 0 ? z[0]! : 0;
    for (let g = 1; g < SLABS.length; g++) sum += z[g]! * normalCdf((x - means[g]!) / sds[g]!);
    return sum;
  };
  return {
    mean,
    sd: Math.sqrt(Math.max(second - mean * mean, 0)),
    zero: z[0]!,
    above,
    below: Math.max(0, 1 - above - z[0]!),
    quantile(p) {
      let low = -12;
      let high = 12;
      for (let i = 0; i < 60; i++) {
        const middle = (low + high) / 2;
        if (cumulative(middle) < p) low = middle;
        else high = middle;
      }
      return (low + high) / 2;
    },
  };
}
