// `npm run bench`: ratios against anchors, in one run, in CPU time. `-- --check` fails when a goal of bench/goals.json is missed.
// Anchors that are not on the machine (R with mgcv, numpy, the shared design) are skipped by name.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { loadavg } from "node:os";

const BIN = "bin/tiktok-advisor.js";
const DESIGN = "../shared/reference/B.design.csv";
const goals = JSON.parse(readFileSync("bench/goals.json", "utf8"));
const found = new Map();
const skipped = new Map();

/** CPU milliseconds of a command, by the shell's own account; throws when it fails. */
function cpu(command, args) {
  const script = 'TIMEFORMAT="%U %S"; time "$0" "$@" > /dev/null';
  const { status, stderr } = spawnSync("bash", ["-c", script, command, ...args], { encoding: "utf8" });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")}: ${stderr}`);
  const [user, system] = stderr.trim().split("\n").at(-1).split(" ").map(Number);
  return (user + system) * 1000;
}

/** Median CPU of several commands, run in turn so that a busy moment hits all of them. */
function interleaved(runs, commands) {
  const all = commands.map(() => []);
  for (let i = 0; i < runs; i++)
    for (const [k, [command, ...args]] of commands.entries()) all[k].push(cpu(command, args));
  return all.map((times) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)]);
}

/** The last line of what a command prints, as JSON. */
function json(command, args) {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${command}: ${stderr}`);
  return JSON.parse(stdout.trim().split("\n").at(-1));
}

const demo = spawnSync(process.execPath, [BIN, "demo", "--json", "-q"], { encoding: "utf8", maxBuffer: 1e8 });
const gate = JSON.parse(demo.stdout);
if (gate.data.rows.read !== gate.data.rows.used || gate.recommendations.length === 0)
  throw new Error("the demo's report is not right: nothing is measured");

const node = process.execPath;
const [bare, help, small, full] = interleaved(9, [
  [node, "-e", "0"],
  [node, BIN, "--help"],
  [node, BIN, "inspect", "fixtures/creators/home-baker.csv", "-q"],
  [node, BIN, "analyze", "fixtures/creators/home-baker.csv", "-q"],
]);
found.set("help", help / bare);
found.set("analyze300", small / bare);

const inside = json(node, ["scripts/bench-in-process.mjs"]);
found.set("localHour", inside.zone / inside.intl);

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
const blas = spawnSync("python3", ["-c", numpy], {
  encoding: "utf8",
  env: { ...process.env, OPENBLAS_NUM_THREADS: "1", OMP_NUM_THREADS: "1" },
});
if (blas.status === 0) found.set("cholesky300", inside.cholesky / Number(blas.stdout));
else skipped.set("cholesky300", "numpy is not here");

if (process.argv.includes("--rows")) {
  const { bytesPerPost, rows } = json(node, ["scripts/bench-read.mjs"]);
  found.set("bytesPerPost", bytesPerPost);
  found.set("rows", rows);
} else for (const id of ["bytesPerPost", "rows"]) skipped.set(id, "only with --rows (about two minutes)");

let missed = 0;
console.log(
  `load ${loadavg()[0].toFixed(1)}; bare Node ${bare.toFixed(0)} ms, a whole analyze ${full.toFixed(0)} ms CPU`,
);
for (const [id, { most, what }] of Object.entries(goals)) {
  if (!found.has(id)) {
    console.log(`skipped  ${what}: ${skipped.get(id)}`);
    continue;
  }
  const value = found.get(id);
  if (value > most) missed++;
  console.log(`${value > most ? "MISSED " : "met    "}  ${what}: ${value.toFixed(3)} (at most ${most})`);
}
if (process.argv.includes("--check") && missed > 0) process.exitCode = 1;
