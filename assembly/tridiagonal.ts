import { at, put } from "./numbers";

// Householder reduction of a symmetric matrix to tridiagonal form: T = Q' A Q, from the last row to the first. Source: Golub, Van
// Loan, Matrix Computations, 4th edition, section 8.3.1; each update is fused with the next product, so that the matrix is read
// once per step. Vectors are addresses of n numbers.

/** A -= v w' + w v' on the first `size` rows, and product = A x with the new A; two rows and two columns at a time. */
function updateAndMultiply(a: usize, n: i32, size: i32, v: usize, w: usize, x: usize, product: usize): void {
  memory.fill(product, 0, (<usize>size) << 3);
  const bytes = (<usize>n) << 3;
  let r = 0;
  for (; r + 1 < size; r += 2) {
    const upper = a + <usize>r * bytes;
    const lower = upper + bytes;
    const v0 = at(v, r);
    const w0 = at(w, r);
    const x0 = at(x, r);
    const v1 = at(v, r + 1);
    const w1 = at(w, r + 1);
    const x1 = at(x, r + 1);
    const vv0 = f64x2.splat(v0);
    const ww0 = f64x2.splat(w0);
    const xx0 = f64x2.splat(x0);
    const vv1 = f64x2.splat(v1);
    const ww1 = f64x2.splat(w1);
    const xx1 = f64x2.splat(x1);
    let s0 = f64x2.splat(0);
    let s1 = s0;
    const end = (<usize>r) << 3;
    for (let c: usize = 0; c < end; c += 16) {
      const vc = v128.load(v + c);
      const wc = v128.load(w + c);
      const xc = v128.load(x + c);
      const a0 = f64x2.sub(v128.load(upper + c), f64x2.add(f64x2.mul(vv0, wc), f64x2.mul(ww0, vc)));
      const a1 = f64x2.sub(v128.load(lower + c), f64x2.add(f64x2.mul(vv1, wc), f64x2.mul(ww1, vc)));
      v128.store(upper + c, a0);
      v128.store(lower + c, a1);
      s0 = f64x2.add(s0, f64x2.mul(a0, xc));
      s1 = f64x2.add(s1, f64x2.mul(a1, xc));
      const sum = f64x2.add(f64x2.mul(a0, xx0), f64x2.mul(a1, xx1));
      v128.store(product + c, f64x2.add(v128.load(product + c), sum));
    }
    const d0 = at(upper, r) - 2 * v0 * w0;
    const cross = at(lower, r) - (v1 * w0 + w1 * v0);
    const d1 = at(lower, r + 1) - 2 * v1 * w1;
    put(upper, r, d0);
    put(lower, r, cross);
    put(lower, r + 1, d1);
    put(product, r, f64x2.extract_lane(s0, 0) + f64x2.extract_lane(s0, 1) + d0 * x0 + cross * x1);
    put(product, r + 1, f64x2.extract_lane(s1, 0) + f64x2.extract_lane(s1, 1) + cross * x0 + d1 * x1);
  }
  if (r < size) {
    const row = a + <usize>r * bytes;
    const vr = at(v, r);
    const wr = at(w, r);
    const xr = at(x, r);
    let sum: f64 = 0;
    for (let c = 0; c < r; c++) {
      const value = at(row, c) - (vr * at(w, c) + wr * at(v, c));
      put(row, c, value);
      sum += value * at(x, c);
      put(product, c, at(product, c) + value * xr);
    }
    const d = at(row, r) - 2 * vr * wr;
    put(row, r, d);
    put(product, r, sum + d * xr);
  }
}

/**
 * @param a n x n numbers by rows, of which the lower triangle is used; destroyed
 * @param vector becomes Q' vector
 * @param diagonal,off the result; off has n - 1 numbers
 * @param scratch room for 4 n numbers, of which the first 2 n are 0
 */
export function tridiagonalize(
  a: usize,
  n: i32,
  vector: usize,
  diagonal: usize,
  off: usize,
  scratch: usize,
): void {
  const bytes = (<usize>n) << 3;
  let v = scratch;
  const w = scratch + bytes;
  let next = w + bytes;
  const product = next + bytes;
  for (let i = n - 1; i >= 0; i--) {
    // A still lacks the last update - v w' - w v': row i gets it first, the rows above with the product that they enter.
    const row = a + <usize>i * bytes;
    const vi = at(v, i);
    const wi = at(w, i);
    for (let c = 0; c <= i; c++) put(row, c, at(row, c) - (vi * at(w, c) + wi * at(v, c)));
    put(diagonal, i, at(row, i));
    if (i === 0) break;
    // The reflection that takes the first i numbers of the row to (0, ..., 0, alpha): its vector `next` and beta = 2/v'v.
    let tail: f64 = 0;
    for (let c = 0; c < i - 1; c++) {
      const value = at(row, c);
      put(next, c, value);
      tail += value * value;
    }
    const lead = at(row, i - 1);
    let alpha = lead;
    let beta: f64 = 0;
    if (tail === 0) {
      put(next, i - 1, 0);
    } else {
      const norm = sqrt<f64>(lead * lead + tail);
      alpha = lead > 0 ? -norm : norm;
      const last = lead - alpha;
      put(next, i - 1, last);
      beta = 2 / (tail + last * last);
    }
    put(off, i - 1, alpha);
    updateAndMultiply(a, n, i, v, w, next, product);
    let dot: f64 = 0;
    let along: f64 = 0;
    for (let c = 0; c < i; c++) {
      const scaled = at(product, c) * beta;
      put(product, c, scaled);
      dot += scaled * at(next, c);
      along += at(next, c) * at(vector, c);
    }
    const half = (beta * dot) / 2;
    along *= beta;
    for (let c = 0; c < i; c++) {
      put(w, c, at(product, c) - half * at(next, c));
      put(vector, c, at(vector, c) - along * at(next, c));
    }
    const free = v;
    v = next;
    next = free;
  }
}
