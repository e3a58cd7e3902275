/**
 * The standard normal distribution. The cumulative function follows Cody 1969, Rational Chebyshev approximations for the
 * error function, Math. Comp. 23:631-637 (https://doi.org/10.1090/S0025-5718-1969-0247736-4), in the form that R's
 * `pnorm` uses; the quantile is Wichura 1988, algorithm AS 241, Applied Statistics 37:477-484
 * (https://doi.org/10.2307/2347330). Both keep about 15 digits, the tails relatively.
 */

const A = [
  2.2352520354606837, 161.02823106855587, 1067.6894854603709, 18154.98125334356, 0.06568233791820745,
] as const;
const B = [47.202581904688245, 976.0985517377767, 10260.932208618979, 45507.78933502673] as const;
const C = [
  0.39894151208813466, 8.883149794388377, 93.50665613217785, 597.2702763948002, 2494.5375852903726,
  6848.190450536283, 11602.65143764735, 9842.714838383978, 1.0765576773720192e-8,
] as const;
const D = [
  22.266688044328117, 235.387901782625, 1519.3775994075547, 6485.558298266761, 18615.571640885097,
  34900.95272114598, 38912.00328609327, 19685.429676859992,
] as const;
const P = [
  0.215898534057957, 0.12740116116024736, 0.022235277870649807, 0.0014216191932278934, 2.9112874951168793e-5,
  0.023073441764940174,
] as const;
const Q = [
  1.284260096144911, 0.4682382124808651, 0.06598813786892856, 0.0037823963320275824, 7.297515550839662e-5,
] as const;
const INVERSE_SQRT_2PI = 0.3989422804014327;

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
  3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987,
  67265.7709270087, 33430.57558358813, 2509.0809287301227,
];
const CENTRE_BELOW = [
  1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
  28729.085735721943, 5226.495278852854,
];
const TAIL_ABOVE = [
  1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
  0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
];
const TAIL_BELOW = [
  1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
  0.0005475938084995345, 1.0507500716444169e-9,
];
const FAR_ABOVE = [
  6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
  0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7,
];
const FAR_BELOW = [
  1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133,
  1.8463183175100548e-5, 1.421511758316446e-7, 2.0442631033899397e-15,
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
