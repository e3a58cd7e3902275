// Dot products of rows: half of all computing time. All addresses are in bytes; numbers are f64.

/** Where `products` leaves its 16 results, row by row. */
export const RESULTS: usize = 0;

/**
 * Dot products of four rows with two others, two numbers per instruction.
 * @param p first of four rows, @param q first of two rows, @param stride bytes between rows
 * @param count a multiple of 4, @param out address of the result of the first row; the next rows follow 32 bytes apart
 */
function half(p: usize, q: usize, stride: usize, count: i32, out: usize): void {
  const p1 = p + stride;
  const p2 = p1 + stride;
  const p3 = p2 + stride;
  const q1 = q + stride;
  let s00 = f64x2.splat(0);
  let s01 = s00;
  let s10 = s00;
  let s11 = s00;
  let s20 = s00;
  let s21 = s00;
  let s30 = s00;
  let s31 = s00;
  const end = (<usize>count) << 3;
  for (let k: usize = 0; k < end; k += 16) {
    const y0 = v128.load(q + k);
    const y1 = v128.load(q1 + k);
    let x = v128.load(p + k);
    s00 = f64x2.add(s00, f64x2.mul(x, y0));
    s01 = f64x2.add(s01, f64x2.mul(x, y1));
    x = v128.load(p1 + k);
    s10 = f64x2.add(s10, f64x2.mul(x, y0));
    s11 = f64x2.add(s11, f64x2.mul(x, y1));
    x = v128.load(p2 + k);
    s20 = f64x2.add(s20, f64x2.mul(x, y0));
    s21 = f64x2.add(s21, f64x2.mul(x, y1));
    x = v128.load(p3 + k);
    s30 = f64x2.add(s30, f64x2.mul(x, y0));
    s31 = f64x2.add(s31, f64x2.mul(x, y1));
  }
  storeSum(out, s00);
  storeSum(out + 8, s01);
  storeSum(out + 32, s10);
  storeSum(out + 40, s11);
  storeSum(out + 64, s20);
  storeSum(out + 72, s21);
  storeSum(out + 96, s30);
  storeSum(out + 104, s31);
}

function storeSum(at: usize, pair: v128): void {
  store<f64>(at, f64x2.extract_lane(pair, 0) + f64x2.extract_lane(pair, 1));
}

/**
 * Dot products of four rows with four rows, to RESULTS.
 * @param p,q addresses of the first numbers, @param stride bytes between rows, @param count a multiple of 4
 */
export function products(p: usize, q: usize, stride: usize, count: i32): void {
  half(p, q, stride, count, RESULTS);
  half(p, q + 2 * stride, stride, count, RESULTS + 16);
}
