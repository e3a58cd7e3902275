/**
 * The standard normal distribution. The cumulative function follows Cody 1969, Rational Chebyshev approximations for the
 * error function, Math. Comp. 23:631-637 (https://doi.org/10.1090/S0025-5718-1969-0247736-4), in the form that R's
 * `pnorm` uses; the quantile is Wichura 1988, algorithm AS 241, Applied Statistics 37:477-484
 * (https://doi.org/10.2307/2347330). Both keep about 15 digits, the tails relatively.
 */

const A = [
  2.2352520354606839287, 161.02823106855587881, 1067.6894854603709582, 18154.981253343561249,
  0.065682337918207449113,
] as const;
const B = [47.20258190468824187, 976.09855173777669322, 10260.932208618978205, 45507.789335026729956] as const;
const C = [
  0.39894151208813466764, 8.8831497943883759412, 93.506656132177855979, 597.27027639480026226,
  2494.5375852903726711, 6848.1904505362823326, 11602.651437647350124, 9842.7148383839780218,
  1.0765576773720192317e-8,
] as const;
const D = [
  22.266688044328115691, 235.38790178262499861, 1519.377599407554805, 6485.558298266760755,
  18615.571640885098091, 34900.952721145977266, 38912.003286093271411, 19685.429676859990727,
] as const;
const P = [
  0.21589853405795699, 0.1274011611602473639, 0.022235277870649807, 0.001421619193227893466,
  2.9112874951168792e-5, 0.02307344176494017303,
] as const;
const Q = [
  1.28426009614491121, 0.468238212480865118, 0.0659881378689285515, 0.00378239633202758244,
  7.29751555083966205e-5,
] as const;
const INVERSE_SQRT_2PI = 0.398942280401432677939946059934;

/**
 * Density of the standard normal distribution.
 * @example normalDensity(0) // 0.3989422804014327
 */
export function normalDensity(z: number): number {
  return INVERSE_SQRT_2PI * Math.exp(-0.5 * z * z);
}

/**
 * Cumulative distribution function of the standard normal: P(Z <= z), accurate to about 1e-15 absolutely and, in the lower
 * tail, relatively.
 * @param z any number; -Infinity gives 0, Infinity 1
 * @throws RangeError for NaN
 * @example normalCdf(0) // 0.5
 */
export function normalCdf(z: number): number {
  if (Number.isNaN(z)) throw new RangeError("normalCdf requires a number");
  const size = Math.abs(z);
  if (size <= 0.67448975) {
    const square = size > 1.11e-16 ? z * z : 0;
    const above = (((A[4] * square + A[0]) * square + A[1]) * square + A[2]) * square + A[3];
    const below = (((square + B[0]) * square + B[1]) * square + B[2]) * square + B[3];
    return 0.5 + (z * above) / below;
  }
  if (size > 38.6) return z > 0 ? 1 : 0;
  const tail = size <= 5.656854249492381 ? middleTail(size) : farTail(size);
  // exp(-z^2/2) in two factors, because squaring a large z loses the digits that matter in the exponent.
  const whole = Math.trunc(size * 16) / 16;
  const rest = (size - whole) * (size + whole);
  const value = Math.exp(-whole * whole * 0.5) * Math.exp(-rest * 0.5) * tail;
  return z > 0 ? 1 - value : value;
}

function middleTail(x: number): number {
  let above = C[8] * x;
  let below = x;
  for (let i = 0; i < 7; i++) {
    above = (above + C[i]!) * x;
    below = (below + D[i]!) * x;
  }
  return (above + C[7]) / (below + D[7]);
}

function farTail(x: number): number {
  const square = 1 / (x * x);
  let above = P[5] * square;
  let below = square;
  for (let i = 0; i < 4; i++) {
    above = (above + P[i]!) * square;
    below = (below + Q[i]!) * square;
  }
  const correction = (square * (above + P[4])) / (below + Q[4]);
  return (INVERSE_SQRT_2PI - correction) / x;
}

const CENTRE_ABOVE = [
  3.387132872796366608, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125,
  45921.953931549871457, 67265.770927008700853, 33430.575583588128105, 2509.0809287301226727,
];
const CENTRE_BELOW = [
  1, 42.313330701600911252, 687.1870074920579083, 5394.1960214247511077, 21213.794301586595867,
  39307.89580009271061, 28729.085735721942674, 5226.495278852854561,
];
const TAIL_ABOVE = [
  1.42343711074968357734, 4.6303378461565452959, 5.7694972214606914055, 3.64784832476320460504,
  1.27045825245236838258, 0.24178072517745061177, 0.0227238449892691845833, 7.7454501427834140764e-4,
];
const TAIL_BELOW = [
  1, 2.05319162663775882187, 1.6763848301838038494, 0.68976733498510000455, 0.14810397642748007459,
  0.0151986665636164571966, 5.475938084995344946e-4, 1.05075007164441684324e-9,
];
const FAR_ABOVE = [
  6.6579046435011037772, 5.4637849111641143699, 1.7848265399172913358, 0.29656057182850489123,
  0.026532189526576123093, 0.0012426609473880784386, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
];
const FAR_BELOW = [
  1, 0.59983220655588793769, 0.13692988092273580531, 0.0148753612908506148525, 7.868691311456132591e-4,
  1.8463183175100546818e-5, 1.4215117583164458887e-7, 2.04426310338993978564e-15,
];

/**
 * Quantile of the standard normal distribution: the z with P(Z <= z) = p.
 * @param p probability in (0, 1)
 * @throws RangeError outside (0, 1)
 * @example normalQuantile(0.5) // 0
 */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError("normalQuantile requires a probability between 0 and 1");
  const centred = p - 0.5;
  if (Math.abs(centred) <= 0.425) {
    const r = 0.180625 - centred * centred;
    return (centred * polynomial(CENTRE_ABOVE, r)) / polynomial(CENTRE_BELOW, r);
  }
  const r = Math.sqrt(-Math.log(centred < 0 ? p : 1 - p));
  const z =
    r <= 5
      ? polynomial(TAIL_ABOVE, r - 1.6) / polynomial(TAIL_BELOW, r - 1.6)
      : polynomial(FAR_ABOVE, r - 5) / polynomial(FAR_BELOW, r - 5);
  return centred < 0 ? -z : z;
}

function polynomial(coefficients: readonly number[], x: number): number {
  let sum = 0;
  for (let i = coefficients.length - 1; i >= 0; i--) sum = sum * x + coefficients[i]!;
  return sum;
}
