import { elementRows } from "./element-rows.ts";
import type { Elements } from "./elements.ts";
import { WAVES } from "./waves.ts";

/**
 * Z'Z through the elements: their own products are summed over the posts (about 25 per post instead of the hundred
 * non-zeros of a row of Z), then spread over the columns they stand for.
 * @param size number of columns of Z
 * @returns size x size, row-major, both triangles
 */
export function elementGram(elements: Elements, size: number): Float64Array {
  const products = elementProducts(elements);
  const { count, termStart, termColumns, termFactors } = elements;
  const half = new Float64Array(count * size);
  for (let e = 0; e < count; e++) {
    for (let f = 0; f < count; f++) {
      const value = products[e * count + f]!;
      if (value === 0) continue;
      for (let k = termStart[f]!; k < termStart[f + 1]!; k++) {
        half[e * size + termColumns[k]!]! += value * termFactors[k]!;
      }
    }
  }
  const gram = new Float64Array(size * size);
  for (let e = 0; e < count; e++) {
    const source = half.subarray(e * size, (e + 1) * size);
    for (let k = termStart[e]!; k < termStart[e + 1]!; k++) {
      const column = termColumns[k]!;
      const factor = termFactors[k]!;
      for (let j = 0, at = column * size; j <= column; j++, at++) gram[at]! += factor * source[j]!;
    }
  }
  // The upper triangle is the mirror of the lower.
  for (let i = 0; i < size; i++) for (let j = 0; j < i; j++) gram[j * size + i] = gram[i * size + j]!;
  return gram;
}

/** Sums over the posts of the products of their elements, symmetric. */
function elementProducts(elements: Elements): Float64Array {
  const { count, slotOf, slotWeekday, slotWaves, weekday, wave } = elements;
  const { kernel, products: sums, slotWeekdays, slotWaves: waves, ids, factors } = elementRows(elements);
  sums.fill(0);
  kernel.sumProducts(sums.byteOffset, weekday, wave, slotWeekdays, waves, ids, factors);
  // The products of a slot with itself are the same for all its posts.
  const slotUses = new Float64Array(slotWeekday.length);
  for (const slot of slotOf) slotUses[slot]!++;
  slotWeekday.forEach((day, s) => {
    const waves = slotWaves[s]!;
    const uses = slotUses[s]!;
    sums[(weekday + day) * (count + 1)]! += uses;
    if (wave < 0) return;
    for (let k = 0; k < WAVES; k++) {
      const row = (wave + day * WAVES + k) * count;
      sums[row + weekday + day]! += uses * waves[k]!;
      for (let m = 0; m <= k; m++) sums[row + wave + day * WAVES + m]! += uses * waves[k]! * waves[m]!;
    }
  });
  // Each pair was added on one side of the diagonal, whichever came first in the post.
  for (let e = 0; e < count; e++) {
    for (let f = 0; f < e; f++) {
      const sum = sums[e * count + f]! + sums[f * count + e]!;
      sums[e * count + f] = sum;
      sums[f * count + e] = sum;
    }
  }
  return sums;
}
