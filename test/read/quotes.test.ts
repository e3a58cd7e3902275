import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchBothEnds, splitLine } from "../../src/read/quotes.ts";
import { readTable } from "../support/read-tables.ts";

const COMMA = { delimiter: ",", quote: '"' };

describe("splitLine", () => {
  const cases: [string, string[]][] = [
    ["", [""]],
    ["a,b", ["a", "b"]],
    ["a,,b,", ["a", "", "b", ""]],
    ['"a,b",c', ["a,b", "c"]],
    ['"say ""hi""",c', ['say "hi"', "c"]],
    ['a "b" c,d', ['a "b" c', "d"]],
    ['"a" b",c', ['a" b', "c"]],
    ['"open,c', ['"open', "c"]],
    ['"",""', ["", ""]],
  ];
  for (const [line, cells] of cases) {
    it(JSON.stringify(line), () => expect(splitLine(line, COMMA)).toEqual(cells));
  }

  it("reads back every quoted row", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", ",", ";", '"', "é", " ", "#") });
    fc.assert(
      fc.property(
        fc.array(cell, { minLength: 1, maxLength: 6 }),
        fc.constantFrom(",", ";", "\t"),
        (cells, delimiter) => {
          const line = cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(delimiter);
          // A cell that ends in a quote before a delimiter inside the next quotes is ambiguous only unquoted.
          expect(splitLine(line, { delimiter, quote: '"' })).toEqual(cells);
        },
      ),
      { seed: 5, numRuns: 300 },
    );
  });
});

describe("matchBothEnds", () => {
  const shape = { ...COMMA, columns: 8, free: 1 };
  const line = (title: string) =>
    `"May 1","${title}","https://www.tiktok.com/@mia/video/7000000000000000001","April 2","1","2","3","4"`;

  it("gives back any title of a line whose quotes are not escaped, letter for letter", () => {
    const title = fc.string({
      unit: fc.constantFrom("a", '"', ",", " ", "é", "#", '","', '", "'),
      maxLength: 30,
    });
    fc.assert(
      fc.property(title, (text) => {
        // A title whose quotes all come in pairs reads as escaped: nothing in the file tells them apart.
        fc.pre(text.replace(/""/g, "").includes('"') || !text.includes('"'));
        expect(matchBothEnds(line(text), shape)?.cells[1]).toBe(text);
      }),
      { seed: 7, numRuns: 500 },
    );
  });
  it("undoubles quotes that all come in pairs", () => {
    expect(matchBothEnds(line('a ""b"" c'), shape)?.cells[1]).toBe('a "b" c');
    expect(matchBothEnds(line('a ""b" c'), shape)?.cells[1]).toBe('a ""b" c');
  });
  it("takes an unquoted text with delimiters", () => {
    expect(matchBothEnds("1,a, b, c,9", { ...COMMA, columns: 3, free: 1 })?.cells).toEqual([
      "1",
      "a, b, c",
      "9",
    ]);
  });
  it("fails where the ends are missing", () => {
    expect(matchBothEnds('"May 1","x"', shape)).toBeNull();
    expect(matchBothEnds("", shape)).toBeNull();
  });
});

describe("native lines", () => {
  const header =
    '"Time","Video title","Video link","Post time","Total likes","Total comments","Total shares","Total views"';
  const link = (index: number) => `https://www.tiktok.com/@mia/video/76046658318342${String(10000 + index)}`;
  const file = (titles: readonly string[]) =>
    `\ufeff${[header, ...titles.map((title, index) => `"May 1","${title}","${link(index)}","April 2","1","2","3","4"`)].join("\n")}`;

  it("keeps every title, however it is quoted, and every row", async () => {
    const titles = [
      '"',
      'a "b", c',
      '","',
      'x","y","z',
      '"a" and "b"',
      "plain",
      "",
      'ends with "',
      '" starts',
      "one, two",
    ];
    const { column, kinds, warnings } = await readTable(file(titles));
    expect(kinds).toEqual({ row: titles.length });
    expect(column("title")).toEqual(titles);
    expect(warnings.map(({ code }) => code)).toEqual(["QUOTE_REPAIRED"]);
  });
  it("takes a line end inside a title with stray quotes", async () => {
    const titles = ['first "line"\nsecond', "plain", 'a "b"\nc "d"\n\ne'];
    const { column } = await readTable(file(titles));
    expect(column("title")).toEqual(titles);
  });
  it("never loses a row or a number to the quotes of a title", async () => {
    const title = fc.string({ unit: fc.constantFrom("a", "b", '"', ",", " ", "x"), maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(fc.array(title, { minLength: 2, maxLength: 8 }), async (titles) => {
        const { column, kinds } = await readTable(file(titles));
        expect(kinds).toEqual({ row: titles.length });
        expect(column("link")).toEqual(titles.map((_, index) => link(index)));
        expect(column("views")).toEqual(titles.map(() => "4"));
      }),
      { seed: 3, numRuns: 60 },
    );
  });
});

describe("native files", () => {
  const header = "Time,Video title,Video link,Post time,Total likes,Total comments,Total shares,Total views";
  it("keep their quotes though most captions hold stray ones", async () => {
    const titles = ['tiktok "z"', 'ünï "ö"', 'x, "y"', '5" x 3"', 'the "end"', 'all "z"'];
    const lines = titles.map((title, index) => {
      const link = `https://www.tiktok.com/@mia.k/video/759193108029197518${index}`;
      return `"February 10","${title}","${link}","January 5","1","2","3","${index}0"`;
    });
    const text = `\ufeff"${header.replaceAll(",", '","')}"\n${lines.join("\n")}`;
    const read = await readTable(text);
    expect(read.column("title")).toEqual(titles);
    expect(read.codes).toEqual(["QUOTE_REPAIRED"]);
  });
});
