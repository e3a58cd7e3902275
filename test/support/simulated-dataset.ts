import { DEFAULT_SETTINGS as DEFAULTS } from "../../src/advise.ts";
import type { AnalysisSettings, Dataset } from "../../src/types.ts";
import type { SimulatedAccount } from "./simulator.ts";

/** The settings of a run without flags, but on views: the outcome the simulator plants its effects on. */
export const DEFAULT_SETTINGS: AnalysisSettings = { ...DEFAULTS, goal: "views", synthetic: true };

/** A simulated account as the reader would hand it on. `activity`: with follower activity by hour. */
export function simulatedDataset(simulated: SimulatedAccount, { activity = false } = {}): Dataset {
  const n = simulated.posts.length;
  const ledger = { read: n, used: n, merged: 0, dropped: 0, other: 0 };
  return {
    posts: [...simulated.posts].sort((a, b) => a.sortAt! - b.sortAt! || (a.key < b.key ? -1 : 1)),
    accounts: [simulated.account],
    account: simulated.account,
    files: [{ name: "simulated.csv", format: "apify", ...ledger }],
    rows: ledger,
    columns: [],
    warnings: [],
    context: {
      days: [],
      followerActivity: activity ? simulated.followerActivity : null,
      gender: [],
      territories: [],
      families: activity ? ["studio-follower-activity"] : [],
    },
    zone: simulated.zone,
    zoneSource: "flag",
    asOf: simulated.endAt,
    inputs: [],
  };
}
