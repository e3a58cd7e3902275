import { describe, expect, it } from "vitest";
import { AdvisorError } from "../../src/errors.ts";
import { datedSeries } from "../../src/read/context-days.ts";
import { readExports } from "../../src/read/index.ts";
import { dayToIso, isoToDay } from "../../src/zone.ts";
import { csvExport, idAt, linkOf, STUDIO_HEADER } from "../support/csv-export.ts";

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);

/** Days of a series as the export writes them. */
function written(from: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const date = new Date((isoToDay(from) + index) * 86_400_000);
    return `${MONTHS[date.getUTCMonth()]} ${date.getUTCDate()}`;
  });
}

const content = (time = "March 25") =>
  csvExport("Content.csv", STUDIO_HEADER, [
    [time, "Loaf", linkOf("mia", idAt(Date.UTC(2026, 2, 10, 10) / 1000)), "March 10", "10", "1", "2", "100"],
  ]);

describe("datedSeries", () => {
  const monthDays = (from: string, count: number) =>
    Array.from({ length: count }, (_, index) => {
      const iso = dayToIso(isoToDay(from) + index);
      return Number(iso.slice(5, 7)) * 100 + Number(iso.slice(8));
    });
  const anchor = isoToDay("2026-03-27");

  it.each([
    ["2026-03-18", 7],
    ["2026-02-25", 28],
    ["2025-12-20", 96],
    ["2025-03-26", 365],
    ["2025-03-25", 366],
  ])("dates a series from %s of %d days back from its end", (from, count) => {
    const days = datedSeries(monthDays(from, count), anchor);
    expect(days.map(dayToIso)).toEqual(
      Array.from({ length: count }, (_, index) => dayToIso(isoToDay(from) + index)),
    );
  });

  it("does not need the order of rows where a gap shows the end", () => {
    const days = monthDays("2025-12-20", 40);
    const turned = [...days].reverse();
    expect(datedSeries(turned, anchor)).toEqual([...datedSeries(days, anchor)].reverse());
  });
});

describe("context files", () => {
  it("give one row per day, of the newest export that holds it; missing is not zero", async () => {
    const overview = (name: string, from: string, count: number, views: string) =>
      csvExport(
        name,
        ["Date", "Video Views", "Profile Views", "Likes", "Comments", "Shares"],
        written(from, count).map((day) => [day, views, "5", "4", "-2", "undefined"]),
      );
    const dataset = await readExports([
      content(),
      overview("old/Overview.csv", "2026-03-10", 5, "1"),
      overview("new/Overview.csv", "2026-03-12", 10, "2"),
    ]);
    const { days } = dataset.context;
    expect(days).toHaveLength(12);
    expect(days.map(({ day, views }) => [day, views]).slice(0, 3)).toEqual([
      ["2026-03-10", 1],
      ["2026-03-11", 1],
      ["2026-03-12", 2],
    ]);
    expect(days[0]).toMatchObject({ profileViews: 5, comments: -2, shares: null, followers: null });
    expect(dataset.rows).toEqual({ read: 16, used: 1, merged: 0, dropped: 0, other: 15 });
  });

  it("of viewers: the zeros of a day without total are missing too", async () => {
    const rows = [
      ["March 20", "10", "0", "10"],
      ["March 21", "undefined", "0", "0"],
    ];
    const header = ["Date", "Total Viewers", "New Viewers", "Returning Viewers"];
    const { context, warnings } = await readExports([content(), csvExport("Viewers.csv", header, rows)]);
    expect(warnings.find(({ code }) => code === "CONTEXT_INCOMPLETE")?.count).toBe(3);
    expect(context.days).toMatchObject([
      { day: "2026-03-20", viewers: 10, newViewers: 0, returningViewers: 10 },
      { day: "2026-03-21", viewers: null, newViewers: null, returningViewers: null },
    ]);
  });

  it("of followers: totals count, the difference column does not", async () => {
    const header = ["Date", "Followers", "Difference in followers from previous day"];
    const rows = [
      ["March 20", "undefined", "0"],
      ["March 21", "100", "7"],
      ["March 22", "105", "-3"],
    ];
    const dataset = await readExports([content(), csvExport("FollowerHistory.csv", header, rows)]);
    expect(dataset.context.days.map(({ followers }) => followers)).toEqual([null, 100, 105]);
    expect(dataset.warnings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(["HISTORY_GAP", "CONTEXT_INCOMPLETE"]),
    );
  });

  it("of shares are read as they are", async () => {
    const dataset = await readExports([
      content(),
      csvExport(
        "FollowerGender.csv",
        ["Gender", "Distribution"],
        [
          ["Male", "0.375"],
          ["Female", "0.625"],
        ],
      ),
      csvExport("FollowerTopTerritories.csv", ["Top territories", "Distribution"], [["XK", "0.25"]]),
    ]);
    expect(dataset.context.gender).toEqual([
      { key: "Male", share: 0.375 },
      { key: "Female", share: 0.625 },
    ]);
    expect(dataset.context.territories).toEqual([{ key: "XK", share: 0.25 }]);
  });

  it("of activity: hours after the last follower are not yet counted, empty days do not enter the mean", async () => {
    const rows = [1, 2, 3].flatMap((day) =>
      Array.from({ length: 24 }, (_, hour) => {
        const followers = day === 1 ? 10 : day === 2 && hour < 6 ? 30 : 0;
        return [`March ${day + 20}`, String(hour), String(followers)];
      }),
    );
    const header = ["Date", "Hour", "Active followers"];
    const { context } = await readExports([content(), csvExport("FollowerActivity.csv", header, rows)]);
    expect(context.followerActivity).toEqual([...new Array(6).fill(20), ...new Array(18).fill(10)]);
  });

  it("alone are no error for inspect, and one for analyze", async () => {
    const input = () => [csvExport("FollowerGender.csv", ["Gender", "Distribution"], [["Male", "0.375"]])];
    const dataset = await readExports(input());
    expect([dataset.posts.length, dataset.asOf, dataset.warnings.map(({ code }) => code)]).toEqual([
      0,
      null,
      ["CONTEXT_ONLY"],
    ]);
    await expect(readExports(input(), { mode: "analyze" })).rejects.toMatchObject({ code: "CONTEXT_ONLY" });
  });

  it("belong to nobody beside several accounts", async () => {
    const header = ["id", "username", "views", "likes"];
    const rows = ["mia", "bob"].map((account, index) => [idAt(1_770_000_000 + index), account, "100", "10"]);
    const dataset = await readExports([
      csvExport("a.csv", header, rows),
      csvExport("FollowerGender.csv", ["Gender", "Distribution"], [["Male", "0.375"]]),
    ]);
    expect(dataset.context).toMatchObject({ gender: [], families: ["studio-gender"] });
  });
});

describe("an input beyond the memory it may use", () => {
  it("is refused by name before memory ends", async () => {
    const rows = Array.from({ length: 100 }, (_, index) => [idAt(1_770_000_000 + index), "mia", "100", "10"]);
    const input = csvExport("a.csv", ["id", "username", "views", "likes"], rows);
    const error = await readExports([input], { memoryBytes: 50_000 }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(AdvisorError);
    expect(error).toMatchObject({ code: "INPUT_TOO_LARGE" });
    expect((await readExports([input], { memoryBytes: 50_000, detail: false })).posts).toHaveLength(100);
  });

  it("is read without texts where only a view of it is asked for", async () => {
    const rows = Array.from({ length: 20_001 }, (_, index) => [
      idAt(1_770_000_000 + index),
      `#loaf ${index}`,
      "100",
      "10",
    ]);
    const input = csvExport("a.csv", ["id", "title", "views", "likes"], rows);
    const dataset = await readExports([input], { detail: "auto" });
    expect([dataset.isReduced, dataset.posts.length, dataset.posts[0]!.title]).toEqual([true, 20_001, ""]);
    expect(dataset.posts.filter(({ hashtags }) => hashtags.length > 0)).toHaveLength(20_001);
  });
});
