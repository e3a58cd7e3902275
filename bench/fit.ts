/**
 * Times the model by phase on simulated accounts: `node scripts/run-bundled.mjs bench/fit.ts [posts ...]`, default 100 300 1000. Each account
 * is run a few times; the first run, with a cold compiler, and the fastest are printed in milliseconds of this process.
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

const cpuMs = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

function timed(input: ModelInput): { phases: number[]; columns: number } {
  const phases: number[] = [];
  const clock = <T>(run: () => T): T => {
    const start = cpuMs();
    const result = run();
    phases.push(cpuMs() - start);
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

const sizes = process.argv.slice(2).map(Number);
for (const posts of sizes.length > 0 ? sizes : [100, 300, 1000]) {
  const input = simulatedDataset(simulateAccount({ posts, scenario: "real", seed: 1 }));
  const runs = Array.from({ length: posts > 20_000 ? 1 : 5 }, () => timed(input));
  process.stdout.write(`${posts} posts, ${runs[0]!.columns} columns\n`);
  PHASES.forEach((phase, k) => {
    const all = runs.map(({ phases }) => phases[k]!);
    const [first, best] = [all[0]!, Math.min(...all)].map((ms) => ms.toFixed(0).padStart(7));
    process.stdout.write(`  ${phase.padEnd(13)}first ${first}  best ${best}\n`);
  });
}
