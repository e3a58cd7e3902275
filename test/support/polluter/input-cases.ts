import { zipSync } from "fflate";
import { HOSTILE_STRINGS } from "../hostile-strings.ts";
import type { CleanPost } from "./clean-account.ts";
import { csv, type PollutionCase, utf8 } from "./pollution-case.ts";
import { printTable } from "./print-table.ts";

/** Zips, JSON and lines of JSON. */
export function containers(posts: readonly CleanPost[]): PollutionCase[] {
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

/** Captions that try to do something. */
export function hostile(posts: readonly CleanPost[]): PollutionCase[] {
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

/** What must be refused, and what is cut off. */
export function broken(posts: readonly CleanPost[]): PollutionCase[] {
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
