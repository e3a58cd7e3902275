import { describe, expect, it } from "vitest";
import { advise } from "../../src/advise.ts";
import type { AnalysisSettings, Dataset, Post, Report } from "../../src/types.ts";
import { localTime } from "../../src/zone.ts";
import { plantEffect } from "../support/plant-effect.ts";
import { plantTag } from "../support/plant-tag.ts";
import { seededRandom } from "../support/random.ts";
import { DEFAULT_SETTINGS, simulatedDataset } from "../support/simulated-dataset.ts";
import { simulateAccount } from "../support/simulator.ts";

const meta = { generatedAt: "2026-01-01T00:00:00Z", inputs: [] };
const tool = { name: "tiktok-advisor" as const, version: "0.0.0" };
const run = (dataset: Dataset, settings: Partial<AnalysisSettings> = {}): Report =>
  advise(dataset, { ...DEFAULT_SETTINGS, goal: "likes", ...settings }, { tool, meta, strict: true });

/** An account on which nothing makes a difference. */
const dull = (seed: number, posts: number) =>
  simulatedDataset(simulateAccount({ seed, posts, scenario: "null" }));
const hourOf = (dataset: Dataset, post: Post) => localTime(dataset.zone, post.postedAt!).hour;

/** What the report says of a strategy, and which of its advice names a lever. */
function found(report: Report, strategy: string) {
  const { verdict, reason } = report.strategies.find(({ id }) => id === strategy)!;
  const advice = report.recommendations.filter(
    ({ kind }) => kind === "do" || kind === "stop" || kind === "test",
  );
  return { verdict, reason, advice: advice.filter((recommendation) => recommendation.strategy === strategy) };
}

describe("what is planted is found, and the advice names it", () => {
  it("a call to action", () => {
    const asks = ({ title }: Post) => title!.includes("Like this video");
    const report = run(plantEffect(dull(11, 240), (post) => (asks(post) ? 1.35 : 1), ["likes"]));
    const { verdict, advice } = found(report, "calls-to-action");
    expect(verdict).toBe("supported");
    const own = advice.find(({ kind }) => kind === "do")!;
    expect(own.id).toBe("do/features/call-to-action:like");
    expect(own.title).toBe("Ask for the like in the caption");
    expect(own.expected!.lift).toBeGreaterThan(1.05);
  });

  it("a tag of a topic", () => {
    const planted = { key: "#glassblowing", from: 0, shareBefore: 0, shareAfter: 0.2, lift: 1.9, seed: 5 };
    const report = run(plantTag(dull(12, 240), planted));
    const { verdict, reason, advice } = found(report, "hashtags");
    expect(verdict).toBe("supported");
    expect(reason).toContain("#glassblowing");
    const own = advice.find(({ kind }) => kind === "do")!;
    expect(own.id).toBe("do/hashtags/#glassblowing");
    expect(own.action).toContain("#glassblowing");
  });

  it("sounds of others", () => {
    const borrowed = ({ soundOrigin }: Post) => soundOrigin === "library";
    const report = run(plantEffect(dull(13, 240), (post) => (borrowed(post) ? 1.8 : 1)));
    const { verdict, advice } = found(report, "trending-sounds");
    expect(verdict).toBe("supported");
    expect(advice.find(({ kind }) => kind === "do")!.evidence[0]).toMatch(/^sounds\//);
    expect(report.sounds.find(({ key }) => key === "group:library")!.verdict).toBe("supported");
  });

  it("the length of a video", () => {
    const report = run(plantEffect(dull(14, 240), (post) => (post.durationSeconds! / 24) ** 0.5));
    const { verdict, advice } = found(report, "video-length");
    expect(verdict).toBe("supported");
    const own = advice.find(({ kind }) => kind === "do")!;
    const seconds = Number(/^do\/duration\/(\d+)$/.exec(own.id)![1]);
    expect(seconds).toBe(report.duration!.bestSeconds);
    expect(seconds).toBeGreaterThan(24);
    expect(own.title).toMatch(new RegExp(`about (?:${seconds} second|${seconds / 60} minute)`));
  });

  it("a window of the day", () => {
    const dataset = dull(15, 300);
    // a time that is used, but not the habit
    const share = (start: number) =>
      dataset.posts.filter((post) => hourOf(dataset, post) >= start && hourOf(dataset, post) < start + 4)
        .length / dataset.posts.length;
    const start = [...Array(20).keys()].find((hour) => share(hour) > 0.15 && share(hour) < 0.35)!;
    const inside = (post: Post) => hourOf(dataset, post) >= start && hourOf(dataset, post) < start + 4;
    const report = run(plantEffect(dataset, (post) => (inside(post) ? 2.5 : 1)));
    const { verdict, advice } = found(report, "posting-schedule");
    expect(["supported", "promising"]).toContain(verdict);
    const own = advice[0]!;
    expect(own.kind).toBe(verdict === "supported" ? "do" : "test");
    const window = report.windows.best.find(({ id }) => id === own.evidence[0])!;
    expect(Math.abs(window.startHour + 1.5 - (start + 2))).toBeLessThanOrEqual(2.5);
  });

  it("a label of the creator's own", () => {
    const random = seededRandom(16);
    const plain = dull(16, 240);
    const labelled = {
      ...plain,
      posts: plain.posts.map((post) => ({
        ...post,
        labels: { hook: ["cold open", "greeting", "close-up"][random.weighted([0.3, 0.4, 0.3])]! },
      })),
    };
    const report = run(
      plantEffect(labelled, ({ labels }) => (labels["hook"] === "cold open" ? 2 : 1)),
      { labels: ["hook"] },
    );
    const { verdict, advice } = found(report, "content-quality");
    expect(verdict).toBe("supported");
    const own = advice.find(({ kind }) => kind === "do")!;
    expect(own.evidence[0]).toMatch(/^features\/label:hook=/);
    expect(own.title).toContain("cold open");
    expect(own.expected!.low).toBeGreaterThan(0.9);
    expect(own.why).toMatch(/% interval/);
  });
});

describe("where nothing is planted", () => {
  it.each([
    [100, [21, 22, 23, 24]],
    [300, [31, 32, 33]],
  ] as const)("hardly any account of %i posts is told to do or stop anything", (posts, seeds) => {
    const told = seeds.flatMap((seed) => {
      const { recommendations } = run(dull(seed, posts));
      const claims = recommendations.filter(({ kind }) => kind === "do" || kind === "stop");
      return claims.length > 0 ? [{ seed, ids: claims.map(({ id }) => id) }] : [];
    });
    // MODEL.md 4: some claim on at most one account in ten
    expect(told.length, JSON.stringify(told)).toBeLessThanOrEqual(1);
  });
});
