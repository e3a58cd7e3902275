import { expect, test } from "vitest";
import { advise } from "../src/advise.ts";
import { markdown } from "../src/reporters/markdown.ts";
import { text } from "../src/reporters/text.ts";
import { DEFAULT_SETTINGS, simulatedDataset } from "./support/simulated-dataset.ts";
import { simulateAccount } from "./support/simulator.ts";

test("where most posts were paid for, the report says that they stay out, and how many", () => {
  const dataset = simulatedDataset(simulateAccount({ seed: 8, posts: 90, scenario: "typical" }));
  const posts = dataset.posts.map((post, i) => ({ ...post, promoted: i % 6 !== 0 }));
  const report = advise(
    { ...dataset, posts },
    { ...DEFAULT_SETTINGS, goal: "likes" },
    {
      tool: { name: "tiktok-advisor", version: "0.0.0" },
      meta: { generatedAt: "2026-01-01T00:00:00Z", inputs: [] },
      strict: true,
    },
  );
  expect(report.data.posts).toMatchObject({ total: 90, promoted: 75 });
  expect(report.data.posts.mature + report.data.posts.young).toBe(15);
  expect(report.windows.summary).toContain("75 more are marked as paid");
  expect(report.strategies.find(({ id }) => id === "posting-schedule")!.reason).toContain(
    "75 more are marked",
  );
  const printed = text.render(report, { width: 120, colour: 0, unicode: true }).replace(/\s+/g, " ");
  expect(printed.slice(0, printed.indexOf("DO THIS"))).toContain(
    "75 left out because they are marked as paid",
  );
  expect(printed.slice(printed.indexOf("YOUR DATA"))).toContain("75 marked as paid");
  expect(markdown.render(report, { width: 80, colour: 0, unicode: true })).toContain("75 left out");
});
