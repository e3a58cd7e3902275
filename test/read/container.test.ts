import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { openZip, ZIP_LIMITS } from "../../src/read/container.ts";
import { openTables, startRun } from "../../src/read/open-tables.ts";
import { POST } from "../../src/read/rows.ts";
import { settleFailures } from "../../src/read/settle-failures.ts";
import { bytesOf, countKinds, readTable, readTables } from "../support/read-tables.ts";
import { workbook, type ZipMember, zipFiles } from "../support/zip-files.ts";

const content = readFileSync("fixtures/exports/studio-content/Content.csv");
const overview = readFileSync("fixtures/exports/studio-overview/Overview.csv");
const zip = (...members: ZipMember[]) => bytesOf(zipFiles(members), "export.zip");

describe("zips", () => {
  it("reads every table inside, by name without folders, and skips what file managers add", async () => {
    const { tables, warnings } = await readTables(["fixtures/containers/Content_nora.kiln.zip"]);
    expect(tables.map(({ table }) => [table.name, table.format])).toEqual([
      ["Content_nora.kiln.zip/Content (1).csv", "studio-content"],
      ["Content_nora.kiln.zip/Content.csv", "studio-content"],
    ]);
    expect(tables.map(({ table }) => table.facts.nameHandle)).toEqual(["nora.kiln", "nora.kiln"]);
    expect(warnings.map(({ code, message }) => [code, message])).toEqual([
      ["FILE_SKIPPED", "Content_nora.kiln.zip/cover.png is not an export; skipped."],
    ]);
  });
  it("keeps as many folders as make names unique", async () => {
    const { tables } = await readTables([
      zip({ name: "a/x/Content.csv", data: content }, { name: "b/x/Content.csv", data: `${content}\n` }),
    ]);
    expect(tables.map(({ table }) => table.name)).toEqual([
      "export.zip/a/x/Content.csv",
      "export.zip/b/x/Content.csv",
    ]);
  });
  it("never uses an entry's name as a path", async () => {
    const { tables } = await readTables([zip({ name: "../../etc/Content.csv", data: content })]);
    expect(tables.map(({ table }) => table.name)).toEqual(["export.zip/Content.csv"]);
  });
  it("reads stored entries, and names in Latin letters of old", async () => {
    const { tables } = await readTables([zip({ name: "Content.csv", data: content, method: 0, flags: 0 })]);
    expect(tables[0]!.rows.length).toBe(10);
  });
  it("reads JSON and workbooks inside", async () => {
    const json = readFileSync("fixtures/exports/user-data/user_data_tiktok.json");
    const book = readFileSync("fixtures/containers/Studio.xlsx");
    const { tables } = await readTables([
      zip({ name: "user_data_tiktok.json", data: json }, { name: "S.xlsx", data: book }),
    ]);
    expect(tables.map(({ table }) => [table.name, table.format])).toEqual([
      ["export.zip/S.xlsx/Overview", "studio-overview"],
      ["export.zip/S.xlsx/Content", "studio-content"],
      ["export.zip/user_data_tiktok.json", "user-data"],
    ]);
  });

  const errors: [string, ReturnType<typeof zip>, string, RegExp][] = [
    ["no export inside", zip({ name: "a.png", data: "x" }), "NO_EXPORTS", /1 files looked at/],
    ["an empty zip", zip(), "NO_EXPORTS", /0 files/],
    [
      "cut off",
      bytesOf(zipFiles([{ name: "Content.csv", data: content }]).subarray(0, -30), "x.zip"),
      "ZIP_UNREADABLE",
      /end is missing/,
    ],
  ];
  for (const [name, input, code, message] of errors) {
    it(name, async () => {
      await expect(readTables([input])).rejects.toMatchObject({
        code,
        message: expect.stringMatching(message),
      });
    });
  }

  const failing: [string, ZipMember, string][] = [
    ["encrypted", { name: "Content.csv", data: content, flags: 0x801 }, "ZIP_UNREADABLE"],
    ["of unknown method", { name: "Content.csv", data: content, method: 99 }, "ZIP_UNREADABLE"],
    ["with a wrong checksum", { name: "Content.csv", data: content, crc: 1 }, "ZIP_UNREADABLE"],
    ["a bomb", { name: "Content.csv", data: Buffer.alloc(30_000_000, 65) }, "INPUT_TOO_LARGE"],
  ];
  for (const [name, member, code] of failing) {
    it(`an entry ${name} fails alone, and is skipped beside posts`, async () => {
      expect((await readTables([zip(member)])).failures).toEqual([`export.zip/Content.csv ${code}`]);
      const beside = await readTables([zip(member, { name: "More.csv", data: content })]);
      expect(beside.failures.length).toBe(1);
      expect(beside.tables.length).toBe(1);
    });
  }
  it("holds limits on entries and bytes", () => {
    const bytes = zipFiles([
      { name: "a.csv", data: "x".repeat(1000) },
      { name: "b.csv", data: "x".repeat(1000) },
    ]);
    expect(() => openZip("z", bytes, { ...ZIP_LIMITS, entries: 1 })).toThrow(/2 entries, at most 1/);
    const [first, second] = openZip("z", bytes, { ...ZIP_LIMITS, bytes: 1500 });
    expect(first!.read().length).toBe(1000);
    expect(() => second!.read()).toThrow(/A limit was reached/);
  });
});

describe("workbooks", () => {
  it("reads one table per sheet, with the rows' own numbers as lines", async () => {
    const { tables } = await readTables(["fixtures/containers/Studio.xlsx"]);
    expect(tables.map(({ table }) => [table.name, table.format])).toEqual([
      ["Studio.xlsx/Overview", "studio-overview"],
      ["Studio.xlsx/Content", "studio-content"],
    ]);
    const { rows, table } = tables[1]!;
    expect(rows.length).toBe(10);
    expect([rows[0]!.line, rows[2]!.cells[POST.title]]).toEqual([2, ""]);
    expect(rows[0]!.cells[POST.link]).toContain("/video/7591931080291975181");
    expect(table.facts.username).toBe(null);
  });
  it("reads dates as days or with their clock, and numbers as they are written", async () => {
    const row = (id: string, serial: string, style: 1 | 2) => [
      { number: id },
      { number: serial, style },
      { number: "1234" },
    ];
    const header = ["video id", "create time", "views"];
    const days = workbook([header, row("7.5297785406466202E+18", "46027", 1), row("7.52E+18", "46028", 1)]);
    const clocks = workbook([header, row("1", "46027", 2), row("2", "46028.75", 2)]);
    const read = async (bytes: Buffer) => (await readTables([bytesOf(bytes, "s.xlsx")])).tables[0]!.rows;
    expect(
      (await read(days)).map(({ cells }) => [cells[POST.id], cells[POST.postedAt], cells[POST.views]]),
    ).toEqual([
      ["7.5297785406466202E+18", "2026-01-05", "1234"],
      ["7.52E+18", "2026-01-06", "1234"],
    ]);
    expect((await read(clocks)).map(({ cells }) => cells[POST.postedAt])).toEqual([
      "2026-01-05 00:00:00",
      "2026-01-06 18:00:00",
    ]);
  });
  describe("dates that are bare numbers", () => {
    const header = ["video id", "create time", "views", "likes"];
    const row = (id: string, serial: string) => [
      id,
      { number: serial },
      { number: "1234" },
      { number: "45961" },
    ];
    const read = (rows: Parameters<typeof workbook>[0], dateSystem?: 1900 | 1904) =>
      readTable(workbook(rows, dateSystem), {}, "s.xlsx");

    it("are days of the calendar, or instants where any has a clock", async () => {
      const days = await read([header, row("123456", "46027"), row("123457", "46028")]);
      expect(days.column("postedAt")).toEqual(["2026-01-05", "2026-01-06"]);
      expect(days.column("likes")).toEqual(["45961", "45961"]);
      expect(days.codes).toEqual([]);
      const clocks = await read([header, row("123456", "46027"), row("123457", "46028.4166666667")]);
      expect(clocks.column("postedAt")).toEqual(["2026-01-05 00:00:00", "2026-01-06 10:00:00"]);
    });
    it("count from 1904 where the workbook does", async () => {
      const { column, codes } = await read([header, row("123456", "44565"), row("123457", "44566.75")], 1904);
      expect(column("postedAt")).toEqual(["2026-01-05 00:00:00", "2026-01-06 18:00:00"]);
      expect(codes).toEqual([]);
    });
  });
  it("keeps the account that the lines before the header name", async () => {
    const book = workbook([
      ["Username", "nora.kiln"],
      ["video id", "create time", "views"],
      ["7529778540646620200", "2026-01-05", "1234"],
    ]);
    expect((await readTable(book, {}, "s.xlsx")).table.facts.username).toBe("nora.kiln");
  });
  it("refuses a damaged one by name", async () => {
    const bytes = zipFiles([{ name: "[Content_Types].xml", data: "<Types/>" }]);
    await expect(readTables([bytesOf(bytes, "x.xlsx")])).rejects.toMatchObject({ code: "XLSX_UNREADABLE" });
  });
  it("says workbook, not zip, of one that is cut off or fails its checksum", async () => {
    const whole = workbook([["video id", "create time", "views"]]);
    await expect(readTables([bytesOf(whole.subarray(0, 700), "x.xlsx")])).rejects.toMatchObject({
      code: "XLSX_UNREADABLE",
      message: expect.stringMatching(/its end is missing/),
    });
    const bad = zipFiles([{ name: "[Content_Types].xml", data: "<Types/>", crc: 1 }]);
    await expect(readTables([bytesOf(bad, "x.xlsx")])).rejects.toMatchObject({
      code: "XLSX_UNREADABLE",
      message: expect.stringMatching(/checksum/),
    });
  });
});

describe("members that fail", () => {
  async function settle(members: ZipMember[]) {
    const run = startRun();
    let [posts, isTable] = [false, false];
    for await (const table of openTables([zip(...members)], {}, run)) {
      if (table.kind === "failed") continue;
      isTable = true;
      for await (const batch of table.rows()) if (table.kind === "posts" && batch.length > 0) posts = true;
    }
    settleFailures(run, { posts, tables: isTable });
    return run.warnings.list().map(({ code, at }) => `${code} ${at[0]!.file}`);
  }
  const prose = { name: "notes.txt", data: "Dear diary\nnothing here\n" };
  const ads = { name: "ads.csv", data: readFileSync("fixtures/broken/refused-ads.csv") };

  it("are skipped beside posts", async () => {
    expect(await settle([prose, ads, { name: "Content.csv", data: content }])).toEqual([
      "FILE_SKIPPED export.zip/ads.csv",
      "FILE_SKIPPED export.zip/notes.txt",
    ]);
  });
  it("that are no exports are skipped beside context", async () => {
    expect(await settle([prose, { name: "Overview.csv", data: overview }])).toEqual([
      "FILE_SKIPPED export.zip/notes.txt",
    ]);
  });
  it("are the error when they are alone, the telling one first", async () => {
    await expect(settle([prose])).rejects.toMatchObject({
      code: "NO_EXPORTS",
      message: "The input holds no export: 1 files looked at (export.zip/notes.txt: DELIMITER_UNKNOWN).",
    });
    await expect(settle([{ name: "a.csv", data: "caption,mood\na,b\n" }])).rejects.toMatchObject({
      code: expect.stringMatching(/^(COLUMN_MISSING|HEADER_NOT_FOUND)$/),
    });
    await expect(settle([prose, ads])).rejects.toMatchObject({ code: "REFUSED_ADS" });
    await expect(settle([prose, { ...prose, name: "b.txt" }])).rejects.toMatchObject({ code: "NO_EXPORTS" });
  });
  it("of context alone do not hide an unusable file of posts", async () => {
    await expect(settle([ads, { name: "Overview.csv", data: overview }])).rejects.toMatchObject({
      code: "REFUSED_ADS",
    });
  });
});

describe("the same bytes twice", () => {
  it("are read again under their own name, and marked", async () => {
    const { tables, warnings } = await readTables([bytesOf(content, "a.csv"), bytesOf(content, "b.csv")]);
    expect(tables.map(({ table, rows }) => [table.name, table.duplicateOf, countKinds(rows)])).toEqual([
      ["a.csv", null, { row: 10 }],
      ["b.csv", "a.csv", { row: 10 }],
    ]);
    expect(warnings.map(({ code, at }) => [code, at[0]!.file])).toEqual([["DUPLICATE_FILE", "b.csv"]]);
  });
});
