import { fork } from "node:child_process";
import { appendFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { simulateAccount } from "../../test/support/simulator.ts";
import { accountSeed, CELLS, type Cell } from "./cells.ts";
import { type AccountMeasures, measureAccount } from "./measure-account.ts";

export interface Job {
  cell: string;
  seed: number;
}

const fileOf = (out: string, cell: string, base: number) => join(out, `${cell}.seed-${base}.jsonl`);

/** What earlier runs measured of a cell, in order of seed. */
export function readCell(out: string, cell: string, base: number): AccountMeasures[] {
  const file = fileOf(out, cell, base);
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, "utf8").split("\n").slice(0, -1);
  const accounts = lines.map((line) => JSON.parse(line) as AccountMeasures);
  // Two runs at once may measure the same account: it counts once.
  const bySeed = new Map(accounts.map((account) => [account.seed, account]));
  return [...bySeed.values()].sort((a, b) => a.seed! - b.seed!);
}

/** Measures one account; runs in a child process. */
export function runJob({ cell: name, seed }: Job): AccountMeasures {
  const cell = CELLS.find((known) => known.name === name)!;
  const account = simulateAccount({ seed, posts: cell.posts, scenario: cell.scenario });
  return measureAccount(account, { backtest: cell.backtest });
}

/**
 * Brings a cell to `accounts` accounts, spread over child processes that run `script`; each account is written as it is done.
 */
export async function runCell(
  cell: Cell,
  {
    accounts,
    base,
    out,
    workers,
    script,
  }: { accounts: number; base: number; out: string; workers: number; script: string },
): Promise<void> {
  mkdirSync(out, { recursive: true });
  const done = new Set(readCell(out, cell.name, base).map(({ seed }) => seed));
  const index = CELLS.indexOf(cell);
  const jobs: Job[] = Array.from({ length: accounts }, (_, i) => ({
    cell: cell.name,
    seed: accountSeed(base, index, i),
  })).filter(({ seed }) => !done.has(seed));
  const file = fileOf(out, cell.name, base);
  await Promise.all(
    Array.from({ length: Math.min(workers, jobs.length) }, () =>
      runWorker(script, jobs, (line) => appendFileSync(file, line)),
    ),
  );
}

function runWorker(script: string, jobs: Job[], write: (line: string) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = fork(script, ["--child"]);
    const next = () => {
      const job = jobs.shift();
      if (job) child.send(job);
      else child.disconnect();
    };
    child.on("message", (measures) => {
      write(`${JSON.stringify(measures)}\n`);
      next();
    });
    child.on("error", reject);
    child.on("exit", (code) =>
      code === 0 ? resolve() : reject(new Error(`a worker ended with code ${code}`)),
    );
    next();
  });
}
