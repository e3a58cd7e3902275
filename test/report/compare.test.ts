import { describe, expect, test } from "vitest";
import { type CompareSide, compare } from "../../src/report/compare.ts";
import { compareSchema } from "../../src/report/schema.ts";
import type { CompareDocument, Dataset, Recommendation, Report } from "../../src/types.ts";
import { isoUtc } from "../../src/zone.ts";
import { exportOf, plantTag } from "../support/plant-tag.ts";
import { sampleEffect } from "../support/sample-effect.ts";
import { richReport } from "../support/sample-report.ts";
import { simulatedDataset } from "../support/simulated-dataset.ts";
import { simulateAccount } from "../support/simulator.ts";

const options = { tool: richReport().tool, meta: richReport().meta, trends: [] };
const TAG = "#planted";

function advice(kind: Recommendation["kind"], evidence: string): Recommendation {
  const [first] = richReport().recommendations;
  return {
    ...first!,
    id: `${kind}/${evidence}`,
    kind,
    evidence: [evidence],
    verdict: kind === "stop" ? "opposed" : "supported",
  };
}

function reportOf(dataset: Dataset, over: Partial<Report> = {}): Report {
  const report = richReport();
  return {
    ...report,
    settings: { ...report.settings, asOf: isoUtc(dataset.asOf!) },
    data: { ...report.data, posts: { ...report.data.posts, total: dataset.posts.length } },
    ...over,
  };
}

/** A year of posts, an export in the middle and one at the end, with advice in between. */
function year(
  seed: number,
  plant: { before: number; after: number; lift: number },
  kind: "do" | "stop" = "do",
) {
  const account = simulateAccount({ seed, posts: 300, scenario: "null" });
  const whole = simulatedDataset(account);
  const first = whole.posts[0]!.sortAt!;
  const middle = first + (whole.asOf! - first) / 2;
  const newer = plantTag(whole, {
    key: TAG,
    from: middle,
    shareBefore: plant.before,
    shareAfter: plant.after,
    lift: plant.lift,
    seed: seed + 1000,
  });
  const older = exportOf(newer, middle);
  const report = reportOf(older, { recommendations: [advice(kind, `hashtags/${TAG}`)], experiments: [] });
  return {
    older: { name: "older", report, dataset: older },
    newer: { name: "newer", report: reportOf(newer), dataset: newer },
  };
}
const run = (sides: { older: CompareSide; newer: CompareSide }): CompareDocument =>
  compare(sides.older, sides.newer, options);

describe("advice", () => {
  test("a creator who follows useful advice: followed, and the interval covers what was planted", () => {
    const seeds = [1, 2, 3, 4, 5, 6, 7, 8];
    let covered = 0;
    let supported = 0;
    for (const seed of seeds) {
      const [entry] = run(year(seed, { before: 0.1, after: 0.5, lift: 1.8 })).advice;
      expect(entry).toMatchObject({ id: `do/hashtags/${TAG}`, kind: "do", followed: true });
      expect(entry!.share!).toBeGreaterThan(0.35);
      expect(entry!.shareBefore!).toBeLessThan(0.2);
      const { low, high, verdict, outcome } = entry!.paid!;
      expect(outcome).toBe("likes");
      if (low! <= 1.8 && high! >= 1.8) covered++;
      if (verdict === "supported") supported++;
      expect(["supported", "unclear"]).toContain(verdict);
    }
    expect(covered).toBeGreaterThanOrEqual(6);
    expect(supported).toBeGreaterThanOrEqual(6);
  });

  test("one who ignores it: not followed", () => {
    for (const seed of [11, 12, 13, 14]) {
      const [entry] = run(year(seed, { before: 0.2, after: 0.2, lift: 1.8 })).advice;
      expect(entry!.followed).toBe(false);
      expect(entry!.reason).toContain("not clearly more");
    }
  });

  test("one who follows useless advice: followed, not proven", () => {
    let proven = 0;
    for (const seed of [21, 22, 23, 24, 25, 26, 27, 28]) {
      const [entry] = run(year(seed, { before: 0.1, after: 0.5, lift: 1 })).advice;
      expect(entry!.followed).toBe(true);
      if (entry!.paid!.verdict === "supported") proven++;
    }
    expect(proven).toBeLessThanOrEqual(1);
  });

  test("stop is followed by using it less, and pays where leaving it helps", () => {
    const [entry] = run(year(31, { before: 0.8, after: 0.4, lift: 0.5 }, "stop")).advice;
    expect(entry!.followed).toBe(true);
    expect(entry!.share!).toBeLessThan(entry!.shareBefore!);
    expect(entry!.paid!.lift).toBeGreaterThan(1.3);
    const [ignored] = run(year(32, { before: 0.5, after: 0.5, lift: 0.5 }, "stop")).advice;
    expect(ignored!.followed).toBe(false);
  });

  test("windows, lengths, sounds and captions are seen on posts too; what no post shows is null with a reason", () => {
    const sides = year(41, { before: 0.1, after: 0.5, lift: 1 });
    const ids = [
      ...[
        "windows/1.2.3-18",
        "duration/30",
        "sounds/group:library",
        "features/call-to-action:like",
        "features/tag-count",
      ],
      ...["features/no-such", "consistency"],
    ];
    sides.older.report.recommendations = [
      ...ids.map((id) => advice("do", id)),
      { ...advice("practice", "x"), evidence: [] },
      { ...advice("data", "x"), evidence: [], strategy: "early-momentum" },
      advice("habit", "consistency"),
    ];
    const found = run(sides).advice;
    for (const entry of found.slice(0, 5)) {
      expect(entry.of).toBeGreaterThan(100);
      expect(entry.posts!).toBeGreaterThan(0);
      expect(entry.share).toBeCloseTo(entry.posts! / entry.of!, 5);
    }
    for (const entry of found.slice(5)) {
      expect(entry).toMatchObject({ followed: null, share: null, posts: null, of: null, paid: null });
      expect(entry.reason).toMatch(/[.]$/);
    }
    expect(found[8]!.reason).toBe("It is still missing.");
  });

  test("few posts on one side: too few to say", () => {
    const [entry] = run(year(51, { before: 0.1, after: 1, lift: 1.5 })).advice;
    expect(entry!.followed).toBe(true);
    expect(entry!.paid).toMatchObject({ verdict: "too-few", effect: null, lift: null });
  });
});

describe("sides", () => {
  const sides = year(61, { before: 0.1, after: 0.5, lift: 1.5 });

  test("follow the schema, with settings of the newer side", () => {
    const document = run(sides);
    expect(compareSchema.parse(document)).toEqual(document);
    expect(document.older).toEqual({
      name: "older",
      kind: "export",
      asOf: sides.older.report.settings.asOf,
      posts: sides.older.dataset.posts.length,
    });
    expect(document.missing).toEqual([]);
    expect(JSON.stringify(run(sides))).toBe(JSON.stringify(document));
  });

  test("posts are told by key: new, gone and both", () => {
    const gone = { ...sides.newer.dataset, posts: sides.newer.dataset.posts.slice(5) };
    const { posts } = run({ ...sides, newer: { ...sides.newer, dataset: gone } });
    const both = sides.older.dataset.posts.length - 5;
    expect(posts).toEqual({ new: gone.posts.length - both, gone: 5, both });
  });

  test("growth is the ratio per post on both sides", () => {
    const half = {
      ...sides.older.dataset,
      posts: sides.older.dataset.posts.map((post) => ({ ...post, views: post.views! / 2, likes: 0 })),
    };
    const { growth } = run({ ...sides, older: { ...sides.older, dataset: half } });
    expect(growth!.find(({ outcome }) => outcome === "views")).toEqual({
      outcome: "views",
      posts: half.posts.length,
      median: 2,
      low: 2,
      high: 2,
    });
    expect(growth!.some(({ outcome }) => outcome === "likes")).toBe(false);
  });

  test("a report on the newer side: what needs posts is null, with the reason", () => {
    const document = run({ ...sides, newer: { ...sides.newer, dataset: null as never } });
    expect(document.posts).toEqual({ new: null, gone: null, both: null });
    expect(document.growth).toBeNull();
    expect(document.advice[0]).toMatchObject({ followed: null, paid: null });
    expect(document.advice[0]!.reason).toContain("is a report");
    expect(document.missing.map(({ analysis }) => analysis)).toEqual(["growth", "advice"]);
    expect(compareSchema.parse(document)).toEqual(document);
  });

  test("a report on the older side is enough for the advice", () => {
    const document = run({ ...sides, older: { ...sides.older, dataset: null as never } });
    expect(document.growth).toBeNull();
    expect(document.posts.new).toBe(sides.newer.dataset.posts.length - sides.older.dataset.posts.length);
    expect(document.advice).toEqual(run(sides).advice);
  });

  test("an export against itself: nothing new, nothing changed, nothing beyond noise", () => {
    const same = {
      ...sides.newer,
      report: { ...sides.newer.report, recommendations: sides.older.report.recommendations },
    };
    const document = run({ older: same, newer: same });
    expect(document.posts).toMatchObject({ new: 0, gone: 0 });
    expect(document.growth!.every(({ median }) => median === 1)).toBe(true);
    expect(document.changes).toEqual([]);
    expect(document.advice[0]).toMatchObject({ followed: null, reason: "No post since then shows it." });
  });
});

describe("changes", () => {
  const changed = (mean: number, verdict: "supported" | "unclear", outcome: "likes" | "views" = "likes") => {
    const report = richReport();
    const tag = report.hashtags[0]!;
    report.hashtags = [
      { ...tag, ...sampleEffect(outcome, 30, mean, 0.1, verdict) },
      ...report.hashtags.slice(1),
    ];
    return compare(
      { name: "a", report: richReport(), dataset: null },
      { name: "b", report, dataset: null },
      options,
    ).changes;
  };

  test("another verdict, or an effect that moved by more than both intervals allow", () => {
    // .36 with sd .11 before: beyond noise from 1.645 x sqrt(.11^2 + .1^2) = .2445 on
    expect(changed(0.36 - 0.24, "supported")).toEqual([]);
    const [moved] = changed(0.36 - 0.25, "supported");
    expect(moved).toMatchObject({ id: "hashtags/#wheelthrowing", beyondNoise: true });
    expect(moved!.before!.verdict).toBe("supported");
    expect(changed(0.3, "unclear")[0]).toMatchObject({ beyondNoise: false, after: { verdict: "unclear" } });
  });

  test("another goal is another question", () => {
    expect(changed(2, "supported", "views")).toEqual([]);
  });

  test("what only one side has is told if it is worth saying", () => {
    const report = richReport();
    report.hashtags = report.hashtags.slice(1);
    report.duration = null;
    const { changes } = compare(
      { name: "a", report: richReport(), dataset: null },
      { name: "b", report, dataset: null },
      options,
    );
    expect(changes.map(({ id, after }) => [id, after])).toEqual([
      ["hashtags/#wheelthrowing", null],
      ["duration/10", null],
      ["duration/20", null],
      ["duration/30", null],
      ["duration/45", null],
    ]);
  });
});

describe("experiments", () => {
  test("are read out on the posts since then", () => {
    const sides = year(71, { before: 0, after: 0.5, lift: 2 });
    const experiment = {
      ...richReport().experiments[0]!,
      id: `experiments/hashtags/${TAG}`,
      outcome: "likes" as const,
      arms: [
        { label: "with", posts: 20 },
        { label: "without", posts: 20 },
      ],
    };
    const unknown = { ...experiment, id: "experiments/posting-exploration" };
    const timed = { ...unknown, window: { weekdays: [1, 2, 3, 4, 5, 6, 7], startHour: 8, endHour: 20 } };
    sides.older.report.experiments = [experiment, unknown];
    const [read, blank] = run(sides).experiments;
    sides.older.report.experiments = [timed];
    sides.older.report.recommendations = [
      { ...advice("test", ""), id: "test/posting-exploration", evidence: [], expected: null },
    ];
    const document = run(sides);
    const day = document.experiments[0]!.arms.map(({ posts }) => posts);
    expect(day[0]! + day[1]!).toBe(sides.newer.dataset.posts.length - sides.older.dataset.posts.length);
    expect(Math.min(day[0]!, day[1]!)).toBeGreaterThan(5);
    expect(document.advice[0]).toMatchObject({ posts: day[0], of: day[0]! + day[1]! });
    const since = sides.newer.dataset.posts.length - sides.older.dataset.posts.length;
    expect(read!.arms[0]!.posts! + read!.arms[1]!.posts!).toBe(since);
    expect(read!.result).toMatchObject({ outcome: "likes", verdict: "supported" });
    expect(read!.result!.lift).toBeGreaterThan(1.5);
    expect(blank).toMatchObject({
      arms: [
        { label: "with", posts: 0 },
        { label: "without", posts: 0 },
      ],
      result: null,
    });
    const unseen = run({ ...sides, newer: { ...sides.newer, dataset: null as never } });
    expect(unseen.experiments[0]).toMatchObject({ arms: [{ posts: null }, { posts: null }], result: null });
    expect(compareSchema.parse(unseen)).toEqual(unseen);
  });
});
