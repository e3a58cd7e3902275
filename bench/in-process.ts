/**
 * What is measured inside one process, as JSON: CPU milliseconds (best of some runs) of the fit of 300 posts, of a Cholesky
 * factor of size 300, of local hours through src/zone.ts and through Intl, and of 20,000 posts of a CSV through readExports and
 * through csv-parse alone. `node scripts/bench.mjs` holds them against anchors. Argument: where to write the CSV.
 */

import { readFileSync, writeFileSync } from "node:fs";
import { parse } from "csv-parse";
import { designSystem } from "../src/model/design-system.ts";
import { fitOutcome } from "../src/model/fit-outcome.ts";
import { prepareModel } from "../src/model/index.ts";
import { outcomeData } from "../src/model/outcome.ts";
import { readExports } from "../src/read/index.ts";
import { choleskyInPlace, rowRoom } from "../src/stats/row-room.ts";
import { localTime, namedZone } from "../src/zone.ts";
import { DEFAULT_SETTINGS, simulatedDataset } from "../test/support/simulated-dataset.ts";
import { toCsv } from "../test/support/simulated-files.ts";
import { simulateAccount } from "../test/support/simulator.ts";

const SIZE = 300;
const ROWS = 100_000;

function bestOf(runs: number, work: () => void): number {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < runs; i++) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

const input = simulatedDataset(simulateAccount({ posts: 300, scenario: "real", seed: 1 }));
const prepared = prepareModel(input, { ...DEFAULT_SETTINGS, goal: "views" });
const data = outcomeData(prepared.mature, "views");
const fit = bestOf(7, () => {
  const built = designSystem(prepared.table, data.rows);
  fitOutcome("views", built, data.y);
});

const matrix = new Float64Array(SIZE * SIZE);
for (let i = 0; i < SIZE; i++)
  for (let j = 0; j < SIZE; j++) matrix[i * SIZE + j] = i === j ? SIZE : Math.cos(i * j);
const work = rowRoom(SIZE * SIZE);
const cholesky =
  bestOf(15, () => {
    for (let i = 0; i < 20; i++) {
      work.set(matrix);
      if (choleskyInPlace(work, SIZE, SIZE) >= 0) throw new Error("not positive definite");
    }
  }) / 20;

const starts = Array.from({ length: ROWS }, (_, i) => 1_600_000_000_000 + i * 1_080_000);
const format = new Intl.DateTimeFormat("en-US", {
  timeZone: "Europe/Paris",
  hourCycle: "h23",
  weekday: "short",
  hour: "numeric",
  minute: "numeric",
});
const intl = bestOf(3, () => {
  for (const at of starts) format.formatToParts(at);
});
let hours = 0;
const zone = bestOf(7, () => {
  const paris = namedZone("Europe/Paris");
  for (const at of starts) hours += localTime(paris, at).hour;
});
const gate = starts.slice(0, 500).every((at) => {
  const hour = Number(format.formatToParts(at).find(({ type }) => type === "hour")!.value);
  return hour === Math.floor(localTime(namedZone("Europe/Paris"), at).hour);
});
if (!gate || hours <= 0) throw new Error("local hours differ from Intl");

const file = process.argv[2]!;
writeFileSync(file, toCsv(simulateAccount({ posts: 20_000, scenario: "real", seed: 2 })));
const [read, csvParse] = [
  await bestOfReading(async () => (await readExports([file])).rows.read),
  await bestOfReading(() => tokenised(file)),
];

async function bestOfReading(count: () => Promise<number>): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 3; i++) {
    const before = process.cpuUsage();
    if ((await count()) !== 20_000) throw new Error("not every row was read");
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

/** Rows of a CSV as arrays of text, by csv-parse with nothing asked of it. */
async function tokenised(path: string): Promise<number> {
  let rows = 0;
  const parser = parse({ from: 2, record_delimiter: "\n" });
  parser.on("data", () => rows++);
  const ended = new Promise((done, fail) => {
    parser.on("end", done);
    parser.on("error", fail);
  });
  parser.end(readFileSync(path));
  await ended;
  return rows;
}

process.stdout.write(`${JSON.stringify({ fit, cholesky, zone, intl, read, csvParse })}\n`);
