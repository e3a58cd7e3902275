import type { Elements, Hats } from "./elements.ts";
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

/** Appends the two hats of a post. @returns the new length */
function addHats(
  { first, index, fraction }: Hats,
  i: number,
  ids: Int32Array,
  values: Float64Array,
  length: number,
): number {
  const place = index[i]!;
  if (place === 0) return length;
  ids[length] = first + place;
  values[length] = 1 - fraction[i]!;
  ids[length + 1] = first + place + 1;
  values[length + 1] = fraction[i]!;
  return length + 2;
}

/** Sums over the posts of the products of their elements, symmetric. */
function elementProducts(elements: Elements): Float64Array {
  const { n, count, markStart, marks, number, numberCount, numbers, trend, dur, slotOf } = elements;
  const { slotWeekday, slotWaves, weekday, wave } = elements;
  const sums = new Float64Array(count * count);
  const ids = new Int32Array(count);
  const values = new Float64Array(count);
  const slotUses = new Float64Array(slotWeekday.length);
  for (let i = 0; i < n; i++) {
    let length = 0;
    ids[length] = 0;
    values[length++] = 1;
    for (let k = markStart[i]!; k < markStart[i + 1]!; k++) {
      ids[length] = marks[k]!;
      values[length++] = 1;
    }
    for (let k = 0; k < numberCount; k++) {
      ids[length] = number + k;
      values[length++] = numbers[i * numberCount + k]!;
    }
    length = addHats(trend, i, ids, values, length);
    length = addHats(dur, i, ids, values, length);
    for (let p = 0; p < length; p++) {
      const row = ids[p]! * count;
      const value = values[p]!;
      for (let q = 0; q <= p; q++) sums[row + ids[q]!]! += value * values[q]!;
    }
    // The products of a slot with itself are the same for all its posts: added once below.
    const slot = slotOf[i]!;
    const day = slotWeekday[slot]!;
    slotUses[slot]!++;
    for (let p = 0; p < length; p++) sums[ids[p]! * count + weekday + day]! += values[p]!;
    if (wave < 0) continue;
    const waves = slotWaves[slot]!;
    const from = wave + day * WAVES;
    const w0 = waves[0]!;
    const w1 = waves[1]!;
    const w2 = waves[2]!;
    const w3 = waves[3]!;
    const w4 = waves[4]!;
    const w5 = waves[5]!;
    const w6 = waves[6]!;
    const w7 = waves[7]!;
    for (let p = 0; p < length; p++) {
      const at = ids[p]! * count + from;
      const value = values[p]!;
      sums[at]! += value * w0;
      sums[at + 1]! += value * w1;
      sums[at + 2]! += value * w2;
      sums[at + 3]! += value * w3;
      sums[at + 4]! += value * w4;
      sums[at + 5]! += value * w5;
      sums[at + 6]! += value * w6;
      sums[at + 7]! += value * w7;
    }
  }
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
