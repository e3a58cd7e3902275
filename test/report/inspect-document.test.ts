import { describe, expect, it } from "vitest";
import { readExports } from "../../src/read/index.ts";
import { dataCard } from "../../src/report/data-card.ts";
import { countPosts, inspectDocument } from "../../src/report/inspect-document.ts";
import { inspectSchema } from "../../src/report/schema.ts";
import { csvExport, idAt, linkOf } from "../support/csv-export.ts";

const HEADER = ["id", "video link", "title", "views", "likes", "isAd", "report date", "mood"];
const DAY = 86_400;
const NEWEST = Date.UTC(2026, 5, 20, 10) / 1000;

/** Posts `daysAgo` before the newest, with these views, as one export of 22 June. */
function input(posts: readonly [daysAgo: number, views: string, isAd?: string][]) {
  return csvExport(
    "posts.csv",
    HEADER,
    posts.map(([daysAgo, views, isAd = "false"], index) => {
      const id = idAt(NEWEST - daysAgo * DAY, index + 1);
      return [
        id,
        linkOf("mia", id),
        `Loaf #bread${index}`,
        views,
        "10",
        isAd,
        "2026-06-22",
        index % 2 ? "calm" : "",
      ];
    }),
  );
}

const settings = {
  goal: "views" as const,
  timeZone: { name: "UTC", source: "host" as const },
  asOf: "2026-06-22T12:00:00Z",
  level: 0.9,
  fdr: 0.1,
  negligible: 0.1,
  minAgeHours: 72,
  perWeek: null,
  since: null,
  until: null,
  labels: [],
  synthetic: false,
};
const facts = {
  tool: { name: "tiktok-advisor" as const, version: "0.0.0" },
  meta: { generatedAt: "2026-06-23T00:00:00Z", inputs: [] },
  settings,
};

describe("inspectDocument", () => {
  it("holds one row per post in order of posting and passes the schema", async () => {
    const dataset = await readExports(
      [
        input([
          [0, "300"],
          [10, "100"],
          [5, ""],
        ]),
      ],
      { labels: ["mood"] },
    );
    const document = inspectDocument(dataset, facts);
    expect(inspectSchema.parse(document)).toEqual(document);
    expect(Object.keys(document)).toEqual([
      "schemaVersion",
      "tool",
      "meta",
      "settings",
      "data",
      "columns",
      "rows",
      "warnings",
    ]);
    expect(document.rows.map(({ postedOn, views }) => [postedOn, views])).toEqual([
      ["2026-06-10", 100],
      ["2026-06-15", null],
      ["2026-06-20", 300],
    ]);
    expect(document.rows[0]).toMatchObject({
      file: "posts.csv",
      line: 3,
      account: "@mia",
      title: "Loaf #bread1",
      postedAt: "2026-06-10T10:00:00Z",
      precision: "second",
      hashtags: ["#bread1"],
      labels: { mood: "calm" },
      snapshots: [],
    });
    expect(document.warnings).toEqual(document.data.warnings);
  });

  it("counts mature posts: old enough and not promoted", async () => {
    const dataset = await readExports([
      input([
        [0, "300"],
        [10, "100"],
        [11, "100", "true"],
      ]),
    ]);
    expect(inspectDocument(dataset, facts).data.posts).toEqual({
      total: 3,
      mature: 1,
      young: 1,
      withHour: 3,
      dateOnly: 0,
      scheduled: 0,
      promoted: 1,
    });
  });

  it("says what is missing and where to get it", async () => {
    const dataset = await readExports([input([[0, "300"]])]);
    const { missing } = inspectDocument(dataset, facts).data;
    expect(missing.map(({ analysis }) => analysis)).toEqual([
      "sounds",
      "duration",
      "momentum",
      "windows.audience",
    ]);
    expect(missing.every(({ because, getItFrom }) => because !== "" && getItFrom !== "")).toBe(true);
  });

  it("leaves the rows out where the texts were not kept", async () => {
    const dataset = await readExports([input([[0, "300"]])], { detail: false });
    const document = inspectDocument(dataset, facts);
    expect([document.rows, document.data.posts.total, document.data.coverage["title"]]).toEqual([[], 1, 1]);
  });
});

describe("dataCard", () => {
  it("gives ledger, span, coverage and weeks", async () => {
    const posts = Array.from({ length: 24 }, (_, index): [number, string] => [
      30 - index,
      index === 22 ? "501" : "100",
    ]);
    const dataset = await readExports([input([...posts, [0, ""]])]);
    const counts = countPosts(dataset.posts, 72);
    const card = dataCard(dataset, { counts, missing: [], goal: "views", settings: { minAgeHours: 72 } });
    expect(card.span).toEqual({ from: "2026-05-21", to: "2026-06-20" });
    expect(card.rows).toEqual({ read: 25, used: 25, merged: 0, dropped: 0, other: 0 });
    expect(card.files).toMatchObject([{ name: "posts.csv", rows: 25, used: 25 }]);
    expect(card.coverage).toMatchObject({ views: 24 / 25, likes: 1, title: 1, hashtags: 1, sound: 0 });
    expect(card.weeks).toEqual([
      { startsOn: "2026-05-21", posts: 7, median: 100, bigHits: 0 },
      { startsOn: "2026-05-28", posts: 7, median: 100, bigHits: 0 },
      { startsOn: "2026-06-04", posts: 7, median: 100, bigHits: 0 },
      { startsOn: "2026-06-11", posts: 3, median: 100, bigHits: 1 },
      { startsOn: "2026-06-18", posts: 1, median: null, bigHits: 0 },
    ]);
  });
});
