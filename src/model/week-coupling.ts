import { rowProducts } from "../stats/row-room.ts";

/**
 * Z'Z of a system seen from the columns that are not weeks ("the rest"), and how the disjoint week columns couple to them.
 * Eliminating the weeks takes from the rest the sum over weeks of scale^2 g g'/d, g the week's row of Z'Z and
 * d = scale count + precision. Weeks with equally many posts share d, so their g g' are summed once; where that does not
 * help, the sum is formed in tiles. Triangles are packed by rows, so that a smaller system (without the last block) is a
 * prefix of a larger one.
 */
export interface WeekCoupling {
  weeks: number;
  /** packed lower triangle of Z'Z of the rest */
  gram: Float64Array;
  /** non-zero entries of Z'Z between week w and the rest: from start[w] to start[w + 1], columns ascending */
  start: Int32Array;
  columns: Int32Array;
  values: Float64Array;
  /** posts of each week */
  counts: Float64Array;
  /** per number of posts: a week that has it, and the packed sum of g g' over such weeks; null = tiles */
  groups: { week: number; sum: Float64Array }[] | null;
}

/**
 * @param gram Z'Z with `stride` numbers per row, the week columns first
 * @param size number of columns
 */
export function weekCoupling(gram: Float64Array, stride: number, weeks: number, size: number): WeekCoupling {
  const rest = size - weeks;
  const length = (rest * (rest + 1)) / 2;
  const packed = new Float64Array(length);
  for (let i = 0, at = 0; i < rest; at += ++i) {
    const from = (weeks + i) * stride + weeks;
    packed.set(gram.subarray(from, from + i + 1), at);
  }
  const start = new Int32Array(weeks + 1);
  const columns: number[] = [];
  const values: number[] = [];
  const counts = new Float64Array(weeks);
  for (let w = 0; w < weeks; w++) {
    const row = w * stride + weeks;
    for (let j = 0; j < rest; j++) {
      const value = gram[row + j]!;
      if (value === 0) continue;
      columns.push(j);
      values.push(value);
    }
    start[w + 1] = columns.length;
    counts[w] = gram[w * stride + w]!;
  }
  const coupling: WeekCoupling = {
    weeks,
    gram: packed,
    start,
    columns: Int32Array.from(columns),
    values: Float64Array.from(values),
    counts,
    groups: [],
  };
  coupling.groups = groupsOf(coupling, length);
  return coupling;
}

/** Sums of g g' over the weeks with equally many posts; null where there are too many different numbers for that to help. */
function groupsOf(
  { weeks, counts, start, columns, values }: WeekCoupling,
  length: number,
): WeekCoupling["groups"] {
  if (4 * new Set(counts).size > weeks) return null;
  const groups = new Map<number, { week: number; sum: Float64Array }>();
  for (let w = 0; w < weeks; w++) {
    const group = groups.get(counts[w]!) ?? { week: w, sum: new Float64Array(length) };
    groups.set(counts[w]!, group);
    addSquare(group.sum, columns, values, start[w]!, start[w + 1]!);
  }
  return [...groups.values()];
}

/** Takes from b of the rest what the eliminated weeks explain; `share[w]` is b of the week over its diagonal. */
export function subtractWeeks(
  { weeks, start, columns, values }: WeekCoupling,
  rest: number,
  share: Float64Array,
  b: Float64Array,
): void {
  for (let w = 0; w < weeks; w++) {
    const own = share[w]!;
    const end = start[w + 1]!;
    for (let p = start[w]!; p < end && columns[p]! < rest; p++) b[columns[p]!]! -= own * values[p]!;
  }
}

/** Products of the weeks' rows of Z'Z with x of the rest, one number per week. */
export function weekProducts(
  { weeks, start, columns, values }: WeekCoupling,
  rest: number,
  x: Float64Array,
  out: Float64Array,
): void {
  for (let w = 0; w < weeks; w++) {
    const end = start[w + 1]!;
    let sum = 0;
    for (let p = start[w]!; p < end && columns[p]! < rest; p++) sum += values[p]! * x[columns[p]!]!;
    out[w] = sum;
  }
}

/** Adds g g' to a packed lower triangle. */
function addSquare(
  packed: Float64Array,
  columns: Int32Array,
  values: Float64Array,
  from: number,
  to: number,
): void {
  for (let p = from; p < to; p++) {
    const row = (columns[p]! * (columns[p]! + 1)) / 2;
    const value = values[p]!;
    for (let q = from; q <= p; q++) packed[row + columns[q]!]! += value * values[q]!;
  }
}

/**
 * The packed lower triangle of scale Z'Z of the rest after the weeks have been eliminated.
 * @param diagonal d of each week
 * @param rest number of columns of the rest to fill, at most those of the coupling
 * @param out rest (rest + 1)/2 numbers
 * @param room scratch of at least rest x weeks numbers, both rounded up to multiples of 4
 */
export function eliminateWeeks(
  coupling: WeekCoupling,
  scale: number,
  diagonal: Float64Array,
  rest: number,
  out: Float64Array,
  room: Float64Array,
): void {
  const { groups, gram, weeks } = coupling;
  const length = (rest * (rest + 1)) / 2;
  multiplyBy(scale, gram, length, out);
  if (weeks === 0) return;
  if (!groups) {
    eliminateInTiles(coupling, scale, diagonal, rest, out, room);
    return;
  }
  const factorOf = (g: number) => (g < groups.length ? (scale * scale) / diagonal[groups[g]!.week]! : 0);
  const sumOf = (g: number) => groups[Math.min(g, groups.length - 1)]!.sum;
  // Three groups per sweep: the result is loaded and stored less often.
  for (let g = 0; g < groups.length; g += 3) {
    subtractThree(
      out,
      length,
      [sumOf(g), sumOf(g + 1), sumOf(g + 2)],
      [factorOf(g), factorOf(g + 1), factorOf(g + 2)],
    );
  }
}

function multiplyBy(scale: number, values: Float64Array, length: number, out: Float64Array): void {
  for (let k = 0; k < length; k++) out[k] = scale * values[k]!;
}

type Three<T> = readonly [T, T, T];

function subtractThree(
  out: Float64Array,
  length: number,
  [a, b, c]: Three<Float64Array>,
  [x, y, z]: Three<number>,
): void {
  for (let k = 0; k < length; k++) out[k]! -= x * a[k]! + y * b[k]! + z * c[k]!;
}

function eliminateInTiles(
  { weeks, start, columns, values }: WeekCoupling,
  scale: number,
  diagonal: Float64Array,
  rest: number,
  out: Float64Array,
  rows: Float64Array,
): void {
  const stride = Math.ceil(weeks / 4) * 4;
  rows.fill(0, 0, Math.ceil(rest / 4) * 4 * stride);
  for (let w = 0; w < weeks; w++) {
    const share = scale / Math.sqrt(diagonal[w]!);
    const end = start[w + 1]!;
    for (let p = start[w]!; p < end && columns[p]! < rest; p++) {
      rows[columns[p]! * stride + w] = share * values[p]!;
    }
  }
  for (let i = 0; i < rest; i += 4) {
    for (let j = 0; j <= i; j += 4) {
      const products = rowProducts(rows, stride, i, j, 0, stride);
      for (let r = 0; r < 4 && i + r < rest; r++) {
        const at = ((i + r) * (i + r + 1)) / 2 + j;
        for (let c = 0; c < 4 && j + c <= i + r; c++) out[at + c]! -= products[4 * r + c]!;
      }
    }
  }
}
