import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bytesOf, readTable, readTables } from "../support/read-tables.ts";

const ID = "75919310802919751";
const posts = Array.from({ length: 6 }, (_, index) => [
  `${ID}${10 + index}`,
  `2026-01-0${index + 1} 10:00:00`,
  `caption ${index}`,
  String(1000 + index * 7),
  String(50 + index),
]);
const HEADER = ["id", "create_time", "caption", "views", "likes"];

function print(rows: readonly (readonly string[])[], delimiter: string, quote: string, end = "\n"): string {
  const cell = (text: string) =>
    quote === "" ? text : quote + text.replaceAll(quote, quote + quote) + quote;
  return rows.map((cells) => cells.map(cell).join(delimiter)).join(end) + end;
}

describe("layouts", () => {
  for (const delimiter of [",", ";", "\t", "|"]) {
    for (const quote of ['"', "'", ""]) {
      it(`delimiter ${JSON.stringify(delimiter)}, quote ${JSON.stringify(quote)}`, async () => {
        const read = await readTable(print([HEADER, ...posts], delimiter, quote));
        expect(read.column("id")).toEqual(posts.map(([id]) => id));
        expect(read.column("title")).toEqual(posts.map((post) => post[2]));
        expect(read.column("likes")).toEqual(posts.map((post) => post[4]));
        const expected = [
          ...(delimiter === "," ? [] : ["DELIMITER_UNUSUAL"]),
          ...(quote === "'" ? ["QUOTE_UNUSUAL"] : []),
        ];
        expect(read.codes).toEqual(expected);
      });
    }
  }

  it("parses what is printed under every dialect, whatever the captions hold", async () => {
    const caption = fc.string({
      unit: fc.constantFrom("a", "b", ",", ";", "|", "\t", '"', "'", "#", " ", "é", "\n"),
      maxLength: 15,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(caption, { minLength: 3, maxLength: 6 }),
        fc.constantFrom(",", ";", "\t", "|"),
        fc.constantFrom("\n", "\r\n"),
        fc.boolean(),
        async (captions, delimiter, end, bom) => {
          const rows = captions.map((text, index) =>
            posts[index % 6]!.with(2, text).with(0, `${ID}${20 + index}`),
          );
          const text = (bom ? "\ufeff" : "") + print([HEADER, ...rows], delimiter, '"', end);
          const read = await readTable(text);
          expect(read.kinds).toEqual({ row: rows.length });
          expect(read.column("title")).toEqual(captions);
          expect(read.column("views")).toEqual(rows.map((row) => row[3]));
        },
      ),
      { seed: 9, numRuns: 120 },
    );
  });

  it("reads the same out of LF, CRLF and CR, captions included", async () => {
    const rows = posts.map((post) => post.with(2, "two\nlines"));
    const text = print([HEADER, ...rows], ",", '"');
    const cells = async (one: string) => (await readTable(one)).rows.map((row) => [row.line, row.cells]);
    expect(await cells(text.replaceAll("\n", "\r\n"))).toEqual(await cells(text));
    expect(await cells(text.replaceAll("\n", "\r"))).toEqual(await cells(text));
  });
  it("reads numbers and ids written as formulas without calling them broken", async () => {
    const rows = posts.map(
      ([id, time, caption, views, likes]) => `="${id}",${time},${caption},="${views}",${likes}`,
    );
    const read = await readTable(`${HEADER.join(",")}\n${rows.join("\n")}\n`);
    expect(read.codes).toEqual([]);
    expect(read.column("views")[0]).toBe('="1000"');
  });
  it("does not doubt the dates of Studio in a language it has never seen", async () => {
    const header =
      '"Time","Video title","Video link","Post time","Total likes","Total comments","Total shares","Total views"';
    const rows = posts.map(
      ([id], index) =>
        `"qwerty ${index}!","a "b" c","https://www.tiktok.com/@mia/video/${id}","!asdf?","1","2","3","4"`,
    );
    const read = await readTable(`${header}\n${rows.join("\n")}`);
    expect(read.codes).toEqual(["QUOTE_REPAIRED"]);
    expect(read.column("postedAt")).toEqual(posts.map(() => "!asdf?"));
    expect(read.column("title")).toEqual(posts.map(() => 'a "b" c'));
  });
  it("believes a sep= line", async () => {
    const read = await readTable(`sep=;\n${print([HEADER, ...posts], ";", "")}`);
    expect(read.column("views")).toEqual(posts.map((post) => post[3]));
    expect(read.codes).toEqual(["DELIMITER_UNUSUAL"]);
    expect(read.rows[0]!.line).toBe(3);
  });
  it("finds the header below a preamble and keeps the user name", async () => {
    const read = await readTable(
      `Report;TikTok\nUsername;@mia.bakes\n\n${print([HEADER, ...posts], ";", "")}`,
    );
    expect(read.table.facts.username).toBe("mia.bakes");
    expect(read.codes).toEqual(["DELIMITER_UNUSUAL", "PREAMBLE_SKIPPED"]);
    expect(read.rows[0]!.line).toBe(5);
  });
  it("takes the first of two equal headers", async () => {
    const read = await readTable(print([HEADER, ...posts.slice(0, 3), HEADER, ...posts.slice(3)], ",", ""));
    expect(read.kinds).toEqual({ row: 6, other: 1 });
    expect(read.codes).toEqual(["HEADER_REPEATED"]);
  });
  it("finds a link and a time by their values where only the counts have known headers", async () => {
    const rows = posts.map((post) => [
      `https://www.tiktok.com/@mia/video/${post[0]}`,
      post[1]!.replaceAll("-", "/"),
      post[3]!,
      post[4]!,
    ]);
    const read = await readTable(print([["Adresse", "Veröffentlicht", "Views", "Likes"], ...rows], ",", '"'));
    expect(read.column("link")).toEqual(rows.map(([link]) => link));
    expect(read.column("postedAt")).toEqual(rows.map((row) => row[1]));
    expect(read.table.columns.filter(({ how }) => how === "value").map(({ field }) => field)).toEqual([
      "link",
      "postedAt",
    ]);
    expect(read.codes).toEqual(["COLUMN_GUESSED"]);
  });
  it("reads unknown headers through --map, and --labels", async () => {
    const text = print([["nr", "wann", "worte", "gesehen", "laune"], ...posts], ",", "");
    const map = [
      { field: "id", header: "nr" },
      { field: "postedAt", header: "WANN" },
      { field: "views", header: "gesehen" },
    ];
    const read = await readTable(text, { map, labels: ["laune"] });
    expect(read.column("postedAt")).toEqual(posts.map((post) => post[1]));
    expect(read.rows.map(({ labels }) => labels)).toEqual(posts.map((post) => [post[4]]));
    expect(read.table.columns.map(({ field, header, how }) => [field, header, how])).toEqual([
      ["id", "nr", "map"],
      ["postedAt", "wann", "map"],
      ["views", "gesehen", "map"],
    ]);
  });
  it("names misspelt fields and headers with the nearest", async () => {
    const file = bytesOf(print([HEADER, ...posts], ",", ""));
    const unknown = bytesOf("alpha,beta\nx,y\n");
    const map = (field: string, header: string) => ({ map: [{ field, header }] });
    await expect(readTables([file], map("vews", "views"))).rejects.toMatchObject({
      code: "MAP_UNKNOWN_FIELD",
      hint: expect.stringContaining("views"),
    });
    await expect(readTables([file], map("views", "vieuws"))).rejects.toMatchObject({
      code: "MAP_UNKNOWN_HEADER",
      hint: expect.stringContaining("views"),
    });
    await expect(readTables([unknown], map("views", "alfa"))).rejects.toMatchObject({
      code: "MAP_UNKNOWN_HEADER",
      hint: expect.stringContaining("alpha"),
    });
    await expect(readTables([file], { labels: ["mood"] })).rejects.toMatchObject({
      code: "MAP_UNKNOWN_HEADER",
    });
  });
  it("does not let the order of rows decide what columns mean", async () => {
    const mixed = posts.map((post, index) => post.with(4, index < 4 ? "many" : post[4]!));
    const forward = await readTable(print([HEADER, ...mixed], ",", ""));
    const backward = await readTable(print([HEADER, ...mixed.toReversed()], ",", ""));
    expect(forward.table.columns).toEqual(backward.table.columns);
    expect(forward.codes).toEqual(["COLUMN_VALUES_MISMATCH"]);
    expect(backward.codes).toEqual(forward.codes);
  });
});

describe("tables below the posts", () => {
  const rows = print([HEADER, ...posts.slice(0, 3)], ",", "");
  it("are skipped, also where their names are unknown, and posts behind them are read", async () => {
    const read = await readTable(
      `${rows}\nSomething\nword,uses\nbread,12\nrye,3\n${print(posts.slice(3), ",", "")}`,
    );
    expect(read.kinds).toEqual({ row: 6, other: 4 });
    expect(read.codes).toEqual(["NOTE_ROW_SKIPPED", "SECTION_SKIPPED"]);
    expect(read.warnings[1]).toMatchObject({ count: 3, at: [{ line: 7 }] });
  });
  it("with a known header end the posts for good", async () => {
    const read = await readTable(`${rows}Date,Followers\n2026-01-05,400\n`);
    expect(read.kinds).toEqual({ row: 3, other: 2 });
  });
});

describe("rows that name no post", () => {
  const table = (count: string) => `${print([HEADER, ...posts], ",", "")},,,${count},9\n`;
  it("are totals where they hold the sum of the column, without any label", async () => {
    const sum = posts.reduce((total, post) => total + Number(post[3]), 0);
    const read = await readTable(table(String(sum)));
    expect([read.kinds, read.codes]).toEqual([{ row: 6, other: 1 }, ["TOTAL_ROW_SKIPPED"]]);
  });
  it("stay rows to be judged by their values where they do not", async () => {
    const read = await readTable(table("17"));
    expect([read.kinds, read.codes]).toEqual([{ row: 7 }, []]);
  });
});

describe("lines wrapped in quotes", () => {
  it("are unwrapped with or without quotes inside", async () => {
    const plain = posts.map((post) => post.with(2, "a, b"));
    const lines = print(
      [HEADER, ...posts.slice(0, 3), ...plain.slice(3).map((post) => post.with(2, '"a, b"'))],
      ",",
      "",
    );
    const wrapped = lines
      .trimEnd()
      .split("\n")
      .map((line) => `"${line.replaceAll('"', '""')}"`);
    const read = await readTable(wrapped.join("\r\n"));
    expect(read.codes).toEqual(["LINE_WRAPPED"]);
    expect(read.column("title")).toEqual(["caption 0", "caption 1", "caption 2", "a, b", "a, b", "a, b"]);
  });
});
