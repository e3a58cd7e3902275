/**
 * What a run costs beside its statistics: CPU milliseconds, mean of runs that take turns, of bare Node, of `--help`, of an
 * `analyze` of 300 posts, and of the statistics alone in a fresh process. Prints JSON. The program is the built one.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { toCsv } from "../test/support/simulated-files.ts";
import { simulateAccount } from "../test/support/simulator.ts";

const BIN = "bin/tiktok-advisor.js";
const RUNS = 9;
/** Short calls in each run: the speed of a machine jumps between two levels, so that few of them say little. */
const PAIRS = 8;

const [, self, asked, path] = process.argv;
if (asked === "advise") await statistics(path!);
else compare();

/** The statistics of one file in this fresh process. */
async function statistics(file: string): Promise<void> {
  const library: typeof import("../src/index.ts") = await import(resolve("dist/index.js"));
  const dataset = await library.readExports([file], {
    zone: { zone: library.namedZone("UTC"), source: "flag" },
  });
  const before = process.cpuUsage();
  const report = library.advise(dataset, library.DEFAULT_SETTINGS, {
    tool: { name: "tiktok-advisor", version: "0.0.0" },
    meta: { generatedAt: "", inputs: [] },
  });
  const { user, system } = process.cpuUsage(before);
  if (report.data.rows.used !== dataset.posts.length) throw new Error("the report is not right");
  process.stdout.write(`${(user + system) / 1000}\n`);
}

function compare(): void {
  const folder = mkdtempSync(join(tmpdir(), "tiktok-advisor-bench-"));
  try {
    const file = join(folder, "export.csv");
    writeFileSync(file, toCsv(simulateAccount({ posts: 300, scenario: "real", seed: 1 })));
    const short: Record<string, string[]> = { bare: ["-e", "0"], help: [BIN, "--help"] };
    const calls: Record<string, string[]> = {
      inspect: [BIN, "inspect", file, "-q"],
      analyze: [BIN, "analyze", file, "-q", "--tz", "UTC"],
    };
    const found: Record<string, number[]> = { bare: [], help: [], inspect: [], analyze: [], advise: [] };
    for (let run = 0; run < RUNS; run++) {
      for (let pair = 0; pair < PAIRS; pair++)
        for (const [name, args] of Object.entries(short)) found[name]!.push(cpu(args));
      for (const [name, args] of Object.entries(calls)) found[name]!.push(cpu(args));
      const { status, stdout, stderr } = spawnSync(process.execPath, [self!, "advise", file], {
        encoding: "utf8",
      });
      if (status !== 0) throw new Error(stderr);
      found["advise"]!.push(Number(stdout));
    }
    const means = Object.entries(found).map(([name, times]) => [
      name,
      times.reduce((sum, time) => sum + time, 0) / times.length,
    ]);
    process.stdout.write(`${JSON.stringify(Object.fromEntries(means))}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** CPU milliseconds of one call of Node, by the shell's own account. */
function cpu(args: readonly string[]): number {
  const script = 'TIMEFORMAT="%3U %3S"; time "$0" "$@" > /dev/null';
  const { status, stderr } = spawnSync("bash", ["-c", script, process.execPath, ...args], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`${args.join(" ")}: ${stderr}`);
  const [user, system] = stderr.trim().split("\n").at(-1)!.split(" ").map(Number);
  return (user! + system!) * 1000;
}
