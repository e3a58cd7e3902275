// Reads thousands of mutated exports and kills runs while they write; prints one table. Run: npm run fuzz -- --cases 10000
import { loadavg } from "node:os";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { fuzzCases } from "../test/support/fuzz/fuzz-cases.ts";
import { type FuzzOutcome, fuzzOutcome } from "../test/support/fuzz/fuzz-outcome.ts";
import { killRuns } from "./kills.ts";

/** Longer than this without a word from the reader is a hang, also on a busy machine. */
const HANG_MILLISECONDS = 60_000;
const ADVISE_EVERY = 100;

interface Job {
  seed: number;
  from: number;
  cases: number;
}

interface Told extends FuzzOutcome {
  index: number;
  kind: string;
  source: string;
}

if (isMainThread) process.exitCode = await main();
else await readAll(workerData as Job);

async function readAll({ seed, from, cases }: Job): Promise<void> {
  const caseOf = fuzzCases(process.cwd(), seed);
  for (let index = from; index < cases; index++) {
    const fuzzed = caseOf(index);
    const outcome = await fuzzOutcome(fuzzed, index % ADVISE_EVERY === 0);
    parentPort!.postMessage({ ...outcome, index, kind: fuzzed.kind, source: fuzzed.from } satisfies Told);
  }
}

/** Runs the cases from one index on in a thread; resolves with the index to go on from. */
function runThread(job: Job, onTold: (told: Told) => void): Promise<number> {
  const worker = new Worker(process.argv[1]!, { workerData: job });
  let next = job.from;
  return new Promise((done) => {
    const lost = (why: string) => {
      onTold({ index: next, kind: "?", source: "?", ending: why, wrong: [why], cpuSeconds: Number.NaN });
      done(next + 1);
    };
    let timer = setTimeout(() => {}, 0);
    const watch = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        worker.removeAllListeners();
        void worker.terminate();
        lost("hang");
      }, HANG_MILLISECONDS);
    };
    watch();
    worker.on("message", (told: Told) => {
      watch();
      next = told.index + 1;
      onTold(told);
    });
    worker.on("error", (error) => {
      clearTimeout(timer);
      worker.removeAllListeners();
      lost(`crash: ${error.message}`);
    });
    worker.on("exit", () => {
      clearTimeout(timer);
      done(next < job.cases ? next + 1 : next);
    });
  });
}

async function main(): Promise<number> {
  const option = (flag: string, fallback: number) => {
    const at = process.argv.indexOf(flag);
    return at < 0 ? fallback : Number(process.argv[at + 1]);
  };
  const [cases, seed, kills] = [option("--cases", 10_000), option("--seed", 1), option("--kills", 50)];
  const print = (line: string) => process.stdout.write(`${line}\n`);
  print(`load average ${loadavg()[0]!.toFixed(1)}, Node ${process.versions.node}, seed ${seed}`);
  const kinds = new Map<string, { read: number; warned: number; refused: number }>();
  const codes = new Map<string, number>();
  const failures: Told[] = [];
  let [told, slowest] = [0, 0];
  const onTold = (one: Told) => {
    told++;
    const row = kinds.get(one.kind) ?? { read: 0, warned: 0, refused: 0 };
    if (one.ending === "read") row.read++;
    else if (one.ending === "read with warnings") row.warned++;
    else {
      row.refused++;
      codes.set(one.ending, (codes.get(one.ending) ?? 0) + 1);
    }
    kinds.set(one.kind, row);
    if (one.cpuSeconds > slowest) slowest = one.cpuSeconds;
    if (one.wrong.length > 0) failures.push(one);
  };
  for (let from = 0; from < cases; ) from = await runThread({ seed, from, cases }, onTold);

  print(`\n| what was done | read | read with warnings | refused by name |\n|---|--:|--:|--:|`);
  for (const [kind, { read, warned, refused }] of [...kinds].sort(([a], [b]) => (a < b ? -1 : 1)))
    print(`| ${kind} | ${read} | ${warned} | ${refused} |`);
  print(
    `\nRefused as: ${[...codes]
      .sort((a, b) => b[1] - a[1])
      .map(([code, n]) => `${code} ${n}`)
      .join(", ")}`,
  );
  print(`${told} exports, slowest ${slowest.toFixed(2)} s of processor time, ${failures.length} failures`);
  for (const { index, kind, source, wrong } of failures.slice(0, 20))
    print(`  case ${index} (${kind} of ${source}): ${wrong[0]!.split("\n").slice(0, 6).join("\n    ")}`);
  if (kills === 0) return failures.length > 0 ? 1 : 0;
  const { whole, killed, torn } = await killRuns(kills, seed);
  print(
    `${kills} runs killed while they worked: ${killed} died of SIGKILL, ${whole} whole reports, ${torn} torn`,
  );
  return failures.length + torn > 0 ? 1 : 0;
}
