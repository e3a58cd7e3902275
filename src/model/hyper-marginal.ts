import { solveShifted, tridiagonalize } from "../stats/tridiagonal.ts";

/** The values that the standard deviation of a block may take, in units of s0. */
export const GRID = [0.005, 0.03, 0.06, 0.1, 0.15, 0.22, 0.32, 0.45, 0.65, 0.9] as const;

/** Width that each grid value stands for: half the distance between its neighbours, the whole one-sided step at the ends. */
export const GRID_WIDTHS: readonly number[] = GRID.map((_, i) => {
  if (i === 0) return GRID[1] - GRID[0];
  if (i === GRID.length - 1) return GRID[i]! - GRID[i - 1]!;
  return (GRID[i + 1]! - GRID[i - 1]!) / 2;
});

/**
 * Posterior of the standard deviation of one block on GRID, all else held: the marginal likelihood of the block's
 * coefficients times a half-normal prior. With V the posterior covariance of the block at the present sd, P = V^-1 and
 * r = P theta, the rest of the model says M = P - I/sd^2 about the block; the likelihood at g is
 * -1/2 log det(I + g^2 M) + 1/2 r'(M + I/g^2)^-1 r. As M + I/g^2 = V^-1 + delta I with delta = 1/g^2 - 1/sd^2, one
 * tridiagonal reduction of V serves all g and V is never inverted.
 * @param covariance V, p x p
 * @param theta the block's coefficients, p numbers
 * @param sd present standard deviation
 * @param prior scale of the half-normal prior
 * @returns probabilities over GRID, summing to 1
 */
export function hyperMarginal(
  covariance: Float64Array,
  theta: Float64Array,
  sd: number,
  prior: number,
): number[] {
  const p = theta.length;
  const { rotated, ...reduced } = tridiagonalize(covariance, p, theta);
  const z = new Float64Array(p);
  const y = new Float64Array(p);
  const logDetV = solveShifted(reduced, 0, 1, rotated, z);
  const logs = GRID.map((g, i) => {
    const delta = 1 / (g * g) - 1 / (sd * sd);
    const logDet = solveShifted(reduced, 1, delta, rotated, y) - logDetV;
    let square = 0;
    for (let k = 0; k < p; k++) square += z[k]! * y[k]!;
    const likelihood = 0.5 * square - 0.5 * logDet - p * Math.log(g);
    return likelihood - 0.5 * (g / prior) ** 2 + Math.log(GRID_WIDTHS[i]!);
  });
  const largest = Math.max(...logs);
  const weights = logs.map((value) => Math.exp(value - largest));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}
