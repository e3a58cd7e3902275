import { studentTLogConstant } from "../stats/student-t.ts";
import {
  createFactor,
  type Factor,
  factorize,
  inverseBlock,
  inverseDiagonal,
  invert,
  invertWeeks,
  solve,
} from "./factor.ts";
import type { FitSystem } from "./fit-system.ts";
import { GRID, hyperMarginal } from "./hyper-marginal.ts";

/** Degrees of freedom that the t likelihood may have. */
export const NUS = [2.5, 3, 4, 5, 7, 10, 20, 100] as const;

/** Where the second majorisation step moves so much less than the first, the third would move by its square. */
const FAST = 0.02;
/** From so many posts on the passes settle before their limit, so that a smaller step on the way leaves no trace. */
const MANY_POSTS = 5000;

/** Posterior of one outcome before the integration over the variance components; everything in units of s0. */
export interface CoreFit {
  system: FitSystem;
  theta: Float64Array;
  s2: number;
  nu: number;
  /** effective number of parameters of the last pass */
  edf: number;
  /** posterior mean of each random block's standard deviation, in the order of `system.blocks` */
  sds: number[];
  /** posterior of each block's standard deviation over GRID */
  marginals: number[][];
  /** right-hand side of the normal equations at the final state; the matrix is scale Z'Z + D */
  rhs: Float64Array;
  scale: number;
  /** final t weights of the posts are below .3 for this many */
  downweighted: number;
  passes: number;
  /** room for factorisations, reused by the integration */
  factor: Factor;
}

/**
 * Fits a linear model with t errors and random blocks (MODEL.md section 3): at most `passes` rounds, each with one
 * factorisation, three majorisation steps for the coefficients, the posterior of every block's standard deviation on a
 * grid, three steps for the scale and a choice of the degrees of freedom. The t weights and the information factor c are
 * those of Lange, Little, Taylor 1989 (https://doi.org/10.1080/01621459.1989.10478852); the half-normal priors follow
 * Gelman 2006 (https://doi.org/10.1214/06-BA117A).
 * @param system design
 * @param y outcome in units of s0, one number per post
 * @param options.passes 12 for reports, 8 for the folds of the backtest
 * @throws FactorError when the normal equations cannot be factored
 */
export function fitCore(system: FitSystem, y: Float64Array, options: { passes?: number } = {}): CoreFit {
  const { n, size, blocks } = system;
  const factor = createFactor(system);
  const theta = startingValues(system, y);
  const fitted = new Float64Array(n);
  const room = new Float64Array(n);
  const squares = new Float64Array(n);
  const rhs = new Float64Array(size);
  let sds = blocks.map(({ prior }) => 0.8 * prior);
  let marginals: number[][] = blocks.map(() => []);
  let s2 = 1;
  let nu = 5;
  let edf = 0;
  let passes = 0;
  system.multiply(theta, fitted);
  const limit = options.passes ?? 12;
  while (passes < limit) {
    passes++;
    const scale = (nu + 1) / (nu + 3) / s2;
    const precision = priorPrecision(system, sds);
    factorize(factor, scale, precision);
    let firstMove = 0;
    for (let step = 0; step < 3; step++) {
      pseudoResponse(system, { y, s2, nu }, fitted, room, rhs);
      const move = solveAndMove(factor, rhs, theta);
      system.multiply(theta, fitted);
      // Steps shrink by about the same factor: with many posts it is so small that the third one would change nothing.
      if (step === 0) firstMove = move;
      else if (n >= MANY_POSTS && move < FAST * firstMove) break;
    }
    invert(factor);
    invertWeeks(factor);
    const variances = inverseDiagonal(factor);
    edf = size;
    for (let j = 0; j < size; j++) edf -= precision[j]! * variances[j]!;
    marginals = blocks.map(({ from, to, prior }, k) =>
      hyperMarginal(inverseBlock(factor, from, to), theta.subarray(from, to), sds[k]!, prior),
    );
    const oldSds = sds;
    sds = marginals.map((marginal) => marginal.reduce((sum, p, i) => sum + p * GRID[i]!, 0));
    for (let i = 0; i < n; i++) squares[i] = (y[i]! - fitted[i]!) ** 2;
    const oldS2 = s2;
    const oldNu = nu;
    const dof = Math.max(n - edf, 0.2 * n);
    for (let step = 0; step < 3; step++) s2 = nextScale(squares, nu, s2, dof);
    nu = bestNu(squares, s2);
    const settled = (now: number, before: number) => Math.abs(now - before) < 1e-9 * before;
    if (nu === oldNu && settled(s2, oldS2) && sds.every((sd, k) => settled(sd, oldSds[k]!))) break;
  }
  pseudoResponse(system, { y, s2, nu }, fitted, room, rhs);
  let downweighted = 0;
  for (let i = 0; i < n; i++) if (tWeight(squares[i]!, s2, nu) < 0.3) downweighted++;
  const scale = (nu + 1) / (nu + 3) / s2;
  return { system, theta, s2, nu, edf, sds, marginals, rhs, scale, downweighted, passes, factor };
}

/** D of MODEL.md section 3: one prior precision per column. */
export function priorPrecision(system: FitSystem, sds: readonly number[]): Float64Array {
  const precision = system.precision.slice();
  system.blocks.forEach(({ from, to }, k) => {
    precision.fill(1 / sds[k]! ** 2, from, to);
  });
  return precision;
}

interface TLikelihood {
  y: Float64Array;
  s2: number;
  nu: number;
}

/**
 * out = (c/s2) Z'(f + w r / c), f the fitted values, r = y - f, w the t weights of r and c = (nu + 1)/(nu + 3): the
 * right-hand side of one majorisation step.
 * @param room scratch, one number per post: to take a new one each time costs more than the sums
 */
function pseudoResponse(
  system: FitSystem,
  { y, s2, nu }: TLikelihood,
  fitted: Float64Array,
  room: Float64Array,
  out: Float64Array,
): void {
  const c = (nu + 1) / (nu + 3);
  const scale = c / s2;
  const perVariance = 1 / s2;
  const perC = 1 / c;
  for (let i = 0; i < room.length; i++) {
    const f = fitted[i]!;
    const r = y[i]! - f;
    const weight = (nu + 1) / (nu + r * r * perVariance);
    room[i] = scale * (f + weight * r * perC);
  }
  system.multiplyTransposed(room, out);
}

/** Solves for theta. @returns the largest move of a coefficient */
function solveAndMove(factor: Factor, rhs: Float64Array, theta: Float64Array): number {
  const before = theta.slice();
  solve(factor, rhs, theta);
  let largest = 0;
  for (let j = 0; j < theta.length; j++) largest = Math.max(largest, Math.abs(theta[j]! - before[j]!));
  return largest;
}

function tWeight(square: number, s2: number, nu: number): number {
  return (nu + 1) / (nu + square / s2);
}

function nextScale(squares: Float64Array, nu: number, s2: number, dof: number): number {
  let sum = 0;
  for (let i = 0; i < squares.length; i++) sum += tWeight(squares[i]!, s2, nu) * squares[i]!;
  return Math.max(sum / dof, 1e-4);
}

/** The degrees of freedom with the highest posterior, the first on ties; log-normal prior around 5. */
function bestNu(squares: Float64Array, s2: number): number {
  let best: number = NUS[0];
  let highest = Number.NEGATIVE_INFINITY;
  for (const nu of NUS) {
    // Factors are multiplied before the logarithm is taken: one logarithm for many posts.
    let logs = 0;
    let product = 1;
    const inverse = 1 / (nu * s2);
    for (let i = 0; i < squares.length; i++) {
      product *= 1 + squares[i]! * inverse;
      if (product > 1e200) {
        logs += Math.log(product);
        product = 1;
      }
    }
    logs += Math.log(product);
    const posterior =
      squares.length * studentTLogConstant(nu) - ((nu + 1) / 2) * logs - (Math.log(nu / 5) / 0.7) ** 2 / 2;
    if (posterior > highest) {
      highest = posterior;
      best = nu;
    }
  }
  return best;
}

/** theta = 0, but the fix part is the least-squares fit of y on fix. */
function startingValues(system: FitSystem, y: Float64Array): Float64Array {
  const { fix, fixGram, size, n } = system;
  const theta = new Float64Array(size);
  const column = new Float64Array(n);
  const products = fix.map((place) => {
    theta[place] = 1;
    system.multiply(theta, column);
    theta[place] = 0;
    return y.reduce((sum, value, i) => sum + value * column[i]!, 0);
  });
  const [one, slope] = fix as [number, number | undefined];
  const [g11, g12, , g22] = fixGram as [number, number, number, number];
  const [b1, b2] = products as [number, number];
  if (slope === undefined) {
    theta[one] = b1 / g11;
    return theta;
  }
  const det = g11 * g22 - g12 * g12;
  theta[one] = (g22 * b1 - g12 * b2) / det;
  theta[slope] = (g11 * b2 - g12 * b1) / det;
  return theta;
}
