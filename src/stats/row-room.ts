import { FREE, type Kernel, openKernel } from "./kernel.ts";

interface Room {
  kernel: Kernel;
  rows: Float64Array;
  products: Float64Array;
}

let room: Room | null = null;

/**
 * The room in which all dense algebra happens: rows of numbers that the kernel reaches. There is one: what a former call gave is
 * overwritten, or empty, after the next.
 * @param length how many numbers are needed at least
 */
export function rowRoom(length: number): Float64Array {
  if (room && room.rows.length >= length) return room.rows;
  const kernel = room?.kernel ?? openKernel();
  const buffer = kernel.reserve(FREE + 8 * length);
  room = {
    kernel,
    rows: new Float64Array(buffer, FREE, length),
    products: new Float64Array(buffer, 0, 16),
  };
  return room.rows;
}

/** The room whose rows these are. @throws RangeError for any other array */
function roomOf(rows: Float64Array): Room {
  if (rows !== room?.rows) throw new RangeError("only the rows of the last rowRoom are within reach");
  return room;
}

/**
 * Dot products of four rows with four rows over the columns from..to-1.
 * @param rows result of `rowRoom`, in rows of `stride` numbers
 * @param i first of the four left rows
 * @param j first of the four right rows
 * @param to a multiple of 4 more than `from`
 * @returns the 16 results, row by row; the next call overwrites them
 */
export function rowProducts(
  rows: Float64Array,
  stride: number,
  i: number,
  j: number,
  from: number,
  to: number,
): Float64Array {
  const { kernel, products } = roomOf(rows);
  const bytes = 8 * stride;
  kernel.products(FREE + i * bytes + 8 * from, FREE + j * bytes + 8 * from, bytes, to - from);
  return products;
}

/**
 * Cholesky factor L of a symmetric positive definite matrix, in place, by rows in tiles of 4 x 4.
 * @param rows result of `rowRoom`; the lower triangle of the first `size` rows holds the matrix and then L (the upper is not
 *   touched, but for the diagonal tiles)
 * @param stride numbers per row, at least `size`
 * @param size a multiple of 4: pad with a unit diagonal
 * @returns the first row whose pivot is not positive (NaN included), or -1 when all went well
 */
export function choleskyInPlace(rows: Float64Array, stride: number, size: number): number {
  return roomOf(rows).kernel.cholesky(FREE, stride, size);
}

/**
 * Forward substitution of further rows of the same array: each row b becomes the x with L x = b, that is x = L^-1 b. Rows of
 * the identity give the inverse factor this way (row j of the result is column j of L^-1).
 * @param rowFrom,rowTo the rows, a multiple of 4 of them
 * @param start a multiple of 4: all of the rows are zero before this column, and stay so
 */
export function forwardRows(
  rows: Float64Array,
  stride: number,
  size: number,
  rowFrom: number,
  rowTo: number,
  start = 0,
): void {
  roomOf(rows).kernel.forwardRows(FREE, stride, size, rowFrom, rowTo, start);
}
