import { products, rowProducts } from "./row-products.ts";

/**
 * Cholesky factor L of a symmetric positive definite matrix, in place, by rows in tiles of 4 x 4.
 * @param a row-major, the lower triangle of the first `size` rows holds the matrix and then L (the upper is not touched,
 *   but for the diagonal tiles)
 * @param stride numbers per row, at least `size`
 * @param size a multiple of 4: pad with a unit diagonal
 * @returns the first row whose pivot is not positive (NaN included), or -1 when all went well
 */
export function choleskyInPlace(a: Float64Array, stride: number, size: number): number {
  for (let i = 0; i < size; i += 4) {
    forwardTiles(a, stride, i, 0, i);
    rowProducts(a, stride, i, i, 0, i);
    for (let r = 0; r < 4; r++) {
      const row = (i + r) * stride + i;
      for (let c = 0; c <= r; c++) {
        const other = (i + c) * stride + i;
        let value = a[row + c]! - products[4 * r + c]!;
        for (let k = 0; k < c; k++) value -= a[row + k]! * a[other + k]!;
        if (c < r) a[row + c] = value / a[other + c]!;
        else if (value > 0) a[row + c] = Math.sqrt(value);
        else return i + r;
      }
    }
  }
  return -1;
}

/**
 * Forward substitution of further rows of the same array: each row b becomes the x with L x = b, that is x = L^-1 b. Rows of
 * the identity give the inverse factor this way (row j of the result is column j of L^-1).
 * @param rowFrom,rowTo the rows, a multiple of 4 of them
 * @param start a multiple of 4: all of the rows are zero before this column, and stay so
 */
export function forwardRows(
  a: Float64Array,
  stride: number,
  size: number,
  rowFrom: number,
  rowTo: number,
  start = 0,
): void {
  for (let i = rowFrom; i < rowTo; i += 4) forwardTiles(a, stride, i, start, size);
}

function forwardTiles(a: Float64Array, stride: number, i: number, start: number, end: number): void {
  for (let j = start; j < end; j += 4) {
    rowProducts(a, stride, i, j, start, j);
    const t0 = j * stride + j;
    const t1 = t0 + stride;
    const t2 = t1 + stride;
    const t3 = t2 + stride;
    const d0 = a[t0]!;
    const d1 = a[t1 + 1]!;
    const d2 = a[t2 + 2]!;
    const d3 = a[t3 + 3]!;
    const l10 = a[t1]!;
    const l20 = a[t2]!;
    const l21 = a[t2 + 1]!;
    const l30 = a[t3]!;
    const l31 = a[t3 + 1]!;
    const l32 = a[t3 + 2]!;
    for (let r = 0; r < 4; r++) {
      const place = (i + r) * stride + j;
      const x0 = (a[place]! - products[4 * r]!) / d0;
      const x1 = (a[place + 1]! - products[4 * r + 1]! - x0 * l10) / d1;
      const x2 = (a[place + 2]! - products[4 * r + 2]! - x0 * l20 - x1 * l21) / d2;
      const x3 = (a[place + 3]! - products[4 * r + 3]! - x0 * l30 - x1 * l31 - x2 * l32) / d3;
      a[place] = x0;
      a[place + 1] = x1;
      a[place + 2] = x2;
      a[place + 3] = x3;
    }
  }
}

/**
 * Solves L x = b in place, for one vector; four rows at a time, so that each number of b is loaded once for four.
 * @param size a multiple of 4
 */
export function solveLower(a: Float64Array, stride: number, size: number, b: Float64Array): void {
  for (let i = 0; i < size; i += 4) {
    const p0 = i * stride;
    const p1 = p0 + stride;
    const p2 = p1 + stride;
    const p3 = p2 + stride;
    let s0 = b[i]!;
    let s1 = b[i + 1]!;
    let s2 = b[i + 2]!;
    let s3 = b[i + 3]!;
    for (let k = 0; k < i; k++) {
      const x = b[k]!;
      s0 -= a[p0 + k]! * x;
      s1 -= a[p1 + k]! * x;
      s2 -= a[p2 + k]! * x;
      s3 -= a[p3 + k]! * x;
    }
    const x0 = s0 / a[p0 + i]!;
    const x1 = (s1 - a[p1 + i]! * x0) / a[p1 + i + 1]!;
    const x2 = (s2 - a[p2 + i]! * x0 - a[p2 + i + 1]! * x1) / a[p2 + i + 2]!;
    b[i] = x0;
    b[i + 1] = x1;
    b[i + 2] = x2;
    b[i + 3] = (s3 - a[p3 + i]! * x0 - a[p3 + i + 1]! * x1 - a[p3 + i + 2]! * x2) / a[p3 + i + 3]!;
  }
}

/**
 * Solves L' x = b in place, for one vector; by rows of L, so that memory is read in order.
 * @param size a multiple of 4
 */
export function solveUpper(a: Float64Array, stride: number, size: number, b: Float64Array): void {
  for (let i = size - 4; i >= 0; i -= 4) {
    const p0 = i * stride;
    const p1 = p0 + stride;
    const p2 = p1 + stride;
    const p3 = p2 + stride;
    const x3 = b[i + 3]! / a[p3 + i + 3]!;
    const x2 = (b[i + 2]! - a[p3 + i + 2]! * x3) / a[p2 + i + 2]!;
    const x1 = (b[i + 1]! - a[p3 + i + 1]! * x3 - a[p2 + i + 1]! * x2) / a[p1 + i + 1]!;
    const x0 = (b[i]! - a[p3 + i]! * x3 - a[p2 + i]! * x2 - a[p1 + i]! * x1) / a[p0 + i]!;
    b[i] = x0;
    b[i + 1] = x1;
    b[i + 2] = x2;
    b[i + 3] = x3;
    for (let k = 0; k < i; k++) {
      b[k]! -= a[p0 + k]! * x0 + a[p1 + k]! * x1 + a[p2 + k]! * x2 + a[p3 + k]! * x3;
    }
  }
}

/** Log determinant of the matrix whose factor is L: twice the sum of the log diagonal. */
export function logDeterminant(a: Float64Array, stride: number, size: number): number {
  let sum = 0;
  for (let i = 0; i < size; i++) sum += Math.log(a[i * stride + i]!);
  return 2 * sum;
}

/**
 * Products of rows with each other: out[i][j] = row(from + i) . row(from + j) over the columns from `start` on, symmetric.
 * With the rows of the inverse factor this is a diagonal block of the inverse matrix.
 * @param count number of rows
 * @param start the columns before it are left out: for row i those before start + i, rounded down to a multiple of 4, must
 *   be zero when `staggered`
 * @param out count x count numbers, row-major
 */
export function rowGram(
  a: Float64Array,
  stride: number,
  from: number,
  count: number,
  start: number,
  end: number,
  out: Float64Array,
  staggered = false,
): void {
  if (count < 4) {
    for (let i = 0; i < count; i++) {
      for (let j = 0; j <= i; j++) {
        let sum = 0;
        for (let k = start; k < end; k++) sum += a[(from + i) * stride + k]! * a[(from + j) * stride + k]!;
        out[i * count + j] = sum;
        out[j * count + i] = sum;
      }
    }
    return;
  }
  // The last tile of a side may overlap the one before it: the same sums, written twice.
  for (let ti = 0; ti < count; ti += 4) {
    const i = Math.min(ti, count - 4);
    for (let tj = 0; tj <= ti; tj += 4) {
      const j = Math.min(tj, count - 4);
      rowProducts(a, stride, from + i, from + j, staggered ? (start + i) & ~3 : start, end);
      for (let r = 0; r < 4; r++) {
        for (let c = 0; c < 4; c++) {
          const sum = products[4 * r + c]!;
          out[(i + r) * count + j + c] = sum;
          out[(j + c) * count + i + r] = sum;
        }
      }
    }
  }
}

/**
 * Inverse of a symmetric positive definite matrix.
 * @param matrix n x n, row-major
 * @throws RangeError when the matrix is not positive definite
 * @example [...symmetricInverse(new Float64Array([4, 0, 0, 16]), 2)] // [0.25, 0, 0, 0.0625]
 */
export function symmetricInverse(matrix: Float64Array, n: number): Float64Array {
  const size = Math.ceil(n / 4) * 4;
  const a = new Float64Array(2 * size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) a[i * size + j] = i < n ? matrix[i * n + j]! : i === j ? 1 : 0;
    a[(size + i) * size + i] = 1;
  }
  if (choleskyInPlace(a, size, size) >= 0) {
    throw new RangeError("symmetricInverse requires a positive definite matrix");
  }
  for (let i = 0; i < size; i += 4) forwardRows(a, size, size, size + i, size + i + 4, i);
  const out = new Float64Array(n * n);
  rowGram(a, size, size, n, 0, size, out);
  return out;
}
