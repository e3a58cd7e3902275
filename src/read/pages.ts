/** Rows per page: growing by pages copies nothing, so that the peak is the size itself. */
const PAGE_BITS = 15;
const PAGE_ROWS = 1 << PAGE_BITS;
const PAGE_MASK = PAGE_ROWS - 1;

type Numbers = Float64Array | Int32Array | Uint32Array | Uint16Array | Uint8Array;

/** A growing column of numbers. Pages that hold only the empty value take no memory. */
export interface Column {
  get(row: number): number;
  set(row: number, value: number): void;
}

/**
 * A growing column of numbers in typed arrays, outside the JavaScript heap.
 * @param make makes one page
 * @param empty the value of rows never set
 */
export function pagedColumn(make: (size: number) => Numbers, empty: number): Column {
  const pages: (Numbers | undefined)[] = [];
  return {
    get(row) {
      const page = pages[row >>> PAGE_BITS];
      return page === undefined ? empty : page[row & PAGE_MASK]!;
    },
    set(row, value) {
      const at = row >>> PAGE_BITS;
      let page = pages[at];
      if (page === undefined) {
        if (Object.is(value, empty)) return;
        page = make(PAGE_ROWS);
        if (empty !== 0) page.fill(empty);
        pages[at] = page;
      }
      page[row & PAGE_MASK] = value;
    },
  };
}

export const float64 = (size: number) => new Float64Array(size);
export const int32 = (size: number) => new Int32Array(size);
export const uint32 = (size: number) => new Uint32Array(size);
export const uint16 = (size: number) => new Uint16Array(size);
export const uint8 = (size: number) => new Uint8Array(size);
