import { describe, expect, it } from "vitest";
import { readExports } from "../../src/read/index.ts";
import type { Dataset } from "../../src/types.ts";
import { isoUtc } from "../../src/zone.ts";
import { csvExport, idAt, linkOf, STUDIO_HEADER } from "../support/csv-export.ts";

const at = (iso: string) => Date.parse(iso) / 1000;
const codes = ({ warnings }: Dataset) => warnings.map(({ code }) => code);
const DAYS = ["June 20", "June 21", "June 22"];
const made = (index: number) => idAt(at(`2026-06-2${index}T10:00:00Z`), index + 1);

/** A Content export of some of three posts, taken on a day. */
function snapshot(name: string, time: string, views: readonly (number | null)[], query = "") {
  const rows = views.flatMap((count, index) => {
    if (count === null) return [];
    const link = linkOf("lumen.bakes", made(index)) + query;
    return [[time, `Loaf ${index}`, link, DAYS[index]!, String(count / 10), "1", "2", String(count)]];
  });
  return csvExport(name, STUDIO_HEADER, rows);
}

const SCRAPED = ["id", "create time", "title", "username", "views", "likes"];

describe("three snapshots of one account", () => {
  const files = () => [
    snapshot("a.csv", "June 24", [100, 200, null]),
    snapshot("b.csv", "July 1", [1000, 2000, 3000], "?lang=en"),
    snapshot("c.csv", "July 8", [5000, null, 6000]),
  ];

  it("give each post once, newest counts first, the older ones as history", async () => {
    const dataset = await readExports(files());
    expect(dataset.posts.map(({ id, views }) => [id, views])).toEqual([
      [made(0), 5000],
      [made(1), 2000],
      [made(2), 6000],
    ]);
    const history = dataset.posts.map(({ snapshots }) =>
      snapshots.map(({ at: taken, views }) => [isoUtc(taken!).slice(0, 10), views]),
    );
    expect(history).toEqual([
      [
        ["2026-06-24", 100],
        ["2026-07-01", 1000],
      ],
      [["2026-06-24", 200]],
      [["2026-07-01", 3000]],
    ]);
    expect(dataset.posts.map(({ snapshotAt }) => isoUtc(snapshotAt).slice(0, 10))).toEqual([
      "2026-07-08",
      "2026-07-01",
      "2026-07-08",
    ]);
    expect(dataset.rows).toEqual({ read: 7, used: 3, merged: 4, dropped: 0, other: 0 });
    expect(codes(dataset)).toContain("SNAPSHOTS_MERGED");
    expect(codes(dataset)).not.toContain("DUPLICATE_POSTS");
  });

  it("do not depend on the order of files", async () => {
    const [a, b, c] = files();
    const turned = await readExports([c!, a!, b!]);
    const straight = await readExports([a!, b!, c!]);
    expect({ ...turned, zone: turned.zone.name }).toEqual({ ...straight, zone: straight.zone.name });
  });

  it("change nothing but read and merged when one is given twice", async () => {
    const once = await readExports(files());
    const twice = await readExports([...files(), { ...files()[1]!, name: "copy of b.csv" }]);
    expect(twice.posts).toEqual(once.posts);
    expect(twice.rows).toEqual({ ...once.rows, read: 10, merged: 7 });
    expect(codes(twice)).toEqual(expect.arrayContaining(["DUPLICATE_FILE", "DUPLICATE_POSTS"]));
    expect(twice.warnings.filter(({ code }) => !code.startsWith("DUPLICATE"))).toEqual(once.warnings);
  });
});

describe("rows of one snapshot", () => {
  it("with equal counts are duplicates", async () => {
    const dataset = await readExports([
      snapshot("a.csv", "July 8", [100]),
      snapshot("b.csv", "July 8", [100, 200]),
    ]);
    expect(dataset.rows).toMatchObject({ used: 2, merged: 1 });
    expect(codes(dataset)).toContain("DUPLICATE_POSTS");
    expect(dataset.posts[0]!.snapshots).toEqual([]);
  });

  it("with different counts keep the larger views", async () => {
    const dataset = await readExports([
      snapshot("a.csv", "July 8", [100]),
      snapshot("b.csv", "July 8", [90, 200]),
    ]);
    expect(dataset.posts[0]!.views).toBe(100);
    expect(codes(dataset)).toContain("DUPLICATE_CONFLICT");
  });
});

describe("tables without snapshot time", () => {
  const scraped = (name: string, posts: readonly [index: number, views: number][]) =>
    csvExport(
      name,
      SCRAPED,
      posts.map(([index, views]) => [made(index), "", `Loaf ${index}`, "lumen.bakes", String(views), "10"]),
    );

  it("are ordered by their newest post", async () => {
    const inputs = [
      scraped("a.csv", [
        [0, 900],
        [2, 50],
      ]),
      scraped("b.csv", [
        [0, 300],
        [1, 10],
      ]),
    ];
    const dataset = await readExports(inputs);
    expect(dataset.posts[0]).toMatchObject({ views: 900, snapshots: [{ at: null, views: 300 }] });
  });
});

describe("rows without id", () => {
  const HEADER = ["create time", "title", "username", "views", "likes"];
  const nameless = (name: string, rows: readonly (readonly string[])[]) => csvExport(name, HEADER, rows);

  it("are one post if account, time and title agree", async () => {
    const dataset = await readExports([
      nameless("a.csv", [
        ["2026-06-20 10:00:00", "Loaf", "mia", "100", "10"],
        ["2026-06-20 10:00:00", "Rolls", "mia", "100", "10"],
        ["2026-06-20 10:00:00", "Loaf", "mia", "100", "10"],
      ]),
    ]);
    expect(dataset.posts.map(({ title }) => title).sort()).toEqual(["Loaf", "Rolls"]);
    expect(dataset.rows).toMatchObject({ used: 2, merged: 1 });
    expect(new Set(dataset.posts.map(({ key }) => key)).size).toBe(2);
  });

  it("of a day, without title or link, stay apart within a table", async () => {
    const rows = [
      ["2026-06-20", "", "mia", "100", "10"],
      ["2026-06-20", "", "mia", "200", "10"],
    ];
    const once = await readExports([nameless("a.csv", rows)]);
    expect(once.posts).toHaveLength(2);
    const twice = await readExports([nameless("a.csv", rows), nameless("b.csv", [...rows].reverse())]);
    expect(twice.posts).toHaveLength(2);
  });

  it("are the same as one with id if account, title and time agree, one to one", async () => {
    const withIds = snapshot("Content.csv", "July 8", [100, 200]);
    const time = (index: number, seconds: number) =>
      isoUtc((at(`2026-06-2${index}T10:00:00Z`) + seconds) * 1000)
        .slice(0, 19)
        .replace("T", " ");
    const dataset = await readExports([
      withIds,
      nameless("download.csv", [
        [time(0, 30), "Loaf 0", "lumen.bakes", "", "7"],
        [time(0, 31), "Loaf 0", "lumen.bakes", "", "6"],
        [time(1, 30), "Another title", "lumen.bakes", "", "8"],
        [time(1, 500), "Loaf 1", "lumen.bakes", "", "9"],
      ]),
    ]);
    expect(dataset.posts).toHaveLength(5);
    expect(dataset.posts.find(({ id }) => id === made(0))).toMatchObject({ views: 100, likes: 10 });
    expect(dataset.rows).toMatchObject({ read: 6, used: 5, merged: 1 });
  });

  it("of a day match by day and title", async () => {
    const dataset = await readExports([
      snapshot("Content.csv", "July 8", [100, 200]),
      nameless("report.csv", [
        ["2026-06-20", "Loaf 0", "lumen.bakes", "90", "9"],
        ["2026-06-21", "", "lumen.bakes", "90", "9"],
      ]),
    ]);
    expect(dataset.posts).toHaveLength(3);
  });
});

describe("a post of several rows", () => {
  it("takes from each what the others lack", async () => {
    const dataset = await readExports([
      snapshot("Content.csv", "July 8", [100]),
      csvExport(
        "apify.csv",
        ["id", "playCount", "diggCount", "collectCount", "videoMeta.duration", "musicMeta.musicName"],
        [[made(0), "80", "8", "5", "15", "Espresso"]],
      ),
    ]);
    expect(dataset.posts[0]).toMatchObject({
      views: 100,
      saves: null,
      durationSeconds: 15,
      sound: "Espresso",
      title: "Loaf 0",
      snapshots: [{ views: 80, saves: 5 }],
    });
  });

  it("is not replaced by a newer row that knows no views", async () => {
    const likesOnly = csvExport(
      "z.csv",
      ["id", "likes", "report date"],
      [
        [made(0), "50", "2026-07-20"],
        [made(2), "60", "2026-07-20"],
      ],
    );
    const dataset = await readExports([snapshot("Content.csv", "July 8", [100]), likesOnly]);
    expect(dataset.posts.find(({ id }) => id === made(0))).toMatchObject({
      views: 100,
      likes: 10,
      snapshots: [],
    });
    expect(dataset.posts.find(({ id }) => id === made(2))).toMatchObject({ views: null, likes: 60 });
  });

  it("keeps the day of a scheduled post against a bare id", async () => {
    const scheduled = csvExport("Content.csv", STUDIO_HEADER, [
      ["July 8", "Loaf", linkOf("lumen.bakes", made(0)), "June 23", "1", "1", "1", "100"],
    ]);
    const bare = csvExport(
      "z.csv",
      ["id", "views", "likes"],
      [
        [made(0), "120", "2"],
        [made(2), "10", "1"],
      ],
    );
    const dataset = await readExports([scheduled, bare]);
    expect(dataset.posts.find(({ id }) => id === made(0))).toMatchObject({
      scheduled: true,
      postedOn: "2026-06-23",
      postedAt: null,
    });
  });
});
