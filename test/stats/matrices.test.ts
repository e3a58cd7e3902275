import { describe, expect, it } from "vitest";
import { logDeterminant, solveLower, solveUpper } from "../../src/stats/cholesky.ts";
import { choleskyInPlace, forwardRows, rowRoom } from "../../src/stats/row-room.ts";
import { sfc32 } from "../../src/stats/sfc32.ts";
import { solveShifted, tridiagonalize } from "../../src/stats/tridiagonal.ts";
import { symmetricInverse } from "../support/symmetric-inverse.ts";

/** A well-conditioned symmetric positive definite matrix, row-major. */
function positiveDefinite(n: number, seed: number): Float64Array {
  const random = sfc32([seed, 2, 3, 4]);
  const b = Float64Array.from({ length: n * n }, () => random() - 0.5);
  const a = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      let sum = i === j ? 1 : 0;
      for (let k = 0; k < n; k++) sum += b[i * n + k]! * b[j * n + k]!;
      a[i * n + j] = sum;
    }
  return a;
}

/** The matrix in the padded layout of the factor. */
function padded(matrix: Float64Array, n: number, rows = 0): { a: Float64Array; size: number } {
  const size = Math.ceil(n / 4) * 4;
  const a = rowRoom((size + rows) * size).fill(0);
  for (let i = 0; i < size; i++)
    for (let j = 0; j <= i; j++) a[i * size + j] = i < n ? matrix[i * n + j]! : i === j ? 1 : 0;
  return { a, size };
}

const SIZES = [1, 2, 3, 4, 5, 7, 8, 13, 40];

describe("the Cholesky factor", () => {
  it.each(SIZES)("of %d rows multiplies back to the matrix", (n) => {
    const matrix = positiveDefinite(n, n);
    const { a, size } = padded(matrix, n);
    expect(choleskyInPlace(a, size, size)).toBe(-1);
    for (let i = 0; i < n; i++)
      for (let j = 0; j <= i; j++) {
        let sum = 0;
        for (let k = 0; k <= j; k++) sum += a[i * size + k]! * a[j * size + k]!;
        expect(Math.abs(sum - matrix[i * n + j]!)).toBeLessThan(1e-12);
      }
  });

  it("says which pivot is not positive", () => {
    const a = rowRoom(16);
    a.set([1, 0, 0, 0, 0, 1, 0, 0, 2, 0, 1, 0, 0, 0, 0, 1]);
    expect(choleskyInPlace(a, 4, 4)).toBe(2);
    expect(choleskyInPlace(a.fill(Number.NaN), 4, 4)).toBe(0);
  });

  it("has the determinant of a matrix whose determinant is known", () => {
    // det [[4, 2], [2, 3]] = 8
    const { a, size } = padded(new Float64Array([4, 2, 2, 3]), 2);
    choleskyInPlace(a, size, size);
    expect(logDeterminant(a, size, 2)).toBeCloseTo(Math.log(8), 14);
  });
});

describe("solving", () => {
  it.each(SIZES)("%d equations, and further rows by forward substitution", (n) => {
    const matrix = positiveDefinite(n, n + 100);
    const { a, size } = padded(matrix, n, 4);
    const x = Float64Array.from({ length: size }, (_, i) => (i < n ? Math.cos(i) : 0));
    const b = new Float64Array(size);
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) b[i]! += matrix[i * n + j]! * x[j]!;
    choleskyInPlace(a, size, size);
    const lower = b.slice();
    solveLower(a, size, size, lower);
    a.set(b, size * size);
    forwardRows(a, size, size, size, size + 4);
    for (let i = 0; i < n; i++) expect(Math.abs(a[size * size + i]! - lower[i]!)).toBeLessThan(1e-11);
    solveUpper(a, size, size, lower);
    for (let i = 0; i < n; i++) expect(Math.abs(lower[i]! - x[i]!)).toBeLessThan(1e-10);
  });

  it.each(SIZES)("the inverse of %d rows times the matrix is the identity", (n) => {
    const matrix = positiveDefinite(n, n + 200);
    const inverse = symmetricInverse(matrix, n);
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) {
        let sum = 0;
        for (let k = 0; k < n; k++) sum += matrix[i * n + k]! * inverse[k * n + j]!;
        expect(Math.abs(sum - (i === j ? 1 : 0))).toBeLessThan(1e-10);
      }
  });

  it("refuses to invert what is not positive definite", () => {
    expect(() => symmetricInverse(new Float64Array([0, 1, 1, 0]), 2)).toThrow(RangeError);
  });
});

describe("the tridiagonal form", () => {
  it.each(SIZES)("of %d rows keeps determinants and quadratic forms", (n) => {
    const matrix = positiveDefinite(n, n + 300);
    const vector = Float64Array.from({ length: n }, (_, i) => Math.sin(i + 1));
    for (const [identity, scale] of [
      [0, 1],
      [1, 0.7],
      [2, 5],
    ] as const) {
      const whole = matrix.map((value, k) => scale * value + (k % (n + 1) === 0 ? identity : 0));
      const { a, size } = padded(whole, n);
      choleskyInPlace(a, size, size);
      const solved = new Float64Array(size);
      solved.set(vector);
      solveLower(a, size, size, solved);
      const square = solved.reduce((sum, value) => sum + value * value, 0);
      const { rotated, ...reduced } = tridiagonalize(matrix, n, vector);
      const x = new Float64Array(n);
      const logDet = solveShifted(reduced, identity, scale, rotated, x);
      expect(logDet).toBeCloseTo(logDeterminant(a, size, n), 10);
      expect(rotated.reduce((sum, value, i) => sum + value * x[i]!, 0)).toBeCloseTo(square, 10);
    }
  });

  it("of a diagonal matrix is the matrix", () => {
    const { diagonal, off } = tridiagonalize(
      new Float64Array([1, 0, 0, 0, 2, 0, 0, 0, 3]),
      3,
      new Float64Array(3),
    );
    expect([...diagonal, ...off]).toEqual([1, 2, 3, 0, 0]);
  });
});
