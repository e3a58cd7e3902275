import type { Elements } from "./elements.ts";
import { WAVES } from "./waves.ts";

/** What each element is worth under some coefficients: sum of factor x coefficient over its columns below `size`. */
function elementValues(
  { count, termStart, termColumns, termFactors }: Elements,
  theta: Float64Array,
  size: number,
): Float64Array {
  const values = new Float64Array(count);
  for (let e = 0; e < count; e++) {
    let sum = 0;
    for (let k = termStart[e]!; k < termStart[e + 1]!; k++) {
      if (termColumns[k]! < size) sum += termFactors[k]! * theta[termColumns[k]!]!;
    }
    values[e] = sum;
  }
  return values;
}

/** What each slot of the week is worth. */
function slotValues({ slotWeekday, slotWaves, weekday, wave }: Elements, values: Float64Array): Float64Array {
  const out = new Float64Array(slotWeekday.length);
  for (let s = 0; s < out.length; s++) {
    const d = slotWeekday[s]!;
    let sum = values[weekday + d]!;
    if (wave >= 0) {
      const waves = slotWaves[s]!;
      for (let k = 0; k < WAVES; k++) sum += waves[k]! * values[wave + d * WAVES + k]!;
    }
    out[s] = sum;
  }
  return out;
}

/** out = Z theta over the first `size` columns. */
export function multiplyElements(
  elements: Elements,
  size: number,
  theta: Float64Array,
  out: Float64Array,
): void {
  const { n, markStart, marks, number, numberCount, numbers, slotOf, trend, dur } = elements;
  const values = elementValues(elements, theta, size);
  const slots = slotValues(elements, values);
  const constant = values[0]!;
  for (let i = 0; i < n; i++) {
    let marked = slots[slotOf[i]!]!;
    const end = markStart[i + 1]!;
    for (let k = markStart[i]!; k < end; k++) marked += values[marks[k]!]!;
    let numeric = constant;
    const at = i * numberCount;
    for (let k = 0; k < numberCount; k++) numeric += numbers[at + k]! * values[number + k]!;
    const t = trend.first + trend.index[i]!;
    const growth = values[t]! + trend.fraction[i]! * (values[t + 1]! - values[t]!);
    const u = dur.first + dur.index[i]!;
    const length = values[u]! + dur.fraction[i]! * (values[u + 1]! - values[u]!);
    out[i] = marked + numeric + (growth + length);
  }
}

/** out = Z'v over the first `size` columns, v one number per post. */
export function multiplyElementsTransposed(
  elements: Elements,
  size: number,
  v: Float64Array,
  out: Float64Array,
): void {
  const sums = new Float64Array(elements.count);
  const slotSums = new Float64Array(elements.slotWeekday.length);
  sumElements(elements, v, sums, slotSums);
  addSlots(elements, slotSums, sums);
  spread(elements, size, sums, out);
}

/** Sums over the posts of v times each element; the slots apart. */
function sumElements(
  { n, markStart, marks, number, numberCount, numbers, slotOf, trend, dur }: Elements,
  v: Float64Array,
  sums: Float64Array,
  slotSums: Float64Array,
): void {
  let total = 0;
  for (let i = 0; i < n; i++) {
    const value = v[i]!;
    total += value;
    slotSums[slotOf[i]!]! += value;
    const end = markStart[i + 1]!;
    for (let k = markStart[i]!; k < end; k++) sums[marks[k]!]! += value;
    const at = i * numberCount;
    for (let k = 0; k < numberCount; k++) sums[number + k]! += numbers[at + k]! * value;
    const t = trend.first + trend.index[i]!;
    const growth = trend.fraction[i]! * value;
    sums[t]! += value - growth;
    sums[t + 1]! += growth;
    const u = dur.first + dur.index[i]!;
    const length = dur.fraction[i]! * value;
    sums[u]! += value - length;
    sums[u + 1]! += length;
  }
  sums[0] = total;
}

/** From sums by element to sums by column. */
function spread(
  { count, termStart, termColumns, termFactors }: Elements,
  size: number,
  sums: Float64Array,
  out: Float64Array,
): void {
  out.fill(0);
  for (let e = 0; e < count; e++) {
    const sum = sums[e]!;
    const end = termStart[e + 1]!;
    for (let k = termStart[e]!; k < end; k++) {
      const column = termColumns[k]!;
      if (column < size) out[column]! += termFactors[k]! * sum;
    }
  }
}

function addSlots(elements: Elements, slots: Float64Array, sums: Float64Array): void {
  const { slotWeekday, slotWaves, weekday, wave } = elements;
  for (let s = 0; s < slots.length; s++) {
    const d = slotWeekday[s]!;
    sums[weekday + d]! += slots[s]!;
    if (wave < 0) continue;
    const waves = slotWaves[s]!;
    for (let k = 0; k < WAVES; k++) sums[wave + d * WAVES + k]! += waves[k]! * slots[s]!;
  }
}
