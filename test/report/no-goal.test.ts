import { expect, test } from "vitest";
import { advise } from "../../src/advise.ts";
import { text } from "../../src/reporters/text.ts";
import { emptyDataset } from "../support/hand-fits.ts";
import { handPosts } from "../support/hand-posts.ts";
import { DEFAULT_SETTINGS } from "../support/simulated-dataset.ts";

const none = { likes: null, comments: null, shares: null, saves: null };
const posts = handPosts(45, () => none);
const dataset = { ...emptyDataset(), posts, asOf: posts[0]!.snapshotAt };
const report = advise(
  dataset,
  { ...DEFAULT_SETTINGS, goal: "likes" },
  {
    tool: { name: "tiktok-advisor", version: "0.0.0" },
    meta: { generatedAt: "2026-01-01T00:00:00Z", inputs: [] },
    strict: true,
  },
);
const printed = text.render(report, { width: 100, colour: 0, unicode: true });
const strategy = (id: string) => report.strategies.find((each) => each.id === id)!;

test("an export without the goal: its data first, in the words of what blocks", () => {
  expect(report.recommendations[0]).toMatchObject({ kind: "data", title: "Add the likes" });
  expect(report.recommendations[0]!.why).toContain("the posts could be judged on likes at all");
  expect(printed).toContain("Nothing can be judged on likes: the export has no likes.");
});

test("an export without the goal does not lack the hours that it has", () => {
  expect(report.data.posts.withHour).toBe(45);
  expect(report.recommendations.map(({ title }) => title)).not.toContain("Add the time of posting");
  expect(printed).not.toContain("Your export does not say at which hour posts went out.");
  expect(printed).toContain("Hours cannot be compared without likes.");
});

test("views alone make no rate", () => {
  expect(strategy("beyond-likes")).toMatchObject({ verdict: "not-in-data" });
  expect(strategy("conversation-prompts").reason).toContain("The export has no comments.");
});
