/** A symmetric tridiagonal matrix: `diagonal` of n numbers, `off[i]` between i and i + 1. */
export interface Tridiagonal {
  diagonal: Float64Array;
  off: Float64Array;
}

/**
 * Householder reduction of a symmetric matrix to tridiagonal form: T = Q' A Q, from the last row to the first. Source: Golub,
 * Van Loan, Matrix Computations, 4th edition, section 8.3.1; each update is fused with the next product, so that the matrix
 * is read once per step.
 * @param a n x n, row-major, of which the lower triangle is used; destroyed
 * @param vector n numbers; becomes Q' vector
 */
export function tridiagonalize(a: Float64Array, n: number, vector: Float64Array): Tridiagonal {
  const diagonal = new Float64Array(n);
  const off = new Float64Array(Math.max(n - 1, 0));
  let v = new Float64Array(n);
  let next = new Float64Array(n);
  const w = new Float64Array(n);
  const product = new Float64Array(n);
  let beta = 0;
  for (let i = n - 1; i >= 0; i--) {
    // A still lacks the last update - v w' - w v': row i gets it first, the rows above with the product that they enter.
    const row = i * n;
    for (let c = 0; c <= i; c++) a[row + c]! -= v[i]! * w[c]! + w[i]! * v[c]!;
    diagonal[i] = a[row + i]!;
    if (i === 0) break;
    const nextBeta = householder(a, row, i, next);
    off[i - 1] = nextBeta.alpha;
    updateAndMultiply(a, n, i, v, w, next, product);
    beta = nextBeta.beta;
    let dot = 0;
    let along = 0;
    for (let c = 0; c < i; c++) {
      product[c]! *= beta;
      dot += product[c]! * next[c]!;
      along += next[c]! * vector[c]!;
    }
    const half = (beta * dot) / 2;
    along *= beta;
    for (let c = 0; c < i; c++) {
      w[c] = product[c]! - half * next[c]!;
      vector[c]! -= along * next[c]!;
    }
    [v, next] = [next, v];
  }
  return { diagonal, off };
}

/** The reflection that takes the first `length` numbers of a row to (0, ..., 0, alpha): its vector and 2/v'v. */
function householder(
  a: Float64Array,
  row: number,
  length: number,
  v: Float64Array,
): { alpha: number; beta: number } {
  let tail = 0;
  for (let c = 0; c < length - 1; c++) {
    v[c] = a[row + c]!;
    tail += v[c]! * v[c]!;
  }
  const lead = a[row + length - 1]!;
  if (tail === 0) {
    v[length - 1] = 0;
    return { alpha: lead, beta: 0 };
  }
  const norm = Math.sqrt(lead * lead + tail);
  const alpha = lead > 0 ? -norm : norm;
  v[length - 1] = lead - alpha;
  return { alpha, beta: 2 / (tail + v[length - 1]! ** 2) };
}

/** A -= v w' + w v' on the first `size` rows, and product = A x with the new A; two rows at a time. */
function updateAndMultiply(
  a: Float64Array,
  n: number,
  size: number,
  v: Float64Array,
  w: Float64Array,
  x: Float64Array,
  product: Float64Array,
): void {
  product.fill(0, 0, size);
  let r = 0;
  for (; r + 1 < size; r += 2) {
    const upper = r * n;
    const lower = upper + n;
    const v0 = v[r]!;
    const w0 = w[r]!;
    const x0 = x[r]!;
    const v1 = v[r + 1]!;
    const w1 = w[r + 1]!;
    const x1 = x[r + 1]!;
    let s0 = 0;
    let s1 = 0;
    for (let c = 0; c < r; c++) {
      const vc = v[c]!;
      const wc = w[c]!;
      const xc = x[c]!;
      const a0 = a[upper + c]! - (v0 * wc + w0 * vc);
      const a1 = a[lower + c]! - (v1 * wc + w1 * vc);
      a[upper + c] = a0;
      a[lower + c] = a1;
      s0 += a0 * xc;
      s1 += a1 * xc;
      product[c]! += a0 * x0 + a1 * x1;
    }
    const d0 = a[upper + r]! - 2 * v0 * w0;
    const cross = a[lower + r]! - (v1 * w0 + w1 * v0);
    const d1 = a[lower + r + 1]! - 2 * v1 * w1;
    a[upper + r] = d0;
    a[lower + r] = cross;
    a[lower + r + 1] = d1;
    product[r] = s0 + d0 * x0 + cross * x1;
    product[r + 1] = s1 + cross * x0 + d1 * x1;
  }
  if (r < size) {
    const row = r * n;
    let sum = 0;
    for (let c = 0; c < r; c++) {
      a[row + c]! -= v[r]! * w[c]! + w[r]! * v[c]!;
      sum += a[row + c]! * x[c]!;
      product[c]! += a[row + c]! * x[r]!;
    }
    a[row + r]! -= 2 * v[r]! * w[r]!;
    product[r] = sum + a[row + r]! * x[r]!;
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
