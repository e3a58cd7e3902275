/** Views of one post early (age in hours) against the same post when mature. */
export interface MaturityPair {
  ageHours: number;
  /** log views early minus log views mature */
  logShare: number;
}

/** share(t) = 1 - exp(-(t/a)^b) of the final views after t hours; `residuals` ascending, of the pairs, in log units. */
export interface MaturityCurve {
  a: number;
  b: number;
  residuals: readonly number[];
}

const MIN_PAIRS = 10;
const SCALES = Array.from({ length: 24 }, (_, i) => 4 * 12 ** (i / 23));
const SHAPES = Array.from({ length: 17 }, (_, i) => (8 + i) / 20);

/**
 * Share of its final views that a post has after some hours.
 * @param ageHours above 0
 * @example shareOfViews({ a: 16, b: 1 }, 16) // 0.6321205588285577
 */
export function shareOfViews({ a, b }: { a: number; b: number }, ageHours: number): number {
  return -Math.expm1(-((ageHours / a) ** b));
}

/**
 * The curve along which this account's posts gather views: least absolute deviations on a grid (MODEL.md 8.2).
 * @returns null with fewer than 10 pairs
 */
export function maturityCurve(pairs: readonly MaturityPair[]): MaturityCurve | null {
  if (pairs.length < MIN_PAIRS) return null;
  let best = { a: SCALES[0]!, b: SHAPES[0]!, loss: Number.POSITIVE_INFINITY };
  for (const a of SCALES) {
    for (const b of SHAPES) {
      let loss = 0;
      for (const { ageHours, logShare } of pairs) {
        loss += Math.abs(logShare - Math.log(shareOfViews({ a, b }, ageHours)));
      }
      if (loss < best.loss) best = { a, b, loss };
    }
  }
  const { a, b } = best;
  const residuals = pairs.map(
    ({ ageHours, logShare }) => logShare - Math.log(shareOfViews({ a, b }, ageHours)),
  );
  return { a, b, residuals: residuals.sort((x, y) => x - y) };
}
