/**
 * Difference of two means with Welch's standard error (unequal variances): mean(a) - mean(b), se = sqrt(va/na + vb/nb) with
 * the unbiased variances. Source: Welch 1947, Biometrika 34:28-35, https://doi.org/10.1093/biomet/34.1-2.28
 * @param a at least two numbers
 * @param b at least two numbers
 * @throws RangeError with fewer than two values on a side
 * @example welch([1, 3], [0, 2]) // { difference: 1, standardError: 1.4142135623730951 }
 */
export function welch(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
): { difference: number; standardError: number } {
  const first = meanAndVariance(a);
  const second = meanAndVariance(b);
  return {
    difference: first.mean - second.mean,
    standardError: Math.sqrt(first.variance / a.length + second.variance / b.length),
  };
}

/**
 * Mean and unbiased variance (divisor n - 1).
 * @param values at least two numbers
 * @throws RangeError with fewer
 * @example meanAndVariance([1, 3]) // { mean: 2, variance: 2 }
 */
export function meanAndVariance(values: ArrayLike<number>): { mean: number; variance: number } {
  if (values.length < 2) throw new RangeError("meanAndVariance requires at least two values");
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  const mean = sum / values.length;
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += (values[i]! - mean) ** 2;
  return { mean, variance: squares / (values.length - 1) };
}
