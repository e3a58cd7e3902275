import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonText } from "../../src/reporters/json.ts";
import { safeCsv } from "../../src/reporters/safe-csv.ts";
import { safeHtml } from "../../src/reporters/safe-html.ts";
import { safeMarkdown } from "../../src/reporters/safe-markdown.ts";
import { safeLine, safeTerminal } from "../../src/reporters/safe-terminal.ts";
import { HOSTILE_STRINGS } from "../support/hostile-strings.ts";

/** What a terminal may obey, or what hides or turns text. */
export const OBEYED =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]|[\u200b-\u200d]{2,}/;
const hostile = HOSTILE_STRINGS.map((text) => [text] as const);
const anyText = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom(...HOSTILE_STRINGS));

describe("safeTerminal", () => {
  it.each(hostile)("makes %j inert", (text) => {
    expect(safeTerminal(text)).not.toMatch(OBEYED);
    expect(safeLine(text)).not.toMatch(/[\n\r\t]/);
  });

  it("leaves what is legible as it is: scripts, emoji sequences, tabs and newlines", () => {
    const legible = "crème\t家のパン\nनमस्ते می‌خواهم 👩‍🍳 🇧🇷 ❤️";
    expect(safeTerminal(legible)).toBe(legible);
  });

  it("holds for any text, and a second time changes nothing", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = safeTerminal(text);
        expect(once).not.toMatch(OBEYED);
        expect(safeTerminal(once)).toBe(once);
      }),
    );
  });
});

describe("safeHtml", () => {
  it("leaves no sign that HTML reads, whatever the text", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const safe = safeHtml(text);
        expect(safe).not.toMatch(/[<>"']/);
        expect(safe.replace(/&(?:amp|lt|gt|quot|#39);/g, "")).not.toContain("&");
      }),
    );
  });
});

describe("safeMarkdown", () => {
  it.each(hostile)("makes %j one line without markup", (text) => {
    const safe = safeMarkdown(text);
    expect(safe).not.toMatch(/\n/);
    expect(safe.replace(/\\[\\`*_[\]<>|#]/g, "")).not.toMatch(/[\\`*_[\]<>|#](?![:.)=+~-])/);
    expect(safe).not.toMatch(/^(?:[-+~]|\d+[.)]|\s)/);
    expect(safe).not.toMatch(/(?<!\\):\/\//);
  });
});

describe("safeCsv", () => {
  it("comes back from a parser as the cleaned text, never starting a formula", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const [[cell]] = parse(`${safeCsv(text)},"end"\r\n`, { relax_column_count: true }) as [[string]];
        expect(cell).not.toMatch(/^[=+\-@\t\r\u0000]/);
        expect(cell.replace(/^'/, "")).toBe(safeTerminal(text).replace(/^'/, ""));
      }),
    );
  });

  it("marks what starts like a formula with an apostrophe", () => {
    expect(["=1", "+1", "-1", "@x", "\t=1", "\r=1", "\u0000=1", "\u200b=1", "＝1"].map(safeCsv)).toEqual([
      '"\'=1"',
      '"\'+1"',
      '"\'-1"',
      '"\'@x"',
      '"\'\t=1"',
      '"\'=1"',
      '"\'=1"',
      '"\'=1"',
      '"\'＝1"',
    ]);
  });
});

describe("jsonText", () => {
  it("keeps every value and prints no byte that a terminal obeys", () => {
    fc.assert(
      fc.property(anyText, fc.boolean(), (text, line) => {
        const printed = jsonText({ [text]: text }, line);
        expect(printed).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
        expect(JSON.parse(printed)).toEqual(JSON.parse(JSON.stringify({ [text]: text })));
        expect(printed.trimEnd().includes("\n")).toBe(!line);
      }),
    );
  });
});
