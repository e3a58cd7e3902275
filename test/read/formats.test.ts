import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ITEM_FORMATS, TABLE_FORMATS } from "../../src/read/formats/index.ts";
import { viewHeader } from "../../src/read/header.ts";
import { POST } from "../../src/read/rows.ts";
import { countKinds, readTables } from "../support/read-tables.ts";

const ROOT = "fixtures/exports";
const folders = readdirSync(ROOT).sort();
const families = [...TABLE_FORMATS, ...ITEM_FORMATS].map(({ id }) => id as string);

describe("formats", () => {
  it("has a fixture of every family, and no other", () => {
    expect(folders).toEqual([...families, "generic"].sort());
  });

  for (const folder of folders) {
    for (const file of readdirSync(join(ROOT, folder))) {
      it(`${folder}/${file} is claimed by its own family only`, async () => {
        const { tables } = await readTables([join(ROOT, folder, file)]);
        expect(tables.map(({ table }) => table.format)).toEqual([folder]);
        expect(tables[0]!.rows.length).toBeGreaterThan(0);
        const header = viewHeader(tables[0]!.table.facts.headers);
        const claiming = TABLE_FORMATS.filter((format) => format.claims(header)).map(({ id }) => id);
        if (TABLE_FORMATS.some(({ id }) => id === folder)) expect(claiming).toEqual([folder]);
        else expect(claiming).toEqual([]);
      });
    }
  }

  it("maps the fields of each family of posts", async () => {
    const mapped = new Map<string, string[]>();
    for (const folder of folders) {
      const file = readdirSync(join(ROOT, folder))[0]!;
      const [first] = (await readTables([join(ROOT, folder, file)])).tables;
      if (first!.table.kind === "posts") {
        mapped.set(folder, [...new Set(first!.table.columns.map(({ field }) => field))].sort());
      }
    }
    const counts = ["comments", "likes", "shares", "views"];
    const expected: [string, string[]][] = [
      [
        "apify",
        [
          "account",
          "durationSeconds",
          "followers",
          "id",
          "link",
          "photo",
          "postedAt",
          "promoted",
          "saves",
          "sound",
          "soundAuthor",
          "soundId",
          "soundOriginal",
          "title",
        ],
      ],
      ["business-video", ["id", "link", "postedAt", "saves", "title"]],
      ["display-api", ["durationSeconds", "id", "link", "postedAt", "title"]],
      ["extension-stats", ["postedAt", "title"]],
      ["pyktok", ["account", "durationSeconds", "id", "postedAt", "promoted", "title"]],
      ["research-api", ["account", "hashtags", "id", "postedAt", "soundId", "title"]],
      ["studio-content", ["id", "link", "postedAt", "snapshot", "title"]],
      [
        "tiktokapi",
        ["account", "durationSeconds", "followers", "hashtags", "id", "postedAt", "sound", "soundId"],
      ],
      [
        "webapi",
        [
          "account",
          "durationSeconds",
          "hashtags",
          "id",
          "postedAt",
          "promoted",
          "saves",
          "sound",
          "soundAuthor",
          "soundId",
          "soundOriginal",
          "title",
        ],
      ],
      ["yt-dlp", ["account", "durationSeconds", "id", "link", "postedAt", "sound", "soundAuthor", "title"]],
    ];
    for (const [folder, fields] of expected)
      expect([folder, mapped.get(folder)]).toEqual([folder, [...fields, ...counts].sort()]);
    expect(mapped.get("user-data")).toEqual([
      "likes",
      "photo",
      "postedAt",
      "privacy",
      "promoted",
      "saves",
      "sound",
      "soundAuthor",
      "title",
    ]);
    expect(mapped.get("generic")).toEqual(["comments", "id", "likes", "link", "postedAt", "title", "views"]);
  });

  it("keeps captions with line ends and quotes, and joins hashtag columns", async () => {
    const { tables } = await readTables([`${ROOT}/apify/dataset.csv`]);
    const [first, second] = tables[0]!.rows;
    expect(first!.cells[POST.title]).toBe('First mug off the wheel #pottery #mug\nsecond line, "quoted"');
    expect(first!.cells[POST.hashtags]).toBe('["glaze"]');
    expect(second!.cells[POST.hashtags]).toBe('["pottery"]');
    expect(tables[0]!.rows[4]!.cells[POST.promoted]).toBe("true");
    expect(second!.line).toBe(4);
  });

  it("drops items without id or counts, and parts lines at LF only", async () => {
    const { tables, warnings } = await readTables([`${ROOT}/webapi/items.jsonl`]);
    expect(countKinds(tables[0]!.rows)).toEqual({ row: 10, dropped: 1 });
    expect(tables[0]!.rows[0]!.cells[POST.title]).toContain("\u2028");
    expect(warnings.map(({ code, count, at }) => [code, count, at[0]!.line])).toEqual([
      ["ROW_UNUSABLE", 1, 11],
    ]);
  });

  it("reads of a data download only the posts and the user name", async () => {
    const { tables, warnings } = await readTables([`${ROOT}/user-data/user_data_tiktok.json`]);
    const { table, rows } = tables[0]!;
    expect(table.facts.username).toBe("nora.kiln");
    expect(rows[0]!.cells[POST.title]).toBeNull();
    expect(rows[0]!.cells[POST.sound]).toBe("Slow - Clay");
    expect(rows[0]!.cells[POST.soundAuthor]).toBe("nora.kiln");
    expect(rows[1]!.cells[POST.likes]).toBe("-1");
    expect(rows[2]!.cells[POST.photo]).toBe("true");
    expect(rows[3]!.cells[POST.privacy]).toBe("Only You");
    expect(JSON.stringify([table, rows, warnings])).not.toMatch(/PRIVATE|hidden@|somebody/);
  });

  it("ends the extension's table of videos at the tables below it", async () => {
    const { tables, warnings } = await readTables([`${ROOT}/extension-stats/stats.csv`]);
    const { table, rows } = tables[0]!;
    expect(table.facts.username).toBe("nora.kiln");
    expect(countKinds(rows)).toEqual({ row: 10, other: 5 });
    expect(rows[0]!.cells[POST.postedAt]).toBe("1/5/2026, 5:30:00 PM");
    expect(warnings.map(({ code, count }) => [code, count])).toEqual([
      ["PREAMBLE_SKIPPED", 7],
      ["SECTION_SKIPPED", 5],
      ["ROW_REALIGNED", 10],
    ]);
  });
});
