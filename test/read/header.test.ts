import { describe, expect, it } from "vitest";
import { POST_ALIASES } from "../../src/read/aliases.ts";
import { mapHeader, normaliseHeader, viewHeader } from "../../src/read/header.ts";
import { columnOf, planTable } from "../../src/read/plan.ts";

describe("normaliseHeader", () => {
  const cases: [string, string, boolean][] = [
    ["Video Views", "video views", false],
    ["\ufeff\u200bid ", "id", false],
    ["create_time", "create time", false],
    ["musicMeta/musicName", "musicmeta musicname", false],
    ["music.title", "music title", false],
    ["ＶＩＥＷＳ", "views", false],
    ["'Likes'", "likes", false],
    ["M5_view_count", "view count", true],
    ["M5_views", "m5 views", false],
    ["Lägg till i Favoriter", "lägg till i favoriter", false],
    ["Phone number clicks ", "phone number clicks", false],
    ["TITLE", "title", false],
  ];
  for (const [header, name, surveyCoded] of cases) {
    it(header, () => expect(normaliseHeader(header)).toEqual({ name, surveyCoded }));
  }
});

describe("the alias table", () => {
  it("maps each of its names to its field, alone in a header", () => {
    for (const [field, names] of POST_ALIASES) {
      for (const name of names) {
        const { choices } = mapHeader(viewHeader([name]), { aliases: POST_ALIASES });
        expect([name, choices[0]?.field]).toEqual([name, field]);
      }
    }
  });
  it("knows no name twice", () => {
    const names = POST_ALIASES.flatMap(([, aliases]) => aliases);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe("planTable", () => {
  const fields = (headers: string[]) =>
    Object.fromEntries(planTable(headers, {}).choices.map(({ field, column }) => [field, headers[column]]));

  it("prefers the best alias to the first column", () => {
    expect(fields(["views", "playCount", "createTime", "createTimeISO", "title", "text"])).toEqual({
      views: "playCount",
      postedAt: "createTimeISO",
      title: "text",
    });
  });
  it("guesses by words, and says so", () => {
    const plan = planTable(["Post ID", "Organic video views", "Date posted"], {});
    expect(plan.choices).toContainEqual({ field: "views", column: 1, how: "value" });
  });
  it("never takes profile views for views, total followers for likes, music id for an id", () => {
    expect(fields(["Profile views", "Total followers", "Music ID"])).toEqual({ soundId: "Music ID" });
    expect(fields(["Likes rate", "Average views", "Views per day", "Author ID", "Cover URL"])).toEqual({});
  });
  it("takes impressions for views only where there are none", () => {
    expect(fields(["impressions", "likes"])).toEqual({ views: "impressions", likes: "likes" });
    expect(fields(["impressions", "views"])).toEqual({ views: "views" });
  });
  it("takes a timestamp for the time only where there is no other", () => {
    expect(fields(["timestamp", "views"])).toEqual({ postedAt: "timestamp", views: "views" });
    expect(fields(["timestamp", "upload_date"])).toEqual({ postedAt: "upload_date", snapshot: "timestamp" });
    expect(fields(["timestamp", "date"])).toEqual({ postedAt: "date", snapshot: "timestamp" });
  });
  it("lets --map beat every alias", () => {
    const plan = planTable(["views", "likes"], { map: [{ field: "likes", header: "Views" }] });
    expect(columnOf(plan, "likes")).toBe(0);
    expect(columnOf(plan, "views")).toBe(-1);
  });
  it("names words that fit two headers", () => {
    expect(planTable(["views day 7", "views week 2"], {}).ambiguous).toEqual([]);
    expect(planTable(["views seven", "views thirty"], {}).ambiguous).toEqual([
      { field: "views", columns: [0, 1] },
    ]);
  });
});
