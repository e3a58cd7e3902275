import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { elementsAt, findValue, JsonFault, parseJson, placeOf, valueEnd } from "../../src/read/json.ts";
import { POST } from "../../src/read/rows.ts";
import { bytesOf, countKinds, readTable, readTables } from "../support/read-tables.ts";

function faultAt(text: string): number | null {
  const bytes = Buffer.from(text);
  try {
    const end = valueEnd(bytes, 0);
    return end === bytes.length ? null : end;
  } catch (error) {
    if (error instanceof JsonFault) return error.offset;
    throw error;
  }
}

describe("the JSON scanner", () => {
  it("accepts what JSON.parse accepts", () => {
    fc.assert(
      fc.property(fc.json(), fc.integer({ min: 0, max: 2 }), (text, indent) => {
        expect(faultAt(JSON.stringify(JSON.parse(text), null, indent))).toBeNull();
      }),
      { seed: 4, numRuns: 300 },
    );
  });
  it("rejects what JSON.parse rejects", () => {
    const unit = fc.constantFrom(
      "{",
      "}",
      "[",
      "]",
      '"',
      ":",
      ",",
      "1",
      "-",
      ".",
      "e",
      "t",
      "true",
      "null",
      "\\",
      "u12",
      "a",
      " ",
    );
    fc.assert(
      fc.property(fc.string({ unit, minLength: 1, maxLength: 12 }), (text) => {
        const trimmed = text.trim();
        fc.pre(trimmed !== "");
        let valid = true;
        try {
          JSON.parse(trimmed);
        } catch {
          valid = false;
        }
        expect(faultAt(trimmed) === null).toBe(valid);
      }),
      { seed: 6, numRuns: 3000 },
    );
  });
  const faults: [string, number][] = [
    ['{"a":1', 6],
    ['{"a" 1}', 5],
    ["[1,]", 3],
    ['["a\nb"]', 3],
    ['["\\x"]', 3],
    ["[01]", 2],
    ["nul", 0],
  ];
  for (const [text, offset] of faults)
    it(`${JSON.stringify(text)} breaks at ${offset}`, () => expect(faultAt(text)).toBe(offset));

  it("survives deep nesting", () => {
    expect(faultAt("[".repeat(100_000))).not.toBeNull();
  });
  it("finds values by path and elements one by one", () => {
    const bytes = Buffer.from('{"x":{"a":[9]},"a":{"b":[{"n":1},{"n":2}]}}');
    const list = findValue(bytes, 0, ["a", "b"]);
    expect([...elementsAt(bytes, list)].map(({ value }) => value)).toEqual([{ n: 1 }, { n: 2 }]);
    expect(findValue(bytes, 0, ["a", "c"])).toBe(-1);
  });
  it("counts lines and columns", () => {
    expect(placeOf(Buffer.from("é\nab€c"), 8)).toEqual({ line: 2, column: 4 });
  });
  it("keeps long numbers whole, and texts as they are", () => {
    expect(parseJson('{"id":7468264354681572626,"t":"x: 7468264354681572626,","n":1.5}')).toEqual({
      id: "7468264354681572626",
      t: "x: 7468264354681572626,",
      n: 1.5,
    });
    expect(parseJson('{"a":-1,"b":[12345678901234567]}')).toEqual({ a: -1, b: ["12345678901234567"] });
  });
});

const item = (id: string, more = {}) => ({
  id,
  desc: `clip ${id}`,
  createTime: 1767634200,
  author: { uniqueId: "mia" },
  stats: { playCount: 100, diggCount: 5, commentCount: 1, shareCount: 0 },
  ...more,
});

describe("JSON inputs", () => {
  const shapes: [string, unknown][] = [
    ["a list", [item("7591931080291975181"), item("7591931080291975182")]],
    ["a list inside", { data: { itemList: [item("7591931080291975181"), item("7591931080291975182")] } }],
    [
      "wrapped items",
      [{ itemInfo: { itemStruct: item("7591931080291975181") } }, { item: item("7591931080291975182") }],
    ],
  ];
  for (const [name, value] of shapes) {
    it(`${name}, with and without byte-order mark, also UTF-16`, async () => {
      const text = JSON.stringify(value);
      for (const bytes of [
        Buffer.from(text),
        Buffer.from(`\ufeff${text}`),
        Buffer.from(`\ufeff${text}`, "utf16le"),
      ]) {
        const read = await readTable(bytes);
        expect(read.table.format).toBe("webapi");
        expect(read.column("id")).toEqual(["7591931080291975181", "7591931080291975182"]);
        expect(read.column("views")).toEqual(["100", "100"]);
      }
    });
  }
  it("one item alone, as a document and as a line", async () => {
    for (const indent of [0, 2]) {
      const read = await readTable(
        JSON.stringify(item("7591931080291975181", { challenges: [{ title: "a" }] }), null, indent),
      );
      expect(read.column("hashtags")).toEqual(['["a"]']);
    }
  });
  it("prefers nothing to a flag that is absent", async () => {
    const read = await readTable(
      JSON.stringify([
        item("7591931080291975181"),
        item("7591931080291975182", { imagePost: {}, isAd: true }),
      ]),
    );
    expect(read.column("photo")).toEqual([null, "true"]);
    expect(read.column("promoted")).toEqual([null, "true"]);
  });
  it("reads exact counts as text", async () => {
    const read = await readTable(
      JSON.stringify([{ ...item("7591931080291975181"), stats: undefined, statsV2: { playCount: "12" } }]),
    );
    expect(read.column("views")).toEqual(["12"]);
    expect(read.column("likes")).toEqual([null]);
  });
  it("reads flat objects of other tools through their paths", async () => {
    const objects = [1, 2].map((index) => ({
      id: `759193108029197518${index}`,
      createTimeISO: "2026-01-05T17:30:00.000Z",
      text: "hi",
      diggCount: 4,
      playCount: 70 + index,
      authorMeta: { name: "mia", fans: 3 },
      musicMeta: { musicId: "69", musicName: "x" },
      hashtags: [{ name: "a" }, { name: "b" }],
    }));
    const read = await readTable(JSON.stringify(objects));
    expect(read.table.format).toBe("apify");
    expect(read.column("account")).toEqual(["mia", "mia"]);
    expect(read.column("hashtags")).toEqual(['["a","b"]', '["a","b"]']);
    expect(read.column("views")).toEqual(["71", "72"]);
  });
  it("keeps numeric ids whole", async () => {
    const text =
      '[{"id":7591931080291975181,"view_count":5,"like_count":1,"create_time":1767634200,"share_url":"https://www.tiktok.com/@m/video/7591931080291975181"}]';
    const read = await readTable(text);
    expect([read.table.format, read.column("id")]).toEqual(["display-api", ["7591931080291975181"]]);
  });
  it("takes columns of --map and --labels by path", async () => {
    const read = await readTable(
      JSON.stringify([item("7591931080291975181", { mood: { name: "calm" }, alt: "9" })]),
      {
        labels: ["mood.name"],
        map: [{ field: "views", header: "alt" }],
      },
    );
    expect(read.rows[0]!.labels).toEqual(["calm"]);
    expect(read.column("views")).toEqual(["9"]);
  });
  it("reads older data downloads, whose links hold the id", async () => {
    const video = {
      Date: "2021-05-01 10:00:00",
      VideoLink: "",
      Link: "https://www.tiktokv.com/share/video/6957000000000000001/",
      Likes: "3",
    };
    const read = await readTable(JSON.stringify({ Video: { Videos: { VideoList: [video] } } }));
    expect([read.table.format, read.column("id")]).toEqual(["user-data", ["6957000000000000001"]]);
  });
  it("reads a data download without posts as an empty table, or says that posts are missing", async () => {
    expect((await readTable('{"Post":{"Posts":{"VideoList":null}}}')).rows).toEqual([]);
    expect((await readTable('{"Post":{"Posts":{"VideoList":[]}}}')).rows).toEqual([]);
    await expect(readTables([bytesOf('{"Profile":{}}')])).rejects.toMatchObject({ code: "NO_POSTS" });
  });
  it("does not take a report of its own for an export", async () => {
    const report = {
      schemaVersion: "1.0",
      tool: {},
      meta: {},
      settings: {},
      rows: [item("7591931080291975181")],
    };
    await expect(readTables([bytesOf(JSON.stringify(report))])).rejects.toMatchObject({
      code: "HEADER_NOT_FOUND",
    });
  });
  it("names other platforms", async () => {
    const entry = {
      id: "a",
      extractor: "youtube",
      webpage_url: "https://www.youtube.com/watch?v=a",
      view_count: 1,
      timestamp: 1767634200,
    };
    await expect(readTables([bytesOf(JSON.stringify([entry]))])).rejects.toMatchObject({
      code: "REFUSED_OTHER_PLATFORM",
    });
  });
});

describe("JSON lines", () => {
  const lines = (count: number) =>
    Array.from({ length: count }, (_, index) => JSON.stringify(item(`75919310802919751${10 + index}`)));

  it("are parted at LF only, and numbered", async () => {
    const texts = lines(3).map((line) => line.replace("clip", "a\u2028b\u0085c"));
    const read = await readTable(`${texts.join("\n")}\n`);
    expect(read.rows.map(({ line }) => line)).toEqual([1, 2, 3]);
    expect(read.column("title")[0]).toMatch(/^a\u2028b\u0085c/);
  });
  it("count what cannot be read, and a last line that is cut off", async () => {
    const [a, b, c] = lines(3);
    const read = await readTable(`${a}\n{broken}\n\n${b}\n${c!.slice(0, 40)}`);
    expect(read.kinds).toEqual({ row: 2, dropped: 2 });
    expect(read.warnings.map(({ code, at }) => [code, at[0]!.line])).toEqual([
      ["INPUT_TRUNCATED", 5],
      ["ROW_UNUSABLE", 2],
    ]);
  });
  it("read the same with CRLF", async () => {
    const read = await readTable(lines(2).join("\r\n"));
    expect(countKinds(read.rows)).toEqual({ row: 2 });
    expect(read.rows[1]!.cells[POST.likes]).toBe("5");
  });
});

describe("a list that does not begin with a post", () => {
  const post = '{"id":"7591931080291975181","createTime":1767607200,"stats":{"playCount":5,"diggCount":1}}';
  for (const first of ["null", "5", "true", "[]"]) {
    it(`is JSON all the same: ${first}`, async () => {
      const { kinds, codes } = await readTable(`[${first}, ${post}]`, {}, "posts.json");
      expect(kinds).toEqual({ dropped: 1, row: 1 });
      expect(codes).toEqual(["ROW_UNUSABLE"]);
    });
  }
});
