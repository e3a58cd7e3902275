import type { CleanPost } from "./clean-account.ts";
import { csv, type PollutionCase, utf8 } from "./pollution-case.ts";
import { DATE_STYLES, HEADERS, NUMBER_STYLES, printTable } from "./print-table.ts";

/** Delimiters, line ends, quotes. */
export function dialects(posts: readonly CleanPost[], plain: readonly CleanPost[]): PollutionCase[] {
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

/** Dates, numbers, missing values, ids. */
export function values(posts: readonly CleanPost[]): PollutionCase[] {
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

/** Encodings and odd bytes. */
export function encodings(plain: readonly CleanPost[]): PollutionCase[] {
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
