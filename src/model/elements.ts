import type { Design } from "./design.ts";
import { DURATION_FEATURE } from "./features.ts";
import type { Layout } from "./layout.ts";
import { UNKNOWN_MINUTE } from "./post-table.ts";
import { rampPlace } from "./ramps.ts";
import { hourWaves, WAVES } from "./waves.ts";

/**
 * A design as sparse rows. A row of Z has some hundred non-zeros (ramps, waves, centred columns), but is a short sum of
 * elements: the constant, 0/1 marks, a few numbers, two hats per curve, and a slot (weekday and minute). `terms` says which
 * columns of Z each element stands for. Element order: constant, marks, numbers, trend hats, dur hats, weekdays, waves by
 * weekday.
 */
export interface Elements {
  /** rows, elements, columns of Z */
  n: number;
  count: number;
  columns: number;
  /** marks of row i: marks[markStart[i]] .. */
  markStart: Int32Array;
  marks: Int32Array;
  /** first element of the numbers, and how many each row has; values row by row */
  number: number;
  numberCount: number;
  numbers: Float64Array;
  trend: Hats;
  dur: Hats;
  /** first weekday element; the waves of weekday d begin at wave + 8 d, -1 without hours */
  weekday: number;
  wave: number;
  /** slot of each row, and weekday and waves of each slot */
  slotOf: Int32Array;
  slotWeekday: number[];
  slotWaves: Float64Array[];
  /** columns and factors of element e: from termStart[e] to termStart[e + 1] */
  termStart: Int32Array;
  termColumns: Int32Array;
  termFactors: Float64Array;
}

/**
 * Two neighbouring hats of a curve per row: weight 1 - fraction on element first + index, fraction on the next. Where x is
 * unknown, or there is no such curve, both are elements without columns.
 */
export interface Hats {
  first: number;
  index: Int16Array;
  fraction: Float64Array;
}

interface Term {
  column: number;
  factor: number;
}

/** A column that holds (x - mean)/sd. */
interface Line {
  column: number;
  mean: number;
  sd: number;
}

/** Writes a design as elements. */
export function elementsOf(design: Design, layout: Layout): Elements {
  const { table, rows } = design;
  const n = rows.length;
  const terms: Term[][] = [[{ column: layout.fix, factor: 1 }]];
  const element = (...parts: Term[]) => terms.push(parts) - 1;
  const { markStart, marks } = marksOf(design, markElements(design, layout, terms, element));

  const number = terms.length;
  const features = design.features.map((chosen, j) => ({ ...chosen, column: layout.feat + j }));
  const length = design.duration
    ? features.find(({ feature }) => feature.key === DURATION_FEATURE)
    : undefined;
  const numeric = features.filter((chosen) => chosen.feature.numeric && chosen !== length);
  for (const { column } of numeric) element({ column, factor: 1 });
  const numberCount = terms.length - number;
  const numbers = new Float64Array(n * numberCount);
  numeric.forEach(({ feature, mean }, place) => {
    const { values } = feature;
    for (let i = 0; i < n; i++) {
      const value = values[rows[i]!]!;
      numbers[i * numberCount + place] = Number.isNaN(value) ? 0 : value - mean;
    }
  });

  // A column that is linear in the x of a curve is a sum of its hats as well: one number per post less.
  const hats = (
    knots: readonly number[],
    from: number,
    line: Line | null,
    x: (i: number) => number,
  ): Hats => {
    const first = terms.length;
    element();
    element();
    knots.forEach((knot, k) => {
      const ramps = Array.from({ length: k }, (_, j) => ({ column: from + j, factor: 1 }));
      element(...ramps, ...(line ? [{ column: line.column, factor: (knot - line.mean) / line.sd }] : []));
    });
    return { first, ...placesOf(knots, n, x) };
  };
  const trend = hats(
    design.trend?.knots ?? [],
    layout.trend,
    design.slope && { column: layout.slope, ...design.slope },
    (i) => design.days[i]!,
  );
  const dur = hats(
    design.duration?.knots ?? [],
    layout.dur,
    length ? { column: length.column, mean: length.mean, sd: 1 } : null,
    (i) => table.logSeconds[rows[i]!]!,
  );

  const weekday = terms.length;
  for (let d = 0; d < 7; d++) element({ column: layout.wd + d, factor: 1 });
  const wave = layout.hour >= 0 ? terms.length : -1;
  for (let j = 0; wave >= 0 && j < 7 * WAVES; j++) {
    element({ column: layout.hour + (j % WAVES), factor: 1 }, { column: layout.int + j, factor: 1 });
  }
  return {
    n,
    count: terms.length,
    columns: layout.size,
    markStart,
    marks,
    number,
    numberCount,
    numbers,
    trend,
    dur,
    weekday,
    wave,
    ...slotsOf(design),
    ...flatTerms(terms),
  };
}

/** Which elements the 0/1 columns have; -1 = none. */
interface MarkElements {
  /** element of the first week */
  week: number;
  /** by sound id and by tag id */
  sound: Int32Array;
  tag: Int32Array;
  binary: readonly { values: ArrayLike<number>; present: number; missing: number }[];
  durMissing: number;
}

/** The elements of the 0/1 columns; binary features are centred through the constant. */
function markElements(
  design: Design,
  layout: Layout,
  terms: Term[][],
  element: (...parts: Term[]) => number,
): MarkElements {
  const { table, rows } = design;
  const week = terms.length;
  for (let w = 0; w < design.weeks; w++) element({ column: w, factor: 1 });
  const soundElement = new Int32Array(table.sounds.length).fill(-1);
  design.sounds.columns.forEach((id, j) => {
    soundElement[id] = element({ column: layout.sound + j, factor: 1 });
  });
  const tagElement = new Int32Array(table.tags.length).fill(-1);
  design.tags.columns.forEach(({ id }, j) => {
    tagElement[id] = element({ column: layout.tag + j, factor: 1 });
  });
  const binary = design.features.flatMap(({ feature, mean, unknown }, j) => {
    if (feature.numeric) return [];
    const column = layout.feat + j;
    terms[0]!.push({ column, factor: -mean });
    const present = element({ column, factor: 1 });
    return [
      { values: feature.values, present, missing: unknown > 0 ? element({ column, factor: mean }) : -1 },
    ];
  });
  const durMissing =
    design.duration && rows.some((row) => Number.isNaN(table.logSeconds[row]!))
      ? element(...design.duration.mean.map((factor, j) => ({ column: layout.dur + j, factor })))
      : -1;
  return { week, sound: soundElement, tag: tagElement, binary, durMissing };
}

/** The elements of every row, one row after the other. */
function marksOf(
  { table, rows, week }: Design,
  own: MarkElements,
): { markStart: Int32Array; marks: Int32Array } {
  const { tagStart, tagIds, sound, logSeconds } = table;
  const markStart = new Int32Array(rows.length + 1);
  const room = new Int32Array(rows.length * (own.binary.length + 3) + tagIds.length);
  let at = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    if (week[i]! >= 0) room[at++] = own.week + week[i]!;
    const ofSound = sound[row]! < 0 ? -1 : own.sound[sound[row]!]!;
    if (ofSound >= 0) room[at++] = ofSound;
    for (let k = tagStart[row]!; k < tagStart[row + 1]!; k++) {
      const ofTag = own.tag[tagIds[k]!]!;
      if (ofTag >= 0) room[at++] = ofTag;
    }
    for (let k = 0; k < own.binary.length; k++) {
      const { values, present, missing } = own.binary[k]!;
      const value = values[row]!;
      if (value === 1) room[at++] = present;
      else if (value < 0) room[at++] = missing;
    }
    if (own.durMissing >= 0 && Number.isNaN(logSeconds[row]!)) room[at++] = own.durMissing;
    markStart[i + 1] = at;
  }
  return { markStart, marks: room.slice(0, at) };
}

function placesOf(knots: readonly number[], n: number, x: (i: number) => number): Omit<Hats, "first"> {
  const index = new Int16Array(n);
  const fraction = new Float64Array(n);
  for (let i = 0; knots.length > 0 && i < n; i++) {
    const value = x(i);
    if (Number.isNaN(value)) continue;
    const place = rampPlace(knots, value);
    index[i] = 2 + place.index;
    fraction[i] = place.fraction;
  }
  return { index, fraction };
}

function slotsOf({ table, rows, meanWaves }: Design): Pick<Elements, "slotOf" | "slotWeekday" | "slotWaves"> {
  const slots = new Int32Array(7 * (UNKNOWN_MINUTE + 1)).fill(-1);
  const slotWeekday: number[] = [];
  const slotWaves: Float64Array[] = [];
  const waves: Float64Array[] = [];
  const slotOf = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const weekday = table.weekday[row]!;
    const minute = meanWaves ? table.minute[row]! : UNKNOWN_MINUTE;
    const key = weekday * (UNKNOWN_MINUTE + 1) + minute;
    if (slots[key]! < 0) {
      slots[key] = slotWeekday.push(weekday) - 1;
      waves[minute] ??=
        minute === UNKNOWN_MINUTE ? (meanWaves ?? new Float64Array(WAVES)) : hourWaves(minute / 60);
      slotWaves.push(waves[minute]);
    }
    slotOf[i] = slots[key]!;
  }
  return { slotOf, slotWeekday, slotWaves };
}

function flatTerms(terms: readonly Term[][]): Pick<Elements, "termStart" | "termColumns" | "termFactors"> {
  const flat = terms.flat();
  const termStart = new Int32Array(terms.length + 1);
  terms.forEach((parts, e) => {
    termStart[e + 1] = termStart[e]! + parts.length;
  });
  return {
    termStart,
    termColumns: Int32Array.from(flat, ({ column }) => column),
    termFactors: Float64Array.from(flat, ({ factor }) => factor),
  };
}
