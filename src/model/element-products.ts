import type { Elements } from "./elements.ts";
import type { TLikelihood } from "./fit-system.ts";
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

/**
 * out = (c/s2) Z'(f + w r / c) over the first `size` columns, f = Z theta, r = y - f, w the t weights of r and
 * c = (nu + 1)/(nu + 3): fitted values, weights and products in one sweep over the posts.
 */
export function sweepElements(
  elements: Elements,
  size: number,
  theta: Float64Array,
  { y, s2, nu }: TLikelihood,
  out: Float64Array,
): void {
  const { n, count, markStart, marks, number, numberCount, numbers, slotOf, trend, dur } = elements;
  const values = elementValues(elements, theta, size);
  const slots = slotValues(elements, values);
  const sums = new Float64Array(count);
  const slotSums = new Float64Array(slots.length);
  const constant = values[0]!;
  const c = (nu + 1) / (nu + 3);
  const scale = c / s2;
  const perVariance = 1 / s2;
  const perC = 1 / c;
  let total = 0;
  for (let i = 0; i < n; i++) {
    const slot = slotOf[i]!;
    const start = markStart[i]!;
    const end = markStart[i + 1]!;
    const at = i * numberCount;
    const t = trend.first + trend.index[i]!;
    const u = dur.first + dur.index[i]!;
    const share = trend.fraction[i]!;
    const durShare = dur.fraction[i]!;
    // Separate sums: one alone would wait for each of its additions.
    let marked = slots[slot]!;
    for (let k = start; k < end; k++) marked += values[marks[k]!]!;
    let numeric = constant;
    for (let k = 0; k < numberCount; k++) numeric += numbers[at + k]! * values[number + k]!;
    const growth = values[t]! + share * (values[t + 1]! - values[t]!);
    const length = values[u]! + durShare * (values[u + 1]! - values[u]!);
    const fitted = marked + numeric + (growth + length);
    const r = y[i]! - fitted;
    const weight = (nu + 1) / (nu + r * r * perVariance);
    const v = scale * (fitted + weight * r * perC);
    total += v;
    slotSums[slot]! += v;
    for (let k = start; k < end; k++) sums[marks[k]!]! += v;
    for (let k = 0; k < numberCount; k++) sums[number + k]! += numbers[at + k]! * v;
    sums[t]! += v - share * v;
    sums[t + 1]! += share * v;
    sums[u]! += v - durShare * v;
    sums[u + 1]! += durShare * v;
  }
  sums[0] = total;
  addSlots(elements, slotSums, sums);
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
  for (let s = 0; s < slots.length; s++) {
    const d = slotWeekday[s]!;
    sums[weekday + d]! += slots[s]!;
    if (wave < 0) continue;
    const waves = slotWaves[s]!;
    for (let k = 0; k < WAVES; k++) sums[wave + d * WAVES + k]! += waves[k]! * slots[s]!;
  }
}
