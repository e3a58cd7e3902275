import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  isMissing,
  markEvidence,
  noteMark,
  numberCell,
  parseDuration,
  parseMeasure,
  scanNumber,
  settleMarks,
} from "../../src/read/values.ts";
import { endsWithin, UNHURRIED } from "../support/ends-within.ts";

/** Reads a whole column as the reader does: scan, collect evidence, settle. */
function readColumn(cells: readonly string[]): (number | null)[] {
  const out = numberCell();
  const evidence = markEvidence();
  const scanned = cells.map((cell) => {
    const kind = scanNumber(cell, out);
    noteMark(evidence, kind, out);
    return { kind, value: out.value, mark: out.mark };
  });
  const decision = settleMarks(evidence);
  return scanned.map(({ kind, value, mark }) => {
    if (kind === "missing" || kind === "invalid") return null;
    const isDecimal = kind === "ambiguous" && mark !== "" && decision[mark] === "decimal";
    return isDecimal ? value / 1000 : value;
  });
}

const grouped = (mark: string) => (value: number) => String(value).replace(/\B(?=(\d{3})+$)/g, mark);
const inScript = (zero: number) => (value: number) =>
  [...String(value)].map((digit) => String.fromCharCode(zero + Number(digit))).join("");

const styles: [string, (value: number) => string][] = [
  ["plain", String],
  ["comma", grouped(",")],
  ["dot", grouped(".")],
  ["space", grouped(" ")],
  ["no-break space", grouped("\u00a0")],
  ["narrow no-break space", grouped("\u202f")],
  ["apostrophe", grouped("'")],
  ["typographic apostrophe", grouped("’")],
  ["float of pandas", (value) => `${value}.0`],
  ["formula", (value) => `="${value}"`],
  ["white space around", (value) => `  ${value} `],
  ["full-width", inScript(0xff10)],
  ["Arabic", inScript(0x0660)],
  ["Persian", inScript(0x06f0)],
  ["Devanagari", inScript(0x0966)],
  ["Bengali", inScript(0x09e6)],
  ["Thai", inScript(0x0e50)],
];

describe("scanNumber", () => {
  it.each(styles)("reads back what was printed: %s", (_name, print) => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2_000_000_000 }), { minLength: 1 }), (values) => {
        expect(readColumn(values.map(print))).toEqual(values);
      }),
    );
  });

  it.each([
    ["12.5K", 12_500],
    ["1,2 mil", 1200],
    ["3 Tsd.", 3000],
    ["1,5 Mio.", 1_500_000],
    ["2,4 тыс.", 2400],
    ["1.2万", 12_000],
    ["3.4萬", 34_000],
    ["5만", 50_000],
    ["1.2億", 120_000_000],
    ["2亿", 200_000_000],
    ["1.5억", 150_000_000],
    ["1.234K", 1234],
    ["1B", 1e9],
    ["4m", 4e6],
  ])("reads %s as %d, rounded", (cell, value) => {
    const out = numberCell();
    expect([scanNumber(cell, out), out.value, out.suffix]).toEqual(["plain", value, true]);
  });

  it.each(["", " ", "undefined", "NAN", "NaN", "null", "None", "N/A", "#N/A", "-", "--", "–", "—"])(
    "takes %j for missing, not zero",
    (cell) => {
      expect(scanNumber(cell, numberCell())).toBe("missing");
      expect(isMissing(cell)).toBe(true);
    },
  );

  it.each([
    "abc",
    "1,23",
    "12.34.56",
    "1.2.3K",
    "1..2",
    "12 34",
    "K",
    "1e5",
    "9".repeat(65),
    "1,2345,678",
    "0x10",
  ])("does not make a number of %j", (cell) => {
    const out = numberCell();
    const kind = scanNumber(cell, out);
    if (cell === "1,23") expect([kind, out.value]).toEqual(["decimal", 1.23]);
    else expect([kind, out.value]).toEqual(["invalid", Number.NaN]);
  });

  it("keeps the sign, so that a negative total can be refused and a negative difference kept", () => {
    const out = numberCell();
    expect([scanNumber("-1,234,567", out), out.value]).toEqual(["grouped", -1_234_567]);
    expect([scanNumber("−5", out), out.value]).toEqual(["plain", -5]);
  });

  it("reads a percentage as a share", () => {
    expect(parseMeasure("5.78%")).toBeCloseTo(0.0578, 12);
  });

  it("reads Indian groups", () => {
    expect(readColumn(["12,34,567"])).toEqual([1_234_567]);
  });

  it("takes no longer for hostile cells", { timeout: UNHURRIED }, async () => {
    const code = `
      import { numberCell, scanNumber } from "./src/read/values.ts";
      const out = numberCell();
      for (let round = 0; round < 2000; round++) scanNumber("1,".repeat(31), out);`;
    expect(await endsWithin(10, code)).toBe(true);
  });
});

describe("settleMarks", () => {
  it("reads a column that fits both ways as grouped and says so", () => {
    expect(readColumn(["1.234", "5.678"])).toEqual([1234, 5678]);
    const evidence = markEvidence();
    const out = numberCell();
    noteMark(evidence, scanNumber("1.234", out), out);
    expect(settleMarks(evidence).unsure).toEqual(["."]);
  });

  it.each([
    [
      ["1.234", "680.0"],
      [1.234, 680],
    ],
    [
      ["1.234", "1.234.567"],
      [1234, 1_234_567],
    ],
    [
      ["1,234", "1.234.567"],
      [1.234, 1_234_567],
    ],
    [
      ["1,234", "1,234.5"],
      [1234, 1234.5],
    ],
    [
      ["1,234", "2.5K"],
      [1234, 2500],
    ],
    [
      ["1.234", "2.5K"],
      [1.234, 2500],
    ],
    [
      ["1 234", "1 234,5"],
      [1234, 1234.5],
    ],
    [
      ["0.123", "1.234"],
      [0.123, 1.234],
    ],
  ])("lets the column decide: %j", (cells, values) => {
    expect(readColumn(cells)).toEqual(values);
  });

  it("does not depend on the order of rows", () => {
    const cell = fc.constantFrom("1.234", "1,234", "680.0", "12", "1.234.567", "1,234.5", "2.5K", "1'234");
    fc.assert(
      fc.property(
        fc.array(cell, { minLength: 1, maxLength: 8 }),
        fc.infiniteStream(fc.nat()),
        (cells, keys) => {
          const order = cells.map((_, index) => index);
          const weight = order.map(() => keys.next().value as number);
          order.sort((a, b) => weight[a]! - weight[b]!);
          const read = readColumn(cells);
          expect(readColumn(order.map((index) => cells[index]!))).toEqual(order.map((index) => read[index]));
        },
      ),
    );
  });
});

describe("parseDuration", () => {
  it.each([
    ["15", 15],
    ["15.5", 15.5],
    ["12.345", 12.345],
    ["15s", 15],
    ["1:05", 65],
    ["1:02:03", 3723],
    ["0", null],
    ["", null],
    ["0:00", null],
    ["soon", null],
  ])("reads %j as %j seconds", (cell, seconds) => {
    expect(parseDuration(cell)).toBe(seconds);
  });
});
