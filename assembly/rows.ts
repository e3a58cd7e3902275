import { add, at } from "./numbers";

// The rows of a design as elements (src/model/elements.ts says what they are): products with Z, with Z', and Z'Z by elements.
// Arrays are addresses; ids of elements are i32, numbers f64.

let n: i32 = 0;
/** elements */
let count: i32 = 0;
let markStart: usize = 0;
let marks: usize = 0;
let number: i32 = 0;
let numberCount: i32 = 0;
let numbers: usize = 0;
let slotOf: usize = 0;
let trendFirst: i32 = 0;
/** i16 and f64 per row */
let trendIndex: usize = 0;
let trendFraction: usize = 0;
let durFirst: i32 = 0;
let durIndex: usize = 0;
let durFraction: usize = 0;

/** Says where the rows stand, for all functions below. */
export function placeRows(
  rows: i32,
  elements: i32,
  markStartAt: usize,
  marksAt: usize,
  firstNumber: i32,
  numbersPerRow: i32,
  numbersAt: usize,
  slotsAt: usize,
  firstTrend: i32,
  trendIndexAt: usize,
  trendFractionAt: usize,
  firstDur: i32,
  durIndexAt: usize,
  durFractionAt: usize,
): void {
  n = rows;
  count = elements;
  markStart = markStartAt;
  marks = marksAt;
  number = firstNumber;
  numberCount = numbersPerRow;
  numbers = numbersAt;
  slotOf = slotsAt;
  trendFirst = firstTrend;
  trendIndex = trendIndexAt;
  trendFraction = trendFractionAt;
  durFirst = firstDur;
  durIndex = durIndexAt;
  durFraction = durFractionAt;
}

function markEnd(i: i32): usize {
  return marks + ((<usize>load<i32>(markStart + ((<usize>i) << 2), 4)) << 2);
}

function slotOfRow(i: i32): i32 {
  return load<i32>(slotOf + ((<usize>i) << 2));
}

function hat(first: i32, index: usize, i: i32): i32 {
  return first + <i32>load<i16>(index + ((<usize>i) << 1));
}

/**
 * out = Z theta.
 * @param values what each element is worth, @param slots what each slot is worth, @param out n numbers
 */
export function multiplyRows(values: usize, slots: usize, out: usize): void {
  const constant = at(values, 0);
  const numeric = values + ((<usize>number) << 3);
  let mark = marks;
  let x = numbers;
  for (let i = 0; i < n; i++) {
    let marked = at(slots, slotOfRow(i));
    for (const end = markEnd(i); mark < end; mark += 4) marked += at(values, load<i32>(mark));
    let sum = constant;
    for (let k = 0; k < numberCount; k++, x += 8) sum += load<f64>(x) * at(numeric, k);
    const t = hat(trendFirst, trendIndex, i);
    const growth = at(values, t) + at(trendFraction, i) * (at(values, t + 1) - at(values, t));
    const u = hat(durFirst, durIndex, i);
    const length = at(values, u) + at(durFraction, i) * (at(values, u + 1) - at(values, u));
    store<f64>(out + ((<usize>i) << 3), marked + sum + (growth + length));
  }
}

/**
 * Sums over the rows of v times each element; the slots apart.
 * @param v n numbers, @param sums one number per element, 0 before, @param slotSums one per slot, 0 before
 */
export function rowSums(v: usize, sums: usize, slotSums: usize): void {
  const numeric = sums + ((<usize>number) << 3);
  let total: f64 = 0;
  let mark = marks;
  let x = numbers;
  for (let i = 0; i < n; i++) {
    const value = at(v, i);
    total += value;
    add(slotSums, slotOfRow(i), value);
    for (const end = markEnd(i); mark < end; mark += 4) add(sums, load<i32>(mark), value);
    for (let k = 0; k < numberCount; k++, x += 8) add(numeric, k, load<f64>(x) * value);
    const t = hat(trendFirst, trendIndex, i);
    const growth = at(trendFraction, i) * value;
    add(sums, t, value - growth);
    add(sums, t + 1, growth);
    const u = hat(durFirst, durIndex, i);
    const length = at(durFraction, i) * value;
    add(sums, u, value - length);
    add(sums, u + 1, length);
  }
  store<f64>(sums, total);
}

/** Appends the two hats of a row to its list of elements. @returns the new length */
function addHats(
  first: i32,
  index: usize,
  fraction: usize,
  i: i32,
  ids: usize,
  factors: usize,
  length: i32,
): i32 {
  const place = <i32>load<i16>(index + ((<usize>i) << 1));
  if (place === 0) return length;
  store<i32>(ids + ((<usize>length) << 2), first + place);
  store<f64>(factors + ((<usize>length) << 3), 1 - at(fraction, i));
  store<i32>(ids + ((<usize>length) << 2), first + place + 1, 4);
  store<f64>(factors + ((<usize>length) << 3), at(fraction, i), 8);
  return length + 2;
}

/**
 * Sums over the rows of the products of their elements with each other, and with their slot. Each pair is added on one side of
 * the diagonal, whichever element comes first in the row; products of a slot with itself are left out.
 * @param sums count x count numbers, 0 before
 * @param weekday first weekday element, @param wave first element of the waves, -1 without hours
 * @param slotWeekdays i32 per slot, @param slotWaves 8 numbers per slot (WAVES of src/model/waves.ts)
 * @param ids,factors room for `count` + 1 ids and numbers
 */
export function sumProducts(
  sums: usize,
  weekday: i32,
  wave: i32,
  slotWeekdays: usize,
  slotWaves: usize,
  ids: usize,
  factors: usize,
): void {
  const bytes = (<usize>count) << 3;
  let mark = marks;
  let x = numbers;
  store<i32>(ids, 0);
  store<f64>(factors, 1);
  for (let i = 0; i < n; i++) {
    let length = 1;
    for (const end = markEnd(i); mark < end; mark += 4, length++) {
      store<i32>(ids + ((<usize>length) << 2), load<i32>(mark));
      store<f64>(factors + ((<usize>length) << 3), 1);
    }
    for (let k = 0; k < numberCount; k++, x += 8, length++) {
      store<i32>(ids + ((<usize>length) << 2), number + k);
      store<f64>(factors + ((<usize>length) << 3), load<f64>(x));
    }
    length = addHats(trendFirst, trendIndex, trendFraction, i, ids, factors, length);
    length = addHats(durFirst, durIndex, durFraction, i, ids, factors, length);
    const slot = slotOfRow(i);
    const day = load<i32>(slotWeekdays + ((<usize>slot) << 2));
    const waves = slotWaves + ((<usize>slot) << 6);
    const w01 = v128.load(waves);
    const w23 = v128.load(waves + 16);
    const w45 = v128.load(waves + 32);
    const w67 = v128.load(waves + 48);
    const ofDay = (<usize>(weekday + day)) << 3;
    const ofWaves = (<usize>(wave + 8 * day)) << 3;
    for (let p = 0; p < length; p++) {
      const row = sums + <usize>load<i32>(ids + ((<usize>p) << 2)) * bytes;
      const value = at(factors, p);
      for (let q = 0; q <= p; q++) add(row, load<i32>(ids + ((<usize>q) << 2)), value * at(factors, q));
      add(row + ofDay, 0, value);
      if (wave < 0) continue;
      const from = row + ofWaves;
      const pair = f64x2.splat(value);
      v128.store(from, f64x2.add(v128.load(from), f64x2.mul(pair, w01)));
      v128.store(from + 16, f64x2.add(v128.load(from + 16), f64x2.mul(pair, w23)));
      v128.store(from + 32, f64x2.add(v128.load(from + 32), f64x2.mul(pair, w45)));
      v128.store(from + 48, f64x2.add(v128.load(from + 48), f64x2.mul(pair, w67)));
    }
  }
}

/**
 * From products of elements to products of columns: gram = T' products T, T the terms of the elements (columns and factors of
 * element e stand from termStart[e] to termStart[e + 1]).
 * @param sums count x count numbers, symmetric
 * @param size columns
 * @param half room for count x size numbers, 0 before
 * @param gram size x size numbers, 0 before; both triangles
 */
export function spreadProducts(
  sums: usize,
  size: i32,
  termStart: usize,
  termColumns: usize,
  termFactors: usize,
  half: usize,
  gram: usize,
): void {
  const bytes = (<usize>size) << 3;
  for (let e = 0; e < count; e++) {
    const row = half + <usize>e * bytes;
    for (let f = 0; f < count; f++, sums += 8) {
      const value = load<f64>(sums);
      if (value === 0) continue;
      const end = load<i32>(termStart + ((<usize>f) << 2), 4);
      for (let k = load<i32>(termStart + ((<usize>f) << 2)); k < end; k++) {
        add(row, load<i32>(termColumns + ((<usize>k) << 2)), value * at(termFactors, k));
      }
    }
  }
  for (let e = 0; e < count; e++) {
    const source = half + <usize>e * bytes;
    const end = load<i32>(termStart + ((<usize>e) << 2), 4);
    for (let k = load<i32>(termStart + ((<usize>e) << 2)); k < end; k++) {
      const column = load<i32>(termColumns + ((<usize>k) << 2));
      const factor = at(termFactors, k);
      const row = gram + <usize>column * bytes;
      for (let j = 0; j <= column; j++) add(row, j, factor * at(source, j));
    }
  }
  for (let i = 0; i < size; i++) {
    const row = gram + <usize>i * bytes;
    for (let j = 0; j < i; j++) store<f64>(gram + <usize>j * bytes + ((<usize>i) << 3), at(row, j));
  }
}
