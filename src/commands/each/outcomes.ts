import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import type { AccountDataset, Dataset } from "../../index.ts";
import type { Io } from "../io.ts";
import { type Outcome, packDataset, runJob, type Work } from "./job.ts";
import { openPool, type Pool } from "./pool.ts";

/** One account, analysed. */
export interface AccountOutcome {
  account: string | null;
  dataset: Dataset;
  outcome: Outcome;
}

/**
 * Time that this thread alone may take before others are started. Measured: a thread costs 0.8 to 1.2 s of its core to load the
 * model and become fast, so that a handful of small accounts is done sooner, and everything with less work, without any.
 */
const PATIENCE_MS = 1000;

/**
 * Analyses accounts in the order they come, on all cores once it is worth it. At most two accounts per core are held at a time.
 * @param patienceMs time that this thread alone may take first
 */
export async function* eachOutcome(
  accounts: AsyncIterable<AccountDataset>,
  work: Work,
  io: Io,
  patienceMs = PATIENCE_MS,
): AsyncGenerator<AccountOutcome, void, undefined> {
  const file = join(dirname(io.programPath), "..", "dist", "each-worker.js");
  const threads = io.cores > 1 && existsSync(file) ? io.cores : 0;
  const ahead: { account: string | null; dataset: Dataset; outcome: Promise<Outcome> }[] = [];
  let spent = 0;
  let pool: Pool | null = null;
  const first = async (): Promise<AccountOutcome> => {
    const { account, dataset, outcome } = ahead.shift()!;
    return { account, dataset, outcome: await outcome };
  };
  try {
    for await (const { account, dataset } of accounts) {
      if (pool === null && threads > 0 && spent >= patienceMs) pool = openPool(file, threads, work);
      if (pool === null) {
        const startedAt = performance.now();
        const outcome = runJob(packDataset(dataset), work);
        spent += performance.now() - startedAt;
        yield { account, dataset, outcome };
      } else {
        ahead.push({ account, dataset, outcome: pool.run(packDataset(dataset)) });
        if (ahead.length >= 2 * threads) yield await first();
      }
    }
    while (ahead.length > 0) yield await first();
  } finally {
    await pool?.close();
  }
}
