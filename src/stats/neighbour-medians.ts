/**
 * For each value the median of those around it, itself left out; a value that has no others stands for itself.
 * @param values in their order
 * @param before,after how many neighbours on either side count at most
 * @returns one median per value
 * @example [...neighbourMedians([5, 1, 3, 8], 2, 1)] // [1, 4, 5, 2]
 */
export function neighbourMedians(values: ArrayLike<number>, before: number, after: number): Float64Array {
  const n = values.length;
  const medians = new Float64Array(n);
  // The values around i in ascending order: one enters and one leaves per step.
  const around = new Float64Array(before + after + 2);
  let size = 0;
  for (let j = 0; j < Math.min(after, n); j++) insert(around, size++, values[j]!);
  for (let i = 0; i < n; i++) {
    if (i + after < n) insert(around, size++, values[i + after]!);
    if (i - before - 1 >= 0) remove(around, size--, values[i - before - 1]!);
    medians[i] = medianWithout(around, size, values[i]!);
  }
  return medians;
}

function insert(ascending: Float64Array, size: number, value: number): void {
  let k = size;
  for (; k > 0 && ascending[k - 1]! > value; k--) ascending[k] = ascending[k - 1]!;
  ascending[k] = value;
}

function remove(ascending: Float64Array, size: number, value: number): void {
  for (let k = placeOf(ascending, value); k + 1 < size; k++) ascending[k] = ascending[k + 1]!;
}

/** First place that is not below the value, which is among them. */
function placeOf(ascending: Float64Array, value: number): number {
  let k = 0;
  while (ascending[k]! < value) k++;
  return k;
}

/** Median of ascending numbers after one of the given value has been left out. */
function medianWithout(ascending: Float64Array, size: number, value: number): number {
  const count = size - 1;
  if (count < 1) return value;
  const place = placeOf(ascending, value);
  const half = count >> 1;
  const upper = ascending[half < place ? half : half + 1]!;
  if (count % 2 === 1) return upper;
  return (ascending[half - 1 < place ? half - 1 : half]! + upper) / 2;
}
