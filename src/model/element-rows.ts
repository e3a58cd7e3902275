import { FREE, type Kernel, openKernel } from "../stats/kernel.ts";
import type { Elements } from "./elements.ts";
import { WAVES } from "./waves.ts";

/**
 * The rows of some elements in the memory of the kernel, with room for what goes in and out. The memory holds one design at a
 * time: whatever asks for another one takes its place, and views of the one before are void.
 */
export interface ElementRows {
  kernel: Kernel;
  /** one number per element, and per slot */
  values: Float64Array;
  slots: Float64Array;
  /** one number per row */
  vector: Float64Array;
  /** count x count numbers, for `sumProducts` */
  products: Float64Array;
  /** weekday of each slot, its waves, and room for the elements of a row: addresses for `sumProducts` */
  slotWeekdays: number;
  slotWaves: number;
  ids: number;
  factors: number;
  /** the terms of the elements and room for count x columns numbers: addresses for `spreadProducts` */
  termStart: number;
  termColumns: number;
  termFactors: number;
  half: number;
  /** columns x columns numbers */
  gram: Float64Array;
}

let kernel: Kernel | null = null;
let held: { elements: Elements; rows: ElementRows } | null = null;

/** The rows of these elements, brought to the kernel unless they are there. */
export function elementRows(elements: Elements): ElementRows {
  if (held?.elements !== elements) held = { elements, rows: bring(elements) };
  return held.rows;
}

function bring(elements: Elements): ElementRows {
  kernel ??= openKernel();
  const { n, count, columns, markStart, marks, number, numberCount, numbers, slotOf, trend, dur } = elements;
  const { slotWeekday, slotWaves, termStart, termColumns, termFactors } = elements;
  const places = new Map<string, number>();
  let end = FREE;
  const keep = (name: string, bytes: number) => {
    places.set(name, end);
    end = Math.ceil((end + bytes) / 16) * 16;
  };
  const given = {
    markStart,
    marks,
    numbers,
    slotOf,
    trendIndex: trend.index,
    trendFraction: trend.fraction,
    durIndex: dur.index,
    durFraction: dur.fraction,
    slotWeekdays: Int32Array.from(slotWeekday),
    slotWaves: slotWavesOf(slotWaves),
    termStart,
    termColumns,
    termFactors,
  };
  for (const [name, array] of Object.entries(given)) keep(name, array.byteLength);
  keep("values", 8 * count);
  keep("slots", 8 * slotWeekday.length);
  keep("vector", 8 * n);
  keep("ids", 4 * (count + 1));
  keep("factors", 8 * (count + 1));
  keep("products", 8 * count * count);
  keep("half", 8 * count * columns);
  keep("gram", 8 * columns * columns);
  const buffer = kernel.reserve(end);
  const at = (name: string) => places.get(name)!;
  for (const [name, array] of Object.entries(given)) {
    const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
    new Uint8Array(buffer, at(name)).set(bytes);
  }
  kernel.placeRows(
    n,
    count,
    at("markStart"),
    at("marks"),
    number,
    numberCount,
    at("numbers"),
    at("slotOf"),
    trend.first,
    at("trendIndex"),
    at("trendFraction"),
    dur.first,
    at("durIndex"),
    at("durFraction"),
  );
  const view = (name: string, length: number) => new Float64Array(buffer, at(name), length);
  return {
    kernel,
    values: view("values", count),
    slots: view("slots", slotWeekday.length),
    vector: view("vector", n),
    products: view("products", count * count),
    slotWeekdays: at("slotWeekdays"),
    slotWaves: at("slotWaves"),
    ids: at("ids"),
    factors: at("factors"),
    termStart: at("termStart"),
    termColumns: at("termColumns"),
    termFactors: at("termFactors"),
    half: at("half"),
    gram: view("gram", columns * columns),
  };
}

function slotWavesOf(slotWaves: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(slotWaves.length * WAVES);
  slotWaves.forEach((waves, s) => {
    all.set(waves, s * WAVES);
  });
  return all;
}
