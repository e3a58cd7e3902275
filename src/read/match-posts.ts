import type { Zone } from "../zone.ts";
import { hasId, NO_DAY, type PostStore } from "./post-store.ts";
import { localDay } from "./row-times.ts";

const NEAR = 120_000;

interface Pair {
  withId: number;
  without: number;
  apart: number;
}

/**
 * Joins posts without id to the same posts with id, one to one: a data download beside Content files must not count a post
 * twice. They are the same if account (or none), title (where both have one) and time agree: instants within 120 s, of a
 * day without hour the day and the title.
 * @param heads first rows of all posts
 * @param next chains of rows, into which the joined ones are linked
 * @returns the heads that remain
 */
export function matchWithoutId(
  store: PostStore,
  heads: Uint32Array,
  next: Int32Array,
  zone: Zone,
): Uint32Array {
  const without: number[] = [];
  for (const head of heads) if (!hasId(store, head)) without.push(head);
  if (without.length === 0 || without.length === heads.length) return heads;
  const pairs = [...pairsByInstant(store, heads, without), ...pairsByDay(store, heads, without, zone)];
  const order = (column: { get(row: number): number }, a: number, b: number) =>
    column.get(a) - column.get(b) || 0;
  pairs.sort(
    (a, b) =>
      a.apart - b.apart ||
      order(store.idHigh, a.withId, b.withId) ||
      order(store.idLow, a.withId, b.withId) ||
      order(store.posted, a.without, b.without) ||
      order(store.titleHash, a.without, b.without),
  );
  const taken = new Set<number>();
  const gone = new Set<number>();
  for (const { withId, without: row } of pairs) {
    if (taken.has(withId) || gone.has(row)) continue;
    taken.add(withId);
    gone.add(row);
    let last = row;
    while (next[last] !== -1) last = next[last]!;
    next[last] = next[withId]!;
    next[withId] = row;
  }
  return heads.filter((head) => !gone.has(head));
}

function agree(store: PostStore, a: number, b: number, needsTitle: boolean): boolean {
  const account = store.account.get(a);
  const other = store.account.get(b);
  if (account !== other && account !== 0 && other !== 0) return false;
  const title = store.titleHash.get(a);
  const otherTitle = store.titleHash.get(b);
  if (title === 0 || otherTitle === 0) return !needsTitle;
  return title === otherTitle;
}

function pairsByInstant(store: PostStore, heads: Uint32Array, without: readonly number[]): Pair[] {
  const timed = heads.filter((head) => hasId(store, head) && !Number.isNaN(store.posted.get(head)));
  timed.sort((a, b) => store.posted.get(a) - store.posted.get(b));
  const pairs: Pair[] = [];
  for (const row of without) {
    const at = store.posted.get(row);
    if (Number.isNaN(at)) continue;
    let low = 0;
    let high = timed.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (store.posted.get(timed[middle]!) < at - NEAR) low = middle + 1;
      else high = middle;
    }
    for (; low < timed.length && store.posted.get(timed[low]!) <= at + NEAR; low++) {
      const withId = timed[low]!;
      if (agree(store, withId, row, false)) {
        pairs.push({ withId, without: row, apart: Math.abs(store.posted.get(withId) - at) });
      }
    }
  }
  return pairs;
}

/** Pairs of which one side has a day only. */
function pairsByDay(store: PostStore, heads: Uint32Array, without: readonly number[], zone: Zone): Pair[] {
  const dayOf = (row: number) => {
    const given = store.days.get(row);
    if (given !== NO_DAY) return given;
    const at = store.posted.get(row);
    return Number.isNaN(at) ? NO_DAY : localDay(zone, at);
  };
  const byDay = new Map<string, number[]>();
  for (const row of without) {
    const title = store.titleHash.get(row);
    const day = dayOf(row);
    if (title === 0 || day === NO_DAY) continue;
    const key = `${day} ${title}`;
    const rows = byDay.get(key);
    if (rows) rows.push(row);
    else byDay.set(key, [row]);
  }
  const pairs: Pair[] = [];
  for (const withId of heads) {
    if (!hasId(store, withId)) continue;
    for (const row of byDay.get(`${dayOf(withId)} ${store.titleHash.get(withId)}`) ?? []) {
      const bothTimed = !Number.isNaN(store.posted.get(withId)) && !Number.isNaN(store.posted.get(row));
      // After every pair of instants: a whole day apart counts as farther than two minutes.
      if (!bothTimed && agree(store, withId, row, true))
        pairs.push({ withId, without: row, apart: 86_400_000 });
    }
  }
  return pairs;
}
