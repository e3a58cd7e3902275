/** A symmetric tridiagonal matrix: `diagonal` of n numbers, `off[i]` between i and i + 1. */
export interface Tridiagonal {
  diagonal: Float64Array;
  off: Float64Array;
}

/**
 * Householder reduction of a symmetric matrix to tridiagonal form: T = Q' A Q. Source: Golub, Van Loan, Matrix Computations,
 * 4th edition, algorithm 8.3.1.
 * @param a n x n, row-major, both triangles; destroyed
 * @param vector n numbers; becomes Q' vector
 */
export function tridiagonalize(a: Float64Array, n: number, vector: Float64Array): Tridiagonal {
  const diagonal = new Float64Array(n);
  const off = new Float64Array(Math.max(n - 1, 0));
  const v = new Float64Array(n);
  const p = new Float64Array(n);
  for (let k = 0; k < n - 1; k++) {
    diagonal[k] = a[k * n + k]!;
    const first = k + 1;
    let tail = 0;
    for (let i = first + 1; i < n; i++) tail += a[k * n + i]! ** 2;
    const lead = a[k * n + first]!;
    if (tail === 0) {
      off[k] = lead;
      continue;
    }
    const norm = Math.sqrt(lead * lead + tail);
    const alpha = lead > 0 ? -norm : norm;
    off[k] = alpha;
    v[first] = lead - alpha;
    for (let i = first + 1; i < n; i++) v[i] = a[k * n + i]!;
    const beta = 2 / (v[first]! ** 2 + tail);
    reflect(a, n, first, v, beta, p);
    let along = 0;
    for (let i = first; i < n; i++) along += v[i]! * vector[i]!;
    along *= beta;
    for (let i = first; i < n; i++) vector[i]! -= along * v[i]!;
  }
  if (n > 0) diagonal[n - 1] = a[n * n - 1]!;
  return { diagonal, off };
}

/** A -> H A H on the rows and columns from `first` on, H = I - beta v v'. */
function reflect(
  a: Float64Array,
  n: number,
  first: number,
  v: Float64Array,
  beta: number,
  p: Float64Array,
): void {
  let dot = 0;
  for (let i = first; i < n; i++) {
    const row = i * n;
    let sum = 0;
    for (let j = first; j < n; j++) sum += a[row + j]! * v[j]!;
    p[i] = beta * sum;
    dot += p[i]! * v[i]!;
  }
  const half = (beta * dot) / 2;
  for (let i = first; i < n; i++) p[i]! -= half * v[i]!;
  for (let i = first; i < n; i++) {
    const row = i * n;
    const vi = v[i]!;
    const pi = p[i]!;
    for (let j = first; j < n; j++) a[row + j]! -= vi * p[j]! + pi * v[j]!;
  }
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
