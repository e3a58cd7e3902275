/**
 * The generators of the R_d sequence of Roberts 2018, an evenly spread sequence of points in the unit cube
 * (https://extremelearning.com.au/unreasonable-effectiveness-of-quasirandom-sequences/): powers of 1/phi, where phi is the
 * root of phi^(d+1) = phi + 1 that exceeds 1, by 30 fixed-point steps.
 * @param dimension number of coordinates, at least 0
 * @returns alpha_1 .. alpha_d in (0, 1)
 * @example rSequenceGenerators(1)[0].toFixed(9) // "0.618033989"
 */
export function rSequenceGenerators(dimension: number): number[] {
  let phi = 2;
  for (let i = 0; i < 30; i++) phi = (1 + phi) ** (1 / (dimension + 1));
  return Array.from({ length: dimension }, (_, j) => phi ** -(j + 1));
}

/**
 * Point number `index` (from 1) of the R_d sequence: frac(1/2 + index alpha_j).
 * @param generators of `rSequenceGenerators`
 * @returns coordinates in [0, 1)
 */
export function rSequencePoint(generators: readonly number[], index: number): number[] {
  return generators.map((alpha) => {
    const value = 0.5 + index * alpha;
    return value - Math.floor(value);
  });
}
