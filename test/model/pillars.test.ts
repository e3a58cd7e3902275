import { expect, it } from "vitest";
import { pillars } from "../../src/model/pillars.ts";
import { handPosts } from "../support/hand-posts.ts";

it("joins tags that stand together and parts those that do not", () => {
  const posts = handPosts(40, (i) => ({
    hashtags: i < 24 ? ["#bread", "#oven", "#fyp"] : ["#garden", "#fyp", "#viral"],
  }));
  const found = pillars(posts)!;
  expect(found.pillars.map(({ key, tags, posts: count }) => [key, tags, count])).toEqual([
    ["#bread", ["#bread", "#oven"], 24],
    ["#garden", ["#garden"], 16],
  ]);
  expect(found.coveredShare).toBe(1);
  expect(found.concentration).toEqual({ older: 1, newer: 4 / 20 });
  expect(found.effectiveNumber).toBeCloseTo(Math.exp(-(0.6 * Math.log(0.6) + 0.4 * Math.log(0.4))), 12);
  expect(found.ofPost).toEqual(posts.map((_, i) => (i < 24 ? 0 : 1)));
});

it("is one topic of size one for one tag", () => {
  const found = pillars(handPosts(10, (i) => ({ hashtags: i < 5 ? ["#constructor"] : [] })))!;
  expect(found).toMatchObject({
    coveredShare: 0.5,
    effectiveNumber: 1,
    concentration: { older: 1, newer: null },
  });
});

it("needs a tag that is used three times and says something", () => {
  expect(pillars(handPosts(10, (i) => ({ hashtags: i < 2 ? ["#bread"] : ["#fyp"] })))).toBeNull();
  expect(pillars([])).toBeNull();
});
