import { describe, expect, it } from "vitest";
import { readTable } from "../support/read-tables.ts";

const HEADER = "id,create time,title,views,likes";
const ROWS = [1, 2, 3, 4].map(
  (day) => `752977854064662000${day},2026-01-0${day}T10:00:00Z,loaf number ${day},${day}00,${day}0`,
);
const file = (...lines: string[]) => `${[HEADER, ...lines].join("\n")}\n`;
const places = ({ warnings }: Awaited<ReturnType<typeof readTable>>) =>
  warnings.map(({ code, at }) => [code, ...at.map(({ line }) => line)]);

describe("odd rows", () => {
  it("with another delimiter are re-read, though they are one cell under that of the header", async () => {
    const read = await readTable(
      file(ROWS[0]!, ROWS[1]!.replaceAll(",", ";"), ROWS[2]!.replaceAll(",", "\t")),
    );
    expect(read.kinds).toEqual({ row: 3 });
    expect(places(read)).toEqual([["DELIMITER_MIXED", 3, 4]]);
    expect(read.column("views")).toEqual(["100", "200", "300"]);
  });
  it("of a few words between posts are short rows, not a table of their own", async () => {
    const read = await readTable(file(ROWS[0]!, "lost,words", ROWS[1]!));
    expect(read.rows.map(({ kind, line }) => [kind, line])).toEqual([
      ["row", 2],
      ["dropped", 3],
      ["row", 4],
    ]);
    expect(places(read)).toEqual([["ROW_TOO_SHORT", 3]]);
  });
  it("of a few words at the end are a note", async () => {
    const read = await readTable(file(ROWS[0]!, ROWS[1]!, "Source,some tool"));
    expect(read.kinds).toEqual({ row: 2, other: 1 });
    expect(places(read)).toEqual([["NOTE_ROW_SKIPPED", 4]]);
  });
  it("of a few words and more behind them are a second table", async () => {
    const read = await readTable(file(ROWS[0]!, "Tag,Times", "bread,3", "cake,4"));
    expect(read.kinds).toEqual({ row: 1, other: 3 });
    expect(places(read)).toEqual([["SECTION_SKIPPED", 3]]);
  });
});

describe("rows of sums", () => {
  it("are known by their label though they have a date", async () => {
    const total = ",2026-01-31,Total,1000,100";
    const read = await readTable(file(...ROWS, total));
    expect(read.kinds).toEqual({ row: 4, other: 1 });
    expect(places(read)).toEqual([["TOTAL_ROW_SKIPPED", 6]]);
  });
  it("are not suspected where a post without id has a date", async () => {
    const read = await readTable(file(...ROWS, ",2026-01-31,total eclipse,7,1", ",2026-01-30,bread,8,1"));
    expect(read.kinds).toEqual({ row: 6 });
    expect(read.codes).toEqual([]);
  });
});

describe("a table of days", () => {
  it("holds no ids: with them it is one of posts", async () => {
    const rows = ROWS.map((row) => row.split(",")).map(([id, time, , views]) => [id, time, views, "5000"]);
    const text = ["id,date,views,followers", ...rows.map((row) => row.join(","))].join("\n");
    const { table, kinds } = await readTable(text);
    expect([table.kind, table.format, kinds]).toEqual(["posts", "generic", { row: 4 }]);
  });
});

describe("a quote that nothing closes", () => {
  it("is dropped from the first cell of every row, also of the last", async () => {
    const read = await readTable(file(...ROWS.map((row) => `"${row}`)));
    expect(read.kinds).toEqual({ row: 4 });
    expect(places(read)).toEqual([["QUOTE_NOT_CLOSED", 2, 3, 4, 5]]);
    expect(read.column("id")[3]).toBe("7529778540646620004");
  });
  it("is a cut where the file ends without a line end", async () => {
    const text = file(ROWS[0]!, ROWS[1]!.replace(",20", ',"20')).trimEnd();
    const read = await readTable(text);
    expect(read.kinds).toEqual({ row: 1, dropped: 1 });
    expect(read.codes).toEqual(["INPUT_TRUNCATED"]);
  });
  it("is named where it stands in the header", async () => {
    const read = await readTable(file(...ROWS).replace("id,", '"id,'));
    expect(read.kinds).toEqual({ row: 4 });
    expect(places(read)).toEqual([["QUOTE_NOT_CLOSED", 1]]);
  });
  for (const [name, text] of [
    ["shifts the header of quoted rows", quoted(HEADER, ...ROWS).replace('"id"', '"id')],
    ["stands behind a line of notes", `Report\n${quoted(HEADER, ...ROWS).replace('"id"', '"id')}`],
  ] as const) {
    it(`is the error where it ${name}`, async () => {
      await expect(readTable(text)).rejects.toMatchObject({
        code: "QUOTE_NOT_CLOSED",
        message: expect.stringMatching(/An unterminated quote in line [12] swallows the file\./),
      });
    });
  }
  it("of prose is no error of a table", async () => {
    await expect(readTable('Dear diary,\nit was a 5" loaf\nand good\n')).rejects.not.toMatchObject({
      code: "QUOTE_NOT_CLOSED",
    });
  });
});

function quoted(...lines: string[]): string {
  return `${lines.map((line) => `"${line.replaceAll(",", '","')}"`).join("\n")}\n`;
}
