/**
 * `analyze --each` over many small accounts, on one core and on all: prints both times in seconds and their ratio as JSON. The
 * program is the built one. Run: node scripts/run-bundled.mjs bench/each.ts [accounts]
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { toCsv } from "../test/support/simulated-files.ts";
import { simulateAccount } from "../test/support/simulator.ts";

const BIN = "bin/tiktok-advisor.js";
const POSTS = 20;

const accounts = Number(process.argv[2] ?? 1000);
const folder = mkdtempSync(join(tmpdir(), "tiktok-advisor-bench-"));
try {
  const path = join(folder, "accounts.csv");
  const files = Array.from({ length: accounts }, (_, k) =>
    toCsv(simulateAccount({ posts: POSTS, scenario: "real", seed: k + 1, account: `@creator${k + 1}` })),
  );
  writeFileSync(path, files.map((text, k) => (k === 0 ? text : text.slice(text.indexOf("\n") + 1))).join(""));
  const cores = availableParallelism();
  const oneCore = seconds("taskset", ["-c", "0", process.execPath, BIN], path);
  const allCores = seconds(process.execPath, [BIN], path);
  process.stdout.write(
    `${JSON.stringify({ accounts, cores, oneCore, allCores, efficiency: oneCore / allCores / cores })}\n`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Wall time of one call; throws unless there is a report for every account. */
function seconds(command: string, args: readonly string[], path: string): number {
  const startedAt = performance.now();
  const { status, stdout, stderr } = spawnSync(
    command,
    [...args, "analyze", path, "--each", "--json", "-q", "--tz", "UTC"],
    { encoding: "utf8", maxBuffer: 2 ** 30 },
  );
  const spent = (performance.now() - startedAt) / 1000;
  const reports = stdout.split("\n").length - 1;
  if (status !== 0 || reports !== accounts)
    throw new Error(`${reports} reports of ${accounts}, exit ${status}: ${stderr}`);
  return spent;
}
