import { rowGram } from "../../src/stats/cholesky.ts";
import { choleskyInPlace, forwardRows, rowRoom } from "../../src/stats/row-room.ts";

/**
 * Inverse of a symmetric positive definite matrix.
 * @param matrix n x n, row-major
 * @throws RangeError when the matrix is not positive definite
 * @example [...symmetricInverse(new Float64Array([4, 0, 0, 16]), 2)] // [0.25, 0, 0, 0.0625]
 */
export function symmetricInverse(matrix: Float64Array, n: number): Float64Array {
  const size = Math.ceil(n / 4) * 4;
  const a = rowRoom(2 * size * size).fill(0);
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
