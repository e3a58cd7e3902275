import { elementRows } from "./element-rows.ts";
import type { Elements } from "./elements.ts";
import { WAVES } from "./waves.ts";

/** What each element is worth under some coefficients: sum of factor x coefficient over its columns below `size`. */
function fillElementValues(
  { count, termStart, termColumns, termFactors }: Elements,
  theta: Float64Array,
  size: number,
  values: Float64Array,
): void {
  for (let e = 0; e < count; e++) {
    let sum = 0;
    for (let k = termStart[e]!; k < termStart[e + 1]!; k++) {
      if (termColumns[k]! < size) sum += termFactors[k]! * theta[termColumns[k]!]!;
    }
    values[e] = sum;
  }
}

/** What each slot of the week is worth. */
function fillSlotValues(
  { slotWeekday, slotWaves, weekday, wave }: Elements,
  values: Float64Array,
  out: Float64Array,
): void {
  for (let s = 0; s < out.length; s++) {
    const d = slotWeekday[s]!;
    let sum = values[weekday + d]!;
    if (wave >= 0) {
      const waves = slotWaves[s]!;
      for (let k = 0; k < WAVES; k++) sum += waves[k]! * values[wave + d * WAVES + k]!;
    }
    out[s] = sum;
  }
}

/** out = Z theta over the first `size` columns. */
export function multiplyElements(
  elements: Elements,
  size: number,
  theta: Float64Array,
  out: Float64Array,
): void {
  const { kernel, values, slots, vector } = elementRows(elements);
  fillElementValues(elements, theta, size, values);
  fillSlotValues(elements, values, slots);
  kernel.multiplyRows(values.byteOffset, slots.byteOffset, vector.byteOffset);
  out.set(vector);
}

/** out = Z'v over the first `size` columns, v one number per post. */
export function multiplyElementsTransposed(
  elements: Elements,
  size: number,
  v: Float64Array,
  out: Float64Array,
): void {
  const { kernel, values: sums, slots, vector } = elementRows(elements);
  vector.set(v);
  sums.fill(0);
  slots.fill(0);
  kernel.rowSums(vector.byteOffset, sums.byteOffset, slots.byteOffset);
  addSlots(elements, slots, sums);
  spread(elements, size, sums, out);
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
