import type { FileLedger, Ledger } from "../types.ts";
import { tableOf } from "./merge.ts";
import type { ReadCore } from "./read-core.ts";

/**
 * What became of every row: read = used + merged + dropped + other, per file, files by name.
 * @param heads first rows of the posts in use
 * @param account index of the account in use; null = all. Rows of other accounts are `other`
 */
export function fileLedgers(core: ReadCore, heads: Uint32Array, account: number | null): FileLedger[] {
  const { source, posts } = core;
  const { store, tables, merged } = source;
  const used = new Uint32Array(posts.length);
  const copies = new Uint32Array(posts.length);
  const dropped = new Uint32Array(posts.length);
  for (const head of heads) {
    used[tableOf(tables, head)]!++;
    for (let row = merged.next[head]!; row !== -1; row = merged.next[row]!) copies[tableOf(tables, row)]!++;
  }
  for (const [index, facts] of posts.entries()) dropped[index] = facts.broken;
  for (const row of core.dropped) {
    const owner = store.account.get(row);
    if (account === null || owner === 0 || owner === account) dropped[tableOf(tables, row)]!++;
  }
  const files: FileLedger[] = posts.map((facts, index) => {
    const counts = { used: used[index]!, merged: copies[index]!, dropped: dropped[index]! };
    const other = facts.read - counts.used - counts.merged - counts.dropped;
    return { name: facts.name, format: facts.table.format, read: facts.read, ...counts, other };
  });
  for (const { table, read } of core.contexts) files.push(allOther(table.name, table.format, read));
  for (const { table, read } of core.repeats) {
    const entry = allOther(table.name, table.format, read);
    const isMine = account === null || repeatsOnly(core, table.duplicateOf!, account);
    files.push(table.kind === "posts" && isMine ? { ...entry, merged: read, other: 0 } : entry);
  }
  return files.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

function allOther(name: string, format: string, read: number): FileLedger {
  return { name, format, read, used: 0, merged: 0, dropped: 0, other: read };
}

/** Whether every post of the file read under another name belongs to the account. */
function repeatsOnly({ source, posts, byAccount }: ReadCore, name: string, account: number): boolean {
  const index = posts.findIndex((facts) => facts.name === name);
  for (const [owner, heads] of byAccount) {
    if (owner !== account && heads.some((head) => tableOf(source.tables, head) === index)) return false;
  }
  return true;
}

/**
 * Sum of ledgers.
 * @example sumLedgers([{ read: 3, used: 2, merged: 0, dropped: 1, other: 0 }]) // { read: 3, used: 2, merged: 0, dropped: 1, other: 0 }
 */
export function sumLedgers(ledgers: readonly Ledger[]): Ledger {
  const sum = { read: 0, used: 0, merged: 0, dropped: 0, other: 0 };
  for (const ledger of ledgers) {
    sum.read += ledger.read;
    sum.used += ledger.used;
    sum.merged += ledger.merged;
    sum.dropped += ledger.dropped;
    sum.other += ledger.other;
  }
  return sum;
}
