/** Numbers in ascending order, as a new array. */
export function sorted(values: ArrayLike<number>): Float64Array {
  return Float64Array.from(values).sort();
}

/**
 * Quantile of a sample, type 7 of Hyndman and Fan 1996 (American Statistician 50:361-365), the default of R.
 * @param values at least one number, any order
 * @param p in [0, 1]
 * @throws RangeError without values or for p outside [0, 1]
 * @example quantile([1, 2, 3, 10], 0.25) // 1.75
 */
export function quantile(values: ArrayLike<number>, p: number): number {
  return quantileOfSorted(sorted(values), p);
}

/**
 * Type-7 quantile of numbers that are already in ascending order.
 * @throws RangeError without values or for p outside [0, 1]
 * @example quantileOfSorted([1, 2, 3, 10], 0.5) // 2.5
 */
export function quantileOfSorted(values: ArrayLike<number>, p: number): number {
  if (values.length === 0) throw new RangeError("quantile requires at least one value");
  if (!(p >= 0 && p <= 1)) throw new RangeError("quantile requires a probability in [0, 1]");
  const place = (values.length - 1) * p;
  const below = Math.floor(place);
  const low = values[below]!;
  if (below === place) return low;
  return low + (place - below) * (values[below + 1]! - low);
}

/**
 * Median; of an even number of values the middle of the two in the centre.
 * @throws RangeError without values
 * @example median([3, 1, 2, 10]) // 2.5
 */
export function median(values: ArrayLike<number>): number {
  if (values.length === 0) throw new RangeError("median requires at least one value");
  return medianOfSorted(sorted(values));
}

/** Median of numbers that are already in ascending order. */
export function medianOfSorted(values: ArrayLike<number>): number {
  const half = values.length >> 1;
  return values.length % 2 === 1 ? values[half]! : (values[half - 1]! + values[half]!) / 2;
}

/**
 * Median absolute deviation from the median, times 1.4826, so that it estimates the standard deviation of a normal sample.
 * @throws RangeError without values
 * @example medianAbsoluteDeviation([1, 2, 3, 4, 100]) // 1.4826
 */
export function medianAbsoluteDeviation(values: ArrayLike<number>): number {
  const centre = median(values);
  return 1.4826 * median(Float64Array.from(values, (value) => Math.abs(value - centre)));
}
