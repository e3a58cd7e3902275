import { FREE, type Kernel, openKernel } from "./kernel.ts";

/** A symmetric tridiagonal matrix: `diagonal` of n numbers, `off[i]` between i and i + 1. */
export interface Tridiagonal {
  diagonal: Float64Array;
  off: Float64Array;
}

let kernel: Kernel | null = null;

/**
 * Householder reduction of a symmetric matrix to tridiagonal form: T = Q' A Q, from the last row to the first. Source: Golub,
 * Van Loan, Matrix Computations, 4th edition, section 8.3.1.
 * @param a n x n, row-major, of which the lower triangle is used
 * @param vector n numbers
 * @returns T, and `rotated`, which is Q' vector
 */
export function tridiagonalize(
  a: Float64Array,
  n: number,
  vector: Float64Array,
): Tridiagonal & { rotated: Float64Array } {
  kernel ??= openKernel();
  const square = n * n;
  const buffer = kernel.reserve(FREE + 8 * (square + 7 * n));
  const room = new Float64Array(buffer, FREE, square + 7 * n);
  const place = (k: number) => FREE + 8 * (square + k * n);
  room.set(a);
  room.set(vector, square);
  room.fill(0, square + 3 * n);
  kernel.tridiagonalize(FREE, n, place(0), place(1), place(2), place(3));
  const part = (k: number, length = n) => room.slice(square + k * n, square + k * n + length);
  return { rotated: part(0), diagonal: part(1), off: part(2, Math.max(n - 1, 0)) };
}

/**
 * Solves (I + scale T) x = b for a tridiagonal T for which I + scale T is positive definite; with `identity` 0 it is
 * (scale T) x = b. No pivoting is needed then.
 * @returns the log determinant of the matrix; `x` is filled with the solution
 */
export function solveShifted(
  { diagonal, off }: Tridiagonal,
  identity: number,
  scale: number,
  b: Float64Array,
  x: Float64Array,
): number {
  const n = diagonal.length;
  const pivots = new Float64Array(n);
  let logDet = 0;
  for (let i = 0; i < n; i++) {
    let pivot = identity + scale * diagonal[i]!;
    x[i] = b[i]!;
    if (i > 0) {
      const ratio = (scale * off[i - 1]!) / pivots[i - 1]!;
      pivot -= ratio * scale * off[i - 1]!;
      x[i]! -= ratio * x[i - 1]!;
    }
    pivots[i] = pivot;
    logDet += Math.log(pivot);
  }
  for (let i = n - 1; i >= 0; i--) {
    const next = i + 1 < n ? scale * off[i]! * x[i + 1]! : 0;
    x[i] = (x[i]! - next) / pivots[i]!;
  }
  return logDet;
}
