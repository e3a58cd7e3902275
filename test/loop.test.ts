import { describe, expect, test } from "vitest";
import { advise } from "../src/advise.ts";
import { cuesOf } from "../src/model/cues/index.ts";
import { compare } from "../src/report/compare.ts";
import { plan } from "../src/report/plan.ts";
import type { CompareDocument, Dataset, Post, Report } from "../src/types.ts";
import { exportOf } from "./support/plant-tag.ts";
import { seededRandom } from "./support/random.ts";
import { DEFAULT_SETTINGS, simulatedDataset } from "./support/simulated-dataset.ts";
import { simulateAccount } from "./support/simulator.ts";

const options = {
  tool: { name: "tiktok-advisor" as const, version: "0.0.0" },
  meta: { generatedAt: "2026-01-01T00:00:00Z", inputs: [] },
};
const reportOf = (dataset: Dataset): Report =>
  advise(dataset, { ...DEFAULT_SETTINGS, goal: "likes" }, { ...options, strict: true });
const asks = ({ title }: Post) => cuesOf(title!, []).callsToAction.has("like");

/** Half a year of posts, the advice, and another half in which the creator keeps some of the posts that do not follow. */
function loop(
  seed: number,
  keepOthers: number,
): { older: Report; document: CompareDocument; planted: number } {
  const account = simulateAccount({ seed, posts: 500, scenario: "strong" });
  const whole = simulatedDataset(account);
  const middle = whole.posts[250]!.sortAt!;
  const random = seededRandom(seed);
  const posts = whole.posts.filter(
    (post) => post.sortAt! <= middle || asks(post) || random.chance(keepOthers),
  );
  const older = exportOf(whole, middle);
  const report = reportOf(older);
  const newer = { ...whole, posts };
  const document = compare(
    { name: "march.csv", report, dataset: older },
    { name: "june.csv", report: reportOf(newer), dataset: newer },
    { ...options, trends: [] },
  );
  return { older: report, document, planted: Math.exp(account.truth.callToAction.likeLogit) };
}
const ASK = "do/features/call-to-action:like";

describe("plan, do, learn", () => {
  test("a creator who follows the advice hears that it was followed and what it brought", () => {
    let covered = 0;
    for (const seed of [101, 102, 103]) {
      const { older, document, planted } = loop(seed, 0.3);
      expect(older.recommendations.map(({ id }) => id)).toContain(ASK);
      const entry = document.advice.find(({ id }) => id === ASK)!;
      expect(entry.followed).toBe(true);
      expect(entry.paid!.outcome).toBe("likeRate");
      expect(entry.paid!.lift!).toBeGreaterThan(1);
      if (entry.paid!.low! <= planted && entry.paid!.high! >= planted) covered++;
    }
    expect(covered).toBeGreaterThanOrEqual(2);
  });

  test("one who goes on as before hears that it was not followed", () => {
    const { document } = loop(104, 1);
    expect(document.advice.find(({ id }) => id === ASK)!.followed).toBe(false);
  });

  test("the plan of a real report offers its experiments in balance", () => {
    const account = simulateAccount({ seed: 105, posts: 200, scenario: "typical" });
    const report = reportOf(simulatedDataset(account));
    expect(report.experiments.length).toBeGreaterThan(0);
    const { slots } = plan(report, account.zone, { weeks: 4, not: ["sun"] });
    for (const { id, arms } of report.experiments) {
      const of = (arm: string) => slots.filter((slot) => slot.experiment === id && slot.arm === arm).length;
      expect(of(arms[0]!.label)).toBe(of(arms[1]!.label));
    }
    expect(slots.some(({ kind }) => kind === "test")).toBe(true);
  });
});
