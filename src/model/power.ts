import { normalCdf } from "../stats/normal.ts";

/** Phi^-1(.95) + Phi^-1(.8): one-sided 5 %, power 80 %. */
const Z_ALPHA = 1.6449;
const Z_POWER = 0.8416;
const Z_SUM = 2.4865;

/**
 * Posts each arm of an experiment needs to find a lift with 80 % power at one-sided 5 % (MODEL.md section 7, "Power").
 * @param variance what one post brings to the robust mean: s0^2 s2 (nu + 3)/(nu + 1), in squared log units
 * @param lift ratio above 0 and other than 1
 * @throws RangeError for a lift of 1, a lift that is not positive, or a variance that is not positive
 * @example postsPerArm(0.5 * 7 / 5, 1.5) // 53
 */
export function postsPerArm(variance: number, lift: number): number {
  if (!(lift > 0) || lift === 1) throw new RangeError("postsPerArm requires a positive lift other than 1");
  if (!(variance > 0)) throw new RangeError("postsPerArm requires a positive variance");
  return Math.ceil((2 * (Z_ALPHA + Z_POWER) ** 2 * variance) / Math.log(lift) ** 2);
}

/**
 * The smallest lift that an experiment with so many posts in each of its two arms finds with 80 % power.
 * @param variance as in postsPerArm
 * @param posts per arm, at least 1
 * @throws RangeError when one of them is not positive
 */
export function detectableLift(variance: number, posts: number): number {
  if (!(variance > 0) || !(posts > 0)) throw new RangeError("detectableLift requires positive numbers");
  return Math.exp(Z_SUM * Math.sqrt((2 * variance) / posts));
}

/**
 * About how many more posts with the thing are missing until an effect of this size (at least +20 %) would show.
 * @param effect posterior mean and sd of the log ratio, sd above 0
 * @param posts posts with the thing so far
 * @example postsMissing({ mean: 0.05, sd: 0.2 }, 10) // 65
 */
export function postsMissing(effect: { mean: number; sd: number }, posts: number): number {
  const gap = Math.max(Math.abs(effect.mean), Math.log(1.2));
  return Math.max(0, Math.ceil(posts * ((effect.sd / (gap / Z_SUM)) ** 2 - 1)));
}

/**
 * What an experiment is worth before it is run: the expected gain, in log units, of deciding after it instead of now
 * (expected value of sample information for a normal prior).
 * @param effect posterior mean and sd of the log ratio
 * @param variance as in postsPerArm
 * @param posts per arm
 * @returns at least 0
 */
export function experimentValue(
  effect: { mean: number; sd: number },
  variance: number,
  posts: number,
): number {
  const { mean: m, sd: e } = effect;
  const k = e > 0 ? e ** 2 / Math.sqrt(e ** 2 + (2 * variance) / posts) : 0;
  if (!(k > 0)) return 0;
  const z = m / k;
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  return Math.max(0, m * normalCdf(z) + k * density - Math.max(m, 0));
}
