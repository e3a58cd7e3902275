import type { CleanPost } from "./clean-account.ts";

/** How a table of posts is written. */
export interface TableStyle {
  delimiter: string;
  /** "" = no quoting at all */
  quote: string;
  quoteAll: boolean;
  newline: string;
  finalNewline: boolean;
  headers: readonly string[];
  number(value: number): string;
  date(at: number): string;
  before: readonly string[];
  after: readonly string[];
  /** changes the finished cells of a row; i = index of the post */
  cells(cells: string[], i: number): string[];
}

export const HEADERS = [
  "id",
  "caption",
  "post time",
  "views",
  "likes",
  "comments",
  "shares",
  "saves",
] as const;

const two = (n: number) => String(n).padStart(2, "0");

/** Instants as the exports of the world write them, all in UTC. */
export const DATE_STYLES: Readonly<Record<string, (at: number) => string>> = {
  "epoch seconds": (at) => String(Math.floor(at / 1000)),
  "epoch milliseconds": (at) => String(at),
  "ISO with Z": (at) => new Date(at).toISOString(),
  "ISO with offset": (at) => `${new Date(at + 2 * 3_600_000).toISOString().slice(0, 19)}+02:00`,
  "space between": (at) => new Date(at).toISOString().slice(0, 19).replace("T", " "),
  "space between, minutes": (at) => new Date(at).toISOString().slice(0, 16).replace("T", " "),
  slashes: (at) => new Date(at).toISOString().slice(0, 19).replace("T", " ").replaceAll("-", "/"),
  "day.month.year": (at) => {
    const d = new Date(at);
    return `${d.getUTCDate()}.${d.getUTCMonth() + 1}.${d.getUTCFullYear()} ${two(d.getUTCHours())}:${two(d.getUTCMinutes())}`;
  },
  "day/month/year": (at) => {
    const d = new Date(at);
    return `${two(d.getUTCDate())}/${two(d.getUTCMonth() + 1)}/${d.getUTCFullYear()} ${two(d.getUTCHours())}:${two(d.getUTCMinutes())}`;
  },
  "month/day/year AM": (at) => {
    const d = new Date(at);
    const hour = d.getUTCHours();
    return `${d.getUTCMonth() + 1}/${d.getUTCDate()}/${d.getUTCFullYear()}, ${hour % 12 || 12}:${two(d.getUTCMinutes())}:${two(d.getUTCSeconds())} ${hour < 12 ? "AM" : "PM"}`;
  },
  "Month day, year": (at) => {
    const d = new Date(at);
    const month = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][
      d.getUTCMonth()
    ];
    const hour = d.getUTCHours();
    return `${month} ${d.getUTCDate()}, ${d.getUTCFullYear()} ${hour % 12 || 12}:${two(d.getUTCMinutes())} ${hour < 12 ? "AM" : "PM"}`;
  },
};

const grouped = (mark: string) => (value: number) => String(value).replace(/\B(?=(\d{3})+$)/g, mark);
const digits = (zero: number) => (value: number) =>
  String(value).replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));

/** Whole numbers as the exports of the world write them. */
export const NUMBER_STYLES: Readonly<Record<string, (value: number) => string>> = {
  plain: String,
  "comma groups": grouped(","),
  "point groups": grouped("."),
  "space groups": grouped(" "),
  "no-break space groups": grouped("\u00a0"),
  "narrow space groups": grouped("\u202f"),
  "apostrophe groups": grouped("'"),
  "with .0": (value) => `${value}.0`,
  "full width": digits(0xff10),
  "Arabic digits": digits(0x0660),
  "Devanagari digits": digits(0x0966),
  "formula cells": (value) => `="${value}"`,
  "padded with blanks": (value) => `  ${value} `,
};

export const PLAIN_STYLE: TableStyle = {
  delimiter: ",",
  quote: '"',
  quoteAll: false,
  newline: "\n",
  finalNewline: true,
  headers: HEADERS,
  number: String,
  date: DATE_STYLES["ISO with Z"]!,
  before: [],
  after: [],
  cells: (cells) => cells,
};

/** A row as text, quoted where the style needs it. */
export function printRow(cells: readonly string[], { delimiter, quote, quoteAll }: TableStyle): string {
  return cells
    .map((cell) => {
      if (quote === "") return cell;
      const needs = quoteAll || cell.includes(delimiter) || cell.includes(quote) || /[\r\n]/.test(cell);
      return needs ? quote + cell.replaceAll(quote, quote + quote) + quote : cell;
    })
    .join(delimiter);
}

/** An account as the text of a table. */
export function printTable(posts: readonly CleanPost[], changes: Partial<TableStyle> = {}): string {
  const style = { ...PLAIN_STYLE, ...changes };
  const rows = posts.map((post, i) =>
    style.cells(
      [
        post.id,
        post.title,
        style.date(post.at),
        ...[post.views, post.likes, post.comments, post.shares, post.saves].map(style.number),
      ],
      i,
    ),
  );
  const lines = [
    ...style.before,
    printRow(style.headers, style),
    ...rows.map((row) => printRow(row, style)),
    ...style.after,
  ];
  return lines.join(style.newline) + (style.finalNewline ? style.newline : "");
}
