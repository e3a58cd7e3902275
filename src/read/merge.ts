import type { Zone } from "../zone.ts";
import { gather } from "./gather.ts";
import { matchWithoutId } from "./match-posts.ts";
import { FLAG, hasFlag, hasId, NO_DAY, type PostStore, setFlag } from "./post-store.ts";
import type { TableTimes } from "./settle-times.ts";
import type { WarningCollector } from "./warnings.ts";

/** The posts of a store: each the first row of a chain whose other rows are its copies and older snapshots. */
export interface Merged {
  /** first rows, one per post */
  heads: Uint32Array;
  /** next row of the same post by row, newest first; -1 = last */
  next: Int32Array;
}

/** Rows of one post by rank: what stands first is believed. */
interface Ranked {
  row: number;
  table: number;
  /** how much it knows: views and likes */
  known: number;
  /** snapshot time, else the newest post of its table */
  at: number;
}

/**
 * Makes one post of all rows with the same key (FORMATS.md section 7): the id, without id account, time and link or title.
 * The newest snapshot comes first; a row without views does not replace one that has them.
 */
export function mergeRows(
  store: PostStore,
  tables: readonly TableTimes[],
  zone: Zone,
  warnings: WarningCollector,
): Merged {
  const next = new Int32Array(store.size).fill(-1);
  markWeak(store, tables);
  const grouped = groupRows(store, next);
  // The row that stands for a post decides what it matches: not the one that happened to be read first.
  arrangeAll(grouped, next, (head) => rank(store, tables, head, next));
  const heads = matchWithoutId(store, grouped, next, zone);
  const cases = tables.map(({ facts }) => gather(facts.name));
  arrangeAll(heads, next, (head) => {
    const ranked = rank(store, tables, head, next);
    markCopies(store, ranked, cases);
    return ranked;
  });
  for (const gathered of cases) gathered.flush(warnings);
  return { heads, next };
}

/** The table that holds a row. */
export function tableOf(tables: readonly TableTimes[], row: number): number {
  let low = 0;
  let high = tables.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (tables[middle]!.facts.from <= row) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * Rows that have only a day, no title and no link cannot be told apart within their table: they get a number by counts, so
 * that they stay apart, and are the same post in the next export only if the number is.
 */
function markWeak(store: PostStore, tables: readonly TableTimes[]): void {
  for (const { facts } of tables) {
    const groups = new Map<string, number[]>();
    for (let row = facts.from; row < facts.to; row++) {
      if (hasId(store, row) || hasFlag(store, row, FLAG.dropped)) continue;
      if (!Number.isNaN(store.posted.get(row))) continue;
      if (store.titleHash.get(row) !== 0 || store.linkHash.get(row) !== 0) continue;
      const key = `${store.account.get(row)} ${store.days.get(row)}`;
      const group = groups.get(key);
      if (group) group.push(row);
      else groups.set(key, [row]);
    }
    for (const group of groups.values()) {
      group.sort((a, b) => compareCounts(store, a, b));
      for (const [index, row] of group.entries()) store.linkHash.set(row, index + 1);
    }
  }
}

function groupRows(store: PostStore, next: Int32Array): Uint32Array {
  let capacity = 1024;
  while (capacity < 2 * store.size) capacity *= 2;
  const slots = new Int32Array(capacity);
  const heads = new Uint32Array(store.size);
  let count = 0;
  for (let row = 0; row < store.size; row++) {
    if (hasFlag(store, row, FLAG.dropped)) continue;
    let slot = hashOf(store, row) & (capacity - 1);
    while (slots[slot] !== 0 && !isSame(store, slots[slot]! - 1, row)) slot = (slot + 1) & (capacity - 1);
    if (slots[slot] === 0) {
      slots[slot] = row + 1;
      heads[count++] = row;
    } else {
      const head = slots[slot]! - 1;
      next[row] = next[head]!;
      next[head] = row;
    }
  }
  return heads.slice(0, count);
}

function hashOf(store: PostStore, row: number): number {
  if (hasId(store, row)) return mix(store.idHigh.get(row), store.idLow.get(row));
  const text = store.linkHash.get(row) || store.titleHash.get(row);
  return mix(timeKey(store, row) % 4_294_967_296, text ^ Math.imul(store.account.get(row), 0x9e3779b1));
}

function mix(a: number, b: number): number {
  let hash = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 15), 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 13), 0x27d4eb2f);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Instant, else the day; posts with neither share one key. */
function timeKey(store: PostStore, row: number): number {
  const posted = store.posted.get(row);
  if (!Number.isNaN(posted)) return posted;
  const day = store.days.get(row);
  return day === NO_DAY ? -1 : day;
}

function isSame(store: PostStore, a: number, b: number): boolean {
  const hasIds = hasId(store, a);
  if (hasIds !== hasId(store, b)) return false;
  if (hasIds) return store.idHigh.get(a) === store.idHigh.get(b) && store.idLow.get(a) === store.idLow.get(b);
  return (
    timeKey(store, a) === timeKey(store, b) &&
    store.account.get(a) === store.account.get(b) &&
    (store.linkHash.get(a) || store.titleHash.get(a)) === (store.linkHash.get(b) || store.titleHash.get(b))
  );
}

/** Puts the rows of every post that has several in order. */
function arrangeAll(heads: Uint32Array, next: Int32Array, order: (head: number) => readonly Ranked[]): void {
  for (let index = 0; index < heads.length; index++) {
    const head = heads[index]!;
    if (next[head] === -1) continue;
    const ranked = order(head);
    for (const [place, { row }] of ranked.entries()) next[row] = ranked[place + 1]?.row ?? -1;
    heads[index] = ranked[0]!.row;
  }
}

/** The rows of one post: what is believed first. */
function rank(store: PostStore, tables: readonly TableTimes[], head: number, next: Int32Array): Ranked[] {
  const ranked: Ranked[] = [];
  for (let row = head; row !== -1; row = next[row]!) {
    const table = tableOf(tables, row);
    const snapshot = store.snapshot.get(row);
    const known =
      Number(!Number.isNaN(store.counts[0]!.get(row))) + Number(!Number.isNaN(store.counts[1]!.get(row)));
    ranked.push({ row, table, known, at: Number.isNaN(snapshot) ? tables[table]!.newest : snapshot });
  }
  return ranked.sort(
    (a, b) =>
      b.known - a.known ||
      descending(a.at, b.at) ||
      compareCounts(store, a.row, b.row) ||
      a.table - b.table ||
      compareContent(store, a.row, b.row),
  );
}

/** Tells copies of a snapshot from older snapshots. */
function markCopies(
  store: PostStore,
  ranked: readonly Ranked[],
  cases: readonly ReturnType<typeof gather>[],
): void {
  const winner = ranked[0]!;
  const kept = new Map<number, number>([[winner.at, winner.row]]);
  for (const { row, table, at } of ranked.slice(1)) {
    const line = store.line.get(row);
    const twin = kept.get(at);
    if (twin !== undefined || at > winner.at) {
      setFlag(store, row, FLAG.copy);
      const differs = twin !== undefined && !countsAgree(store, twin, row);
      cases[table]!.add(differs ? "DUPLICATE_CONFLICT" : "DUPLICATE_POSTS", "", line);
    } else {
      kept.set(at, row);
      cases[table]!.add("SNAPSHOTS_MERGED", "", line);
    }
  }
}

/** Larger first; NaN last. */
function descending(a: number, b: number): number {
  if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : 1;
  return Number.isNaN(b) ? -1 : b - a;
}

function compareCounts(store: PostStore, a: number, b: number): number {
  for (const column of store.counts) {
    const order = descending(column.get(a), column.get(b));
    if (order !== 0) return order;
  }
  return descending(store.titleHash.get(a), store.titleHash.get(b));
}

/** An order of rows with equal counts that does not depend on where they stand. */
function compareContent(store: PostStore, a: number, b: number): number {
  const { accounts, texts } = store;
  const names = compareText(accounts[store.account.get(a)]!, accounts[store.account.get(b)]!);
  if (names !== 0) return names;
  for (const column of [store.timeSource, store.posted, store.days, store.flags, store.durationSeconds]) {
    const order = descending(column.get(a), column.get(b));
    if (order !== 0) return order;
  }
  return texts === null ? 0 : compareText(JSON.stringify(texts[a]), JSON.stringify(texts[b]));
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function countsAgree(store: PostStore, a: number, b: number): boolean {
  return store.counts.every((column) => {
    const one = column.get(a);
    const other = column.get(b);
    return one === other || Number.isNaN(one) || Number.isNaN(other);
  });
}
