import { describe, expect, it } from "vitest";
import { groupDifference, neighbourDifferences } from "../../src/model/neighbour-difference.ts";
import { handPosts } from "../support/hand-posts.ts";

describe("neighbourDifferences", () => {
  it("takes drift out and clips what is left", () => {
    const rising = Array.from({ length: 50 }, (_, i) => 0.01 * i);
    expect(Math.max(...neighbourDifferences(rising).slice(10, 40).map(Math.abs))).toBeLessThan(1e-9);
    expect(neighbourDifferences([0, 0, 90, 0, -90])).toEqual([0, 0, 3, 0, -3]);
    expect(neighbourDifferences([7])).toEqual([0]);
  });
});

describe("groupDifference", () => {
  const posts = handPosts(80, (i) => ({
    likes: Math.round(Math.exp(4 + 0.02 * i + (i % 4 === 0 ? 0.5 : 0))),
  }));
  const group = posts.map((_, i) => i % 4 === 0);

  it("finds what a group did against the others, growth apart", () => {
    const found = groupDifference(posts, group, "likes", 0.9)!;
    expect(found).toMatchObject({ posts: 20, of: 80 });
    expect(found.mean).toBeGreaterThan(0.45);
    expect(found.mean).toBeLessThan(0.55);
    expect(found.low).toBeLessThan(found.mean);
    expect(found.probability).toBeGreaterThan(0.99);
  });

  it("needs five posts on either side, and leaves out what is not known", () => {
    expect(
      groupDifference(
        posts,
        group.map((inside, i) => (inside && i > 12 ? null : inside)),
        "likes",
        0.9,
      ),
    ).toBeNull();
    const unknown = handPosts(80, () => ({ likes: null }));
    expect(groupDifference(unknown, group, "likes", 0.9)).toBeNull();
  });
});
