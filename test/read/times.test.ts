import { describe, expect, it } from "vitest";
import { isoUtc, namedZone } from "../../src/zone.ts";
import { csvExport, idAt, linkOf } from "../support/csv-export.ts";
import { at, codes, GENERIC, generic, read, refusal, studio } from "../support/timed-exports.ts";

describe("FollowerActivity", () => {
  const activity = (lastHour: number) => {
    const rows = [1, 2, 3].flatMap((day) =>
      Array.from({ length: 24 }, (_, hour) => [
        `July ${day}`,
        String(hour),
        day < 3 || hour <= lastHour ? "40" : "0",
      ]),
    );
    return csvExport("FollowerActivity.csv", ["Date", "Hour", "Active followers"], rows);
  };

  it.each([
    [8, "UTC+09:00"],
    [17, "UTC-06:00"],
    [23, "UTC"],
  ])("whose last hour is %d means %s", async (lastHour, name) => {
    const posts: [string, string][] = [
      ["June 20", "2026-06-20T05:00:00Z"],
      ["June 22", "2026-06-22T05:30:00Z"],
    ];
    const shifted =
      lastHour === 17
        ? posts.map(([day, made]) => [day, made.replace("T05", "T12")] as [string, string])
        : posts;
    const dataset = await read([studio(shifted), activity(lastHour)]);
    expect([dataset.zone.name, dataset.zoneSource]).toEqual([name, "inferred"]);
    expect(codes(dataset)).toEqual(expect.arrayContaining(["TIME_ZONE_INFERRED"]));
    expect(dataset.context.followerActivity).toEqual(new Array(24).fill(40));
    if (lastHour < 23) expect(codes(dataset)).toContain("CONTEXT_INCOMPLETE");
  });

  it("is not believed where the days exclude it", async () => {
    const posts: [string, string][] = ["20", "21", "22"].map((day) => [
      `June ${day}`,
      `2026-06-${day}T23:30:00Z`,
    ]);
    const dataset = await read([studio(posts), activity(8)]);
    expect(dataset.zoneSource).toBe("host");
    expect(dataset.posts.every(({ scheduled }) => !scheduled)).toBe(true);
  });
});

describe("clock times beside ids", () => {
  const made = [
    "2026-01-02T10:00:00Z",
    "2026-01-03T11:00:00Z",
    "2026-01-04T12:00:00Z",
    "2026-01-05T13:00:00Z",
  ];
  const shifted = (
    seconds: number,
    form: (iso: string) => string = (iso) => iso.slice(0, 19).replace("T", " "),
  ) => made.map((iso): [string, string] => [form(isoUtc((at(iso) + seconds) * 1000)), iso]);

  it("that agree are UTC, without a word about zones", async () => {
    const dataset = await read([generic(shifted(5))]);
    expect(dataset.posts.map(({ postedAt }) => isoUtc(postedAt!))).toEqual(
      made.map((iso) => iso.replace("00Z", "05Z")),
    );
    expect(codes(dataset).filter((code) => code.startsWith("TIME_"))).toEqual([]);
    expect(dataset.times).toMatchObject([
      { posts: 4, medianSeconds: 5, shareNear: 1, shareScheduled: 0, verdict: "agrees" },
    ]);
  });

  it("a multiple of 15 minutes off tell the zone, of the report too", async () => {
    const dataset = await read([generic(shifted(5.5 * 3600 + 5))]);
    expect(dataset.posts.map(({ postedAt }) => isoUtc(postedAt!))).toEqual(
      made.map((iso) => iso.replace("00Z", "05Z")),
    );
    expect([dataset.zone.name, dataset.zoneSource]).toEqual(["UTC+05:30", "inferred"]);
    expect(codes(dataset)).toContain("TIME_ZONE_INFERRED");
  });

  it("with daylight saving are an hour off in one half of the year, and no scheduled posts", async () => {
    const rows = shifted(-5 * 3600);
    rows.push(["2026-07-01 06:00:00", "2026-07-01T10:00:00Z"]);
    const dataset = await read([generic(rows)]);
    expect(isoUtc(dataset.posts.at(-1)!.postedAt!)).toBe("2026-07-01T10:00:00Z");
    expect(dataset.posts.some(({ scheduled }) => scheduled)).toBe(false);
  });

  it.each([
    ["naive, days off", -3 * 86_400, (iso: string) => iso.slice(0, 19).replace("T", " "), "-3 days"],
    ["epoch, hours off", 3600 * 2, (iso: string) => String(at(iso)), "2 h"],
    ["naive, minutes off", 1234, (iso: string) => iso.slice(0, 19).replace("T", " "), "21 min"],
  ])("constantly off are replaced by the ids: %s", async (_name, seconds, form, words) => {
    const dataset = await read([generic(shifted(seconds, form))]);
    expect(dataset.posts.map(({ postedAt }) => isoUtc(postedAt!))).toEqual(made);
    expect(dataset.warnings.find(({ code }) => code === "TIME_COLUMN_SHIFTED")?.message).toContain(words);
  });

  it("before their video existed are not believed", async () => {
    const rows = made.map((iso, index): [string, string] => [
      isoUtc((at(iso) - 40_000 * (index + 1)) * 1000),
      iso,
    ]);
    const dataset = await read([generic(rows)]);
    expect(dataset.posts.map(({ postedAt }) => isoUtc(postedAt!))).toEqual(made);
    expect(dataset.warnings.find(({ code }) => code === "TIME_BEFORE_ID")?.count).toBe(4);
  });

  it("more than an hour late are scheduled, with the hour of the column", async () => {
    const rows = shifted(5);
    rows[1] = ["2026-01-03 18:00:00", made[1]!];
    const dataset = await read([generic(rows)]);
    expect(
      dataset.posts.filter(({ scheduled }) => scheduled).map(({ postedAt }) => isoUtc(postedAt!)),
    ).toEqual(["2026-01-03T18:00:00Z"]);
    expect(dataset.warnings.find(({ code }) => code === "SCHEDULED_POSTS")?.message).toContain(
      "from the column",
    );
  });

  it("without ids are in the zone that --tz names, with its daylight saving, else in an assumed one", async () => {
    const rows = (): [string, null][] => [
      ["2026-01-02 10:00:00", null],
      ["2026-07-02 10:00:00", null],
    ];
    const named = await read([generic(rows())], {
      zone: { zone: namedZone("Europe/Paris"), source: "flag" },
    });
    expect(named.posts.map(({ postedAt }) => isoUtc(postedAt!))).toEqual([
      "2026-01-02T09:00:00Z",
      "2026-07-02T08:00:00Z",
    ]);
    expect(codes(named)).not.toContain("TIME_ZONE_ASSUMED");
    const assumed = await read([generic(rows())], { hostZone: () => namedZone("America/New_York") });
    expect(assumed.posts.map(({ postedAt }) => isoUtc(postedAt!))).toEqual([
      "2026-01-02T15:00:00Z",
      "2026-07-02T14:00:00Z",
    ]);
    expect([codes(assumed).includes("TIME_ZONE_ASSUMED"), assumed.zoneSource]).toEqual([true, "host"]);
  });
});

describe("rows without a usable time", () => {
  it("take the time of the id where the column is empty or absent", async () => {
    const dataset = await read([
      generic([
        ["", "2026-01-02T10:00:00Z"],
        ["N/A", "2026-01-03T10:00:00Z"],
      ]),
    ]);
    expect(dataset.posts.map(({ postedAt }) => isoUtc(postedAt!))).toEqual([
      "2026-01-02T10:00:00Z",
      "2026-01-03T10:00:00Z",
    ]);
    expect(codes(dataset)).toContain("TIME_FROM_ID");
  });

  it("are dropped by name: invalid, too old, in the future", async () => {
    const valid = Array.from({ length: 12 }, (_, index): [string, null] => [
      `2026-01-${10 + index} 10:00:00`,
      null,
    ]);
    const dataset = await read(
      [
        generic([
          ...valid,
          ["2026-02-30 10:00:00", null],
          ["2001-01-01 10:00:00", null],
          ["2026-05-01 10:00:00", null],
        ]),
      ],
      { asOf: Date.UTC(2026, 1, 1) },
    );
    expect(dataset.rows).toEqual({ read: 15, used: 12, merged: 0, dropped: 3, other: 0 });
    expect(codes(dataset)).toEqual(expect.arrayContaining(["DATE_INVALID", "DATE_TOO_OLD", "DATE_FUTURE"]));
    const invalid = dataset.warnings.find(({ code }) => code === "DATE_INVALID")!;
    expect(invalid.at[0]).toMatchObject({ line: 14, value: "2026-02-30 10:00:00" });
  });

  it("with old ids carry no time", async () => {
    const input = csvExport("x.csv", GENERIC, [
      ["219998877665544332", "2015-12-01 13:31:05", "a", "100", "10"],
      [idAt(at("2026-01-02T10:00:00Z")), "2026-01-02 10:00:00", "b", "100", "10"],
    ]);
    const dataset = await read([input]);
    expect(dataset.posts[0]).toMatchObject({
      id: "219998877665544332",
      postedAt: Date.UTC(2015, 11, 1, 13, 31, 5),
    });
    expect(codes(dataset)).toContain("ID_WITHOUT_TIME");
  });
});

describe("the reference date", () => {
  it("is the newest post and an hour where no snapshot tells it", async () => {
    const dataset = await read([generic([["2026-01-02 10:00:00", "2026-01-02T10:00:00Z"]])]);
    expect(isoUtc(dataset.asOf!)).toBe("2026-01-02T11:00:00Z");
    expect(dataset.posts[0]!.snapshotAt).toBe(dataset.asOf);
  });

  it("is a full date of the export where it has one", async () => {
    const input = csvExport(
      "x.csv",
      ["id", "views", "likes", "report date"],
      [[idAt(at("2026-01-02T10:00:00Z")), "100", "10", "2026-01-20"]],
    );
    const dataset = await read([input]);
    expect(isoUtc(dataset.asOf!)).toBe("2026-01-20T12:00:00Z");
    expect(codes(dataset)).not.toContain("AS_OF_INFERRED");
  });

  it("is no earlier than a post of the same evening", async () => {
    const dataset = await read([studio([["July 8", "2026-07-08T21:00:00Z"]])]);
    expect(isoUtc(dataset.asOf!)).toBe("2026-07-08T21:00:00Z");
  });

  it("is --as-of where that is given", async () => {
    const asOf = Date.UTC(2026, 7, 1);
    const dataset = await read([studio([["June 20", "2026-06-20T10:00:00Z"]])], { asOf });
    expect([dataset.asOf, isoUtc(dataset.posts[0]!.snapshotAt)]).toEqual([asOf, "2026-07-08T12:00:00Z"]);
    expect(codes(dataset)).not.toContain("AS_OF_INFERRED");
  });
});

describe("damaged ids", () => {
  const header = ["video id", "video link", "create date", "view count", "like count"];
  it("are replaced by those of the links", async () => {
    const id = idAt(at("2026-01-02T10:00:00Z"), 77);
    const dataset = await read([
      csvExport("x.csv", header, [["7.52978E+18", linkOf("mia", id), "2026-01-02", "100", "10"]]),
    ]);
    expect(dataset.posts[0]!.id).toBe(id);
    expect(codes(dataset)).toContain("ID_DAMAGED");
  });

  it("are refused without links and years", async () => {
    const rows = [["7.52978E+18", "", "July 22", "100", "10"]];
    expect(await refusal(read([csvExport("x.csv", header, rows)]))).toBe("IDS_DAMAGED");
  });

  it("that end in zeros throughout still tell the time, but name no post", async () => {
    const rows = [1, 2, 3, 4].map((day) => {
      const id = idAt(at(`2026-01-0${day}T10:00:00Z`), 123_456_789);
      return [`${id.slice(0, 15)}0000`, "", "", "100", "10"];
    });
    const dataset = await read([csvExport("x.csv", header, rows)]);
    expect(dataset.posts).toHaveLength(4);
    expect(dataset.posts[0]).toMatchObject({ id: null, postedOn: "2026-01-01" });
    expect(codes(dataset)).toContain("ID_DAMAGED");
  });
});
