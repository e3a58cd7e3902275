import type {
  AdviceText,
  CellFinding,
  Dataset,
  Finding,
  Fits,
  Measurement,
  Outcome,
  Strategy,
  StrategyMeta,
  WindowFinding,
} from "../../src/types.ts";
import { fixedZone } from "../../src/zone.ts";
import { finding } from "./findings.ts";
import { DEFAULT_SETTINGS } from "./simulated-dataset.ts";

const band = (median: number) => ({ median, low: median / 3, high: median * 3, level: 0.8 });

/** Fits as the model might give them for 200 posts, with whatever findings a test wants. */
export function handFits(over: Partial<Fits> = {}): Fits {
  return {
    goal: "likes",
    settings: { ...DEFAULT_SETTINGS, goal: "likes" },
    plan: 4,
    counts: { total: 210, mature: 200, young: 10, withHour: 200, dateOnly: 0, scheduled: 0, promoted: 0 },
    mature: [],
    outcomes: (["likes", "likeRate", "commentRate"] as Outcome[]).map((outcome) => ({
      outcome,
      posts: 200,
      residualSd: 1,
      nu: 4,
      downweighted: 2,
      parts: [{ part: "hour", sd: 0.1, shareOfVariance: 0.01 }],
      perPostVariance: 0.7,
    })),
    barred: {},
    windows: { barred: null, habit: [], cells: cells(), best: [], eligible: [], audience: null },
    hashtags: [],
    sounds: [],
    features: [],
    duration: null,
    matters: null,
    baseline: {
      perPost: { likeRate: band(0.08), likes: band(500), comments: band(10) },
      bigHit: { factor: 5, share: 0.1, oneIn: 10 },
      trend: { perMonth: { ratio: 1.02, low: 0.9, high: 1.1 } },
    },
    consistency: null,
    momentum: null,
    snowball: null,
    missing: [],
    ...over,
  };
}

function cells(): CellFinding[] {
  return Array.from({ length: 168 }, (_, i) => {
    const [weekday, hour] = [Math.floor(i / 24), i % 24];
    return {
      ...finding({ key: `${weekday + 1}-${hour}`, section: "grid", rule: "cell" }),
      weekday,
      hour,
      eligible: true,
    };
  });
}

/** A window finding on weekdays 0 = Monday. */
export function windowFinding(
  weekdays: number[],
  startHour: number,
  over: Partial<Finding> = {},
): WindowFinding {
  const key = `${weekdays.map((day) => day + 1).join(".")}-${startHour}`;
  return {
    ...finding({ key, section: "windows", rule: "window", ...over }),
    weekdays,
    startHour,
    endHour: startHour + 3,
    nextAt: Date.UTC(2026, 0, 5, startHour),
  };
}

/** A dataset without posts: enough where the fits are given. */
export function emptyDataset(over: Partial<Dataset> = {}): Dataset {
  const ledger = { read: 0, used: 0, merged: 0, dropped: 0, other: 0 };
  return {
    posts: [],
    accounts: [],
    account: null,
    files: [],
    rows: ledger,
    columns: [],
    warnings: [],
    context: { days: [], followerActivity: null, gender: [], territories: [], families: [] },
    zone: fixedZone(0),
    zoneSource: "flag",
    asOf: Date.UTC(2026, 0, 1),
    inputs: [],
    ...over,
  };
}

const NOTHING: Measurement = {
  findings: [],
  standing: { verdict: "unclear", reason: "Nothing was judged." },
  facts: [],
  habits: [],
  tests: [],
  gaps: [],
  practice: null,
};

/** Words of a strategy that only repeat what they were asked about. */
export const words = (subject: string): AdviceText => ({
  title: `Title ${subject}`,
  action: `Action ${subject}`,
  why: `Why ${subject}`,
  next: `Next ${subject}`,
});

/** A strategy that measures what a test gives it. */
export function handStrategy(
  id: string,
  measurement: Partial<Measurement>,
  over: Partial<StrategyMeta> & { advise?: Strategy["advise"] } = {},
): Strategy {
  const { advise, ...meta } = over;
  return {
    meta: {
      id,
      title: `Title of ${id}`,
      claim: "A claim",
      method: "A method",
      limits: "A limit",
      needs: [],
      sources: [{ document: "000_931e1c8eb27065fe.txt", heading: "A heading" }],
      effort: "low",
      outcome: "goal",
      research: [],
      ...meta,
    },
    measure: () => ({ ...NOTHING, ...measurement }),
    advise: advise ?? ((judged, { kind }) => words(`${kind} ${judged.id}`)),
  };
}
