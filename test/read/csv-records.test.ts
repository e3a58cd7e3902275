import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CsvRecord, csvRecords, type Mended } from "../../src/read/csv-records.ts";
import { boundsOf } from "../../src/read/record-bounds.ts";

async function* chunked(text: string, size: number): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(
  text: string,
  { delimiter = ",", quote = '"', size = 7 } = {},
  mend: (lines: readonly string[], last: boolean) => Mended = (lines) => ({
    cells: [lines[0]!],
    lines: 1,
    outcome: "repaired",
  }),
): Promise<(CsvRecord & { raw: string })[]> {
  const records: (CsvRecord & { raw: string })[] = [];
  for await (const batch of csvRecords(chunked(text, size), { delimiter, quote, firstLine: 1, mend })) {
    for (const record of batch.records) {
      records.push({ ...record, raw: batch.bytes.toString("utf8", record.start, record.end) });
    }
  }
  return records;
}

const cellsOf = (records: readonly CsvRecord[]) => records.map(({ cells }) => cells);

describe("csvRecords", () => {
  const cases: [string, string, string[][]][] = [
    [
      "comma in quotes",
      'a,b\n"x,y",z\n',
      [
        ["a", "b"],
        ["x,y", "z"],
      ],
    ],
    [
      "line ends in quotes",
      'a,b\n"x\ny\r\nz",1\n',
      [
        ["a", "b"],
        ["x\ny\r\nz", "1"],
      ],
    ],
    ["escaped quotes", '"say ""hi""",b', [['say "hi"', "b"]]],
    [
      "empty cells",
      ',,\n"",\n',
      [
        ["", "", ""],
        ["", ""],
      ],
    ],
    ["blank lines", "a\n\n\r\n\nb", [["a"], ["b"]]],
    [
      "carriage returns",
      "a,b\rc,d\r",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    [
      "CRLF",
      "a,b\r\nc,d\r\n",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    ["no line end at the end", "a\nb", [["a"], ["b"]]],
    [
      "emoji and combining marks",
      "🍞,e\u0301\n👩‍🍳,ค",
      [
        ["🍞", "e\u0301"],
        ["👩‍🍳", "ค"],
      ],
    ],
    ["U+2028 and U+0085", "a\u2028b,c\u0085d\n", [["a\u2028b", "c\u0085d"]]],
    ["ragged", "a,b\nc\nd,e,f\n", [["a", "b"], ["c"], ["d", "e", "f"]]],
  ];
  for (const [name, text, expected] of cases) {
    it(name, async () => {
      for (const size of [1, 3, 1000]) expect(cellsOf(await read(text, { size }))).toEqual(expected);
    });
  }

  it("counts lines, also behind quoted line ends and blank lines", async () => {
    const records = await read('a\n\n"x\ny\nz"\nb\n\n\nc');
    expect(records.map(({ line }) => line)).toEqual([1, 3, 6, 9]);
  });
  it("counts a CRLF inside quotes once", async () => {
    const records = await read('a\r\n"x\r\ny"\r\nb\r\n');
    expect(records.map(({ line }) => line)).toEqual([1, 2, 4]);
  });
  it("knows the bytes of every record", async () => {
    const records = await read('é,1\n"x\ny",2\n\nz,3');
    expect(records.map(({ raw }) => raw)).toEqual(["é,1\n", '"x\ny",2\n', "z,3"]);
  });
  it("starts again behind a record with stray quotes", async () => {
    const records = await read('1,a\n2,"b" c\n3,d\n4,e "f"\n5,g\n');
    expect(records.map(({ cells, line, mended }) => [cells, line, mended])).toEqual([
      [["1", "a"], 1, null],
      [['2,"b" c'], 2, "repaired"],
      [["3", "d"], 3, null],
      [['4,e "f"'], 4, "repaired"],
      [["5", "g"], 5, null],
    ]);
  });
  it("gives up a quote left open for more than 50 lines", async () => {
    const rest = Array.from({ length: 200 }, (_, index) => `${index},x`).join("\n");
    const seen: number[] = [];
    const records = await read(`1,"open\n${rest}\n`, { size: 100 }, (lines) => {
      seen.push(lines.length);
      return { cells: ["cut"], lines: 1, outcome: "unclosed" };
    });
    expect(records.length).toBe(201);
    expect(records[0]!.cells).toEqual(["cut"]);
    expect(records[1]!.line).toBe(2);
    expect(seen).toEqual([51]);
  });
  it("gives up a quote left open for more than 64 KiB", async () => {
    const records = await read(`1,"open\n${"y".repeat(70_000)}\n2,b\n3,c\n`, { size: 5000 });
    expect(records.map(({ cells, line }) => [cells.at(-1)!.slice(0, 6), line])).toEqual([
      ['1,"ope', 1],
      ["yyyyyy", 2],
      ["b", 3],
      ["c", 4],
    ]);
  });
  it("keeps a long caption whose quotes are right", async () => {
    const caption = `${"word ".repeat(12_000)}\nmore`;
    expect(cellsOf(await read(`1,"${caption}"\n2,b`, { size: 4096 }))).toEqual([
      ["1", caption],
      ["2", "b"],
    ]);
  });
  it("gets past a line of more than 1 MiB", async () => {
    const records = await read(`1,a\n2,${"z".repeat(1_300_000)}\n3,c\n`, { size: 65_536 });
    expect(records.map(({ line }) => line)).toEqual([1, 2, 3]);
    expect(records[2]!.cells).toEqual(["3", "c"]);
  });
  it("tells mend when the file ends", async () => {
    const lasts: boolean[] = [];
    await read('1,"a\n2,b', {}, (lines, last) => {
      lasts.push(last);
      return { cells: [], lines: lines.length, outcome: "truncated" };
    });
    expect(lasts).toEqual([true]);
  });

  it("parses what is printed, for every dialect, line end and chunk size", async () => {
    const cell = fc.string({
      unit: fc.constantFrom("a", "ü", "🍞", '"', "'", ",", ";", "\t", "|", "\n", " ", "#", "="),
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
        fc.constantFrom(",", ";", "\t", "|"),
        fc.constantFrom('"', "'"),
        fc.constantFrom("\n", "\r\n"),
        fc.integer({ min: 1, max: 40 }),
        async (rows, delimiter, quote, end, size) => {
          const text = rows
            .map((cells) =>
              cells.map((one) => quote + one.replaceAll(quote, quote + quote) + quote).join(delimiter),
            )
            .join(end);
          expect(cellsOf(await read(text, { delimiter, quote, size }))).toEqual(rows);
        },
      ),
      { seed: 21, numRuns: 300 },
    );
  });
});

describe("boundsOf", () => {
  it("leaves an unfinished record open", () => {
    const bounds = boundsOf(Buffer.from('a\n"b\nc'), 5, 34, false);
    expect(bounds).toEqual({ starts: [0], ends: [2], lines: [5], open: 2, openLine: 6, isStuck: false });
  });
  it("waits for the LF of a CRLF", () => {
    expect(boundsOf(Buffer.from("a\r"), 1, 34, false).starts).toEqual([]);
    expect(boundsOf(Buffer.from("a\r"), 1, 34, true).starts).toEqual([0]);
  });
});
