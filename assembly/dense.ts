import { products, RESULTS } from "./products";

// Cholesky factor and forward substitution by rows in tiles of 4 x 4. `a` is the address of row 0, `stride` in numbers.

function result(r: usize, c: usize): f64 {
  return load<f64>(RESULTS + ((4 * r + c) << 3));
}

/** Rows i..i+3 become L^-1 times themselves over the columns start..end-1; both multiples of 4. */
function forwardTiles(a: usize, stride: usize, i: i32, start: i32, end: i32): void {
  const bytes = stride << 3;
  const rows = a + <usize>i * bytes;
  const left = rows + ((<usize>start) << 3);
  for (let j = start; j < end; j += 4) {
    const tile = a + <usize>j * bytes;
    products(left, tile + ((<usize>start) << 3), bytes, j - start);
    const t0 = tile + ((<usize>j) << 3);
    const t1 = t0 + bytes;
    const t2 = t1 + bytes;
    const t3 = t2 + bytes;
    const d0 = load<f64>(t0);
    const d1 = load<f64>(t1 + 8);
    const d2 = load<f64>(t2 + 16);
    const d3 = load<f64>(t3 + 24);
    const l10 = load<f64>(t1);
    const l20 = load<f64>(t2);
    const l21 = load<f64>(t2 + 8);
    const l30 = load<f64>(t3);
    const l31 = load<f64>(t3 + 8);
    const l32 = load<f64>(t3 + 16);
    let place = rows + ((<usize>j) << 3);
    for (let r: usize = 0; r < 4; r++, place += bytes) {
      const x0 = (load<f64>(place) - result(r, 0)) / d0;
      const x1 = (load<f64>(place + 8) - result(r, 1) - x0 * l10) / d1;
      const x2 = (load<f64>(place + 16) - result(r, 2) - x0 * l20 - x1 * l21) / d2;
      const x3 = (load<f64>(place + 24) - result(r, 3) - x0 * l30 - x1 * l31 - x2 * l32) / d3;
      store<f64>(place, x0);
      store<f64>(place + 8, x1);
      store<f64>(place + 16, x2);
      store<f64>(place + 24, x3);
    }
  }
}

/** Forward substitution of the rows rowFrom..rowTo-1, which are zero before column `start`. */
export function forwardRows(a: usize, stride: usize, size: i32, rowFrom: i32, rowTo: i32, start: i32): void {
  for (let i = rowFrom; i < rowTo; i += 4) forwardTiles(a, stride, i, start, size);
}

/** The factor in place of the lower triangle. @returns the first row whose pivot is not positive, or -1 */
export function cholesky(a: usize, stride: usize, size: i32): i32 {
  const bytes = stride << 3;
  for (let i = 0; i < size; i += 4) {
    forwardTiles(a, stride, i, 0, i);
    const rows = a + <usize>i * bytes;
    products(rows, rows, bytes, i);
    for (let r: usize = 0; r < 4; r++) {
      const row = rows + r * bytes + ((<usize>i) << 3);
      for (let c: usize = 0; c <= r; c++) {
        const other = rows + c * bytes + ((<usize>i) << 3);
        let value = load<f64>(row + (c << 3)) - result(r, c);
        for (let k: usize = 0; k < c; k++) value -= load<f64>(row + (k << 3)) * load<f64>(other + (k << 3));
        if (c < r) store<f64>(row + (c << 3), value / load<f64>(other + (c << 3)));
        else if (value > 0) store<f64>(row + (c << 3), sqrt<f64>(value));
        else return i + <i32>r;
      }
    }
  }
  return -1;
}
