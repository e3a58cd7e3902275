import { describe, expect, it } from "vitest";
import { captionLength } from "../../src/model/caption-features.ts";
import { chooseFeatures } from "../../src/model/design-features.ts";
import { labelFeatures } from "../../src/model/label-features.ts";
import { inOrder } from "../../src/model/mature.ts";
import { postTable } from "../../src/model/post-table.ts";
import type { Post, Trend } from "../../src/types.ts";
import { fixedZone } from "../../src/zone.ts";
import { fitPosts } from "../support/fit-posts.ts";
import { makePost } from "../support/make-post.ts";
import { smallAccount } from "../support/small-account.ts";

const DAY = 86_400_000;
const START = Date.UTC(2025, 0, 1);

function tableOf(posts: readonly Post[], settings: { labels?: string[]; trends?: Trend[] } = {}) {
  const all = inOrder(posts);
  return postTable(all, all, fixedZone(0), { labels: [], trends: [], ...settings });
}

function values(posts: readonly Post[], key: string, settings: { labels?: string[]; trends?: Trend[] } = {}) {
  return [...tableOf(posts, settings).features.find((feature) => feature.key === key)!.values];
}

const captions = (...titles: (string | null)[]) =>
  titles.map((title, i) => makePost({ at: START + i * DAY, key: `p${i}`, title }));

const labelled = (cells: (string | null)[]) =>
  cells.map((cell, i) => makePost({ at: START + i * DAY, key: `p${i}`, labels: { mood: cell } }));

describe("features of captions", () => {
  it("are 0, 1, or unknown without a caption", () => {
    const posts = captions("Like for more", "A loaf", null, "Ready?");
    expect(values(posts, "call-to-action:like")).toEqual([1, 0, -1, 0]);
    expect(values(posts, "question")).toEqual([0, 0, -1, 1]);
  });

  it("measure length in doublings, without hashtags", () => {
    expect(captionLength("  Rye 🍞 #bread#oven ")).toBe(5);
    const [short, long] = values(captions("abc", "abcdefg"), "caption-length");
    expect(long! - short!).toBeCloseTo(1, 12);
  });

  it("count generic hashtags only if two of them are in use", () => {
    const tagged = (tags: string[][]) =>
      tags.map((hashtags, i) => makePost({ at: START + i, key: `p${i}`, title: "x", hashtags }));
    expect(values(tagged([["#fyp"], ["#viral"], ["#bread"]]), "generic-tags")).toEqual([1, 1, 0]);
    const one = tableOf(tagged([["#fyp"], ["#fyp"], ["#bread"]])).features.find(
      ({ key }) => key === "generic-tags",
    )!;
    expect([...one.values]).toEqual([0, 0, 0]);
  });
});

describe("features of the cadence", () => {
  const posts = [0, 1, 4, 20, 21].map((day, i) => makePost({ at: START + day * DAY, key: `p${i}` }));

  it("gap: doublings of 1 + days; unknown for the first post", () => {
    const found = values(posts, "gap");
    expect(found[0]).toBeNaN();
    expect(found.slice(1)).toEqual([1, 2, Math.log2(17), 1]);
  });

  it("recent posts: pairs within 14 days; unknown in the first 14 days", () => {
    expect(values(posts, "recent-posts")).toEqual([Number.NaN, Number.NaN, Number.NaN, 0, 0.5]);
  });

  it("young posts count for what comes after them", () => {
    const all = inOrder(posts);
    const mature = all.filter((_, i) => i !== 3);
    const gap = postTable(mature, all, fixedZone(0), { labels: [], trends: [] }).features.find(
      ({ key }) => key === "gap",
    )!;
    expect(gap.values[3]).toBe(1);
  });
});

describe("features of the trends file", () => {
  const posts = ["2025-01-01", "2025-01-05", "2025-01-09"].map((day, i) =>
    makePost({
      at: Date.parse(`${day}T12:00:00Z`),
      key: `p${i}`,
      title: "x",
      hashtags: ["#rye"],
      soundId: "77",
      soundKey: "77",
      sound: "Song",
      soundOrigin: "library",
    }),
  );
  const trend = (given: Partial<Trend>): Trend => ({
    kind: "hashtag",
    key: "#rye",
    name: "rye",
    from: "2025-01-02",
    to: "2025-01-05",
    ...given,
  });

  it("are 1 on the days of a trend, both ends included", () => {
    expect(values(posts, "trending-tag", { trends: [trend({})] })).toEqual([0, 1, 0]);
    expect(values(posts, "trending-tag", { trends: [trend({ to: null })] })).toEqual([0, 1, 1]);
    const sound = { kind: "sound" as const, key: "77", name: "anything" };
    expect(values(posts, "trending-sound", { trends: [trend(sound)] })).toEqual([0, 1, 0]);
    expect(values(posts, "trending-sound", { trends: [trend({ ...sound, key: "", name: "song" })] })).toEqual(
      [0, 1, 0],
    );
  });

  it("are not in the data without such a file", () => {
    const found = tableOf(posts).features.find(({ key }) => key === "trending-tag")!;
    expect(found.absent).toContain("--trends");
  });
});

describe("label columns", () => {
  const keys = (cells: (string | null)[]) => labelFeatures(labelled(cells), ["mood"]).map(({ key }) => key);

  it("give a feature per value of three posts, in order of value", () => {
    expect(keys(["sad", "glad", "sad", "glad", "glad", "sad", "odd"])).toEqual([
      "label:mood=glad",
      "label:mood=sad",
    ]);
  });

  it("are numeric with nine tenths numbers and more than six different ones", () => {
    const cells = ["1", "2,5", "3", "4", "5", "6", "7", "8", "9", null, "x", "y"];
    expect(keys(cells)).toEqual([]);
    const [feature] = labelFeatures(labelled(cells.slice(0, 10)), ["mood"]);
    expect(feature!.key).toBe("label:mood");
    const known = [...feature!.values].slice(0, 9);
    expect(known.reduce((sum, x) => sum + x, 0)).toBeCloseTo(0, 12);
    expect(known.reduce((sum, x) => sum + x * x, 0) / 9).toBeCloseTo(1, 12);
    expect(feature!.values[9]).toBeNaN();
  });

  it("keep the 20 most used values", () => {
    const cells = Array.from({ length: 100 }, (_, i) => `v${String(i % 25).padStart(2, "0")}`);
    expect(keys([...cells, "v24"])).toHaveLength(20);
    expect(keys([...cells, "v24"])).toContain("label:mood=v24");
  });
});

describe("the features of a design", () => {
  const posts = smallAccount(40);
  const table = tableOf(posts, { labels: [] });
  const rows = Int32Array.from(posts, (_, i) => i);
  const binary = (key: string, ones: number) => ({
    ...table.features.find((feature) => feature.key === "mention")!,
    key,
    label: key,
    absent: null,
    values: Int8Array.from(posts, (_, i) => (i < ones ? 1 : 0)),
  });

  it("need both values twice", () => {
    const { chosen, rejected } = chooseFeatures([binary("a", 1), binary("b", 2), binary("c", 39)], rows, []);
    expect(chosen.map(({ feature }) => feature.key)).toEqual(["b"]);
    expect([...rejected.keys()]).toEqual(["a", "c"]);
  });

  it("are one where they stand on the same posts: the first", () => {
    const { chosen, rejected } = chooseFeatures([binary("a", 7), binary("b", 7), binary("c", 8)], rows, []);
    expect(chosen.map(({ feature }) => feature.key)).toEqual(["a", "c"]);
    expect(rejected.get("b")).toBe("it stands on the same posts as “a”");
  });
});

describe("findings of features", () => {
  it("are not in the data without captions", () => {
    const found = fitPosts(smallAccount(40).map((post) => ({ ...post, title: null, hashtags: [] })));
    const verdicts = found.features
      .filter(({ key }) => key === "question" || key === "tag-count" || key === "emoji")
      .map(({ barred }) => barred?.verdict);
    expect(verdicts).toEqual(["not-in-data", "not-in-data", "not-in-data"]);
    expect(found.missing.map(({ analysis }) => analysis)).toContain("features");
  });

  it("need five posts on either side", () => {
    const posts = smallAccount(40).map((post, i) => ({ ...post, title: i < 4 ? "Ready?" : "Loaf" }));
    const question = fitPosts(posts).features.find(({ key }) => key === "question")!;
    expect(question.barred).toEqual({ verdict: "too-few", reason: "4 posts have it; 5 are needed" });
  });

  it("carry the labels of the user", () => {
    const posts = smallAccount(60).map((post, i) => ({ ...post, labels: { mood: i % 3 ? "glad" : "sad" } }));
    const found = fitPosts(posts, { settings: { labels: ["mood"] } }).features.filter(({ key }) =>
      key.startsWith("label:"),
    );
    // The two values are complements, not copies: both are there, and say the opposite.
    expect(found.map(({ key }) => key)).toEqual(["label:mood=glad", "label:mood=sad"]);
    expect(found[0]!.estimate!.mean).toBeCloseTo(-found[1]!.estimate!.mean, 10);
  });
});
