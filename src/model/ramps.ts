import { quantileOfSorted } from "../stats/quantile.ts";

/**
 * Knots of a piecewise linear curve: the different type-7 quantiles of ascending numbers at 0, 1/pieces, ..., 1.
 * @param ascending at least one number
 * @example rampKnots([0, 1, 2, 3, 4], 2) // [0, 2, 4]
 */
export function rampKnots(ascending: ArrayLike<number>, pieces: number): number[] {
  const knots: number[] = [];
  for (let i = 0; i <= pieces; i++) {
    const knot = quantileOfSorted(ascending, i / pieces);
    if (knots.length === 0 || knot > knots[knots.length - 1]!) knots.push(knot);
  }
  return knots;
}

/**
 * Where x lies among ascending knots: the ramps (columns clip((x - k_j)/(k_{j+1} - k_j), 0, 1)) below `index` are 1, the one
 * at `index` is `fraction`, the rest are 0. Beyond the ends x counts as the end.
 * @param knots at least two
 * @example rampPlace([0, 2, 4], 3) // { index: 1, fraction: 0.5 }
 */
export function rampPlace(knots: readonly number[], x: number): { index: number; fraction: number } {
  let low = 0;
  let high = knots.length - 1;
  if (x <= knots[0]!) return { index: 0, fraction: 0 };
  if (x >= knots[high]!) return { index: high - 1, fraction: 1 };
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (knots[middle]! <= x) low = middle;
    else high = middle;
  }
  return { index: low, fraction: (x - knots[low]!) / (knots[low + 1]! - knots[low]!) };
}

/**
 * The ramp columns of x as numbers.
 * @example rampRow([0, 2, 4], 3) // [1, 0.5]
 */
export function rampRow(knots: readonly number[], x: number): number[] {
  const { index, fraction } = rampPlace(knots, x);
  return knots.slice(1).map((_, j) => (j < index ? 1 : j === index ? fraction : 0));
}
