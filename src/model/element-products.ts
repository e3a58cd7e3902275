import type { Elements } from "./elements.ts";
import { WAVES } from "./waves.ts";

/** What each element is worth under some coefficients: sum of factor x coefficient over its columns below `size`. */
function elementValues(
  { count, termStart, termColumns, termFactors }: Elements,
  theta: Float64Array,
  size: number,
) {
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

/** out = Z theta over the first `size` columns. */
export function multiplyElements(
  elements: Elements,
  size: number,
  theta: Float64Array,
  out: Float64Array,
): void {
  const { n, markStart, marks, number, numberCount, numbers, trend, dur, slotOf } = elements;
  const values = elementValues(elements, theta, size);
  const slots = slotValues(elements, values);
  const constant = values[0]!;
  for (let i = 0; i < n; i++) {
    let sum = constant + slots[slotOf[i]!]!;
    const end = markStart[i + 1]!;
    for (let k = markStart[i]!; k < end; k++) sum += values[marks[k]!]!;
    const at = i * numberCount;
    for (let k = 0; k < numberCount; k++) sum += numbers[at + k]! * values[number + k]!;
    out[i] = sum;
  }
  for (const hats of [trend, dur]) {
    if (!hats) continue;
    const { first, index, fraction } = hats;
    for (let i = 0; i < n; i++) {
      const place = index[i]!;
      if (place < 0) continue;
      const low = values[first + place]!;
      out[i]! += low + fraction[i]! * (values[first + place + 1]! - low);
    }
  }
}

function slotValues({ slotWeekday, slotWaves, weekday, wave }: Elements, values: Float64Array): Float64Array {
  return Float64Array.from(slotWeekday, (d, s) => {
    let sum = values[weekday + d]!;
    if (wave >= 0) for (let k = 0; k < WAVES; k++) sum += slotWaves[s]![k]! * values[wave + d * WAVES + k]!;
    return sum;
  });
}

/** out = Z' v over the first `size` columns. */
export function multiplyElementsTransposed(
  elements: Elements,
  size: number,
  v: Float64Array,
  out: Float64Array,
): void {
  const { n, count, markStart, marks, number, numberCount, numbers, trend, dur, slotOf } = elements;
  const sums = new Float64Array(count);
  const slots = new Float64Array(elements.slotWeekday.length);
  let total = 0;
  for (let i = 0; i < n; i++) {
    const value = v[i]!;
    total += value;
    slots[slotOf[i]!]! += value;
    const end = markStart[i + 1]!;
    for (let k = markStart[i]!; k < end; k++) sums[marks[k]!]! += value;
    const at = i * numberCount;
    for (let k = 0; k < numberCount; k++) sums[number + k]! += numbers[at + k]! * value;
  }
  sums[0] = total;
  for (const hats of [trend, dur]) {
    if (!hats) continue;
    const { first, index, fraction } = hats;
    for (let i = 0; i < n; i++) {
      const place = index[i]!;
      if (place < 0) continue;
      const upper = fraction[i]! * v[i]!;
      sums[first + place]! += v[i]! - upper;
      sums[first + place + 1]! += upper;
    }
  }
  addSlots(elements, slots, sums);
  const { termStart, termColumns, termFactors } = elements;
  out.fill(0);
  for (let e = 0; e < count; e++) {
    for (let k = termStart[e]!; k < termStart[e + 1]!; k++) {
      if (termColumns[k]! < size) out[termColumns[k]!]! += termFactors[k]! * sums[e]!;
    }
  }
}

function addSlots(elements: Elements, slots: Float64Array, sums: Float64Array): void {
  const { slotWeekday, slotWaves, weekday, wave } = elements;
  slotWeekday.forEach((d, s) => {
    sums[weekday + d]! += slots[s]!;
    if (wave < 0) return;
    for (let k = 0; k < WAVES; k++) sums[wave + d * WAVES + k]! += slotWaves[s]![k]! * slots[s]!;
  });
}
