import type { PostTable } from "./intake.ts";
import { FLAG, hasFlag, type PostStore } from "./post-store.ts";

/**
 * Gives rows that name no account the account they belong to: the only one named in the input; where none is named, the
 * handle in the file's name; beside several, the handle in the file's name if it is one of them.
 */
export function settleAccounts(store: PostStore, tables: readonly PostTable[]): void {
  const named = new Set<number>();
  for (const { from, to } of tables) {
    for (let row = from; row < to; row++) {
      const account = store.account.get(row);
      if (account !== 0 && !hasFlag(store, row, FLAG.dropped)) named.add(account);
    }
  }
  for (const facts of tables) {
    const account = accountOfNameless(store, facts, named);
    if (account === 0) continue;
    for (let row = facts.from; row < facts.to; row++) {
      if (store.account.get(row) === 0) store.account.set(row, account);
    }
  }
}

function accountOfNameless(store: PostStore, facts: PostTable, named: ReadonlySet<number>): number {
  if (named.size === 1) return [...named][0]!;
  const handle = facts.table.facts.nameHandle;
  if (handle === null) return 0;
  const name = `@${handle.toLowerCase()}`;
  const index = store.accounts.indexOf(name);
  if (named.size > 1) return index > 0 && named.has(index) ? index : 0;
  return index > 0 ? index : store.accounts.push(name) - 1;
}
