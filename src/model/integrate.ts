import { rSequenceGenerators, rSequencePoint } from "../stats/r-sequence.ts";
import { forwardRows } from "../stats/row-room.ts";
import { factorize, factorLogDeterminant, solve } from "./factor.ts";
import { type CoreFit, priorPrecision } from "./fit.ts";
import { GRID, GRID_WIDTHS } from "./hyper-marginal.ts";

/** A linear combination of coefficients, by columns of the system; no week columns. */
export interface Contrast {
  columns: ArrayLike<number>;
  values: ArrayLike<number>;
}

/**
 * The posterior integrated over the variance components: at point i the coefficients are normal with mean `thetas[i]`, and
 * contrast c has mean `means[c][i]` and variance `variances[c][i]`. All in units of s0.
 */
export interface Integration {
  weights: Float64Array;
  thetas: Float64Array[];
  means: Float64Array[];
  variances: Float64Array[];
  /** per point: L^-1 l of the contrasts that were asked to be kept, `keptLength` numbers each */
  kept: Float64Array[];
  keptLength: number;
}

/**
 * Runs the points of the R_d sequence over the posteriors of the blocks' standard deviations, weighs them by the square root
 * of the importance ratio, and evaluates contrasts at each (MODEL.md section 3). Ties a contrast's mixture to
 * `stats/normal-mixture.ts`.
 * @param fit result of fitCore
 * @param points number of points S
 * @param contrasts what to evaluate
 * @param keep number of contrasts, at the front, whose L^-1 l is kept at every point, so that any average of them can be
 *   evaluated later; they should have late columns only
 * @throws FactorError when the normal equations cannot be factored
 */
export function integrate(
  fit: CoreFit,
  points: number,
  contrasts: readonly Contrast[],
  keep = 0,
): Integration {
  const { system, factor, marginals, rhs, scale } = fit;
  const { padded } = factor;
  const rows = contrastRows(fit, contrasts);
  const keptFrom = rows.starts.subarray(0, keep).reduce((first, start) => Math.min(first, start), padded);
  const keptLength = padded - keptFrom;
  const generators = rSequenceGenerators(system.blocks.length);
  const logWeights = new Float64Array(points);
  const result: Integration = {
    weights: new Float64Array(points),
    thetas: [],
    means: contrasts.map(() => new Float64Array(points)),
    variances: contrasts.map(() => new Float64Array(points)),
    kept: [],
    keptLength,
  };
  const places = Array.from({ length: points }, (_, i) =>
    rSequencePoint(generators, i + 1).map((u, k) => firstReaching(marginals[k]!, u)),
  );
  // Points that share the weeks' value come after each other: their elimination is done once.
  const week = system.blocks.findIndex(({ name }) => name === "week");
  const order = [...places.keys()].sort((x, y) => (places[x]![week] ?? 0) - (places[y]![week] ?? 0) || x - y);
  for (const i of order) {
    const own = places[i]!;
    const precision = priorPrecision(
      system,
      own.map((place) => GRID[place]!),
    );
    factorize(factor, scale, precision);
    const theta = new Float64Array(system.size);
    solve(factor, rhs, theta);
    logWeights[i] = logWeightOf(fit, own, precision, theta);
    result.thetas[i] = theta;
    evaluate(fit, contrasts, rows, theta, i, result, keep, keptFrom);
  }
  const largest = Math.max(...logWeights);
  let total = 0;
  for (let i = 0; i < points; i++) {
    result.weights[i] = Math.exp((logWeights[i]! - largest) / 2);
    total += result.weights[i]!;
  }
  for (let i = 0; i < points; i++) result.weights[i]! /= total;
  return result;
}

/**
 * Logarithm of the importance ratio of a point, whose factor is at hand.
 * @param places its places on GRID, one per block
 */
function logWeightOf(
  { system, factor, marginals, rhs }: CoreFit,
  places: readonly number[],
  precision: Float64Array,
  theta: Float64Array,
): number {
  let logWeight = -factorLogDeterminant(factor);
  for (let j = 0; j < system.size; j++) logWeight += Math.log(precision[j]!) + rhs[j]! * theta[j]!;
  logWeight /= 2;
  system.blocks.forEach(({ prior }, k) => {
    const place = places[k]!;
    logWeight += -0.5 * (GRID[place]! / prior) ** 2 + Math.log(GRID_WIDTHS[place]!);
    logWeight -= Math.log(marginals[k]![place]!);
  });
  return logWeight;
}

function firstReaching(probabilities: readonly number[], u: number): number {
  let cumulative = 0;
  for (let i = 0; i < probabilities.length; i++) {
    cumulative += probabilities[i]!;
    if (cumulative >= u) return i;
  }
  return probabilities.length - 1;
}

/** Contrasts as rows, ordered so that those with late first columns share tiles: leading zeros cost nothing. */
interface ContrastRows {
  /** a multiple of 4 not after the first column, per contrast */
  starts: Int32Array;
  /** contrasts in groups of four with similar starts; -1 fills up */
  groups: { start: number; members: number[] }[];
}

function contrastRows({ system, factor }: CoreFit, contrasts: readonly Contrast[]): ContrastRows {
  const starts = Int32Array.from(contrasts, ({ columns }) => {
    let first = factor.rest;
    for (let k = 0; k < columns.length; k++) first = Math.min(first, columns[k]! - system.weeks);
    if (first < 0) throw new RangeError("a contrast holds a week column");
    return first & ~3;
  });
  const order = contrasts.map((_, c) => c).sort((x, y) => starts[x]! - starts[y]! || x - y);
  const groups: ContrastRows["groups"] = [];
  for (let k = 0; k < order.length; k += 4) {
    const members = order.slice(k, k + 4);
    groups.push({ start: starts[members[0]!]!, members });
  }
  return { starts, groups };
}

function evaluate(
  { system, factor }: CoreFit,
  contrasts: readonly Contrast[],
  { groups }: ContrastRows,
  theta: Float64Array,
  point: number,
  result: Integration,
  keep: number,
  keptFrom: number,
): void {
  const { a, stride, padded, inverseRow } = factor;
  const kept = new Float64Array(keep * result.keptLength);
  const rows = a.subarray(inverseRow * stride, (inverseRow + 4) * stride);
  for (const { start, members } of groups) {
    rows.fill(0);
    members.forEach((c, r) => {
      const { columns, values } = contrasts[c]!;
      let mean = 0;
      for (let k = 0; k < columns.length; k++) {
        const column = columns[k]!;
        rows[r * stride + column - system.weeks]! += values[k]!;
        mean += values[k]! * theta[column]!;
      }
      result.means[c]![point] = mean;
    });
    forwardRows(a, stride, padded, inverseRow, inverseRow + 4, start);
    members.forEach((c, r) => {
      let variance = 0;
      for (let k = start; k < padded; k++) variance += rows[r * stride + k]! ** 2;
      result.variances[c]![point] = Math.max(variance, 1e-12);
      if (c < keep) {
        kept.set(rows.subarray(r * stride + keptFrom, r * stride + padded), c * result.keptLength);
      }
    });
  }
  result.kept[point] = kept;
}

/** A contrast's mixture of normals, for `stats/normal-mixture.ts`; in units of s0. */
export function contrastMixture({ weights, means, variances }: Integration, c: number) {
  return { weights, means: means[c]!, variances: variances[c]! };
}
