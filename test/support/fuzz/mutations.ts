import { HOSTILE_STRINGS } from "../hostile-strings.ts";
import type { Random } from "../random.ts";

/** Turns the bytes of an export into other bytes; the same random numbers give the same bytes. */
export type Mutation = (bytes: Uint8Array, random: Random) => Uint8Array;

const encoder = new TextEncoder();

/** Pieces that mean something to a reader of tables, JSON, zips or dates. */
const TOKENS: readonly (string | Uint8Array)[] = [
  '"',
  '""',
  ",",
  ";",
  "\t",
  "\n",
  "\r",
  "\r\n\r\n",
  "sep=;\n",
  "\ufeff",
  "\u0000",
  "{",
  "}",
  "[[[[[[[[",
  "null",
  "NaN",
  "Infinity",
  "-0",
  "1e400",
  "9007199254740993",
  "99999999999999999999",
  "1,234.5",
  "1.234,5",
  "1.2K",
  "--",
  "31 Feb",
  "2024-02-30T25:61:00Z",
  "0000-00-00",
  "99999-12-31",
  "12月31日",
  "٣٤٥",
  "Total,1,2,3\n",
  "__proto__",
  "constructor",
  "https://www.tiktok.com/@a.b/video/7300000000000000000",
  Uint8Array.of(0xff, 0xfe),
  Uint8Array.of(0xfe, 0xff),
  Uint8Array.of(0xc3, 0x28),
  Uint8Array.of(0xed, 0xa0, 0x80),
  Uint8Array.of(0x50, 0x4b, 0x03, 0x04),
  Uint8Array.of(0x50, 0x4b, 0x05, 0x06),
  Uint8Array.of(0x1f, 0x8b),
  Uint8Array.of(0x89, 0x50, 0x4e, 0x47),
  ...HOSTILE_STRINGS,
];

/** `bytes` with the range [from, to) replaced. */
function spliced(bytes: Uint8Array, from: number, to: number, piece: Uint8Array): Uint8Array {
  const result = new Uint8Array(bytes.length - (to - from) + piece.length);
  result.set(bytes.subarray(0, from));
  result.set(piece, from);
  result.set(bytes.subarray(to), from + piece.length);
  return result;
}

const piece = (random: Random): Uint8Array => {
  const token = TOKENS[random.below(TOKENS.length)]!;
  return typeof token === "string" ? encoder.encode(token) : token;
};

/** A range of at most `longest` bytes. */
function range(bytes: Uint8Array, random: Random, longest: number): [number, number] {
  const from = random.below(bytes.length + 1);
  return [from, Math.min(bytes.length, from + random.below(longest + 1))];
}

const flipBits: Mutation = (bytes, random) => {
  const result = bytes.slice();
  for (let flips = 1 + random.below(8); flips > 0 && result.length > 0; flips--)
    result[random.below(result.length)]! ^= 1 << random.below(8);
  return result;
};

const randomBytes: Mutation = (bytes, random) => {
  const result = bytes.slice();
  const [from, to] = range(bytes, random, 24);
  for (let i = from; i < to; i++) result[i] = random.below(256);
  return result;
};

const cut: Mutation = (bytes, random) => bytes.slice(0, random.below(bytes.length + 1));
const cutStart: Mutation = (bytes, random) => bytes.slice(random.below(Math.min(bytes.length, 400) + 1));
const remove: Mutation = (bytes, random) => spliced(bytes, ...range(bytes, random, 200), new Uint8Array());
const repeat: Mutation = (bytes, random) => {
  const [from, to] = range(bytes, random, 300);
  return spliced(bytes, to, to, bytes.subarray(from, to));
};
const insert: Mutation = (bytes, random) => {
  const [from] = range(bytes, random, 0);
  return spliced(bytes, from, from, piece(random));
};
const overwrite: Mutation = (bytes, random) => spliced(bytes, ...range(bytes, random, 12), piece(random));

/** A mutation of the lines of the bytes, whatever their encoding. */
const ofLines =
  (change: (lines: Uint8Array[], random: Random) => void): Mutation =>
  (bytes, random) => {
    const lines: Uint8Array[] = [];
    for (let from = 0; from < bytes.length; ) {
      const end = bytes.indexOf(10, from);
      const to = end < 0 ? bytes.length : end + 1;
      lines.push(bytes.subarray(from, to));
      from = to;
    }
    change(lines, random);
    const result = new Uint8Array(lines.reduce((sum, line) => sum + line.length, 0));
    let at = 0;
    for (const line of lines) {
      result.set(line, at);
      at += line.length;
    }
    return result;
  };

const swapLines = ofLines((lines, random) => {
  const a = random.below(lines.length);
  const b = random.below(lines.length);
  if (lines.length > 0) [lines[a], lines[b]] = [lines[b]!, lines[a]!];
});
const dropLine = ofLines((lines, random) => void lines.splice(random.below(lines.length), 1));
const repeatLine = ofLines((lines, random) => {
  const line = lines[random.below(lines.length)];
  if (line) lines.splice(random.below(lines.length), 0, ...Array(1 + random.below(40)).fill(line));
});

/** Two cells of the table change places, by the commas of their lines. */
const swapCells = ofLines((lines, random) => {
  const at = random.below(lines.length);
  if (!lines[at]) return;
  const cells = Buffer.from(lines[at]).toString("latin1").split(",");
  const [a, b] = [random.below(cells.length), random.below(cells.length)];
  [cells[a], cells[b]] = [cells[b]!, cells[a]!];
  lines[at] = new Uint8Array(Buffer.from(cells.join(","), "latin1"));
});

const replaceCell = ofLines((lines, random) => {
  const at = random.below(lines.length);
  if (!lines[at]) return;
  const cells = Buffer.from(lines[at]).toString("latin1").split(",");
  cells[random.below(cells.length)] = Buffer.from(piece(random)).toString("latin1");
  lines[at] = new Uint8Array(Buffer.from(cells.join(","), "latin1"));
});

/** Every kind of mutation by name. */
export const MUTATIONS: Readonly<Record<string, Mutation>> = {
  "bits flipped": flipBits,
  "bytes replaced": randomBytes,
  "end cut off": cut,
  "start cut off": cutStart,
  "range removed": remove,
  "range repeated": repeat,
  "token inserted": insert,
  "token written over": overwrite,
  "lines swapped": swapLines,
  "line dropped": dropLine,
  "line repeated": repeatLine,
  "cells swapped": swapCells,
  "cell replaced": replaceCell,
};
