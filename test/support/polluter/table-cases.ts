import type { CleanPost } from "./clean-account.ts";
import { csv, type PollutionCase, utf8 } from "./pollution-case.ts";
import { HEADERS, PLAIN_STYLE, printRow, printTable } from "./print-table.ts";

/** What stands around the table. */
export function surroundings(posts: readonly CleanPost[]): PollutionCase[] {
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

/** Names and order of columns. */
export function headers(posts: readonly CleanPost[]): PollutionCase[] {
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

/** Copies, snapshots, ragged and odd rows. */
export function rows(posts: readonly CleanPost[], pick: number): PollutionCase[] {
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
