import fc from "fast-check";
import { HOSTILE_STRINGS } from "../hostile-strings.ts";

const HEADERS = [
  "id",
  "Video ID",
  "Video link",
  "Video title",
  "desc",
  "Post time",
  "create_time",
  "createTime",
  "Total views",
  "playCount",
  "views",
  "Total likes",
  "likes",
  "comments",
  "shares",
  "saves",
  "duration",
  "music",
  "author",
  "hashtags",
  "",
];

const count = fc.oneof(
  fc.nat(2_000_000).map(String),
  fc.nat(2_000_000).map((n) => n.toLocaleString("en")),
  fc.double().map(String),
  fc.constantFrom("", "-", "n/a", "1.2K", "3,4 Mio.", "-5", "1e309"),
);
const instant = fc.oneof(
  fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true }).map((date) => date.toISOString()),
  fc.integer({ min: 1_400_000_000, max: 1_800_000_000 }).map(String),
  fc.constantFrom("5/6/2025", "31 December", "12/31/2025 11:59 PM", "2025-03-30 02:30", "yesterday"),
);
const id = fc.bigInt({ min: 0n, max: 2n ** 64n }).map(String);
const words = fc.oneof(
  fc
    .array(fc.integer({ min: 0, max: 0x33ff }), { maxLength: 40 })
    .map((codes) => String.fromCodePoint(...codes)),
  fc.constantFrom(...HOSTILE_STRINGS),
  fc.constantFrom("Crumb shot #sourdough", "Link in bio", "Part two"),
);
const cell = fc.oneof(count, instant, id, words);

/** A table of any headers, cells, delimiter, quotes and line ends: what no mutation of a real export would give. */
export const randomTable: fc.Arbitrary<string> = fc
  .record({
    headers: fc.array(fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...HEADERS) }, words), {
      minLength: 1,
      maxLength: 9,
    }),
    rows: fc.array(fc.array(cell, { maxLength: 10 }), { maxLength: 25 }),
    delimiter: fc.constantFrom(",", ";", "\t", "|"),
    newline: fc.constantFrom("\n", "\r\n", "\r"),
    quote: fc.constantFrom('"', "'", ""),
  })
  .map(({ headers, rows, delimiter, newline, quote }) => {
    const line = (cells: readonly string[]) =>
      cells.map((text) => quote + text.replaceAll(quote || "\u0000", quote + quote) + quote).join(delimiter);
    return [headers, ...rows].map(line).join(newline);
  });

/** JSON of any shape, with the keys of exports among them. */
export const randomJson: fc.Arbitrary<string> = fc
  .letrec<{ node: unknown }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 4, depthSize: "small", withCrossShrink: true },
      fc.oneof(cell, fc.nat(), fc.double(), fc.boolean(), fc.constant(null)),
      fc.array(tie("node"), { maxLength: 6 }),
      fc.dictionary(
        fc.oneof(
          fc.constantFrom("Video", "VideoList", "Date", "Link", "Likes", "itemList", "stats", "author"),
          fc.constantFrom(...HEADERS, "__proto__", "entries", "data", "videos", "playCount", "createTime"),
        ),
        tie("node"),
        { maxKeys: 7, noNullPrototype: true },
      ),
    ),
  }))
  .node.map((value) => JSON.stringify(value) ?? "");
