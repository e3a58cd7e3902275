import { describe, expect, it } from "vitest";
import { type NumericDesign, readDesign, referenceJson, referencePresent } from "../support/reference.ts";
import { symmetricInverse } from "../support/symmetric-inverse.ts";

/**
 * Minus twice the restricted log likelihood, dense: log det V + log det X'V^-1 X + r'V^-1 r. A second road to the design and
 * the algebra; the product never maximises it.
 */
function remlCriterion(
  design: NumericDesign,
  y: readonly number[],
  sds: Record<string, number>,
  s2: number,
): number {
  const n = y.length;
  const columns = (test: (block: string) => boolean) =>
    design.blockNames.filter((name) => test(name.split("__")[0]!)).map((name) => design.columns.get(name)!);
  const v = new Float64Array(n * n);
  for (let i = 0; i < n; i++) v[i * n + i] = s2;
  for (const [block, sd] of Object.entries(sds)) {
    for (const z of columns((name) => name === block)) {
      for (let i = 0; i < n; i++) {
        if (z[i] === 0) continue;
        for (let j = 0; j < n; j++) v[i * n + j]! += sd * sd * z[i]! * z[j]!;
      }
    }
  }
  const x = columns((name) => name === "fix" || name === "feat");
  const inverse = symmetricInverse(v, n);
  const p = x.length;
  const vx = x.map((column) => times(inverse, column));
  const information = new Float64Array(p * p);
  const score = new Float64Array(p);
  for (let a = 0; a < p; a++) {
    for (let b = 0; b < p; b++) information[a * p + b] = dot(x[a]!, vx[b]!);
    score[a] = dot(vx[a]!, y);
  }
  const solved = times(symmetricInverse(information, p), score);
  const residual = y.map(
    (value, i) => value - x.reduce((sum, column, a) => sum + column[i]! * solved[a]!, 0),
  );
  return logDet(v, n) + logDet(information, p) + dot(residual, times(inverse, residual));
}

function times(matrix: Float64Array, vector: ArrayLike<number>): number[] {
  const n = vector.length;
  return Array.from({ length: n }, (_, i) => dot(matrix.subarray(i * n, (i + 1) * n), vector));
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/** By plain elimination: the matrices are positive definite. */
function logDet(matrix: Float64Array, n: number): number {
  const a = matrix.slice();
  let sum = 0;
  for (let k = 0; k < n; k++) {
    sum += Math.log(a[k * n + k]!);
    for (let i = k + 1; i < n; i++) {
      const factor = a[i * n + k]! / a[k * n + k]!;
      for (let j = k + 1; j < n; j++) a[i * n + j]! -= factor * a[k * n + j]!;
    }
  }
  return sum;
}

describe.skipIf(!referencePresent).each(["A", "B"])("REML on the design of account %s", (name) => {
  const design = readDesign(`${name}.design.csv`);
  const { y_median: centre, s0, reml_dense: reml } = referenceJson(`${name}.R.json`);
  const y = [...design.y].map((value) => (value - centre) / s0);

  it("has the criterion that R found, and it is a minimum", { timeout: 300_000 }, () => {
    const best = remlCriterion(design, y, reml.sd, reml.s2);
    expect(Math.abs(best - reml.crit)).toBeLessThan(1e-6);
    for (const factor of [0.9, 1.1]) {
      expect(remlCriterion(design, y, reml.sd, reml.s2 * factor)).toBeGreaterThan(best);
    }
    for (const [block, sd] of Object.entries<number>(reml.sd)) {
      if (sd <= 0.01) continue;
      for (const factor of [0.8, 1.25]) {
        expect(remlCriterion(design, y, { ...reml.sd, [block]: sd * factor }, reml.s2)).toBeGreaterThan(best);
      }
    }
  });
});
