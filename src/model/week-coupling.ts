import { products, rowProducts } from "../stats/row-products.ts";

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
  /** non-zero entries of Z'Z between each week and the rest, columns ascending */
  columns: Int32Array[];
  values: Float64Array[];
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
  const columns: Int32Array[] = [];
  const values: Float64Array[] = [];
  const counts = new Float64Array(weeks);
  for (let w = 0; w < weeks; w++) {
    const row = gram.subarray(w * stride + weeks, w * stride + size);
    const own: number[] = [];
    for (let j = 0; j < rest; j++) if (row[j] !== 0) own.push(j);
    columns.push(Int32Array.from(own));
    values.push(Float64Array.from(own, (j) => row[j]!));
    counts[w] = gram[w * stride + w]!;
  }
  const coupling = { weeks, gram: packed, columns, values, counts };
  if (4 * new Set(counts).size > weeks) return { ...coupling, groups: null };
  const groups = new Map<number, { week: number; sum: Float64Array }>();
  for (let w = 0; w < weeks; w++) {
    const group = groups.get(counts[w]!) ?? { week: w, sum: new Float64Array(length) };
    groups.set(counts[w]!, group);
    addSquare(group.sum, columns[w]!, values[w]!);
  }
  return { ...coupling, groups: [...groups.values()] };
}

/** Adds g g' to a packed lower triangle. */
function addSquare(packed: Float64Array, columns: Int32Array, values: Float64Array): void {
  for (let p = 0; p < columns.length; p++) {
    const row = (columns[p]! * (columns[p]! + 1)) / 2;
    const value = values[p]!;
    for (let q = 0; q <= p; q++) packed[row + columns[q]!]! += value * values[q]!;
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
  for (let k = 0; k < length; k++) out[k] = scale * gram[k]!;
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
  { weeks, columns, values }: WeekCoupling,
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
    const own = columns[w]!;
    for (let p = 0; p < own.length && own[p]! < rest; p++)
      rows[own[p]! * stride + w] = share * values[w]![p]!;
  }
  for (let i = 0; i < rest; i += 4) {
    for (let j = 0; j <= i; j += 4) {
      rowProducts(rows, stride, i, j, 0, stride);
      for (let r = 0; r < 4 && i + r < rest; r++) {
        const at = ((i + r) * (i + r + 1)) / 2 + j;
        for (let c = 0; c < 4 && j + c <= i + r; c++) out[at + c]! -= products[4 * r + c]!;
      }
    }
  }
}
