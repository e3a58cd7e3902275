import { logDeterminant, rowGram, solveLower, solveUpper } from "../stats/cholesky.ts";
import { choleskyInPlace, forwardRows, rowRoom } from "../stats/row-room.ts";
import type { Finding } from "../types.ts";
import type { FitSystem } from "./fit-system.ts";
import { eliminateWeeks, subtractWeeks, type WeekCoupling, weekProducts } from "./week-coupling.ts";

/** A matrix that no safeguard of MODEL.md 3.1 could factor. */
export class FactorError extends Error {}

/** What such a matrix means for an outcome. */
export const FACTOR_BAR: Finding["barred"] = {
  verdict: "error",
  reason: "the equations of the model could not be solved",
};

/** The result of some algebra, or null where a matrix could not be factored; other errors pass. */
export function attempt<T>(algebra: () => T): T | null {
  try {
    return algebra();
  } catch (error) {
    if (error instanceof FactorError) return null;
    throw error;
  }
}

/**
 * Room for factorisations of scale Z'Z + diag D of one system. The week columns are eliminated first by hand (their block is
 * diagonal); `a` holds, in rows of `stride` numbers, the factor of what remains (`rest` columns, padded to a multiple of 4
 * with a unit diagonal), then `rest` rows for the inverse factor, then rows for the weeks.
 */
export interface Factor {
  system: FitSystem;
  rest: number;
  /** rest, padded to a multiple of 4 */
  padded: number;
  stride: number;
  /** shared by all factors: holds the one that was factored last */
  a: Float64Array;
  length: number;
  /** first row of the inverse factor, and of the week rows */
  inverseRow: number;
  weekRow: number;
  coupling: WeekCoupling;
  /** packed matrix of the rest without weeks and without D, and what it was formed with: reused while that stays */
  base: Float64Array;
  baseScale: number;
  basePrecision: number;
  /** diagonal of the week block */
  weekDiagonal: Float64Array;
  scale: number;
}

/** The factor whose numbers are in the shared room. */
let current: Factor | null = null;

function checkCurrent(factor: Factor): void {
  if (factor !== current) throw new Error("another system was factored meanwhile");
}

const ceil4 = (n: number) => Math.ceil(n / 4) * 4;

export function createFactor(system: FitSystem): Factor {
  const { weeks, size } = system;
  const rest = size - weeks;
  const padded = ceil4(rest);
  return {
    system,
    rest,
    padded,
    stride: padded,
    a: new Float64Array(0),
    length: (2 * padded + ceil4(weeks)) * padded,
    inverseRow: padded,
    weekRow: 2 * padded,
    coupling: system.coupling,
    base: new Float64Array((rest * (rest + 1)) / 2),
    baseScale: Number.NaN,
    basePrecision: Number.NaN,
    weekDiagonal: new Float64Array(weeks),
    scale: Number.NaN,
  };
}

/**
 * Factors scale Z'Z + diag(precision).
 * @param precision D, one number per column, positive
 * @throws FactorError when three growing ridges did not help
 */
export function factorize(factor: Factor, scale: number, precision: Float64Array): void {
  const { rest } = factor;
  factor.a = rowRoom(factor.length);
  factor.scale = scale;
  current = factor;
  assemble(factor, scale, precision);
  if (choleskyInPlace(factor.a, factor.stride, factor.padded) < 0) return;
  assemble(factor, scale, precision);
  let mean = 0;
  for (let i = 0; i < rest; i++) mean += factor.a[i * factor.stride + i]! / rest;
  let ridge = 1e-10 * mean;
  for (let attempt = 0; attempt < 3; attempt++, ridge *= 100) {
    assemble(factor, scale, precision);
    for (let i = 0; i < rest; i++) factor.a[i * factor.stride + i]! += ridge;
    if (choleskyInPlace(factor.a, factor.stride, factor.padded) < 0) return;
  }
  throw new FactorError("the normal equations are not positive definite");
}

/** Writes the matrix without its week columns (their Schur complement) into the lower triangle of the first rows. */
function assemble(factor: Factor, scale: number, precision: Float64Array): void {
  const { system, rest, padded, stride, a, coupling, base, weekDiagonal } = factor;
  const { weeks } = system;
  const weekPrecision = weeks > 0 ? precision[0]! : 0;
  if (scale !== factor.baseScale || weekPrecision !== factor.basePrecision) {
    for (let w = 0; w < weeks; w++) weekDiagonal[w] = scale * coupling.counts[w]! + precision[w]!;
    eliminateWeeks(coupling, scale, weekDiagonal, rest, base, a);
    factor.baseScale = scale;
    factor.basePrecision = weekPrecision;
  }
  for (let i = 0, at = 0; i < rest; at += ++i) {
    a.set(base.subarray(at, at + i + 1), i * stride);
    a[i * stride + i]! += precision[weeks + i]!;
  }
  for (let i = rest; i < padded; i++) {
    a.fill(0, i * stride, i * stride + i);
    a[i * stride + i] = 1;
  }
}

/**
 * Solves (scale Z'Z + D) x = b with the factor at hand.
 * @param b and x: one number per column of the system; may be the same array
 */
export function solve(factor: Factor, b: Float64Array, x: Float64Array): void {
  checkCurrent(factor);
  const { system, rest, padded, a, stride, coupling, weekDiagonal, scale } = factor;
  const { weeks } = system;
  const part = new Float64Array(padded);
  part.set(b.subarray(weeks, weeks + rest));
  const ofWeeks = new Float64Array(weeks);
  for (let w = 0; w < weeks; w++) ofWeeks[w] = (scale * b[w]!) / weekDiagonal[w]!;
  subtractWeeks(coupling, rest, ofWeeks, part);
  solveLower(a, stride, padded, part);
  solveUpper(a, stride, padded, part);
  weekProducts(coupling, rest, part, ofWeeks);
  for (let w = 0; w < weeks; w++) x[w] = (b[w]! - scale * ofWeeks[w]!) / weekDiagonal[w]!;
  x.set(part.subarray(0, rest), weeks);
}

/** Log determinant of scale Z'Z + D. */
export function factorLogDeterminant(factor: Factor): number {
  let sum = logDeterminant(factor.a, factor.stride, factor.rest);
  for (const diagonal of factor.weekDiagonal) sum += Math.log(diagonal);
  return sum;
}

/**
 * Fills the rows of the inverse factor for the columns from..to-1 of the rest (all by default).
 */
export function invert(factor: Factor, from = 0, to = factor.rest): void {
  checkCurrent(factor);
  const { a, stride, padded, inverseRow } = factor;
  const first = from & ~3;
  const last = ceil4(to);
  for (let i = first; i < last; i += 4) {
    a.fill(0, (inverseRow + i) * stride, (inverseRow + i + 4) * stride);
    for (let r = i; r < i + 4; r++) a[(inverseRow + r) * stride + r] = 1;
    forwardRows(a, stride, padded, inverseRow + i, inverseRow + i + 4, i);
  }
}

/**
 * The block of the inverse matrix that belongs to the columns from..to-1 of the system: posterior covariance of a block.
 * Needs `invert` (rest) or `invertWeeks` (weeks) first.
 */
export function inverseBlock(factor: Factor, from: number, to: number): Float64Array {
  const { system, a, stride, padded, inverseRow, weekRow, weekDiagonal } = factor;
  const count = to - from;
  const out = new Float64Array(count * count);
  if (from < system.weeks) {
    rowGram(a, stride, weekRow + from, count, 0, padded, out);
    for (let w = 0; w < count; w++) out[w * count + w]! += 1 / weekDiagonal[from + w]!;
    return out;
  }
  const first = from - system.weeks;
  rowGram(a, stride, inverseRow + first, count, first, padded, out, true);
  return out;
}

/** Fills the week rows: L^-1 times the coupling of each week to the rest, over the week's own diagonal. */
export function invertWeeks(factor: Factor): void {
  const { system, rest, a, stride, padded, weekRow, coupling, weekDiagonal, scale } = factor;
  const { start, columns, values } = coupling;
  const rows = ceil4(system.weeks);
  a.fill(0, weekRow * stride, (weekRow + rows) * stride);
  for (let w = 0; w < system.weeks; w++) {
    const share = scale / weekDiagonal[w]!;
    const end = start[w + 1]!;
    const row = (weekRow + w) * stride;
    for (let p = start[w]!; p < end && columns[p]! < rest; p++) a[row + columns[p]!] = share * values[p]!;
  }
  forwardRows(a, stride, padded, weekRow, weekRow + rows);
}

/** Diagonal of the inverse matrix, one number per column of the system. Needs `invert` and `invertWeeks`. */
export function inverseDiagonal(factor: Factor): Float64Array {
  const { system, rest, a, stride, padded, inverseRow, weekRow, weekDiagonal } = factor;
  const out = new Float64Array(system.size);
  for (let w = 0; w < system.weeks; w++) {
    out[w] = 1 / weekDiagonal[w]! + squareSum(a, (weekRow + w) * stride, padded);
  }
  for (let i = 0; i < rest; i++) {
    out[system.weeks + i] = squareSum(a, (inverseRow + i) * stride + i, padded - i);
  }
  return out;
}

function squareSum(a: Float64Array, from: number, count: number): number {
  let sum = 0;
  for (let k = from; k < from + count; k++) sum += a[k]! * a[k]!;
  return sum;
}
