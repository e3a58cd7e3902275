import { elementRows } from "./element-rows.ts";
import type { Elements } from "./elements.ts";
import { WAVES } from "./waves.ts";

/**
 * Z'Z through the elements: their own products are summed over the posts (about 25 per post instead of the hundred
 * non-zeros of a row of Z), then spread over the columns they stand for.
 * @returns columns x columns, row-major, both triangles
 */
export function elementGram(elements: Elements): Float64Array {
  const { kernel, termStart, termColumns, termFactors, half, gram } = elementRows(elements);
  const products = elementProducts(elements);
  new Float64Array(gram.buffer, half, elements.count * elements.columns).fill(0);
  gram.fill(0);
  const [from, to] = [products.byteOffset, gram.byteOffset];
  kernel.spreadProducts(from, elements.columns, termStart, termColumns, termFactors, half, to);
  return gram.slice();
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
