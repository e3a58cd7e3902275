import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sfc32, shuffle } from "../../src/stats/sfc32.ts";
import type { Finding, Fits, Post } from "../../src/types.ts";
import { allFindings, fitPosts } from "../support/fit-posts.ts";
import { makePost } from "../support/make-post.ts";
import { smallAccount } from "../support/small-account.ts";

const WEEK = 7 * 86_400_000;
const byId = (fits: Fits) =>
  new Map<string, Finding>(allFindings(fits).map((finding) => [finding.id, finding]));
const posts = smallAccount(60);
const fits = fitPosts(posts);

/** Largest difference of means, sds, bounds and probabilities over the findings that both have. */
function largestDifference(a: Fits, b: Fits, factor = 1): number {
  const others = byId(b);
  let worst = 0;
  let compared = 0;
  for (const { id, estimate } of allFindings(a)) {
    const other = others.get(id)?.estimate;
    expect(other === null || other === undefined).toBe(estimate === null);
    if (!estimate || !other) continue;
    compared++;
    for (const key of ["mean", "sd", "low", "high"] as const) {
      worst = Math.max(worst, Math.abs(estimate[key] * factor - other[key]));
    }
    worst = Math.max(worst, Math.abs(estimate.probability - other.probability));
  }
  expect(compared).toBeGreaterThan(150);
  return worst;
}

describe("a fitted account", () => {
  it("has 168 cells, a habit that sums to 1, and unique ids", () => {
    expect(fits.windows.cells).toHaveLength(168);
    expect(fits.windows.habit.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
    const ids = allFindings(fits).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("has estimates whose parts agree with each other", () => {
    for (const { estimate, posts: with_, of, habitShare, id } of allFindings(fits)) {
      expect(with_).toBeLessThanOrEqual(of);
      expect(habitShare).toBeGreaterThanOrEqual(0);
      expect(habitShare).toBeLessThanOrEqual(1);
      if (!estimate) continue;
      const { low, high, probability, probabilityBelow, sd } = estimate;
      for (const value of Object.values(estimate)) if (typeof value === "number") expect(value).not.toBeNaN();
      expect(low).toBeLessThanOrEqual(high);
      expect(sd).toBeGreaterThanOrEqual(0);
      expect(probability).toBeGreaterThanOrEqual(0);
      expect(probability).toBeLessThanOrEqual(1);
      expect(probability + probabilityBelow).toBeLessThanOrEqual(1 + 1e-12);
      if (!id.startsWith("hashtags/") && id !== "sounds/own") {
        expect(probability + probabilityBelow).toBeCloseTo(1, 12);
      }
    }
  });

  it("has wider intervals at a higher level, and the same centre", () => {
    const wide = byId(fitPosts(posts, { settings: { level: 0.99 } }));
    for (const { id, estimate } of allFindings(fits)) {
      if (!estimate || estimate.sd === 0) continue;
      const other = wide.get(id)!.estimate!;
      expect(other.mean).toBe(estimate.mean);
      expect(other.low).toBeLessThanOrEqual(estimate.low);
      expect(other.high).toBeGreaterThanOrEqual(estimate.high);
    }
  });

  it("lists every hashtag of two or more posts once, alone or in a group", () => {
    const uses = new Map<string, number>();
    for (const tag of posts.flatMap(({ hashtags }) => hashtags)) uses.set(tag, (uses.get(tag) ?? 0) + 1);
    const wanted = [...uses].filter(([, count]) => count >= 2).map(([tag]) => tag);
    expect(fits.hashtags.flatMap(({ key, group }) => [key, ...group]).sort()).toEqual(wanted.sort());
    for (const { key, posts: count } of fits.hashtags) expect(count).toBe(uses.get(key));
  });

  it("has naive ratios that are plain averages", () => {
    const mean = (some: Post[]) => some.reduce((sum, { likes }) => sum + likes!, 0) / some.length;
    const tag = fits.hashtags[0]!;
    const has = (post: Post) => post.hashtags.includes(tag.key);
    expect(tag.naive).toBeCloseTo(mean(posts.filter(has)) / mean(posts.filter((post) => !has(post))), 12);
    const cell = fits.windows.cells.find(({ posts: count }) => count > 1)!;
    const inCell = posts.filter(({ postedAt }) => {
      const date = new Date(postedAt!);
      return (date.getUTCDay() + 6) % 7 === cell.weekday && date.getUTCHours() === cell.hour;
    });
    expect(cell.posts).toBe(inCell.length);
    expect(cell.naive).toBeCloseTo(mean(inCell) / mean(posts), 12);
  });

  it("measures a call to like on the like rate and a question on the comment rate", () => {
    const found = byId(fits);
    expect(found.get("features/call-to-action:like")).toMatchObject({
      outcome: "likeRate",
      family: "call-to-action",
    });
    expect(found.get("features/question")).toMatchObject({ outcome: "commentRate", family: "other" });
    expect(fits.outcomes.map(({ outcome }) => outcome)).toEqual(["likes", "likeRate", "commentRate"]);
  });

  it("falls back on the count where there are no views", () => {
    const blind = fitPosts(posts.map((post) => ({ ...post, views: null })));
    expect(byId(blind).get("features/call-to-action:like")!.outcome).toBe("likes");
    expect(byId(blind).get("features/question")!.outcome).toBe("comments");
  });
});

describe("what must not matter", () => {
  it("the order of the rows changes no byte", () => {
    const text = JSON.stringify(fits);
    for (const seed of [1, 2]) {
      const shuffled = shuffle(
        posts.map((_, i) => i),
        sfc32([seed, 1, 1, 1]),
      ).map((i) => posts[i]!);
      expect(JSON.stringify(fitPosts(shuffled)) === text).toBe(true);
    }
  });

  it("the week in which everything happened (UTC)", () => {
    const later = posts.map((post) => ({
      ...post,
      postedAt: post.postedAt! + 5 * WEEK,
      sortAt: post.sortAt! + 5 * WEEK,
      snapshotAt: post.snapshotAt + 5 * WEEK,
    }));
    expect(largestDifference(fits, fitPosts(later))).toBe(0);
  });

  it("the names of hashtags, but for the order of ties", () => {
    const names = new Map(
      [...new Set(posts.flatMap(({ hashtags }) => hashtags))].map((key) => [key, `#z${key.slice(1)}`]),
    );
    // #fyp and #foryou keep theirs: their names say that they are generic.
    for (const key of ["#fyp", "#foryou"]) names.set(key, key);
    const renamed = fitPosts(
      posts.map((post) => ({ ...post, hashtags: post.hashtags.map((key) => names.get(key)!) })),
    );
    const others = byId(renamed);
    for (const { key, estimate, posts: count } of fits.hashtags) {
      const other = others.get(`hashtags/${names.get(key)}`)!;
      expect(other.posts).toBe(count);
      expect(Math.abs(other.estimate!.mean - estimate!.mean)).toBeLessThan(1e-9);
      expect(Math.abs(other.estimate!.probability - estimate!.probability)).toBeLessThan(1e-9);
    }
  });

  it("a copy of a hashtag: both become one group", () => {
    const twin = posts.map((post) => ({
      ...post,
      hashtags: post.hashtags.includes("#bread") ? [...post.hashtags, "#brot"] : post.hashtags,
      title: post.title,
    }));
    const found = fitPosts(twin).hashtags;
    expect(found.find(({ key }) => key === "#bread")!.group).toEqual(["#brot"]);
    expect(found.some(({ key }) => key === "#brot")).toBe(false);
  });

  it("multiplying all counts leaves effects nearly as they are", () => {
    const times = 1000;
    const scaled = posts.map((post) => ({ ...post, likes: post.likes! * times }));
    const found = byId(fitPosts(scaled));
    for (const { id, estimate } of fits.windows.cells) {
      expect(Math.abs(found.get(id)!.estimate!.mean - estimate!.mean)).toBeLessThan(0.02);
    }
  });
});

describe("posts that a fit can say little about", () => {
  const day = 86_400_000;
  const bare = (count: number, change: (i: number) => Partial<Post> = () => ({})) =>
    Array.from({ length: count }, (_, i) =>
      makePost({
        at: Date.UTC(2025, 0, 1) + i * day,
        key: `p${i}`,
        views: 100 + i,
        likes: 10 + (i % 7),
        ...change(i),
      }),
    );
  const verdicts = (found: Fits) => new Set(allFindings(found).map(({ barred }) => barred?.verdict));

  it.each([0, 1, 2, 5, 11])("%d posts: no fit, everything too few", (count) => {
    const found = fitPosts(bare(count));
    expect(found.outcomes).toEqual([]);
    expect(found.windows.cells).toHaveLength(168);
    expect(found.windows.barred?.verdict).toBe("too-few");
    for (const { estimate } of allFindings(found)) expect(estimate).toBeNull();
  });

  it("12 posts: numbers, but no claim", () => {
    const found = fitPosts(bare(12));
    expect(found.outcomes.length).toBeGreaterThan(0);
    expect(found.windows.cells[0]!.estimate).not.toBeNull();
    expect(found.windows.cells[0]!.barred?.verdict).toBe("too-few");
    expect(verdicts(found).has(undefined)).toBe(false);
  });

  it("equal values: not in the data", () => {
    const found = fitPosts(bare(40, () => ({ likes: 7 })));
    expect(found.barred.likes).toEqual({ verdict: "not-in-data", reason: "all values are equal" });
  });

  it("all zeros: not in the data", () => {
    const found = fitPosts(bare(40, () => ({ likes: 0 })));
    expect(found.barred.likes?.verdict).toBe("not-in-data");
  });

  it("no likes at all: not in the data", () => {
    const found = fitPosts(bare(40, () => ({ likes: null })));
    expect(found.barred.likes).toEqual({ verdict: "not-in-data", reason: "the export has no likes" });
    expect(found.missing.some(({ analysis }) => analysis === "model")).toBe(true);
  });

  it("equal times: a fit without trend", () => {
    const found = fitPosts(bare(40, (i) => ({ postedAt: 0, sortAt: 0, snapshotAt: 90 * day, likes: 3 + i })));
    expect(found.outcomes[0]!.parts.map(({ part }) => part)).toEqual(["hour", "wd", "int"]);
    expect(found.baseline.trend.perMonth.ratio).toBeNull();
    expect(
      found.windows.cells.every(({ estimate }) => estimate !== null && !Number.isNaN(estimate.mean)),
    ).toBe(true);
  });

  it("days without hours: windows are not in the data", () => {
    const found = fitPosts(
      bare(40, (i) => ({ precision: "day", postedAt: null, likes: 3 + ((i * 13) % 31) })),
    );
    expect(found.windows.barred?.verdict).toBe("not-in-data");
    expect(found.windows.habit).toEqual([]);
    expect(found.outcomes[0]!.parts.map(({ part }) => part)).toContain("wd");
    expect(found.counts).toMatchObject({ withHour: 0, dateOnly: 40 });
  });

  it("more columns than posts, and any finite counts: no NaN anywhere", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(1e9), fc.nat(5e5), fc.integer({ min: 1, max: 3000 })), {
          minLength: 12,
          maxLength: 20,
        }),
        (rows) => {
          const made = rows.map(([views, likes, hours], i) =>
            makePost({
              at: Date.UTC(2025, 0, 1) + hours * 3_600_000,
              key: `p${i}`,
              views,
              likes,
              hashtags: [`#t${i % 5}`, `#u${i % 7}`],
              durationSeconds: 1 + (i % 9) * 7,
            }),
          );
          const text = JSON.stringify(fitPosts(made), (_, value) => {
            if (typeof value === "number" && !Number.isFinite(value)) throw new Error(`found ${value}`);
            return value;
          });
          expect(text.length).toBeGreaterThan(100);
        },
      ),
      { numRuns: 12 },
    );
  });
});
