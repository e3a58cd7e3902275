import { prepareModel, windowLearner } from "../../src/model/index.ts";
import { backtest } from "../../src/report/backtest.ts";
import type { AnalysisSettings } from "../../src/types.ts";
import { simulatedDataset } from "../../test/support/simulated-dataset.ts";
import type { SimulatedAccount } from "../../test/support/simulator.ts";

/** The backtest of one simulated account as numbers; lifts as logs. */
export function backtestAccount(account: SimulatedAccount, settings: AnalysisSettings) {
  const prepared = prepareModel(simulatedDataset(account), settings);
  const { posts, learn } = windowLearner(prepared, settings.goal);
  const found = backtest(posts, learn, { level: settings.level, outcome: settings.goal });
  const log = (lift: number | null | undefined) => (lift == null ? null : Math.log(lift));
  return {
    backtestRejects: found?.pValue == null ? null : Number(found.pValue <= 0.1),
    backtestSlope: found?.slope ?? null,
    naiveClaimed: log(found?.naiveMethod.claimed),
    naiveRealised: log(found?.naiveMethod.realised),
  };
}
