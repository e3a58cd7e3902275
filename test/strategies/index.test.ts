import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { strategies } from "../../src/strategies/index.ts";

const ROOT = join(import.meta.dirname, "../..");
const ids = strategies.map(({ meta }) => meta.id);

/** The catalogue of the documents: every row one strategy. */
const CATALOGUE = [
  "posting-schedule",
  "posting-exploration",
  "hashtags",
  "generic-hashtags",
  "trending-sounds",
  "challenges",
  "calls-to-action",
  "giveaways",
  "conversation-prompts",
  "audience-replies",
  "duets-and-stitches",
  "collaborations",
  "behind-the-scenes",
  "video-length",
  "content-pillars",
  "exploration",
  "consistency",
  "beyond-likes",
  "early-momentum",
  "snowball",
  "follower-conversion",
  "trend-timing",
  "live-sessions",
  "sponsored-content",
  "content-quality",
  "audience-feedback",
  "cross-promotion",
  "community-engagement",
  "authenticity",
  "emotional-connection",
  "skill-showcase",
  "social-proof",
  "influencer-fit",
  "music-marketing",
  "healthy-metrics",
];

it("holds every row of the catalogue, once", () => {
  expect([...ids].sort()).toEqual([...CATALOGUE].sort());
});

it("has one file and one test per strategy, named as its id", () => {
  const files = readdirSync(join(ROOT, "src/strategies"))
    .filter((name) => name.endsWith(".ts") && name !== "index.ts")
    .map((name) => name.replace(/\.ts$/, ""));
  expect(files.sort()).toEqual([...CATALOGUE].sort());
  for (const id of CATALOGUE) expect(existsSync(join(ROOT, `test/strategies/${id}.test.ts`)), id).toBe(true);
});

it("stands in the generated documentation, and nothing else does", () => {
  const page = readFileSync(join(ROOT, "docs/strategies.md"), "utf8");
  expect([...page.matchAll(/^## (.+)$/gm)].map((match) => match[1])).toEqual(ids);
  for (const { meta } of strategies) expect(page).toContain(meta.claim);
});
