import { rowProducts } from "./row-room.ts";

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
      const products = rowProducts(a, stride, from + i, from + j, staggered ? (start + i) & ~3 : start, end);
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
