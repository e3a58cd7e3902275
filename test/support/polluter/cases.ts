import { zipSync } from "fflate";
import { HOSTILE_STRINGS } from "../hostile-strings.ts";
import { seededRandom } from "../random.ts";
import { type CleanPost, cleanAccount } from "./clean-account.ts";
import { DATE_STYLES, HEADERS, NUMBER_STYLES, PLAIN_STYLE, printRow, printTable } from "./print-table.ts";

/** One dirty way to write a known account, and what must come of it. */
export interface PollutionCase {
  name: string;
  files: { name: string; bytes: Uint8Array }[];
  /** the posts that must be read; null = the input must be refused */
  posts: readonly CleanPost[] | null;
  /** warnings that must be there, or the codes of which the error must be one */
  codes: readonly string[];
  /** fields that this way of writing cannot carry */
  without?: readonly (keyof CleanPost)[];
  map?: readonly [string, string][];
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const csv = (text: string) => [{ name: "export.csv", bytes: utf8(text) }];

/** Every case for one seed, at least 150. */
export function pollutionCases(seed: number): PollutionCase[] {
  const posts = cleanAccount(seed);
  const plain = cleanAccount(seed, 40, true);
  const random = seededRandom(seed + 1);
  return [
    ...dialects(posts, plain),
    ...values(posts),
    ...encodings(plain),
    ...surroundings(posts),
    ...headers(posts),
    ...rows(posts, random.below(40)),
    ...containers(posts),
    ...hostile(posts),
    ...broken(posts),
  ];
}

function dialects(posts: readonly CleanPost[], plain: readonly CleanPost[]): PollutionCase[] {
  const cases: PollutionCase[] = [];
  const names = new Map([
    [",", "comma"],
    [";", "semicolon"],
    ["\t", "tab"],
    ["|", "bar"],
  ]);
  const newlines = new Map([
    ["\n", "LF"],
    ["\r\n", "CRLF"],
    ["\r", "CR"],
  ]);
  for (const [delimiter, delimiterName] of names)
    for (const [newline, newlineName] of newlines)
      for (const bom of ["", "\ufeff"]) {
        const style = { delimiter, newline, quoteAll: bom !== "", finalNewline: bom === "" };
        cases.push({
          name: `${delimiterName}, ${newlineName}, ${bom ? "BOM, all quoted, no final newline" : "minimal quotes"}`,
          files: csv(bom + printTable(posts, style)),
          posts,
          codes: [],
        });
      }
  for (const [delimiter, delimiterName] of names) {
    cases.push({
      name: `${delimiterName}, no quotes at all`,
      files: csv(printTable(plain, { delimiter, quote: "" })),
      posts: plain,
      codes: [],
    });
    cases.push({
      name: `${delimiterName}, single quotes`,
      files: csv(printTable(posts, { delimiter, quote: "'", quoteAll: true })),
      posts,
      codes: ["QUOTE_UNUSUAL"],
    });
    cases.push({
      name: `${delimiterName}, sep= line`,
      files: csv(`sep=${delimiter}\r\n${printTable(posts, { delimiter, newline: "\r\n" })}`),
      posts,
      codes: [],
    });
  }
  const wrapped = printTable(plain, {})
    .split("\n")
    .map((line) => (line === "" ? "" : `"${line.replaceAll('"', '""')}"`))
    .join("\n");
  cases.push({
    name: "every line wrapped in quotes",
    files: csv(wrapped),
    posts: plain,
    codes: ["LINE_WRAPPED"],
  });
  return cases;
}

function values(posts: readonly CleanPost[]): PollutionCase[] {
  const cases: PollutionCase[] = [];
  for (const [name, date] of Object.entries(DATE_STYLES))
    for (const delimiter of [",", ";"])
      cases.push({
        name: `dates: ${name}, ${delimiter}`,
        files: csv(printTable(posts, { date, delimiter })),
        posts,
        codes: [],
      });
  for (const [name, number] of Object.entries(NUMBER_STYLES))
    for (const delimiter of [",", ";", "\t"])
      cases.push({
        name: `numbers: ${name}, ${delimiter === "\t" ? "tab" : delimiter}`,
        files: csv(printTable(posts, { number, delimiter })),
        posts,
        codes: name === "formula cells" ? ["NUMBER_FORMULA"] : [],
      });
  for (const marker of ["", "undefined", "NaN", "NAN", "null", "None", "N/A", "#N/A", "-", "--", "–", "—"]) {
    const missing = posts.map((post, i) => (i % 9 === 4 ? { ...post, saves: Number.NaN } : post));
    cases.push({
      name: `missing saves as ${JSON.stringify(marker)}`,
      files: csv(
        printTable(posts, { cells: (cells, i) => (i % 9 === 4 ? [...cells.slice(0, 7), marker] : cells) }),
      ),
      posts: missing,
      codes: [],
    });
  }
  cases.push({
    name: "no time column",
    files: csv(
      printTable(posts, {
        headers: HEADERS.filter((_, j) => j !== 2),
        cells: (cells) => cells.toSpliced(2, 1),
      }),
    ),
    posts,
    codes: ["TIME_FROM_ID"],
    without: ["at"],
  });
  cases.push({
    name: "links instead of ids",
    files: csv(
      printTable(posts, {
        headers: ["video link", ...HEADERS.slice(1)],
        cells: ([id, ...rest]) => [`https://www.tiktok.com/@loaf.lab/video/${id}?lang=en`, ...rest],
      }),
    ),
    posts,
    codes: [],
  });
  cases.push({
    name: "abbreviated numbers",
    files: csv(
      printTable(posts, {
        number: (value) => (value >= 1000 ? `${(value / 1000).toFixed(1)}K` : String(value)),
      }),
    ),
    posts,
    codes: ["NUMBER_ROUNDED"],
    without: ["views", "likes", "comments", "shares", "saves"],
  });
  return cases;
}

function encodings(plain: readonly CleanPost[]): PollutionCase[] {
  const western = plain.map((post) => ({ ...post, title: `Brötchen für ${post.id.slice(-4)} é #brötchen` }));
  const text = printTable(western);
  const utf16 = (source: string, big: boolean) => {
    const bytes = new Uint8Array(source.length * 2);
    const view = new DataView(bytes.buffer);
    for (let i = 0; i < source.length; i++) view.setUint16(2 * i, source.charCodeAt(i), !big);
    return bytes;
  };
  const latin = Uint8Array.from(text, (character) => character.charCodeAt(0));
  const one = (name: string, bytes: Uint8Array, codes: string[]): PollutionCase => ({
    name,
    files: [{ name: "export.csv", bytes }],
    posts: western,
    codes,
  });
  return [
    one("UTF-8", utf8(text), []),
    one("two BOMs", utf8(`\ufeff\ufeff${text}`), []),
    one("UTF-16 LE with BOM", utf16(`\ufeff${text}`, false), ["ENCODING_UTF16"]),
    one("UTF-16 BE with BOM", utf16(`\ufeff${text}`, true), ["ENCODING_UTF16"]),
    one("UTF-16 LE without BOM", utf16(text, false), ["ENCODING_UTF16"]),
    one("windows-1252", latin, ["ENCODING_FALLBACK"]),
    one("NUL bytes between", utf8(text.replaceAll("Br", "\u0000Br")), ["CONTROL_CHARACTERS"]),
  ];
}

function surroundings(posts: readonly CleanPost[]): PollutionCase[] {
  const total = (column: "views" | "likes" | "comments" | "shares" | "saves") =>
    String(posts.reduce((sum, post) => sum + post[column], 0));
  const sums = (["views", "likes", "comments", "shares", "saves"] as const).map(total);
  const header = printRow(HEADERS, PLAIN_STYLE);
  const table = (changes: Parameters<typeof printTable>[1]) => csv(printTable(posts, changes));
  const withRepeat = (() => {
    const blocks = [posts.slice(0, 20), posts.slice(20)].map((block) => printTable(block));
    return csv(blocks.join(""));
  })();
  return [
    {
      name: "a preamble",
      files: table({ before: ["Report of my account", "Exported,2025-12-31"] }),
      posts,
      codes: ["PREAMBLE_SKIPPED"],
    },
    { name: "blank lines around", files: table({ before: ["", ""], after: ["", ""] }), posts, codes: [] },
    {
      name: "a total row",
      files: table({ after: [`,Total,,${sums.join(",")}`] }),
      posts,
      codes: ["TOTAL_ROW_SKIPPED"],
    },
    {
      name: "a total row in German",
      files: table({ after: [`Summe,,,${sums.join(",")}`] }),
      posts,
      codes: ["TOTAL_ROW_SKIPPED"],
    },
    {
      name: "a note at the end",
      files: table({ after: ["* counts are lifetime totals"] }),
      posts,
      codes: ["NOTE_ROW_SKIPPED"],
    },
    { name: "the header again", files: withRepeat, posts, codes: ["HEADER_REPEATED"] },
    { name: "the header twice in a row", files: table({ before: [header] }), posts, codes: [] },
    {
      name: "a second table",
      files: table({ after: ["", "Hashtags", "hashtag,uses", "#bread,12", "#rye,3"] }),
      posts,
      codes: ["SECTION_SKIPPED"],
    },
    {
      name: "blank lines between",
      files: csv(
        printTable(posts)
          .replaceAll("Z,", "Z,")
          .replace(/\n(?=\d{19},)/g, "\n\n"),
      ),
      posts,
      codes: [],
    },
  ];
}

function headers(posts: readonly CleanPost[]): PollutionCase[] {
  const named = (name: string, headerRow: readonly string[], codes: string[] = []): PollutionCase => ({
    name: `headers: ${name}`,
    files: csv(printTable(posts, { headers: headerRow })),
    posts,
    codes,
  });
  const reordered = [7, 2, 0, 3, 1, 4, 6, 5];
  return [
    named(
      "capitals",
      HEADERS.map((header) => header.toUpperCase()),
    ),
    named(
      "padded",
      HEADERS.map((header) => `  ${header}\u00a0`),
    ),
    named(
      "zero-width",
      HEADERS.map((header) => `\u200b${header}\ufeff`),
    ),
    named(
      "underscores",
      HEADERS.map((header) => header.replaceAll(" ", "_")),
    ),
    named("camel words", [
      "id",
      "desc",
      "createTime",
      "playCount",
      "diggCount",
      "commentCount",
      "shareCount",
      "collectCount",
    ]),
    named("long words", [
      "video id",
      "video description",
      "create time",
      "total views",
      "total likes",
      "total comments",
      "total shares",
      "add to favorites",
    ]),
    {
      name: "headers: another order",
      files: csv(
        printTable(posts, {
          headers: reordered.map((j) => HEADERS[j]!),
          cells: (cells) => reordered.map((j) => cells[j]!),
        }),
      ),
      posts,
      codes: [],
    },
    {
      name: "headers: an unnamed index column",
      files: csv(
        printTable(posts, { headers: ["", ...HEADERS], cells: (cells, i) => [String(i), ...cells] }),
      ),
      posts,
      codes: [],
    },
    {
      name: "headers: many columns that mean nothing",
      files: csv(
        printTable(posts, {
          headers: [...HEADERS, ...Array.from({ length: 200 }, (_, j) => `extra/${j}/x`)],
          cells: (cells) => [...cells, ...Array.from({ length: 200 }, (_, j) => String(j))],
        }),
      ),
      posts,
      codes: [],
    },
    {
      name: "headers: the same column twice, equal",
      files: csv(
        printTable(posts, { headers: [...HEADERS, "views"], cells: (cells) => [...cells, cells[3]!] }),
      ),
      posts,
      codes: [],
    },
    {
      name: "headers: the same column twice, different",
      files: csv(
        printTable(posts, { headers: [...HEADERS, "views"], cells: (cells, i) => [...cells, String(i + 1)] }),
      ),
      posts,
      codes: ["COLUMN_DUPLICATE"],
    },
    {
      name: "headers: profile views beside views",
      files: csv(
        printTable(posts, {
          headers: ["profile views", ...HEADERS],
          cells: (cells, i) => [String(i), ...cells],
        }),
      ),
      posts,
      codes: [],
    },
    {
      name: "headers: unknown words, mapped",
      files: csv(
        printTable(posts, {
          headers: ["klip", "tekst", "lagt op", "afspilninger", "hjerter", "svar", "delt", "gemt"],
        }),
      ),
      posts,
      codes: [],
      map: [
        ["id", "klip"],
        ["title", "tekst"],
        ["postedAt", "lagt op"],
        ["views", "afspilninger"],
        ["likes", "hjerter"],
        ["comments", "svar"],
        ["shares", "delt"],
        ["saves", "gemt"],
      ],
    },
  ];
}

function rows(posts: readonly CleanPost[], pick: number): PollutionCase[] {
  const shuffled = posts.toSorted((a, b) => (a.id.slice(-5) < b.id.slice(-5) ? -1 : 1));
  const older = posts.map((post) => ({
    ...post,
    views: Math.floor(post.views / 2),
    likes: Math.floor(post.likes / 2),
  }));
  const snapshot = (day: string) => ({
    headers: [...HEADERS, "report date"],
    cells: (cells: string[]) => [...cells, day],
  });
  const others = posts.filter((_, i) => i !== pick);
  return [
    { name: "rows: shuffled", files: csv(printTable(shuffled)), posts, codes: [] },
    {
      name: "rows: each twice",
      files: csv(printTable([...posts, ...posts])),
      posts,
      codes: ["DUPLICATE_POSTS"],
    },
    {
      name: "rows: the same file twice",
      files: [...csv(printTable(posts)), { name: "copy.csv", bytes: utf8(printTable(posts)) }],
      posts,
      codes: ["DUPLICATE_FILE"],
    },
    {
      name: "rows: split over two files",
      files: [
        ...csv(printTable(posts.slice(0, 25))),
        { name: "rest.csv", bytes: utf8(printTable(posts.slice(20))) },
      ],
      posts,
      codes: ["DUPLICATE_POSTS", "SNAPSHOTS_MERGED"],
    },
    {
      name: "rows: an older snapshot beside",
      files: [
        { name: "new.csv", bytes: utf8(printTable(posts, snapshot("2026-01-20"))) },
        { name: "old.csv", bytes: utf8(printTable(older, snapshot("2026-01-10"))) },
      ],
      posts,
      codes: ["SNAPSHOTS_MERGED"],
    },
    {
      name: "rows: one too short to use",
      files: csv(printTable(posts, { cells: (cells, i) => (i === pick ? cells.slice(0, 2) : cells) })),
      posts: others,
      codes: ["ROW_TOO_SHORT"],
    },
    {
      name: "rows: one value is a word",
      files: csv(printTable(posts, { cells: (cells, i) => (i === pick ? cells.with(7, "many") : cells) })),
      posts: posts.map((post, i) => (i === pick ? { ...post, saves: Number.NaN } : post)),
      codes: ["NUMBER_INVALID"],
    },
    {
      name: "rows: one negative total",
      files: csv(printTable(posts, { cells: (cells, i) => (i === pick ? cells.with(7, "-3") : cells) })),
      posts: posts.map((post, i) => (i === pick ? { ...post, saves: Number.NaN } : post)),
      codes: ["NUMBER_NEGATIVE"],
    },
    {
      name: "rows: a day that does not exist",
      files: csv(
        printTable(posts, {
          cells: (cells, i) =>
            i === pick ? ["", cells[1]!, "2026-02-30T10:00:00Z", ...cells.slice(3)] : cells,
        }),
      ),
      posts: others,
      codes: ["DATE_INVALID"],
    },
    {
      name: "rows: a caption of 200 kB",
      files: csv(
        printTable(posts, {
          cells: (cells, i) => (i === pick ? cells.with(1, "#a".repeat(100_000)) : cells),
        }),
      ),
      posts,
      codes: ["FIELD_TOO_LONG"],
      without: ["title"],
    },
  ];
}

function containers(posts: readonly CleanPost[]): PollutionCase[] {
  const bytes = utf8(printTable(posts));
  const items = posts.map((post) => ({
    id: post.id,
    desc: post.title,
    createTime: Math.floor(post.at / 1000),
    author: { uniqueId: "loaf.lab" },
    stats: {
      playCount: post.views,
      diggCount: post.likes,
      commentCount: post.comments,
      shareCount: post.shares,
      collectCount: post.saves,
    },
  }));
  const zip = (entries: Record<string, Uint8Array>) => [{ name: "export.zip", bytes: zipSync(entries) }];
  return [
    { name: "a zip", files: zip({ "export.csv": bytes }), posts, codes: [] },
    { name: "a zip with folders", files: zip({ "a/b/export.csv": bytes }), posts, codes: [] },
    {
      name: "a zip with what macOS adds",
      files: zip({ "export.csv": bytes, "__MACOSX/._export.csv": utf8("junk"), ".DS_Store": utf8("x") }),
      posts,
      codes: [],
    },
    {
      name: "a zip with names that are paths",
      files: zip({ "../../../etc/export.csv": bytes }),
      posts,
      codes: [],
    },
    {
      name: "a list of items",
      files: [{ name: "x.json", bytes: utf8(JSON.stringify(items)) }],
      posts,
      codes: [],
    },
    {
      name: "items by line",
      files: [{ name: "x.jsonl", bytes: utf8(items.map((item) => JSON.stringify(item)).join("\n")) }],
      posts,
      codes: [],
    },
    {
      name: "items by line with a deleted one",
      files: [
        {
          name: "x.jsonl",
          bytes: utf8(
            [...items.map((item) => JSON.stringify(item)), '{"id":"7300000000000000000"}'].join("\n"),
          ),
        },
      ],
      posts,
      codes: ["ROW_UNUSABLE"],
    },
    { name: "a wrong ending", files: [{ name: "export.json", bytes }], posts, codes: [] },
    {
      name: "a picture beside",
      files: zip({
        "export.csv": bytes,
        "notes.txt": Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0),
      }),
      posts,
      codes: ["FILE_SKIPPED"],
    },
  ];
}

function hostile(posts: readonly CleanPost[]): PollutionCase[] {
  const cases: PollutionCase[] = [];
  const chunk = 12;
  for (let from = 0; from < HOSTILE_STRINGS.length; from += chunk) {
    const list = HOSTILE_STRINGS.slice(from, from + chunk);
    const dirty = posts.map((post, i) => ({ ...post, title: `${list[i % list.length]} end` }));
    cases.push({
      name: `hostile captions ${from} to ${from + list.length - 1}`,
      files: csv(printTable(dirty, { quoteAll: true })),
      posts: dirty,
      codes: [],
      without: ["title"],
    });
  }
  return cases;
}

function broken(posts: readonly CleanPost[]): PollutionCase[] {
  const text = printTable(posts);
  const refused = (name: string, bytes: Uint8Array, codes: string[]): PollutionCase => ({
    name: `refused: ${name}`,
    files: [{ name: "export.csv", bytes }],
    posts: null,
    codes,
  });
  const cut = text.slice(0, text.lastIndexOf(",") - 4);
  const lines = text.split("\n");
  const last = lines.findLastIndex((line) => /^\d{19},/.test(line));
  return [
    refused("empty", new Uint8Array(), ["INPUT_EMPTY"]),
    refused("only blank lines", utf8("\n\n \n"), ["INPUT_EMPTY", "HEADER_NOT_FOUND", "NO_POSTS"]),
    refused("a header and nothing else", utf8(`${lines[0]}\n`), ["NO_POSTS"]),
    refused("a web page", utf8("<!DOCTYPE html><html><body>Log in</body></html>"), ["INPUT_HTML"]),
    refused("a picture", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 1, 2), ["INPUT_BINARY"]),
    refused("a PDF", utf8("%PDF-1.7\n%âãÏÓ\n1 0 obj"), ["INPUT_BINARY"]),
    refused("a damaged zip", zipSync({ "a.csv": utf8(text) }).slice(0, 120), ["ZIP_UNREADABLE"]),
    refused("an old spreadsheet", Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), [
      "XLSX_UNREADABLE",
    ]),
    refused("damaged JSON", utf8('[{"id": "7300000000000000000", "stats": {'), ["JSON_UNREADABLE"]),
    refused("prose", utf8("Dear diary,\ntoday I baked bread.\nIt was good."), [
      "HEADER_NOT_FOUND",
      "DELIMITER_UNKNOWN",
      "COLUMN_MISSING",
    ]),
    refused("no metric", utf8("id,caption,post time\n7300000000000000001,a,2025-01-01T00:00:00Z\n"), [
      "COLUMN_MISSING",
    ]),
    refused("no time and no id", utf8(`caption,views,likes\n${"bread,100,10\n".repeat(20)}`), [
      "TIME_MISSING",
      "COLUMN_MISSING",
      "HEADER_NOT_FOUND",
    ]),
    refused(
      "ids a spreadsheet damaged, year-less dates",
      utf8(`id,post time,views,likes\n${"7.21787E+18,28.Feb,100,10\n".repeat(20)}`),
      ["IDS_DAMAGED"],
    ),
    {
      name: "cut off in the last row",
      files: csv(cut),
      posts: posts.slice(0, -1),
      codes: ["INPUT_TRUNCATED"],
    },
    {
      name: "a quote that is never closed",
      files: csv([...lines.slice(0, last), lines[last]!.replace(",", ',"'), ""].join("\n")),
      posts,
      codes: ["QUOTE_NOT_CLOSED", "QUOTE_REPAIRED"],
      without: ["title"],
    },
  ];
}
