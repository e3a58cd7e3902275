import { AdvisorError } from "../errors.ts";
import type { Dataset } from "../types.ts";
import { accountsOf, datasetOf, pickAccount } from "./dataset-of.ts";
import { type ReadOptions, readCore } from "./read-core.ts";
import type { ExportInput } from "./rows.ts";

export type { ReadOptions } from "./read-core.ts";
export type { ExportInput } from "./rows.ts";
export { spareHeaders } from "./spare-headers.ts";
export { readTrends } from "./trends.ts";
export { WARNINGS } from "./warning-codes.ts";

/**
 * Reads exports into one dataset: every post once with its newest counts and older snapshots, the ledger of all rows, and
 * what there is to say about the files. Neither the order of files nor that of rows matters.
 * @param inputs paths of files and folders, "-" for `options.stdin`, or bytes with a name
 * @throws AdvisorError what the user can act on: see `ERRORS`
 */
export async function readExports(
  inputs: readonly ExportInput[],
  options: ReadOptions = {},
): Promise<Dataset> {
  const core = await readCore(inputs, options);
  const account = options.account ?? null;
  return datasetOf(core, account === null ? "all" : pickAccount(core, account), options);
}

/** One account of an input with several. */
export interface AccountDataset {
  /** "@handle"; null = the posts that name no account */
  account: string | null;
  /** what `readExports` gives for `account` alone */
  dataset: Dataset;
}

/**
 * Reads exports once and gives one dataset per account, in order of name (`--each`); posts that name no account come last.
 * @throws AdvisorError as `readExports`
 */
export async function* readAccounts(
  inputs: readonly ExportInput[],
  options: ReadOptions = {},
): AsyncGenerator<AccountDataset, void, undefined> {
  const core = await readCore(inputs, options);
  const accounts = accountsOf(core);
  if (accounts.length === 0) {
    const dataset = datasetOf(core, "all", options);
    if (dataset.posts.length === 0 && options.mode === "analyze") {
      throw new AdvisorError("NO_POSTS", null, "The exports hold no posts.");
    }
    yield { account: null, dataset };
  }
  for (const index of accounts) {
    yield { account: core.source.store.accounts[index] || null, dataset: datasetOf(core, index, options) };
  }
}
