import type { Design } from "./design.ts";
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
  n: number;
  count: number;
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

/** Writes a design as elements. */
export function elementsOf(design: Design, layout: Layout): Elements {
  const { table, rows } = design;
  const n = rows.length;
  const terms: Term[][] = [[{ column: layout.fix, factor: 1 }]];
  const element = (...parts: Term[]) => terms.push(parts) - 1;
  const marks = markElements(design, layout, terms, element);
  const { markStart, ids } = marksOfRows(n, marks);

  const number = terms.length;
  const numeric = design.features
    .map((chosen, j) => ({ ...chosen, column: layout.feat + j }))
    .filter(({ feature }) => feature.numeric);
  if (layout.slope >= 0) element({ column: layout.slope, factor: 1 });
  for (const { column } of numeric) element({ column, factor: 1 });
  const numberCount = terms.length - number;
  const numbers = new Float64Array(n * numberCount);
  rows.forEach((row, i) => {
    let at = i * numberCount;
    if (design.slope) numbers[at++] = (design.days[i]! - design.slope.mean) / design.slope.sd;
    for (const { feature, mean } of numeric) {
      const value = feature.values[row]!;
      numbers[at++] = Number.isNaN(value) ? 0 : value - mean;
    }
  });

  const hats = (knots: readonly number[], from: number, x: (i: number) => number): Hats => {
    const first = terms.length;
    element();
    element();
    knots.forEach((_, k) => {
      element(...Array.from({ length: k }, (_, j) => ({ column: from + j, factor: 1 })));
    });
    return { first, ...placesOf(knots, n, x) };
  };
  const trend = hats(design.trend?.knots ?? [], layout.trend, (i) => design.days[i]!);
  const dur = hats(design.duration?.knots ?? [], layout.dur, (i) => table.logSeconds[rows[i]!]!);

  const weekday = terms.length;
  for (let d = 0; d < 7; d++) element({ column: layout.wd + d, factor: 1 });
  const wave = layout.hour >= 0 ? terms.length : -1;
  for (let j = 0; wave >= 0 && j < 7 * WAVES; j++) {
    element({ column: layout.hour + (j % WAVES), factor: 1 }, { column: layout.int + j, factor: 1 });
  }
  return {
    n,
    count: terms.length,
    markStart,
    marks: ids,
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

type MarkVisitor = (i: number, mark: (element: number) => void) => void;

/** The elements of the 0/1 columns; binary features are centred through the constant. */
function markElements(
  design: Design,
  layout: Layout,
  terms: Term[][],
  element: (...parts: Term[]) => number,
): MarkVisitor {
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
  return (i, mark) => {
    const row = rows[i]!;
    if (design.week[i]! >= 0) mark(week + design.week[i]!);
    const sound = table.sound[row]!;
    if (sound >= 0 && soundElement[sound]! >= 0) mark(soundElement[sound]!);
    for (let k = table.tagStart[row]!; k < table.tagStart[row + 1]!; k++) {
      const found = tagElement[table.tagIds[k]!]!;
      if (found >= 0) mark(found);
    }
    for (const { values, present, missing } of binary) {
      const value = values[row]!;
      if (value === 1) mark(present);
      else if (value < 0) mark(missing);
    }
    if (durMissing >= 0 && Number.isNaN(table.logSeconds[row]!)) mark(durMissing);
  };
}

function marksOfRows(n: number, visit: MarkVisitor): { markStart: Int32Array; ids: Int32Array } {
  const markStart = new Int32Array(n + 1);
  let total = 0;
  for (let i = 0; i < n; i++) {
    visit(i, () => {
      total++;
    });
    markStart[i + 1] = total;
  }
  const ids = new Int32Array(total);
  let at = 0;
  for (let i = 0; i < n; i++) {
    visit(i, (element) => {
      ids[at++] = element;
    });
  }
  return { markStart, ids };
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
  rows.forEach((row, i) => {
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
  });
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
