/** Number of columns of the hour curve. */
export const WAVES = 8;

const WEIGHTS = [1, 2, 3, 4].map((k) => k ** -1.5);
const NORM = Math.sqrt([1, 2, 3, 4].reduce((sum, k) => sum + k ** -3, 0));

/**
 * The hour columns of one time of day: four cosines, then four sines, with falling weights whose squares sum to 1 at every
 * hour (MODEL.md section 2).
 * @param hour local hour in [0, 24)
 */
export function hourWaves(hour: number): Float64Array {
  const out = new Float64Array(WAVES);
  for (let k = 1; k <= 4; k++) {
    const angle = (2 * Math.PI * k * hour) / 24;
    const weight = WEIGHTS[k - 1]! / NORM;
    out[k - 1] = Math.cos(angle) * weight;
    out[k + 3] = Math.sin(angle) * weight;
  }
  return out;
}
