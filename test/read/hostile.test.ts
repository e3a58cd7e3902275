import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AdvisorError } from "../../src/errors.ts";
import { endsWithin, UNHURRIED } from "../support/ends-within.ts";
import { bytesOf, readTables } from "../support/read-tables.ts";

const files = readdirSync("fixtures/exports")
  .flatMap((family) =>
    readdirSync(join("fixtures/exports", family)).map((file) => join("fixtures/exports", family, file)),
  )
  .concat(readdirSync("fixtures/containers").map((file) => join("fixtures/containers", file)));

const change = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  kind: fc.constantFrom("replace", "insert", "remove", "cut", "repeat"),
  bytes: fc.constantFrom(
    '"',
    ",",
    "\n",
    "\r",
    "\0",
    ";",
    "{",
    "]",
    "\ufffd",
    "é",
    '","',
    "9".repeat(40),
    "\xff",
    "=",
    "\t",
  ),
  length: fc.integer({ min: 1, max: 200 }),
});

function changed(
  bytes: Buffer,
  { at, kind, bytes: text, length }: { at: number; kind: string; bytes: string; length: number },
): Buffer {
  const place = Math.floor(at * bytes.length);
  const [before, after] = [bytes.subarray(0, place), bytes.subarray(place)];
  const piece = Buffer.from(text, text === "\xff" ? "latin1" : "utf8");
  if (kind === "insert") return Buffer.concat([before, piece, after]);
  if (kind === "replace") return Buffer.concat([before, piece, after.subarray(piece.length)]);
  if (kind === "remove") return Buffer.concat([before, after.subarray(length)]);
  if (kind === "repeat") return Buffer.concat([before, after.subarray(0, length), after]);
  return before;
}

describe("mutated exports", () => {
  it("end in tables or in an error with a name and a hint", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files),
        fc.array(change, { minLength: 1, maxLength: 4 }),
        async (path, changes) => {
          const bytes = changes.reduce<Buffer>(changed, readFileSync(path));
          try {
            const { tables } = await readTables([bytesOf(bytes, "x.csv")]);
            for (const { rows } of tables)
              for (const { kind, line } of rows) {
                expect(["row", "other", "dropped"]).toContain(kind);
                expect(line).toBeGreaterThan(0);
              }
          } catch (error) {
            if (!(error instanceof AdvisorError)) throw error;
            expect(error.hint).not.toBe("");
          }
        },
      ),
      { seed: 77, numRuns: 400 },
    );
  }, 120_000);

  it("lose no row to one stray byte in a caption", async () => {
    const path = "fixtures/exports/studio-content/Content.csv";
    const text = readFileSync(path, "utf8");
    const place = text.indexOf("Trimming day") + 4;
    for (const stray of ['"', '""', '","', ",", "\n", ';"', "'"]) {
      const { tables } = await readTables([bytesOf(text.slice(0, place) + stray + text.slice(place))]);
      expect([stray, tables[0]!.rows.filter(({ kind }) => kind === "row").length]).toEqual([stray, 10]);
    }
  });
});

describe("sizes that hurt", () => {
  const header = "id,create_time,caption,views\n";
  const row = (caption: string) => `7591931080291975181,1767634200,${caption},100\n`;

  it("cuts captions of more than 10,000 characters and says so", async () => {
    const { tables, warnings } = await readTables([bytesOf(header + row(`"${"word ".repeat(40_000)}"`))]);
    expect(tables[0]!.rows[0]!.cells[3]!.length).toBe(10_000);
    expect(warnings.map(({ code }) => code)).toEqual(["FIELD_TOO_LONG"]);
  });
  it("stays linear on long lines of quotes and delimiters", { timeout: UNHURRIED }, async () => {
    const code = `
      import { endsWithin, UNHURRIED } from "../support/ends-within.ts";
import { bytesOf, readTables } from "./test/support/read-tables.ts";
      const header = "id,create_time,caption,views\\n";
      const row = (caption) => "7591931080291975181,1767634200," + caption + ",100\\n";
      const captions = [
        '"'.repeat(300_000),
        '"' + '","'.repeat(100_000) + '"',
        ",".repeat(300_000),
        '"' + '""'.repeat(300_000),
      ];
      for (const caption of captions)
        await readTables([bytesOf(header + row("plain") + row(caption) + row("plain"))]);`;
    expect(await endsWithin(20, code)).toBe(true);
  });
});
