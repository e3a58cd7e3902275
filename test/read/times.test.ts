import { describe, expect, it } from "vitest";
import { AdvisorError } from "../../src/errors.ts";
import { type ReadOptions, readExports } from "../../src/read/index.ts";
import type { Dataset } from "../../src/types.ts";
import { isoUtc, namedZone } from "../../src/zone.ts";
import { csvExport, idAt, linkOf, STUDIO_HEADER } from "../support/csv-export.ts";

const at = (iso: string) => Date.parse(iso) / 1000;
const codes = ({ warnings }: Dataset) => warnings.map(({ code }) => code);
const counts = ["10", "1", "2", "100"];

/** A Content export: the day each post names, and when its id was made. */
function studio(posts: readonly [day: string, made: string][], time = "July 8", name = "Content.csv") {
  const rows = posts.map(([day, made], index) => {
    const link = linkOf("lumen.bakes", idAt(at(made), index + 1));
    return [time, `Loaf ${index}`, link, day, ...counts];
  });
  return csvExport(name, STUDIO_HEADER, rows);
}

const GENERIC = ["id", "create time", "title", "views", "likes"];

/** A scraped table: the time column as it stands, and when the id was made (null = a row without id). */
function generic(rows: readonly [time: string, made: string | null][], name = "scraped.csv") {
  return csvExport(
    name,
    GENERIC,
    rows.map(([time, made], index) => [
      made === null ? "" : idAt(at(made), index + 1),
      time,
      `Loaf ${index}`,
      "100",
      "10",
    ]),
  );
}

const read = (inputs: Parameters<typeof readExports>[0], options: ReadOptions = {}) =>
  readExports(inputs, options);
const refusal = async (promise: Promise<unknown>): Promise<string> => {
  const error = await promise.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return error instanceof AdvisorError ? error.code : `no refusal: ${error}`;
};

describe("dates without year", () => {
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
    const assumed = await read([generic(rows())], { hostZone: namedZone("America/New_York") });
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
