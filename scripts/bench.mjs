// `npm run bench`: ratios against anchors, in one run, in CPU time. `-- --long` adds what takes minutes: 1e5 and 1e6 rows, and 1,000
// accounts. `-- --check` fails when a goal of bench/goals.json is missed. Anchors that are not on the machine (R with mgcv, numpy,
// pandas, the shared design) are skipped by name.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";

const DESIGN = "../shared/reference/B.design.csv";
const goals = JSON.parse(readFileSync("bench/goals.json", "utf8"));
const found = new Map();
const skipped = new Map();

/** The last line of what a program of bench/ prints, as JSON. */
function json(name, ...args) {
  const call = ["scripts/run-bundled.mjs", `bench/${name}.ts`, ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, call, { encoding: "utf8" });
  if (status !== 0) throw new Error(`bench/${name}.ts: ${stderr}`);
  return JSON.parse(stdout.trim().split("\n").at(-1));
}

const demo = spawnSync(process.execPath, ["bin/tiktok-advisor.js", "demo", "--json", "-q"], {
  encoding: "utf8",
  maxBuffer: 1e8,
});
const gate = JSON.parse(demo.stdout);
if (gate.data.rows.read !== gate.data.rows.used || gate.recommendations.length === 0)
  throw new Error("the demo's report is not right: nothing is measured");

const start = json("start");
found.set("help", start.help / start.bare);
found.set("analyze300", (start.analyze - start.advise) / start.bare);

const folder = mkdtempSync(join(tmpdir(), "tiktok-advisor-bench-"));
const export20000 = join(folder, "export.csv");
const inside = json("in-process", export20000);
found.set("localHour", inside.zone / inside.intl);
found.set("csvParse", inside.read / inside.csvParse);

const mgcv = spawnSync("Rscript", ["bench/mgcv.R", DESIGN], { encoding: "utf8" });
if (mgcv.status === 0 && existsSync(DESIGN)) found.set("fit300", inside.fit / (Number(mgcv.stdout) * 1000));
else skipped.set("fit300", "R with mgcv, or the shared design, is not here");

const numpy = [
  "import numpy as np, time",
  "a = np.cos(np.outer(np.arange(300), np.arange(300))); np.fill_diagonal(a, 300)",
  "best = 1e9",
  "for _ in range(15):",
  "    t = time.process_time()",
  "    for _ in range(20): np.linalg.cholesky(a)",
  "    best = min(best, time.process_time() - t)",
  "print(best / 20 * 1000)",
].join("\n");
const blas = spawnSync(process.env.PYTHON ?? "python3", ["-c", numpy], {
  encoding: "utf8",
  env: { ...process.env, OPENBLAS_NUM_THREADS: "1", OMP_NUM_THREADS: "1" },
});
if (blas.status === 0) found.set("cholesky300", inside.cholesky / Number(blas.stdout));
else skipped.set("cholesky300", "numpy is not here");

const pandas = [
  "import sys, time, pandas",
  "t = time.process_time(); pandas.read_csv(sys.argv[1]); print((time.process_time() - t) * 1000)",
].join("\n");
const frame = spawnSync(process.env.PYTHON ?? "python3", ["-c", pandas, export20000], { encoding: "utf8" });
rmSync(folder, { recursive: true, force: true });
if (frame.status === 0) found.set("pandas", inside.read / Number(frame.stdout));
else skipped.set("pandas", "pandas is not here");

if (process.argv.includes("--long")) {
  const { bytesPerPost, rows } = json("read-memory");
  found.set("bytesPerPost", bytesPerPost);
  found.set("rows", rows);
  found.set("each", json("each").efficiency);
} else for (const id of ["bytesPerPost", "rows", "each"]) skipped.set(id, "only with --long (some minutes)");

let missed = 0;
console.log(
  `load ${loadavg()[0].toFixed(1)}; CPU ms: ${Object.entries(start)
    .map(([name, ms]) => `${name} ${ms.toFixed(0)}`)
    .join(", ")}`,
);
for (const [id, { most, least, what }] of Object.entries(goals)) {
  if (!found.has(id)) {
    console.log(`skipped  ${what}: ${skipped.get(id)}`);
    continue;
  }
  const value = found.get(id);
  const isMissed = value > most || value < least;
  if (isMissed) missed++;
  const goal = most !== undefined ? `at most ${most}` : least !== undefined ? `at least ${least}` : "no goal";
  console.log(`${isMissed ? "MISSED " : "met    "}  ${what}: ${value.toFixed(3)} (${goal})`);
}
if (process.argv.includes("--check") && missed > 0) process.exitCode = 1;
