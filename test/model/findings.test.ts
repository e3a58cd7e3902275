import { describe, expect, it } from "vitest";
import type { Post } from "../../src/types.ts";
import { fitPosts } from "../support/fit-posts.ts";
import { smallAccount } from "../support/small-account.ts";

const posts = smallAccount(90, 5);

/** The account with the likes and views of some posts multiplied. */
const boosted = (has: (post: Post) => boolean, factor: number) =>
  posts.map((post) => {
    if (!has(post)) return post;
    const views = Math.round(post.views! * factor);
    return { ...post, views, likes: Math.round(post.likes! * factor) };
  });

describe("hashtags that are known for less than half of the posts", () => {
  const silent = (keep: (i: number) => boolean) =>
    posts.map((post, i) => (keep(i) ? post : { ...post, title: null, hashtags: [], hashtagLabels: [] }));

  it("are not in the data and have no column", () => {
    const fits = fitPosts(silent((i) => i % 3 === 0));
    expect(fits.outcomes[0]!.parts.map(({ part }) => part)).not.toContain("tag");
    expect(fits.hashtags.length).toBeGreaterThan(0);
    for (const { barred, estimate } of fits.hashtags) {
      expect(estimate).toBeNull();
      expect(barred).toMatchObject({ verdict: "not-in-data" });
    }
    expect(fits.missing.find(({ analysis }) => analysis === "hashtags")?.because).toContain("(30 of 90)");
  });

  it("stand where half of the posts have a caption", () => {
    const fits = fitPosts(silent((i) => i % 2 === 0));
    expect(fits.outcomes[0]!.parts.map(({ part }) => part)).toContain("tag");
    expect(fits.missing.some(({ analysis }) => analysis === "hashtags")).toBe(false);
  });
});

it("windows are not in the data where too few posts with the goal have a time of day", () => {
  const days = posts.slice(0, 40).map((post, i): Post => {
    if (i % 3 === 0) return i < 12 ? { ...post, likes: null } : post;
    return { ...post, postedAt: null, precision: "day" };
  });
  const { windows } = fitPosts(days);
  expect(windows.barred).toMatchObject({
    verdict: "not-in-data",
    reason: expect.stringContaining("10 of 36"),
  });
});

describe("a planted effect is found where it is", () => {
  it("on a hashtag", () => {
    const { hashtags } = fitPosts(boosted(({ hashtags: tags }) => tags.includes("#oven"), 5));
    const oven = hashtags.find(({ key }) => key === "#oven")!;
    expect(oven.estimate!.probability).toBeGreaterThan(0.95);
    expect(oven.estimate!.low).toBeLessThan(Math.log(5));
    expect(oven.estimate!.mean).toBeGreaterThan(0.5);
    for (const { key, estimate } of hashtags)
      if (key !== "#oven") expect(estimate!.probability).toBeLessThan(0.9);
  });

  it("on library sounds as a group", () => {
    const { sounds } = fitPosts(boosted(({ soundOrigin }) => soundOrigin === "library", 4));
    const group = sounds.find(({ kind }) => kind === "group")!;
    expect(group.estimate!.probability).toBeGreaterThan(0.99);
    expect(group.posts).toBe(posts.filter(({ soundOrigin }) => soundOrigin === "library").length);
    expect(sounds.filter(({ kind }) => kind === "library").length).toBeGreaterThan(2);
  });

  it("on long posts", () => {
    const { duration } = fitPosts(boosted(({ durationSeconds }) => durationSeconds! >= 25, 4));
    const byLength = new Map(duration!.points.map(({ seconds, estimate }) => [seconds, estimate!.mean]));
    expect(byLength.get(45)!).toBeGreaterThan(0.3);
    expect(byLength.get(7)!).toBeLessThan(-0.1);
  });

  it("on the evening", () => {
    const late = ({ postedAt }: Post) => new Date(postedAt!).getUTCHours() >= 18;
    const { windows } = fitPosts(boosted(late, 4));
    expect(windows.best[0]!.startHour).toBeGreaterThanOrEqual(17);
    expect(windows.best[0]!.estimate!.probability).toBeGreaterThan(0.96);
  });

  it("on a call to action, measured on the like rate", () => {
    const asked = posts.map((post) =>
      post.title!.includes("like for more") ? { ...post, likes: Math.round(post.likes! * 1.8) } : post,
    );
    const ask = fitPosts(asked, { settings: { goal: "views" } }).features.find(
      ({ key }) => key === "call-to-action:like",
    )!;
    expect(ask.estimate!.probability).toBeGreaterThan(0.99);
    expect(Math.exp(ask.estimate!.mean)).toBeGreaterThan(1.3);
  });

  it("on growth", () => {
    const day = 86_400_000;
    const growing = posts.map((post) => ({
      ...post,
      likes: Math.round(post.likes! * 2 ** ((post.sortAt! - posts[0]!.sortAt!) / (30 * day))),
    }));
    const { perMonth } = fitPosts(growing).baseline.trend;
    expect(perMonth.ratio!).toBeGreaterThan(1.5);
    expect(perMonth.low!).toBeLessThan(2);
    expect(perMonth.high!).toBeGreaterThan(2);
  });
});

describe("sounds", () => {
  const { sounds } = fitPosts(posts);

  it("list re-used own sounds as the base, without an effect", () => {
    const own = sounds.find(({ kind }) => kind === "original")!;
    expect(own.estimate).toMatchObject({ mean: 0, sd: 0, low: 0, high: 0 });
    expect(own.trending).toBeNull();
  });

  it("are the library coefficient and their own, so that they lean on the group", () => {
    const group = sounds.find(({ kind }) => kind === "group")!.estimate!;
    for (const { kind, estimate } of sounds) {
      if (kind === "library") expect(Math.abs(estimate!.mean - group.mean)).toBeLessThan(3 * group.sd);
    }
  });

  it("say from a trends file whether they are on trend at as-of", () => {
    const trend = { kind: "sound" as const, key: "song 1", name: "", from: "2020-01-01", to: null };
    const found = fitPosts(posts, { settings: { trends: [trend] } }).sounds;
    expect(found.find(({ key }) => key === "song 1")!.trending).toBe(true);
    expect(found.find(({ key }) => key === "song 2")!.trending).toBe(false);
  });

  it("are left out, with the reason, where most posts have none", () => {
    const quiet = fitPosts(
      posts.map((post) => ({ ...post, soundKey: null, soundOrigin: null, sound: null })),
    );
    expect(quiet.sounds).toEqual([]);
    expect(quiet.missing.find(({ analysis }) => analysis === "sounds")?.because).toBe(
      "the export has no sound",
    );
  });

  it("stand alone without any own sound", () => {
    const library = fitPosts(posts.map((post) => ({ ...post, soundOrigin: "library" as const })));
    expect(library.sounds.find(({ kind }) => kind === "group")!.barred?.verdict).toBe("too-few");
    expect(library.sounds.find(({ key }) => key === "song 1")!.estimate).not.toBeNull();
  });
});

describe("hashtags", () => {
  it("of one week only, or of two posts, are too few but have numbers", () => {
    const tagged = posts.map((post, i) => ({
      ...post,
      hashtags: [
        ...post.hashtags,
        ...(i >= 40 && i < 43 ? ["#weekly"] : []),
        ...(i === 3 || i === 60 ? ["#pair"] : []),
      ],
    }));
    const sameWeek = tagged.map((post, i) =>
      i >= 40 && i < 43
        ? { ...post, sortAt: Date.UTC(2025, 1, 18, 10 + i), postedAt: Date.UTC(2025, 1, 18, 10 + i) }
        : post,
    );
    const found = new Map(fitPosts(sameWeek).hashtags.map((finding) => [finding.key, finding]));
    expect(found.get("#weekly")!.barred?.reason).toBe("all its posts stand in one week");
    expect(found.get("#pair")!.barred?.reason).toBe("used on 2 posts; 3 are needed");
    expect(found.get("#pair")!.estimate).not.toBeNull();
    expect(found.get("#oven")!.barred).toBeNull();
  });

  it("on every post have no column", () => {
    const everywhere = posts.map((post) => ({ ...post, hashtags: [...post.hashtags, "#me"] }));
    const me = fitPosts(everywhere).hashtags.find(({ key }) => key === "#me")!;
    expect(me).toMatchObject({ posts: 90, estimate: null, naive: null });
    expect(me.barred?.verdict).toBe("too-few");
  });
});
