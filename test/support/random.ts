import { sfc32 } from "../../src/stats/sfc32.ts";

/** A seeded source of random numbers: the same seed gives the same numbers on every machine. */
export interface Random {
  /** uniform in [0, 1), or in [low, high) */
  uniform(low?: number, high?: number): number;
  /** whole number in [0, n) */
  below(n: number): number;
  chance(probability: number): boolean;
  normal(mean?: number, sd?: number): number;
  exponential(mean: number): number;
  /** mean = shape */
  gamma(shape: number): number;
  /** Student t with `df` degrees of freedom (not scaled) */
  studentT(df: number): number;
  beta(a: number, b: number): number;
  binomial(n: number, probability: number): number;
  /** shares that sum to 1 */
  dirichlet(concentration: number, size: number): number[];
  /** index drawn with the weights */
  weighted(weights: readonly number[]): number;
}

/** One number (0 to 2^32 - 1) to the four words of a generator, through splitmix32. */
function seedWords(seed: number): [number, number, number, number] {
  let s = seed >>> 0;
  const split = (): number => {
    s = (s + 0x9e3779b9) >>> 0;
    let z = s;
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
    return (z ^ (z >>> 16)) >>> 0;
  };
  return [split(), split(), split(), 1];
}

/**
 * The laws the simulator draws from, for one seed.
 * @param seed whole number in [0, 2^32)
 */
export function seededRandom(seed: number): Random {
  const next = sfc32(seedWords(seed));
  let spare: number | null = null;

  const normal = (mean = 0, sd = 1): number => {
    if (spare !== null) {
      const value = spare;
      spare = null;
      return mean + sd * value;
    }
    const radius = Math.sqrt(-2 * Math.log(1 - next()));
    const angle = 2 * Math.PI * next();
    spare = radius * Math.sin(angle);
    return mean + sd * radius * Math.cos(angle);
  };

  // Marsaglia and Tsang 2000; shapes below 1 by the power of a uniform
  const gamma = (shape: number): number => {
    if (shape < 1) return gamma(shape + 1) * (1 - next()) ** (1 / shape);
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = normal();
      const v = (1 + c * x) ** 3;
      if (v > 0 && Math.log(1 - next()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
    }
  };

  const beta = (a: number, b: number): number => {
    const x = gamma(a);
    const y = gamma(b);
    return x + y > 0 ? x / (x + y) : a / (a + b);
  };

  // Halving by the median of n uniforms until n is small: exact for any n, log n steps (Devroye 1986, X.4)
  const binomial = (n: number, probability: number): number => {
    let left = n;
    let p = Math.min(1, Math.max(0, probability));
    let hits = 0;
    while (left > 30) {
      const middle = Math.floor(left / 2) + 1;
      const y = beta(middle, left + 1 - middle);
      if (y <= p) {
        hits += middle;
        left -= middle;
        p = y < 1 ? (p - y) / (1 - y) : 0;
      } else {
        left = middle - 1;
        p = p / y;
      }
    }
    for (let i = 0; i < left; i++) if (next() < p) hits++;
    return hits;
  };

  const weighted = (weights: readonly number[]): number => {
    let u = next() * weights.reduce((sum, w) => sum + w, 0);
    for (let i = 0; i < weights.length - 1; i++) {
      u -= weights[i]!;
      if (u < 0) return i;
    }
    return weights.length - 1;
  };

  return {
    uniform: (low = 0, high = 1) => low + (high - low) * next(),
    below: (n) => Math.floor(next() * n),
    chance: (probability) => next() < probability,
    normal,
    exponential: (mean) => -mean * Math.log(1 - next()),
    gamma,
    studentT: (df) => normal() / Math.sqrt((2 * gamma(df / 2)) / df),
    beta,
    binomial,
    dirichlet(concentration, size) {
      const draws = Array.from({ length: size }, () => gamma(concentration));
      const sum = draws.reduce((total, x) => total + x, 0);
      return draws.map((x) => x / sum);
    },
    weighted,
  };
}
