import { describe, expect, it } from "vitest";
import { habitOf } from "../../src/model/habit.ts";
import { postTable } from "../../src/model/post-table.ts";
import { chooseWindows, eligibleCells, windowEligible } from "../../src/model/window-choice.ts";
import { nextStart } from "../../src/model/windows.ts";
import { fixedZone, isoLocal, namedZone } from "../../src/zone.ts";
import { fitPosts } from "../support/fit-posts.ts";
import { makePost } from "../support/make-post.ts";
import { smallAccount } from "../support/small-account.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Monday 6 January 2025, 0 h UTC */
const MONDAY = Date.UTC(2025, 0, 6);
const NO_EXTRAS = { labels: [], trends: [] };

const at = (day: number, hour: number) => makePost({ at: MONDAY + day * DAY + hour * HOUR, likes: 5 });
const tableOf = (posts: ReturnType<typeof at>[]) => postTable(posts, posts, fixedZone(0), NO_EXTRAS);
const rowsOf = (count: number) => Int32Array.from({ length: count }, (_, i) => i);

describe("the distance rule", () => {
  const table = tableOf([at(0, 12), at(2, 13), at(9, 23.5)]);
  const eligible = eligibleCells(table, rowsOf(3));
  const hours = (day: number) =>
    Array.from({ length: 24 }, (_, h) => h).filter((h) => eligible[day * 24 + h]);

  it("allows the hours within three of any post, around midnight too, on weekdays with a post", () => {
    // 12:00 and 13:00 reach the middles 9:30 to 15:30; 23:30 reaches 20:30 to 2:30.
    expect(hours(0)).toEqual([0, 1, 2, 9, 10, 11, 12, 13, 14, 15, 20, 21, 22, 23]);
    expect(hours(2)).toEqual(hours(0));
    expect(hours(1)).toEqual([]);
  });

  it("wants all three hours of a window, and ends windows at midnight", () => {
    expect(windowEligible(eligible, 0, 13)).toBe(true);
    expect(windowEligible(eligible, 0, 14)).toBe(false);
    expect(windowEligible(eligible, 0, 22)).toBe(false);
    expect(windowEligible(eligible, 1, 13)).toBe(false);
  });
});

describe("chooseWindows", () => {
  const all = new Array<boolean>(168).fill(true);
  const ranking = (value: (day: number, hour: number) => number) =>
    Array.from({ length: 168 }, (_, cell) => value(Math.floor(cell / 24), cell % 24));

  it("joins the weekdays that reach two thirds of the best one, and goes on without overlaps", () => {
    const bump = (day: number) => (day === 1 ? 0.3 : day === 3 ? 0.21 : day === 5 ? 0.19 : -0.1);
    const found = chooseWindows(
      ranking((day, hour) => (hour >= 18 && hour < 21 ? bump(day) : hour === 7 && day === 0 ? 0.03 : -0.1)),
      all,
    );
    expect(found[0]).toEqual({ weekdays: [1, 3], startHour: 18 });
    expect(found[1]).toEqual({ weekdays: [5], startHour: 18 });
    expect(found).toHaveLength(2);
  });

  it("prefers the earlier weekday, then the earlier hour, among equals", () => {
    const found = chooseWindows(
      ranking(() => 0.1),
      all,
    );
    expect(found).toEqual([
      { weekdays: [0, 1, 2, 3, 4, 5, 6], startHour: 0 },
      { weekdays: [0, 1, 2, 3, 4, 5, 6], startHour: 3 },
      { weekdays: [0, 1, 2, 3, 4, 5, 6], startHour: 6 },
    ]);
  });

  it("finds nothing where nothing is above the habit or eligible", () => {
    expect(
      chooseWindows(
        ranking(() => 0),
        all,
      ),
    ).toEqual([]);
    expect(
      chooseWindows(
        ranking(() => 1),
        new Array<boolean>(168).fill(false),
      ),
    ).toEqual([]);
  });
});

describe("the habit", () => {
  it("is the last third of the posts with known hour, at least ten", () => {
    const posts = Array.from({ length: 60 }, (_, i) => at(i, i < 40 ? 8 : 20));
    posts[59] = { ...posts[59]!, precision: "day" };
    const { shares, rows } = habitOf(tableOf(posts));
    expect(rows).toHaveLength(20);
    expect(rows[19]).toBe(58);
    const evening = shares.reduce((sum, share, cell) => sum + (cell % 24 === 20 ? share : 0), 0);
    expect(evening).toBeCloseTo(19 / 20, 12);
    expect(habitOf(tableOf(posts.slice(0, 12))).rows).toHaveLength(10);
  });
});

describe("nextStart", () => {
  const berlin = namedZone("Europe/Berlin");
  const local = (instant: number) => isoLocal(berlin, instant);

  it("is later than the instant, on one of the weekdays", () => {
    const after = Date.UTC(2025, 0, 6, 17); // Monday 18:00 in Berlin
    expect(local(nextStart(berlin, after, [0], 18))).toBe("2025-01-13T18:00:00+01:00");
    expect(local(nextStart(berlin, after, [0], 19))).toBe("2025-01-06T19:00:00+01:00");
    expect(local(nextStart(berlin, after, [2, 4], 6))).toBe("2025-01-08T06:00:00+01:00");
  });

  it("moves a start that daylight saving skips to the first minute that exists", () => {
    expect(local(nextStart(berlin, Date.UTC(2025, 2, 29, 12), [6], 2))).toBe("2025-03-30T03:00:00+02:00");
  });
});

describe("windows of an account", () => {
  const posts = smallAccount(80);

  it("are counted in local time", () => {
    const utc = fitPosts(posts).windows.cells;
    const east = fitPosts(posts, { zone: fixedZone(120) }).windows.cells;
    for (let cell = 0; cell < 168; cell++) expect(east[(cell + 2) % 168]!.posts).toBe(utc[cell]!.posts);
  });

  it("have ids of ISO weekdays and a start, and name their parts", () => {
    const { best, eligible } = fitPosts(posts).windows;
    for (const { id, weekdays, startHour, endHour } of best) {
      expect(id).toBe(`windows/${weekdays.map((day) => day + 1).join(".")}-${startHour}`);
      expect(endHour - startHour).toBe(3);
    }
    expect(eligible.length).toBeGreaterThan(10);
  });

  it("leave posts without an hour out of the cells, but in the fit", () => {
    const blurred = posts.map((post, i) => (i % 3 === 0 ? { ...post, precision: "day" as const } : post));
    const found = fitPosts(blurred);
    const known = blurred.filter(({ precision }) => precision !== "day").length;
    expect(found.windows.cells.reduce((sum, { posts: count }) => sum + count, 0)).toBe(known);
    expect(found.outcomes[0]!.posts).toBe(80);
    expect(found.windows.cells[0]!.of).toBe(80);
  });

  it("are too few when all posts stand in two hours", () => {
    const rigid = Array.from({ length: 60 }, (_, i) => ({
      ...at(i, i % 2 ? 9 : 20),
      key: `p${i}`,
      likes: (i * 7) % 23,
    }));
    expect(fitPosts(rigid).windows.barred).toEqual({
      verdict: "too-few",
      reason: "all posts stand in two hours of the day; three are needed to compare",
    });
  });
});
