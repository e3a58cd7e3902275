import { normalCdf, normalDensity, normalQuantile } from "./normal.ts";

/** A finite mixture of normal distributions: weights sum to 1, variances are positive. */
export interface NormalMixture {
  weights: ArrayLike<number>;
  means: ArrayLike<number>;
  variances: ArrayLike<number>;
}

/**
 * Mean and standard deviation of a mixture of normals.
 * @example mixtureMoments({ weights: [0.5, 0.5], means: [-1, 1], variances: [3, 3] }) // { mean: 0, sd: 2 }
 */
export function mixtureMoments({ weights, means, variances }: NormalMixture): { mean: number; sd: number } {
  let mean = 0;
  let second = 0;
  for (let i = 0; i < weights.length; i++) {
    mean += weights[i]! * means[i]!;
    second += weights[i]! * (variances[i]! + means[i]! * means[i]!);
  }
  return { mean, sd: Math.sqrt(Math.max(second - mean * mean, 0)) };
}

/**
 * Probability that a mixture of normals exceeds 0.
 * @example mixtureAboveZero({ weights: [1], means: [0], variances: [1] }) // 0.5
 */
export function mixtureAboveZero({ weights, means, variances }: NormalMixture): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++)
    sum += weights[i]! * normalCdf(means[i]! / Math.sqrt(variances[i]!));
  return Math.min(1, Math.max(0, sum));
}

/** A Newton step this small, as a share of the bracket, leaves its square as error. */
const LAST_STEP = 1e-8;

/**
 * Quantile of a mixture of normals, between the lowest mean - 6 sd and the highest mean + 6 sd: Newton steps kept inside a
 * shrinking bracket, to about 1e-14 of its width.
 * @param p probability in (0, 1)
 * @throws RangeError without components or for p outside (0, 1)
 * @example mixtureQuantile({ weights: [1], means: [3], variances: [4] }, 0.5) // 3
 */
export function mixtureQuantile(mixture: NormalMixture, p: number): number {
  const { weights, means, variances } = mixture;
  const count = weights.length;
  if (count === 0) throw new RangeError("mixtureQuantile requires at least one component");
  const sds = new Float64Array(count);
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < count; i++) {
    sds[i] = Math.sqrt(variances[i]!);
    low = Math.min(low, means[i]! - 6 * sds[i]!);
    high = Math.max(high, means[i]! + 6 * sds[i]!);
  }
  const width = high - low;
  const { mean, sd } = mixtureMoments(mixture);
  let x = Math.min(high, Math.max(low, mean + sd * normalQuantile(p)));
  for (let step = 0; step < 100 && high - low > width * 1e-14; step++) {
    let excess = -p;
    let slope = 0;
    for (let i = 0; i < count; i++) {
      const z = (x - means[i]!) / sds[i]!;
      excess += weights[i]! * normalCdf(z);
      slope += (weights[i]! * normalDensity(z)) / sds[i]!;
    }
    if (excess > 0) high = x;
    else low = x;
    const newton = x - excess / slope;
    const isInside = newton > low && newton < high;
    const next = isInside ? newton : (low + high) / 2;
    const moved = Math.abs(next - x);
    x = next;
    if (isInside && moved <= width * LAST_STEP) break;
  }
  return x;
}
