import { describe, expect, it } from "vitest";
import { isoUtc, namedZone } from "../../src/zone.ts";
import { csvExport, idAt, linkOf, STUDIO_HEADER } from "../support/csv-export.ts";
import { at, codes, counts, generic, read, refusal, studio } from "../support/timed-exports.ts";

describe("dates and ids after the reference date", () => {
  const early = { asOf: Date.parse("2026-01-20T00:00:00Z") };
  const posts: [string, string][] = [
    ["2026-01-05T12:00:10Z", "2026-01-05T12:00:06Z"],
    ["2026-01-23T12:00:10Z", "2026-01-23T12:00:06Z"],
    ["2026-01-26T12:00:10Z", "2026-01-26T12:00:06Z"],
  ];
  it.each([
    ["instants", posts],
    ["days", posts.map(([time, made]): [string, string] => [time.slice(0, 10), made])],
  ])("are posts of the future, not foreign ids: %s", async (_what, rows) => {
    const dataset = await read([generic(rows)], early);
    expect(dataset.rows).toEqual({ read: 3, used: 1, merged: 0, dropped: 2, other: 0 });
    expect(dataset.warnings.find(({ code }) => code === "DATE_FUTURE")?.count).toBe(2);
    expect(codes(dataset)).not.toContain("ID_WITHOUT_TIME");
  });
  it("do not hide an id that its own date contradicts", async () => {
    const dataset = await read(
      [generic([...posts, ["2026-01-07T12:00:00Z", "2031-01-07T12:00:00Z"]])],
      early,
    );
    expect(dataset.warnings.find(({ code }) => code === "ID_WITHOUT_TIME")?.count).toBe(1);
  });
});

describe("dates without year", () => {
  it("lie in the future where their ids do, not a year back", async () => {
    const posts: [string, string][] = [
      ["January 5", "2026-01-05T12:00:00Z"],
      ["January 23", "2026-01-23T12:00:00Z"],
      ["January 26", "2026-01-25T12:00:00Z"],
    ];
    const dataset = await read([studio(posts, "January 28")], { asOf: Date.parse("2026-01-20T00:00:00Z") });
    expect(dataset.rows).toEqual({ read: 3, used: 1, merged: 0, dropped: 2, other: 0 });
    expect(dataset.posts.map(({ postedOn }) => postedOn)).toEqual(["2026-01-05"]);
    expect(dataset.warnings.find(({ code }) => code === "DATE_FUTURE")?.count).toBe(2);
    expect(codes(dataset)).not.toContain("YEAR_ASSUMED");
    expect(codes(dataset)).not.toContain("ID_WITHOUT_TIME");
  });
  it("of several exports in one file are dated each by its own newest post", async () => {
    const row = (time: string, day: string, made: string, views: string) => [
      time,
      "Loaf",
      linkOf("lumen.bakes", idAt(at(made), 1)),
      day,
      "10",
      "1",
      "2",
      views,
    ];
    const dataset = await read([
      csvExport("Content.csv", STUDIO_HEADER, [
        row("February 10", "January 5", "2026-01-05T12:00:00Z", "100"),
        row("March 10", "January 5", "2026-01-05T12:00:00Z", "150"),
        row("March 10", "March 2", "2026-03-02T12:00:00Z", "90"),
      ]),
    ]);
    expect(isoUtc(dataset.asOf!)).toBe("2026-03-10T12:00:00Z");
    expect(
      dataset.posts.map(({ views, snapshots }) => [views, ...snapshots.map((one) => isoUtc(one.at!))]),
    ).toEqual([[150, "2026-02-10T12:00:00Z"], [90]]);
  });
  it("take their year from the id: the first in which they are not before the upload", async () => {
    const dataset = await read([
      studio([
        ["December 31", "2025-12-31T12:00:00Z"],
        ["January 1", "2026-01-01T12:00:00Z"],
        ["February 29", "2024-02-29T12:00:00Z"],
        ["May 14", "2023-05-14T12:00:00Z"],
      ]),
    ]);
    expect(dataset.posts.map(({ postedOn }) => postedOn)).toEqual([
      "2023-05-14",
      "2024-02-29",
      "2025-12-31",
      "2026-01-01",
    ]);
    expect(dataset.posts.map(({ postedAt }) => postedAt && isoUtc(postedAt))).toContain(
      "2024-02-29T12:00:00Z",
    );
    expect(codes(dataset)).toEqual(
      expect.arrayContaining(["YEAR_FROM_ID", "HOUR_FROM_ID", "AS_OF_INFERRED"]),
    );
    expect(isoUtc(dataset.asOf!)).toBe("2026-07-08T12:00:00Z");
  });

  it("lie in the next year where a post of December was scheduled for January", async () => {
    const { posts } = await read([studio([["January 2", "2025-12-30T12:00:00Z"]])]);
    expect(posts[0]).toMatchObject({
      postedAt: null,
      postedOn: "2026-01-02",
      scheduled: true,
      precision: "day",
    });
    expect(isoUtc(posts[0]!.sortAt!)).toBe("2026-01-02T12:00:00Z");
  });

  it("are the last such day before --as-of where there is no id, and are refused without any anchor", async () => {
    const rows = [
      ["March 5", "a"],
      ["July 9", "b"],
    ].map(([day, title]) => ["", title!, "", day!, ...counts]);
    const input = () => csvExport("Content.csv", STUDIO_HEADER, rows);
    const dataset = await read([input()], { asOf: Date.UTC(2026, 6, 8, 12) });
    expect(dataset.posts.map(({ postedOn }) => postedOn)).toEqual(["2025-07-09", "2026-03-05"]);
    expect(codes(dataset)).toEqual(expect.arrayContaining(["YEAR_ASSUMED", "TIME_DATE_ONLY"]));
    expect(codes(dataset)).not.toContain("AS_OF_INFERRED");
    expect(await refusal(read([input()]))).toBe("TIME_MISSING");
  });
});

describe("days beside ids", () => {
  it("later than the upload mean a scheduled post: day known, hour not", async () => {
    const dataset = await read([
      studio([
        ["June 20", "2026-06-17T10:00:00Z"],
        ["June 21", "2026-06-21T10:00:00Z"],
      ]),
    ]);
    const [scheduled, direct] = dataset.posts;
    expect(scheduled).toMatchObject({
      scheduled: true,
      postedAt: null,
      postedOn: "2026-06-20",
      precision: "day",
    });
    expect(direct).toMatchObject({ scheduled: false, postedOn: "2026-06-21", precision: "second" });
    expect(dataset.warnings.find(({ code }) => code === "SCHEDULED_POSTS")?.message).toContain(
      "hour unknown",
    );
  });

  it("earlier than the upload are contradicted by the id", async () => {
    const days: [string, string][] = [
      ["June 20", "2026-06-20T12:00:00Z"],
      ["June 21", "2026-06-21T12:00:00Z"],
      ["June 21", "2026-06-22T12:00:00Z"],
    ];
    const dataset = await read([studio(days)]);
    expect(isoUtc(dataset.posts[2]!.postedAt!)).toBe("2026-06-22T12:00:00Z");
    expect(dataset.warnings.find(({ code }) => code === "TIME_BEFORE_ID")?.count).toBe(1);
  });

  it("narrow the zone down: what excludes the assumed zone is read with the nearest offset that fits", async () => {
    const inEvening: [string, string][] = ["20", "21", "22"].map((day) => [
      `June ${day}`,
      `2026-06-${Number(day) + 1}T02:10:00Z`,
    ]);
    const dataset = await read([studio(inEvening)]);
    expect(dataset.posts.every(({ postedAt, scheduled }) => postedAt !== null && !scheduled)).toBe(true);
    expect(dataset.warnings.find(({ code }) => code === "TIME_ZONE_INFERRED")?.message).toContain(
      "UTC-02:15",
    );
    expect([dataset.zone.name, dataset.zoneSource]).toEqual(["UTC", "host"]);
  });

  it("allow an hour of daylight saving", async () => {
    const zone = { zone: namedZone("UTC+01:00"), source: "flag" as const };
    const dataset = await read(
      [
        studio([
          ["June 20", "2026-06-19T22:30:00Z"],
          ["June 22", "2026-06-22T12:00:00Z"],
        ]),
      ],
      { zone },
    );
    expect(dataset.posts[0]).toMatchObject({ scheduled: false, postedOn: "2026-06-20" });
    expect(codes(dataset)).not.toContain("TIME_BEFORE_ID");
  });
});

describe("day and month", () => {
  const dates = (values: readonly string[], made: readonly (string | null)[]) =>
    generic(values.map((value, index) => [value, made[index] ?? null]));

  it("are told apart by a part over 12", async () => {
    const { posts, warnings } = await read([dates(["3/4/2026 10:00", "13/4/2026 10:00"], [])]);
    expect(posts.map(({ postedOn }) => postedOn)).toEqual(["2026-04-03", "2026-04-13"]);
    expect(warnings.map(({ code }) => code)).toContain("DATE_ORDER_INFERRED");
  });

  it("are told apart by the ids", async () => {
    const made = ["2026-03-04T10:00:00Z", "2026-05-06T10:00:00Z"];
    const { posts } = await read([dates(["3/4/2026 10:00:00", "5/6/2026 10:00:00"], made)]);
    expect(posts.map(({ postedOn }) => postedOn)).toEqual(["2026-03-04", "2026-05-06"]);
  });

  it("are refused where nothing tells them apart", async () => {
    expect(await refusal(read([dates(["3/4/2026 10:00", "5/6/2026 10:00"], [])]))).toBe(
      "DATE_ORDER_AMBIGUOUS",
    );
  });

  it("need no order where they are equal, or written with dots", async () => {
    const { posts } = await read([dates(["4/4/2026 10:00", "5/5/2026 10:00"], [])]);
    expect(posts.map(({ postedOn }) => postedOn)).toEqual(["2026-04-04", "2026-05-05"]);
    const dotted = await read([dates(["3.4.2026 10:00", "5.6.2026 10:00"], [])]);
    expect(dotted.posts.map(({ postedOn }) => postedOn)).toEqual(["2026-04-03", "2026-06-05"]);
  });
});
