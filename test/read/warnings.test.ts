import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ERRORS } from "../../src/errors.ts";
import { WARNINGS } from "../../src/read/warning-codes.ts";
import { collectWarnings } from "../../src/read/warnings.ts";

const FORMATS = "../shared/FORMATS.md";

describe("the table of warnings", () => {
  for (const [code, kind] of Object.entries(WARNINGS)) {
    it(`${code} has sentences for one and for many`, () => {
      for (const n of [1, 2]) {
        const text = kind.message({ n, detail: "x", line: 3, column: "c", value: "v" });
        expect(text).toMatch(/^\S.*\.$/);
        expect(text).not.toMatch(/undefined\b(?!, or)|null\b|\{|\(s\)|\b1 (?:rows|posts|values|lines)\b/);
      }
      expect(kind.hint).not.toBe("");
      expect(kind.about).toMatch(/\.$/);
    });
  }

  it.skipIf(!existsSync(FORMATS))("holds every code of FORMATS.md with its severity, and every error", () => {
    const [, warnings, errors] = readFileSync(FORMATS, "utf8").split(/^### (?:Warnings|Errors).*$/m);
    const rows = [...warnings!.matchAll(/^\| ([A-Z0-9_ /]+) \| ([iw]) \|/gm)];
    expect(rows.length).toBeGreaterThan(60);
    for (const [, codes, mark] of rows) {
      for (const code of codes!.split(" / ")) {
        const kind = WARNINGS[code as keyof typeof WARNINGS];
        expect([code, kind?.severity]).toEqual([code, mark === "i" ? "info" : "warning"]);
      }
    }
    const named = [...errors!.matchAll(/^\| ([A-Z0-9_ /,*]+?)(?: \(2\))? \|/gm)].flatMap(([, codes]) =>
      codes!.split(/ \/ |, /),
    );
    for (const code of named.filter((one) => !one.includes("*")))
      expect([code, code in ERRORS]).toEqual([code, true]);
  });
});

describe("collectWarnings", () => {
  it("adds up per code and file, and keeps the first five places", () => {
    const warnings = collectWarnings();
    for (let line = 2; line < 9; line++)
      warnings.add("ROW_TOO_SHORT", { file: "b.csv", line, value: "x".repeat(100) });
    warnings.add("ROW_TOO_SHORT", { file: "a.csv", line: 4 }, undefined, 3);
    warnings.add("ENCODING_UTF16", { file: "b.csv" });
    const list = warnings.list();
    expect(list.map(({ code, count, at }) => [code, count, at.length])).toEqual([
      ["ENCODING_UTF16", 1, 1],
      ["ROW_TOO_SHORT", 3, 1],
      ["ROW_TOO_SHORT", 7, 5],
    ]);
    expect(list[2]!.message).toBe(
      "7 ragged rows have fewer fields than the header has columns (b.csv, lines 2, 3, 4).",
    );
    expect(list[2]!.at[0]).toEqual({ file: "b.csv", line: 2, column: null, value: `${"x".repeat(59)}…` });
    expect(list[0]!.message).toBe("The encoding is UTF-16; it was converted (b.csv).");
  });
  it("never cuts a character in two", () => {
    const warnings = collectWarnings();
    warnings.add("DATE_INVALID", { file: "a", line: 1, value: "🍞".repeat(40) });
    expect(warnings.list()[0]!.at[0]!.value).toBe(`${"🍞".repeat(29)}…`);
  });
});
