import type { AccountMeasures } from "./measure-account.ts";

/** The accounts that were measured, by cell name. */
export type Measured = ReadonlyMap<string, readonly AccountMeasures[]>;

/** A ratio of sums over accounts, with its standard error (linearised), and the accounts it rests on. */
export interface Value {
  value: number;
  error: number;
  accounts: number;
}

/** One line of the table of acceptance figures for one cell. */
export interface Bar {
  measure: string;
  cell: string;
  /** what the figure is computed from: sum of `over` divided by sum of `under` (default: the number of accounts) */
  over: string;
  under?: string;
  low?: number;
  high?: number;
  /** what the reference implementation reached, as MODEL.md prints it */
  reached: string;
}

/** Ratio of two sums over the accounts where both are known; null without any, or with a denominator of 0. */
export function ratio(accounts: readonly AccountMeasures[], over: string, under?: string): Value | null {
  const pairs = accounts.flatMap((account) => {
    const a = account[over];
    const b = under === undefined ? 1 : account[under];
    return a == null || b == null ? [] : [[a, b] as const];
  });
  const total = pairs.reduce((sum, [, b]) => sum + b, 0);
  if (pairs.length === 0 || total === 0) return null;
  const value = pairs.reduce((sum, [a]) => sum + a, 0) / total;
  const squares = pairs.reduce((sum, [a, b]) => sum + (a - value * b) ** 2, 0);
  return { value, error: Math.sqrt(squares) / Math.abs(total), accounts: pairs.length };
}

/** Whether a value keeps its bar, two standard errors allowed: the empirical one, or for shares the binomial one at the bar. */
export function keepsBar({ value, error, accounts }: Value, bar: Bar): boolean {
  const slack = (edge: number) => {
    const binomial =
      bar.under === undefined && edge > 0 && edge < 1 ? Math.sqrt((edge * (1 - edge)) / accounts) : 0;
    return 2 * Math.max(error, binomial) + 1e-12;
  };
  if (bar.low !== undefined && value < bar.low - slack(bar.low)) return false;
  return !(bar.high !== undefined && value > bar.high + slack(bar.high));
}

type Edge = { low?: number; high?: number } | null;
const SIZES = [30, 100, 300, 1000] as const;
const upTo = (high: number | null): Edge => (high === null ? null : { high });
const atLeast = (low: number | null): Edge => (low === null ? null : { low });
const within = (low: number, high: number): Edge => ({ low, high });

/** One measure of one scenario at the four sizes; an edge of null leaves a size out. */
function row(
  measure: string,
  scenario: string,
  fraction: string | readonly [string, string],
  edges: readonly Edge[],
  reached: readonly string[] = [],
): Bar[] {
  const [over, under] = typeof fraction === "string" ? [fraction, undefined] : fraction;
  return SIZES.flatMap((size, i) => {
    const edge = edges.length === 1 ? edges[0] : edges[i];
    if (!edge) return [];
    return {
      measure,
      cell: `${scenario}-${size}`,
      over,
      under,
      ...edge,
      reached: reached[i] ?? reached[0] ?? "-",
    };
  });
}

const at300 = (edge: Edge): Edge[] => [null, null, edge, null];

/** The acceptance figures of MODEL.md section 10 that simulated accounts decide. */
export const BARS: readonly Bar[] = [
  ...row("any window supported", "null", "windowClaimed", [0.03, 0.03, 0.04, 0.05].map(upTo), [
    ".01",
    ".00",
    ".00",
    ".01",
  ]),
  ...row("any window supported", "nullshift", "windowClaimed", at300(upTo(0.04)), [".01"]),
  ...row("any hashtag claimed", "null", "tagClaimed", [upTo(0.02)], ["<= .01"]),
  ...row("any sound claimed", "null", "soundClaimed", [upTo(0.05)], [".02"]),
  ...row("group:library claimed", "null", "libraryClaimed", [upTo(0.09)], [".07"]),
  ...row("any length claimed", "null", "lengthClaimed", [upTo(0.08)], [".06"]),
  ...row(
    "any useless feature claimed (views)",
    "null",
    "featureClaimed",
    [upTo(0.12)],
    [".05", ".05", ".06", ".11"],
  ),
  ...row(
    "call to action claimed (like rate)",
    "null",
    "askClaimed",
    [upTo(0.08)],
    [".00", ".02", ".04", ".06"],
  ),
  ...row("any window supported", "real", "windowClaimed", [null, null, 0.03, 0.18].map(atLeast), [
    ".01",
    ".01",
    ".07",
    ".31",
  ]),
  ...row(
    "regret / regret of plain averages",
    "real",
    ["regret", "plainRegret"],
    [1, 0.82, 0.75, 0.58].map(upTo),
    [".91", ".74", ".66", ".45"],
  ),
  ...row(
    "coverage of cells",
    "real",
    ["cellsCovered", "cellsOf"],
    [within(0.87, 0.99)],
    [".94", ".95", ".93", ".92"],
  ),
  ...row(
    "coverage of the top 3 cells",
    "real",
    ["topCovered", "topOf"],
    [atLeast(0.84)],
    [".93", ".95", ".90", ".91"],
  ),
  ...row(
    "predicted / actual, top 3 cells",
    "real",
    ["topPredicted", "topActual"],
    [null, 2, 1.7, 1.35].map(upTo),
    ["-", "1.6", "1.4", "1.1"],
  ),
  ...row(
    "predicted / actual, supported entries",
    "real",
    ["entriesPredicted", "entriesActual"],
    [null, null, 1.7, 1.7].map(upTo),
    ["1.1-1.7"],
  ),
  ...row(
    "supported cells no better than the habit",
    "real",
    "falseCellShare",
    [null, null, 0.15, 0.15].map(upTo),
    [".08"],
  ),
  ...row("accounts with a hashtag to use", "real", "tagToUse", [null, null, 0.22, 0.62].map(atLeast), [
    ".01",
    ".05",
    ".33",
    ".81",
  ]),
  ...row("hashtag false share", "real", "tagFalse", [0.03, 0.03, 0.07, 0.18].map(upTo), [
    ".00",
    ".00",
    ".03",
    ".14",
  ]),
  ...row(
    "the same, topic's own tags not counted",
    "real",
    "tagFalseButTopic",
    [upTo(0.07)],
    [".00", ".00", ".01", ".05"],
  ),
  ...["real", "typical"].flatMap((scenario) => [
    ...row("coverage of hashtags", scenario, ["tagsCovered", "tagsOf"], [within(0.87, 0.98)], [".91-.94"]),
    ...row("coverage of sounds", scenario, ["soundsCovered", "soundsOf"], [atLeast(0.76)], [".80-.88"]),
    ...row(
      "coverage of lengths",
      scenario,
      ["lengthsCovered", "lengthsOf"],
      [within(0.87, 0.99)],
      [".93-.97"],
    ),
    ...row("coverage of the call to action", scenario, "askCovered", [within(0.82, 0.98)], [".86-.95"]),
    ...row(
      "predicted / actual, claimed hashtags",
      scenario,
      ["tagsPredicted", "tagsActual"],
      [null, null, 1.5, 1.4].map(upTo),
      ["1.1-1.3"],
    ),
  ]),
  ...row(
    "coverage of group:library",
    "real",
    "libraryCovered",
    [within(0.84, 0.99)],
    [".92", ".91", ".92", ".91"],
  ),
  ...row("group:library claimed", "real", "libraryClaimed", [null, 0.11, 0.35, 0.45].map(atLeast), [
    ".06",
    ".19",
    ".46",
    ".60",
  ]),
  ...row("group:library with the true sign", "real", "libraryRight", [atLeast(0.95)], ["1.00"]),
  ...row("any length claimed", "real", "lengthClaimed", [null, 0.2, 0.42, 0.65].map(atLeast), [
    ".06",
    ".30",
    ".54",
    ".81",
  ]),
  ...row("lengths claimed with the wrong sign", "real", "lengthWrong", [upTo(0.04)], [".01"]),
  ...row("call to action found (like rate)", "real", "askFound", [null, 0.12, 0.5, 0.92].map(atLeast), [
    ".02",
    ".21",
    ".62",
    ".99",
  ]),
  ...row("any window supported", "typical", "windowClaimed", [null, null, 0.18, 0.55].map(atLeast), [
    ".01",
    ".04",
    ".31",
    ".75",
  ]),
  ...row("supported cells no better than the habit", "typical", "falseCellShare", [upTo(0.05)], ["<= .03"]),
  ...row(
    "regret / regret of plain averages",
    "typical",
    ["regret", "plainRegret"],
    [0.88, 0.75, 0.56, 0.42].map(upTo),
    [".76", ".65", ".45", ".24"],
  ),
  ...["shift", "viral", "topic", "strong"].flatMap((scenario) =>
    row("regret / regret of plain averages", scenario, ["regret", "plainRegret"], at300(upTo(0.62)), [
      ".34-.52",
    ]),
  ),
  ...row(
    "coverage of cells",
    "typical",
    ["cellsCovered", "cellsOf"],
    [atLeast(0.72)],
    [".79", ".78", ".81", ".85"],
  ),
  ...row("coverage of cells", "strong", ["cellsCovered", "cellsOf"], at300(atLeast(0.62)), ["-"]),
  ...row(
    "predicted / actual, top 3 cells",
    "typical",
    ["topPredicted", "topActual"],
    [within(0.55, 1.15)],
    [".74", ".69", ".74", ".87"],
  ),
  ...row("hashtag false share", "typical", "tagFalse", [0.03, 0.03, 0.05, 0.17].map(upTo), [
    ".00",
    ".00",
    ".02",
    ".11",
  ]),
  ...["viral", "shift", "strong"].flatMap((scenario) =>
    row("hashtag false share", scenario, "tagFalse", at300(upTo(0.08)), ["<= .04"]),
  ),
  ...row("the same, topic's own tags not counted", "topic", "tagFalseButTopic", at300(upTo(0.07)), [".02"]),
  ...row("hashtag false share, by the letter", "topic", "tagFalse", at300(upTo(0.42)), [".27"]),
  ...row("backtest: p <= .10", "null", "backtestRejects", at300(upTo(0.14)), [".07"]),
  ...row("backtest: p <= .10", "typical", "backtestRejects", at300(atLeast(0.2)), [".33"]),
  ...row("best average hour: log claimed", "null", "naiveClaimed", at300(atLeast(Math.log(1.3))), ["> .26"]),
  ...row(
    "best average hour: log realised",
    "null",
    "naiveRealised",
    at300(within(Math.log(0.85), Math.log(1.15))),
    ["-.16-.14"],
  ),
];
