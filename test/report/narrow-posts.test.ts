import { expect, test } from "vitest";
import { boundDay, narrowPosts } from "../../src/report/narrow-posts.ts";
import { fixedZone } from "../../src/zone.ts";
import { simulatedDataset } from "../support/simulated-dataset.ts";
import { simulateAccount } from "../support/simulator.ts";

const dataset = simulatedDataset(simulateAccount({ seed: 3, posts: 60, scenario: "real" }));

test("both days belong to the span; the ledger stays", () => {
  const days = dataset.posts.map(({ postedOn }) => postedOn!);
  const [since, until] = [days[10]!, days[40]!];
  const narrowed = narrowPosts(dataset, since, until);
  expect(narrowed.posts).toEqual(
    dataset.posts.filter(({ postedOn }) => postedOn! >= since && postedOn! <= until),
  );
  expect(narrowed.posts.some(({ postedOn }) => postedOn === since)).toBe(true);
  expect(narrowed.posts.some(({ postedOn }) => postedOn === until)).toBe(true);
  expect(narrowed.rows).toEqual(dataset.rows);
  expect(narrowPosts(dataset, null, null)).toBe(dataset);
});

test("posts without a date are left out as soon as there is a bound", () => {
  const undated = { ...dataset.posts[0]!, postedAt: null, postedOn: null, sortAt: null, key: "undated" };
  const all = { ...dataset, posts: [...dataset.posts, undated] };
  expect(narrowPosts(all, "2000-01-01", null).posts).toEqual(dataset.posts);
  expect(narrowPosts(all, null, null).posts).toContain(undated);
});

test("a span counts back from the local day of as-of", () => {
  const asOf = Date.UTC(2026, 2, 31, 23, 30);
  expect(boundDay("90d", { asOf, zone: fixedZone(60) })).toBe("2026-01-01");
  expect(boundDay("90d", { asOf, zone: fixedZone(0) })).toBe("2025-12-31");
  expect(boundDay("2w", { asOf, zone: fixedZone(0) })).toBe("2026-03-17");
  expect(boundDay("2026-02-28", { asOf: null, zone: fixedZone(0) })).toBe("2026-02-28");
  expect(boundDay("90d", { asOf: null, zone: fixedZone(0) })).toBeNull();
  expect(boundDay(null, { asOf, zone: fixedZone(0) })).toBeNull();
});
