import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { AdvisorError } from "../../src/errors.ts";
import { POST } from "../../src/read/rows.ts";
import { countKinds, readTables } from "../support/read-tables.ts";

/** File: the error, or the kinds of rows and the warnings with their counts. */
const CASES: Record<string, string | [Record<string, number>, Record<string, number>]> = {
  "bare-quote.csv": [{ row: 10 }, { QUOTE_REPAIRED: 1 }],
  "blank.csv": "INPUT_EMPTY",
  "controls.csv": [{ row: 10 }, { CONTROL_CHARACTERS: 2 }],
  "cut.json": "JSON_UNREADABLE",
  "damaged.zip": "ZIP_UNREADABLE",
  "duplicate-columns.csv": [{ row: 10 }, { COLUMN_DUPLICATE: 1 }],
  "empty.csv": "INPUT_EMPTY",
  "header-only.csv": [{}, {}],
  "impressions.csv": [{ row: 10 }, { COLUMN_GUESSED: 1 }],
  "inner-quotes.csv": [{ row: 10 }, { QUOTE_REPAIRED: 1 }],
  "invalid-bytes.csv": [{ row: 10 }, { ENCODING_INVALID_BYTES: 1 }],
  "long-rows.csv": [{ row: 10, dropped: 1 }, { ROW_TOO_LONG: 2 }],
  "lying-header.csv": "COLUMN_VALUES_MISMATCH",
  "mixed-delimiters.csv": [{ row: 10 }, { DELIMITER_MIXED: 4 }],
  "mojibake.csv": [{ row: 10 }, { ENCODING_MOJIBAKE: 10 }],
  "networks.csv": [{ row: 10, other: 10 }, { ROW_UNUSABLE: 10 }],
  "no-header.csv": "HEADER_NOT_FOUND",
  "no-posts.json": "NO_POSTS",
  "no-time.csv": "TIME_MISSING",
  "notes.csv": [
    { row: 10, other: 1 },
    { PREAMBLE_SKIPPED: 2, NOTE_ROW_SKIPPED: 1 },
  ],
  "old-workbook.xlsx": "XLSX_UNREADABLE",
  "one-wrong-column.csv": [{ row: 10 }, { COLUMN_VALUES_MISMATCH: 1 }],
  "open-quote.csv": [{ row: 10 }, { QUOTE_NOT_CLOSED: 1 }],
  "other.json": "HEADER_NOT_FOUND",
  "page.csv": "INPUT_HTML",
  "picture.csv": "INPUT_BINARY",
  "prose.csv": "DELIMITER_UNKNOWN",
  "refused-ads.csv": "REFUSED_ADS",
  "refused-course.csv": "REFUSED_COURSE_DATA",
  "refused-live.csv": "REFUSED_LIVE",
  "refused-meta.csv": "REFUSED_META",
  "refused-platform.csv": "REFUSED_OTHER_PLATFORM",
  "refused-youtube.csv": "REFUSED_YOUTUBE",
  "repeated-header.csv": [{ row: 10, other: 1 }, { HEADER_REPEATED: 1 }],
  "second-table.csv": [{ row: 10, other: 3 }, { SECTION_SKIPPED: 3 }],
  "short-rows.csv": [{ row: 10, dropped: 1 }, { ROW_TOO_SHORT: 2 }],
  "total-row.csv": [{ row: 10, other: 1 }, { TOTAL_ROW_SKIPPED: 1 }],
  "truncated-quote.csv": [{ row: 9, dropped: 1 }, { INPUT_TRUNCATED: 1 }],
  "truncated-row.csv": [{ row: 9, dropped: 1 }, { INPUT_TRUNCATED: 1 }],
  "unknown-header.csv": "COLUMN_MISSING",
  "unnamed-total.csv": [{ row: 10, other: 1 }, { TOTAL_ROW_SKIPPED: 1 }],
  "wrapped.csv": [{ row: 10 }, { LINE_WRAPPED: 1 }],
};

async function outcomeOf(file: string) {
  try {
    const { tables, warnings } = await readTables([`fixtures/broken/${file}`]);
    return [
      countKinds(tables.flatMap(({ rows }) => rows)),
      Object.fromEntries(warnings.map(({ code, count }) => [code, count])),
    ];
  } catch (error) {
    if (error instanceof AdvisorError) return error.code;
    throw error;
  }
}

async function titleInLine(file: string, line: number) {
  const { tables } = await readTables([`fixtures/broken/${file}`]);
  return tables[0]!.rows.find((row) => row.line === line)?.cells[POST.title];
}

describe("broken files, one fault each", () => {
  it("names every fixture", () => {
    expect(readdirSync("fixtures/broken").sort()).toEqual(Object.keys(CASES).sort());
  });
  for (const [file, expected] of Object.entries(CASES)) {
    it(file, async () => {
      expect(await outcomeOf(file)).toEqual(expected);
    });
  }

  it("gives back the captions of repaired lines letter for letter", async () => {
    expect(await titleInLine("inner-quotes.csv", 6)).toBe('The "big" one, again');
    expect(await titleInLine("bare-quote.csv", 6)).toBe('A 5" bowl');
    expect(await titleInLine("open-quote.csv", 6)).toBe("Trimming day");
    expect(await titleInLine("long-rows.csv", 10)).toBe("Blue, white, grey");
    expect(await titleInLine("wrapped.csv", 2)).toBe('First mug off the wheel #pottery #mug, "so"');
  });

  it("says where JSON is broken without showing what it holds", async () => {
    await expect(readTables(["fixtures/broken/cut.json"])).rejects.toThrow(/line 2, column 8/);
  });

  it("offers the mapping that fits a lying header", async () => {
    const error = await readTables(["fixtures/broken/lying-header.csv"]).catch((caught: unknown) => caught);
    expect((error as AdvisorError).hint).toContain(
      "--map views=upload_date --map likes=views --map comments=likes --map shares=comments --map saves=shares --map postedAt=bookmarks",
    );
    const map = [
      ["views", "upload_date"],
      ["likes", "views"],
      ["comments", "likes"],
      ["shares", "comments"],
      ["saves", "shares"],
      ["postedAt", "bookmarks"],
    ].map(([field, header]) => ({ field: field!, header: header! }));
    const { tables } = await readTables(["fixtures/broken/lying-header.csv"], { map });
    expect(tables[0]!.rows[0]!.cells[POST.views]).toBe("900");
    expect(tables[0]!.rows[0]!.cells[POST.postedAt]).toBe("2026-01-05 17:30:00");
  });
});
