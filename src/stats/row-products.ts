import { type SimdKernel, simdKernel } from "./simd-kernel.ts";

/** The 16 results of the last call of `rowProducts`, row by row. One buffer, because the kernel runs millions of times. */
export let products = new Float64Array(16);

const RESULT_BYTES = 128;

let kernel: SimdKernel | null | undefined;
/** The rows that the fast kernel reaches. */
let room: Float64Array | null = null;

/**
 * Rows that `rowProducts` can multiply fastest. There is one such room: what a former call gave is overwritten, or empty,
 * after the next.
 * @param length how many numbers are needed at least
 */
export function rowRoom(length: number): Float64Array {
  if (kernel === undefined) kernel = simdKernel();
  if (room && room.length >= length) return room;
  if (!kernel) {
    room = new Float64Array(length);
    return room;
  }
  const buffer = kernel.reserve(RESULT_BYTES + 8 * length);
  products = new Float64Array(buffer, 0, 16);
  room = new Float64Array(buffer, RESULT_BYTES, length);
  return room;
}

/**
 * Dot products of four rows with four rows over the columns from..to-1, left in `products`: the kernel of all dense algebra
 * here. Sixteen sums are kept in registers, so that each number loaded is used four times.
 * @param a rows of `stride` numbers
 * @param i first of the four left rows
 * @param j first of the four right rows
 */
export function rowProducts(
  a: Float64Array,
  stride: number,
  i: number,
  j: number,
  from: number,
  to: number,
): void {
  const count = to - from;
  if (kernel && a === room && count > 0 && count % 4 === 0) {
    const bytes = 8 * stride;
    kernel.products(RESULT_BYTES + i * bytes + 8 * from, RESULT_BYTES + j * bytes + 8 * from, bytes, count);
    return;
  }
  let s00 = 0;
  let s01 = 0;
  let s02 = 0;
  let s03 = 0;
  let s10 = 0;
  let s11 = 0;
  let s12 = 0;
  let s13 = 0;
  let s20 = 0;
  let s21 = 0;
  let s22 = 0;
  let s23 = 0;
  let s30 = 0;
  let s31 = 0;
  let s32 = 0;
  let s33 = 0;
  const p0 = i * stride;
  const p1 = p0 + stride;
  const p2 = p1 + stride;
  const p3 = p2 + stride;
  const q0 = j * stride;
  const q1 = q0 + stride;
  const q2 = q1 + stride;
  const q3 = q2 + stride;
  for (let k = from; k < to; k++) {
    const y0 = a[q0 + k]!;
    const y1 = a[q1 + k]!;
    const y2 = a[q2 + k]!;
    const y3 = a[q3 + k]!;
    let x = a[p0 + k]!;
    s00 += x * y0;
    s01 += x * y1;
    s02 += x * y2;
    s03 += x * y3;
    x = a[p1 + k]!;
    s10 += x * y0;
    s11 += x * y1;
    s12 += x * y2;
    s13 += x * y3;
    x = a[p2 + k]!;
    s20 += x * y0;
    s21 += x * y1;
    s22 += x * y2;
    s23 += x * y3;
    x = a[p3 + k]!;
    s30 += x * y0;
    s31 += x * y1;
    s32 += x * y2;
    s33 += x * y3;
  }
  products[0] = s00;
  products[1] = s01;
  products[2] = s02;
  products[3] = s03;
  products[4] = s10;
  products[5] = s11;
  products[6] = s12;
  products[7] = s13;
  products[8] = s20;
  products[9] = s21;
  products[10] = s22;
  products[11] = s23;
  products[12] = s30;
  products[13] = s31;
  products[14] = s32;
  products[15] = s33;
}
