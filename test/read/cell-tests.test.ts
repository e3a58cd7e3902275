import { describe, expect, it } from "vitest";
import { isCountLike, isIdLike, isMissing, isPostLink, isTimeLike } from "../../src/read/cell-tests.ts";
import { endsWithin, UNHURRIED } from "../support/ends-within.ts";

function all(test: (text: string) => boolean, expected: boolean, texts: string[]): void {
  for (const text of texts)
    it(`${JSON.stringify(text)}: ${expected}`, () => expect(test(text)).toBe(expected));
}

describe("isTimeLike", () => {
  all(isTimeLike, true, [
    "1767634200",
    "1767634200.25",
    "1767634200000",
    "2026-01-05T17:30:00Z",
    "2026-01-05 17:30",
    "2026/01/05 17:30:00",
    "20260105",
    "1/15/2025, 3:46:16 PM",
    "15.1.2025",
    "28.02.26",
    "28. 2. 2026",
    "2025. 3. 5.",
    "Wednesday, March 5, 2025 at 6:05:00 PM GMT",
    "Jan 5, 2026 5:30 PM",
    "February 28",
    "28 May",
    "25 Μαρτίου",
    "18 января",
    "8 de setembro",
    "18 tháng Tám",
    "9月13日",
    "9월 13일",
    "28.Feb",
    "٢٨ فبراير",
    "\u200f28 \u200fפברואר",
    "ngày 18 tháng 8",
    "otsailak 28a",
  ]);
  all(isTimeLike, false, [
    "",
    "12",
    "259200",
    "4500",
    "hello",
    "my first video of 3 cats and 2 dogs",
    "1,234",
    "7.2E+18",
  ]);
});

describe("isCountLike", () => {
  all(isCountLike, true, [
    "0",
    "1,234",
    "1.234",
    "1 234",
    "1\u202f234",
    "1'234",
    "680.0",
    "5.78%",
    "１２",
    "٣٤",
    '="12"',
    "1.2K",
    "3 Mio.",
    "5 тыс.",
    "1.5万",
    "-3",
  ]);
  all(isCountLike, false, ["", "many", "12 cats", "2026-01-05", "1".repeat(65), "K"]);
});

describe("isIdLike, isPostLink, isMissing", () => {
  all(isIdLike, true, [
    "7591931080291975181",
    "7.21787E+18",
    "7,21787E+18",
    "123456",
    '="7591931080291975181"',
    "7017666017.0",
  ]);
  all(isIdLike, false, ["12345", "abc", "", "7.2", "1".repeat(25)]);
  all(isPostLink, true, [
    "https://www.tiktok.com/@mia/video/7591931080291975181?lang=en",
    "https://tiktok.com/@mia/photo/1234567",
    "https://m.tiktok.com/share/video/7591931080291975181",
  ]);
  all(isPostLink, false, [
    "https://www.tiktok.com/@mia",
    "https://example.org/video/1",
    "tiktok.com/@mia/video/x",
  ]);
  all(isMissing, true, [
    "",
    " ",
    "undefined",
    "NaN",
    "NAN",
    "null",
    "None",
    "N/A",
    "#N/A",
    "-",
    "--",
    "–",
    "—",
  ]);
  all(isMissing, false, ["0", "no", "nanana"]);
});

describe("every predicate", () => {
  it("stays quick on hostile cells", { timeout: UNHURRIED }, async () => {
    const code = `
      import { isCountLike, isIdLike, isMissing, isPostLink, isTimeLike } from "./src/read/cell-tests.ts";
import { endsWithin, UNHURRIED } from "../support/ends-within.ts";
      const texts = ["1", "1,", "a "].map((piece) => piece.repeat(500_000));
      texts.push("tiktok.com/@" + "a/".repeat(500_000));
      for (const text of texts)
        for (const test of [isTimeLike, isCountLike, isIdLike, isPostLink, isMissing]) test(text);`;
    expect(await endsWithin(10, code)).toBe(true);
  });
});
