import { describe, expect, test } from "vitest";
import { advise } from "../src/advise.ts";
import { reportSchema } from "../src/report/schema.ts";
import { strategies } from "../src/strategies/index.ts";
import type { AnalysisSettings, Dataset, Post, Report } from "../src/types.ts";
import { emptyDataset } from "./support/hand-fits.ts";
import { DEFAULT_SETTINGS, simulatedDataset } from "./support/simulated-dataset.ts";
import { type Scenario, simulateAccount } from "./support/simulator.ts";

const meta = { generatedAt: "2026-01-01T00:00:00Z", inputs: [] };
const tool = { name: "tiktok-advisor" as const, version: "0.0.0" };
const run = (dataset: Dataset, settings: Partial<AnalysisSettings> = {}): Report =>
  advise(dataset, { ...DEFAULT_SETTINGS, goal: "likes", ...settings }, { tool, meta, strict: true });
const simulated = (posts: number, seed = 7, scenario: Scenario = "typical") =>
  simulatedDataset(simulateAccount({ seed, posts, scenario }), { activity: true });
const mapped = (dataset: Dataset, change: (post: Post) => Partial<Post>): Dataset => ({
  ...dataset,
  posts: dataset.posts.map((post) => ({ ...post, ...change(post) })),
});
const dateOnly = (dataset: Dataset) =>
  mapped(dataset, ({ postedOn }) => ({
    postedAt: null,
    precision: "day",
    sortAt: Date.parse(`${postedOn}T12:00:00Z`),
  }));

const medium = simulated(90);
let usual: Report | null = null;
/** The report of the medium account without flags, made once. */
const mediumReport = () => {
  usual ??= run(medium);
  return usual;
};
test("a backtest that is missing says how many posts there are", () => {
  const { data } = run(simulated(40));
  const because = data.missing.find(({ analysis }) => analysis === "backtest")?.because;
  expect(because).toMatch(/^It needs 60 settled posts .*\. There are \d\d\.$/);
  expect(because).toContain(` ${data.posts.mature}.`);
});

const DATASETS: [name: string, dataset: Dataset, settings?: Partial<AnalysisSettings>][] = [
  ["no post at all", { ...emptyDataset(), asOf: null }],
  ["one post", simulated(1)],
  ["five posts", simulated(5)],
  [
    "only young posts",
    mapped(simulated(40), ({ snapshotAt }) => ({ postedAt: snapshotAt - 1e6, sortAt: snapshotAt - 1e6 })),
  ],
  ["twenty posts", simulated(20)],
  ["a medium account", medium],
  ["a medium account by views", medium, { goal: "views" }],
  ["a medium account by saves, narrowed", medium, { goal: "saves", since: "400d", level: 0.8, perWeek: 3 }],
  ["no views", mapped(medium, () => ({ views: null }))],
  ["no likes though they are the goal", mapped(medium, () => ({ likes: null }))],
  ["days without hours", dateOnly(medium)],
  [
    "no captions, tags, sounds and lengths",
    mapped(medium, () => ({
      title: null,
      hashtags: [],
      hashtagLabels: [],
      soundKey: null,
      soundId: null,
      sound: null,
      soundOrigin: null,
      durationSeconds: null,
      photo: null,
    })),
  ],
  [
    "undated posts among the others",
    mapped(medium, ({ line }) =>
      line! % 5 === 0 ? { postedAt: null, postedOn: null, sortAt: null, precision: "unknown" } : {},
    ),
  ],
  [
    "all posts at one time",
    mapped(medium, () => ({
      postedAt: medium.asOf! - 1e9,
      sortAt: medium.asOf! - 1e9,
      postedOn: "2025-06-18",
    })),
  ],
  [
    "all posts within an hour",
    mapped(medium, ({ line }) => ({
      postedAt: medium.asOf! - 1e9 + line! * 40_000,
      sortAt: medium.asOf! - 1e9 + line! * 40_000,
      postedOn: "2025-06-18",
    })),
  ],
  ["all counts zero", mapped(medium, () => ({ views: 0, likes: 0, comments: 0, shares: 0, saves: 0 }))],
  ["all counts equal", mapped(medium, () => ({ views: 900, likes: 90, comments: 9, shares: 9, saves: 9 }))],
  ["huge counts", mapped(medium, ({ views, likes }) => ({ views: views! * 1e9, likes: likes! * 1e9 }))],
  [
    "labels",
    {
      ...mapped(medium, ({ line }) => ({
        labels: { hook: line! % 2 ? "question" : "story", energy: String(line! % 11) },
      })),
    },
    { labels: ["hook", "energy"] },
  ],
];

const KEYS = [
  ...[
    "schemaVersion",
    "tool",
    "meta",
    "settings",
    "data",
    "baseline",
    "model",
    "windows",
    "hashtags",
    "sounds",
  ],
  ...[
    "features",
    "duration",
    "consistency",
    "momentum",
    "backtest",
    "recommendations",
    "experiments",
    "strategies",
  ],
];

describe("a report for every dataset", () => {
  test.each(DATASETS.map(([name, dataset, settings = {}]) => ({ name, dataset, settings })))(
    "$name",
    ({ dataset, settings }) => {
      const report = run(dataset, settings);
      // JSON has no NaN: what parses back unchanged had none
      const text = JSON.stringify(report);
      expect(JSON.parse(text)).toEqual(report);
      expect(reportSchema.parse(report)).toEqual(report);
      expect(Object.keys(report)).toEqual(KEYS);
      expect(report.windows.grid.map(({ weekday, hour }) => (weekday - 1) * 24 + hour)).toEqual([
        ...Array(168).keys(),
      ]);
      expect(report.strategies.map(({ id }) => id)).toEqual(strategies.map(({ meta: { id } }) => id));
      for (const { verdict, reason } of report.strategies) {
        expect(verdict).not.toBe("error");
        expect(reason).toMatch(/\S.*[.!?]$/);
      }
      for (const section of ["duration", "consistency", "momentum", "backtest"] as const) {
        if (report[section] === null) {
          expect(report.data.missing.find(({ analysis }) => analysis === section)?.because).toMatch(/\S/);
        }
      }
      const ids = report.recommendations.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(report.recommendations.map(({ rank }) => rank)).toEqual(ids.map((_, i) => i + 1));
      for (const { id, kind, evidence, strategy } of report.recommendations) {
        expect(id).toBe(`${kind}/${evidence[0] ?? strategy}`);
      }
    },
  );

  test("too few posts allow no claim, but what can be said is said", () => {
    const report = run(simulated(20));
    const claims = ["do", "stop"];
    expect(report.recommendations.filter(({ kind }) => claims.includes(kind))).toEqual([]);
    expect(report.windows.verdict).toBe("too-few");
    expect(report.windows.grid.every(({ verdict }) => verdict === "too-few")).toBe(true);
    expect(report.recommendations.length).toBeGreaterThan(0);
  });

  test("without hours windows are not in the data, and the way to get them is told", () => {
    const report = run(dateOnly(medium));
    expect(report.windows.verdict).toBe("not-in-data");
    expect(report.data.missing.some(({ analysis }) => analysis === "windows")).toBe(true);
    expect(report.data.posts).toMatchObject({ withHour: 0, dateOnly: 90 });
  });

  test("what bars the goal or its windows bars the backtest", () => {
    const rare = mapped(simulated(150), ({ line, saves }) => ({ saves: line! % 3 === 0 ? saves! + 1 : 0 }));
    const report = run(rare, { goal: "saves" });
    expect(report.backtest).toBeNull();
    expect(report.data.missing.find(({ analysis }) => analysis === "backtest")?.because).toBe(
      "More than half of the posts have no saves.",
    );

    const dense = simulated(150);
    const start = dense.asOf! - 24 * 86_400_000;
    const short = mapped(dense, ({ line }) => {
      const at = start + Math.round((line! / 150) * 20 * 86_400_000);
      return { postedAt: at, sortAt: at, postedOn: new Date(at).toISOString().slice(0, 10) };
    });
    expect(run(short).backtest).toMatchObject({ verdict: "too-few" });
    expect(run(short).windows.verdict).toBe("too-few");
  });

  test("without the goal's count the missing export comes first", () => {
    const report = run(mapped(medium, () => ({ likes: null })));
    expect(report.model.outcomes.some(({ outcome }) => outcome === "likes")).toBe(false);
    expect(report.recommendations[0]).toMatchObject({ kind: "data", verdict: "not-in-data" });
  });
});

describe("same input, same bytes", () => {
  test("whatever the order of the rows", () => {
    const dataset = simulated(60, 3);
    const text = JSON.stringify(run(dataset));
    expect(JSON.stringify(run(dataset))).toBe(text);
    // the reader sorts; even if it did not, nothing may depend on it
    expect(JSON.stringify(run({ ...dataset, posts: [...dataset.posts].reverse() }))).toBe(text);
    const mixed = [...dataset.posts].sort((a, b) => (a.key.slice(-6) < b.key.slice(-6) ? -1 : 1));
    expect(JSON.stringify(run({ ...dataset, posts: mixed }))).toBe(text);
  });

  test("numbers have at most six significant digits", () => {
    const numbers = JSON.stringify(mediumReport()).match(/-?\d+\.\d+(e-?\d+)?/g)!;
    expect(numbers.length).toBeGreaterThan(500);
    for (const number of numbers) expect(Number(Number(number).toPrecision(6))).toBe(Number(number));
  });
});

describe("settings", () => {
  test("since and until narrow posts, span and fits, never the ledger", () => {
    const days = medium.posts.map(({ postedOn }) => postedOn!);
    const [since, until] = [days[15]!, days[74]!];
    const report = run(medium, { since, until });
    expect(report.settings).toMatchObject({ since, until });
    expect(report.data.span).toEqual({ from: since, to: until });
    expect(report.data.posts.total).toBe(days.filter((day) => day >= since && day <= until).length);
    expect(report.data.rows).toEqual(mediumReport().data.rows);
    expect(report.model.outcomes[0]!.posts).toBeLessThan(90);
  });

  test("a span before as-of becomes a day", () => {
    expect(run(simulated(5), { since: "30d" }).settings.since).toBe("2025-05-31");
  });

  test("the interval grows with the level, and nothing else moves", () => {
    const [narrow, wide] = [run(medium, { level: 0.8 }), mediumReport()];
    narrow.windows.grid.forEach((cell, i) => {
      const other = wide.windows.grid[i]!;
      expect(other.low!).toBeLessThanOrEqual(cell.low!);
      expect(other.high!).toBeGreaterThanOrEqual(cell.high!);
      expect(other.effect).toEqual(cell.effect);
      expect(other.probability).toBe(cell.probability);
    });
  });
});

test("what is planted is found and advised; what is not, is not", () => {
  const found = run(simulated(300, 5, "strong"), { goal: "likes" });
  expect(found.strategies.find(({ id }) => id === "calls-to-action")!.verdict).toBe("supported");
  expect(found.recommendations.map(({ id }) => id)).toContain("do/features/call-to-action:like");
  const dull = run(simulated(300, 2, "null"), { goal: "likes" });
  expect(dull.recommendations.filter(({ kind }) => kind === "do" || kind === "stop")).toEqual([]);
});
