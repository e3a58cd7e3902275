import { expect, it } from "vitest";
import { novelty } from "../../src/model/novelty.ts";
import { handPosts } from "../support/hand-posts.ts";

it("marks a new tag, sound, label and length after the first ten posts", () => {
  const posts = handPosts(20, (i) => {
    if (i === 11) return { hashtags: ["#new"] };
    if (i === 12) return { hashtags: ["#new"] };
    if (i === 13) return { soundKey: "77" };
    if (i === 14) return { labels: { mood: "calm" } };
    if (i === 15) return { durationSeconds: 38 };
    if (i === 16) return { durationSeconds: 40 };
    if (i === 17) return { hashtags: ["#fyp"] };
    return {};
  });
  const found = novelty(posts)!;
  expect(found.ofPost.slice(0, 10)).toEqual(new Array(10).fill(null));
  expect(found.ofPost.map((flag, i) => (flag ? i : -1)).filter((i) => i >= 0)).toEqual([11, 13, 14, 15]);
  expect(found).toMatchObject({ posts: 10, novel: 4, recentShare: 1 / 5 });
});

it("needs five posts after the first ten", () => {
  expect(novelty(handPosts(14))).toBeNull();
  expect(novelty(handPosts(15))).toMatchObject({ posts: 5, novel: 0, recentShare: 0 });
});
