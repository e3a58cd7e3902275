import { CELLS, type CellShares } from "./contrasts.ts";
import { type PostTable, UNKNOWN_MINUTE } from "./post-table.ts";

/** When an account posts now: the last third of its mature posts with known hour, at least ten (MODEL.md 4.1). */
export interface Habit {
  /** indices of the habit posts; of all mature posts where no hour is known */
  rows: Int32Array;
  /** share of the habit posts with known hour in each cell of the week */
  shares: CellShares;
}

/**
 * @param all ascending indices of the posts to look at; default all of the table
 */
export function habitOf(table: PostTable, all = Int32Array.from(table.posts, (_, i) => i)): Habit {
  const known = all.filter((row) => table.minute[row]! !== UNKNOWN_MINUTE);
  const rows = lastThird(known.length > 0 ? known : all);
  const shares = new Float64Array(CELLS);
  if (known.length > 0) for (const row of rows) shares[cellOf(table, row)]! += 1 / rows.length;
  return { rows, shares };
}

function lastThird(rows: Int32Array): Int32Array {
  return rows.slice(Math.max(0, rows.length - Math.max(10, Math.ceil(rows.length / 3))));
}

/** Cell of the week (weekday-major) of a post with known hour. */
export function cellOf(table: PostTable, row: number): number {
  return table.weekday[row]! * 24 + Math.floor(table.minute[row]! / 60);
}
