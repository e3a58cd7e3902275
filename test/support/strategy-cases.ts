import { describe, expect, it } from "vitest";
import { judge } from "../../src/report/judge.ts";
import { strategyVerdict } from "../../src/report/strategy-verdict.ts";
import { strategies } from "../../src/strategies/index.ts";
import type {
  AdviceContext,
  AdviceText,
  Dataset,
  Fits,
  Measurement,
  NeededField,
  Post,
  Strategy,
  Verdict,
} from "../../src/types.ts";
import { estimate, finding } from "./findings.ts";
import { emptyDataset, handFits } from "./hand-fits.ts";

/** One account and what a strategy must make of it. Verdicts and subjects, never prose. */
export interface StrategyCase {
  name: string;
  /** posts of the dataset; also the mature ones, unless `fits` says otherwise */
  posts?: readonly Post[];
  fits?: Partial<Fits>;
  dataset?: Partial<Dataset>;
  verdict: Verdict;
  /** ids of the findings that were given to the judge, in any order; default: none */
  findings?: readonly string[];
  /** keys of the facts that must be there */
  facts?: readonly string[];
  /** subjects of the tests, keys of the gaps, number of habits; default: not looked at */
  tests?: readonly string[];
  gaps?: readonly string[];
  habits?: number;
  practice?: boolean;
}

/** The documents that may be cited. */
const DOCUMENTS = [
  "000_931e1c8eb27065fe.txt",
  "001_899b1b89c5195cfc.txt",
  "002_be3d05d29fbfdd38.txt",
  "003_1b26bcb4b9f317db.txt",
  "004_f1cf16dcc51a77bd.txt",
];

/** Words that the tool never says itself. */
export const FORBIDDEN =
  /\b(?:causes?|caused|guarante\w*|boost\w*|significan\w*|viral secret|proven to|will)\b/i;

/** A feature finding of the strength that the judge calls supported. */
export const strong = (key: string, over: Parameters<typeof finding>[0] | object = {}) =>
  finding({ key, label: `Label of ${key}`, posts: 31, of: 200, estimate: estimate(0.3, 0.06), ...over });

/** Its opposite. */
export const harmful = (key: string, over: object = {}) =>
  strong(key, { estimate: estimate(-0.3, 0.06), ...over });

/** One that nobody can tell from no effect. */
export const weak = (key: string, over: object = {}) =>
  strong(key, { estimate: estimate(0.01, 0.3), ...over });

/** One below the minimum. */
export const tooFew = (key: string, over: object = {}) =>
  strong(key, {
    posts: 2,
    estimate: null,
    barred: { verdict: "too-few", reason: "only two posts" },
    ...over,
  });

/** Everything every strategy must hold, and its own cases. */
export function describeStrategy(id: string, cases: readonly StrategyCase[]): void {
  const strategy = strategies.find(({ meta }) => meta.id === id)!;

  describe(id, () => {
    it("is registered, says what it is and cites the documents", () => {
      expect(strategy, id).toBeDefined();
      const { title, claim, method, limits, sources, research, needs, uses } = strategy.meta;
      for (const text of [title, claim, method, limits]) expect(text.length).toBeGreaterThan(5);
      for (const text of [title, claim, method, limits, ...research]) expect(text).not.toMatch(FORBIDDEN);
      expect(sources.length).toBeGreaterThan(0);
      for (const { document, heading } of sources) {
        expect(DOCUMENTS).toContain(document);
        expect(heading).not.toBe("");
      }
      expect(new Set([...needs, ...(uses ?? [])]).size).toBe(needs.length + (uses?.length ?? 0));
    });

    it.each(cases)("$name: $verdict", (given) => {
      const { fits, dataset } = accountOf(given);
      const measured = strategy.measure(fits, dataset);
      const judged = judge(measured.findings, fits.settings);
      const { verdict, reason } = strategyVerdict(judged, measured.standing);
      expect({ verdict, reason: reason.length > 0 }).toEqual({ verdict: given.verdict, reason: true });
      expect(measured.findings.map((each) => each.id).sort()).toEqual([...(given.findings ?? [])].sort());
      expect(measured.facts.map(({ key }) => key)).toEqual(expect.arrayContaining([...(given.facts ?? [])]));
      if (given.tests) expect(measured.tests.map(({ subject }) => subject)).toEqual(given.tests);
      if (given.gaps) expect(measured.gaps.map(({ key }) => key)).toEqual(given.gaps);
      if (given.habits !== undefined) expect(measured.habits.length).toBe(given.habits);
      if (given.practice !== undefined) expect(measured.practice !== null).toBe(given.practice);
      holdsItsTongue(measured);
      advisesFromTheFinding(strategy, measured, fits, dataset);
    });

    it("ignores what it did not declare", () => {
      for (const given of cases) {
        const { fits, dataset } = accountOf(given);
        const declared = new Set([...strategy.meta.needs, ...(strategy.meta.uses ?? [])]);
        const blank = blanked(declared, fits, dataset);
        expect(strategy.measure(blank.fits, blank.dataset), given.name).toEqual(
          strategy.measure(fits, dataset),
        );
      }
    });
  });
}

/** The fits and the dataset of a case. */
export function accountOf({ posts = [], fits, dataset }: StrategyCase): { fits: Fits; dataset: Dataset } {
  const counts = { ...handFits().counts, total: posts.length, mature: posts.length };
  return {
    fits: handFits({ mature: posts, ...(posts.length > 0 ? { counts } : {}), ...fits }),
    dataset: emptyDataset({ posts, ...dataset }),
  };
}

function holdsItsTongue({ facts, habits, tests, gaps, practice, standing }: Measurement): void {
  const spoken: AdviceText[] = [...habits, ...tests, ...gaps, ...(practice ? [practice] : [])];
  for (const { title, action, why, next } of spoken) {
    for (const text of [title ?? "-", action, why, next]) {
      expect(text).not.toBe("");
      expect(text).not.toMatch(FORBIDDEN);
    }
  }
  for (const text of [...facts.map((fact) => fact.text), standing?.reason ?? "-"]) {
    expect(text).not.toMatch(FORBIDDEN);
    expect(text).not.toMatch(/NaN|undefined|null|Infinity/);
  }
  expect(new Set(facts.map(({ key }) => key)).size).toBe(facts.length);
}

/** Advice is made in every kind or in none, with the numbers of the finding: other numbers give another text. */
function advisesFromTheFinding(
  strategy: Strategy,
  measured: Measurement,
  fits: Fits,
  dataset: Dataset,
): void {
  for (const each of measured.findings) {
    if (!each.estimate) continue;
    for (const kind of ["do", "stop", "test"] as const) {
      const context: AdviceContext = {
        kind,
        fits,
        dataset,
        expected: null,
        postsPerArm: kind === "test" ? 43 : null,
      };
      const sign = kind === "stop" ? -1 : 1;
      const say = (mean: number, posts: number) => {
        const changed = { ...each, posts, estimate: estimate(sign * mean, 0.05) };
        return strategy.advise(judge([changed], fits.settings)[0]!, context);
      };
      const said = say(0.31, 37);
      if (!said) continue;
      for (const text of [said.action, said.why, said.next]) {
        expect(text).not.toBe("");
        expect(text).not.toMatch(FORBIDDEN);
        expect(text).not.toMatch(/NaN|undefined|null|Infinity/);
      }
      expect(said.why).toContain("37");
      expect(said.why).not.toBe(say(0.52, 37)?.why);
      expect(say(0.31, 58)?.why).toContain("58");
      if (kind === "test") expect(said.next).toContain("43");
    }
  }
}

const COUNTS = ["views", "likes", "comments", "shares", "saves"] as const;

/** The account with every field blanked that a strategy did not declare; the goal's own count is always declared. */
function blanked(declared: ReadonlySet<NeededField>, fits: Fits, dataset: Dataset) {
  const has = (field: NeededField) => declared.has(field);
  const empty = (post: Post): Post => ({
    ...post,
    ...Object.fromEntries(
      COUNTS.filter((count) => !has(count) && count !== fits.goal).map((count) => [count, null]),
    ),
    title: has("title") || has("hashtags") ? post.title : null,
    hashtags: has("title") || has("hashtags") ? post.hashtags : [],
    postedAt: has("postedAt") ? post.postedAt : null,
    precision: has("postedAt") ? post.precision : "day",
    durationSeconds: has("durationSeconds") ? post.durationSeconds : null,
    photo: has("photo") ? post.photo : null,
    ...(has("sound") ? {} : { sound: null, soundId: null, soundKey: null, soundOrigin: null }),
    labels: has("labels") ? post.labels : {},
    averageWatchSeconds: has("averageWatchSeconds") ? post.averageWatchSeconds : null,
    completionRate: has("completionRate") ? post.completionRate : null,
    newFollowers: null,
    snapshots: has("snapshots") ? post.snapshots : [],
  });
  const { context } = dataset;
  const days = has("newFollowers") || has("followers") ? context.days : [];
  return {
    fits: { ...fits, mature: fits.mature.map(empty) },
    dataset: {
      ...dataset,
      posts: dataset.posts.map(empty),
      context: {
        days,
        followerActivity: has("followerActivity") ? context.followerActivity : null,
        gender: has("gender") ? context.gender : [],
        territories: has("territories") ? context.territories : [],
        families: [],
      },
    },
  };
}
