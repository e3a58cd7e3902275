/**
 * Times the model by phase on simulated accounts: `node scripts/run-bundled.mjs bench/fit.ts [posts ...]`, default 100 300 1000. Each account
 * is run a few times; printed are wall and CPU milliseconds of the first run, with a cold compiler where it is the first account,
 * and of the fastest. "the goal" is what one outcome takes from the posts to its integrated posterior (prepare, design, fit,
 * integrate), "everything" all outcomes, findings and the backtest.
 */
import { designSystem } from "../src/model/design-system.ts";
import { fitOutcome } from "../src/model/fit-outcome.ts";
import { fullPosterior } from "../src/model/goal-posterior.ts";
import { fitModel, type ModelInput, prepareModel, windowLearner } from "../src/model/index.ts";
import { outcomeData } from "../src/model/outcome.ts";
import { backtest } from "../src/report/backtest.ts";
import type { AnalysisSettings } from "../src/types.ts";
import { DEFAULT_SETTINGS, simulatedDataset } from "../test/support/simulated-dataset.ts";
import { simulateAccount } from "../test/support/simulator.ts";

const PHASES = ["prepare", "design", "fit", "integrate", "all findings", "backtest"] as const;
const SETTINGS: AnalysisSettings = { ...DEFAULT_SETTINGS, goal: "likes" };

interface Cost {
  wall: number;
  cpu: number;
}

const cpuMs = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

function timed(input: ModelInput): { phases: Cost[]; columns: number } {
  const phases: Cost[] = [];
  const clock = <T>(run: () => T): T => {
    const [wall, cpu] = [performance.now(), cpuMs()];
    const result = run();
    phases.push({ wall: performance.now() - wall, cpu: cpuMs() - cpu });
    return result;
  };
  const prepared = clock(() => prepareModel(input, SETTINGS));
  const data = outcomeData(prepared.mature, "likes");
  const built = clock(() => designSystem(prepared.table, data.rows));
  const model = clock(() => fitOutcome("likes", built, data.y));
  clock(() => fullPosterior(prepared, { outcome: "likes", data, model, barred: null }));
  clock(() => fitModel(input, SETTINGS, prepared));
  const { posts, learn } = windowLearner(prepared, "likes");
  clock(() => backtest(posts, learn, { level: 0.9, outcome: "likes" }));
  return { phases, columns: built.layout.size };
}

/** The rows that are printed: single phases, and sums of some. */
const ROWS: readonly (readonly [string, readonly (typeof PHASES)[number][]])[] = [
  ...PHASES.map((phase) => [phase, [phase]] as const),
  ["the goal", ["prepare", "design", "fit", "integrate"]],
  ["everything", ["prepare", "all findings", "backtest"]],
];

const sum = (phases: readonly Cost[], names: readonly string[], kind: keyof Cost) =>
  phases.reduce((total, cost, k) => total + (names.includes(PHASES[k]!) ? cost[kind] : 0), 0);

const sizes = process.argv.slice(2).map(Number);
for (const posts of sizes.length > 0 ? sizes : [100, 300, 1000]) {
  const input = simulatedDataset(simulateAccount({ posts, scenario: "real", seed: 1 }));
  const runs = Array.from({ length: posts > 20_000 ? 1 : 5 }, () => timed(input));
  process.stdout.write(`${posts} posts, ${runs[0]!.columns} columns\n`);
  for (const [name, names] of ROWS) {
    const texts = (["wall", "cpu"] as const).map((kind) => {
      const all = runs.map(({ phases }) => sum(phases, names, kind));
      const [first, best] = [all[0]!, Math.min(...all)].map((ms) => ms.toFixed(0).padStart(7));
      return `${kind} first ${first}  best ${best}`;
    });
    process.stdout.write(`  ${name.padEnd(13)}${texts.join("   ")}\n`);
  }
}
