/** A place in JSON text where its rules are broken. */
export class JsonFault extends Error {
  readonly offset: number;
  constructor(offset: number) {
    super("not JSON");
    this.offset = offset;
  }
}

const SPACE = new Set([32, 9, 10, 13]);
const DEPTH = 200;

/** Position of the first byte that is no white space. */
export function skipSpace(bytes: Buffer, from: number): number {
  let at = from;
  while (at < bytes.length && SPACE.has(bytes[at]!)) at++;
  return at;
}

/**
 * Position behind the JSON value that starts at `from`; checks every byte on the way.
 * @throws JsonFault
 */
export function valueEnd(bytes: Buffer, from: number, depth = 0): number {
  if (depth > DEPTH) throw new JsonFault(from);
  const first = bytes[from];
  if (first === 0x22) return stringEnd(bytes, from);
  if (first === 0x7b) return objectEnd(bytes, from, depth);
  if (first === 0x5b) return arrayEnd(bytes, from, depth);
  for (const word of ["true", "false", "null"]) {
    if (first === word.charCodeAt(0)) {
      if (bytes.toString("latin1", from, from + word.length) === word) return from + word.length;
      throw new JsonFault(from);
    }
  }
  return numberEnd(bytes, from);
}

function objectEnd(bytes: Buffer, from: number, depth: number): number {
  let end = -1;
  eachMember(bytes, from, (_, value) => {
    end = valueEnd(bytes, value, depth + 1);
    return end;
  });
  return containerEnd(bytes, end < 0 ? from + 1 : end, 0x7d);
}

function arrayEnd(bytes: Buffer, from: number, depth: number): number {
  let at = skipSpace(bytes, from + 1);
  if (bytes[at] === 0x5d) return at + 1;
  for (;;) {
    at = skipSpace(bytes, valueEnd(bytes, at, depth + 1));
    if (bytes[at] === 0x5d) return at + 1;
    if (bytes[at] !== 0x2c) throw new JsonFault(at);
    at = skipSpace(bytes, at + 1);
  }
}

function containerEnd(bytes: Buffer, from: number, close: number): number {
  const at = skipSpace(bytes, from);
  if (bytes[at] !== close) throw new JsonFault(at);
  return at + 1;
}

/**
 * Calls `visit` with each key of the object at `from` and the position of its value; `visit` gives back the position
 * behind the value, or -1 to stop.
 */
export function eachMember(bytes: Buffer, from: number, visit: (key: string, value: number) => number): void {
  let at = skipSpace(bytes, from + 1);
  if (bytes[at] === 0x7d) return;
  for (;;) {
    if (bytes[at] !== 0x22) throw new JsonFault(at);
    const keyEnd = stringEnd(bytes, at);
    const key = JSON.parse(bytes.toString("utf8", at, keyEnd)) as string;
    const colon = skipSpace(bytes, keyEnd);
    if (bytes[colon] !== 0x3a) throw new JsonFault(colon);
    const end = visit(key, skipSpace(bytes, colon + 1));
    if (end < 0) return;
    at = skipSpace(bytes, end);
    if (bytes[at] === 0x7d) return;
    if (bytes[at] !== 0x2c) throw new JsonFault(at);
    at = skipSpace(bytes, at + 1);
  }
}

function stringEnd(bytes: Buffer, from: number): number {
  for (let at = from + 1; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte === 0x22) return at + 1;
    if (byte < 32) throw new JsonFault(at);
    if (byte === 0x5c) {
      at++;
      const escaped = bytes[at];
      if (escaped === 0x75) {
        if (!/^[0-9a-f]{4}$/i.test(bytes.toString("latin1", at + 1, at + 5))) throw new JsonFault(at);
        at += 4;
      } else if (escaped === undefined || !'"\\/bfnrt'.includes(String.fromCharCode(escaped))) {
        throw new JsonFault(Math.min(at, bytes.length));
      }
    }
  }
  throw new JsonFault(bytes.length);
}

function numberEnd(bytes: Buffer, from: number): number {
  const found = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/.exec(
    bytes.toString("latin1", from, from + 400),
  );
  if (!found) throw new JsonFault(from);
  return from + found[0].length;
}

/** Position of the value at a path of keys; -1 = there is none. Everything beside the path is only stepped over. */
export function findValue(bytes: Buffer, from: number, path: readonly string[]): number {
  if (path.length === 0) return from;
  if (bytes[from] !== 0x7b) return -1;
  let found = -1;
  eachMember(bytes, from, (key, value) => {
    if (key !== path[0]) return valueEnd(bytes, value);
    found = findValue(bytes, value, path.slice(1));
    return -1;
  });
  return found;
}

/** The keys of the object at `from`. */
export function keysAt(bytes: Buffer, from: number): string[] {
  const keys: string[] = [];
  eachMember(bytes, from, (key, value) => {
    keys.push(key);
    return valueEnd(bytes, value);
  });
  return keys;
}

/** The elements of the array at `from`, parsed one by one, with their positions. */
export function* elementsAt(bytes: Buffer, from: number): Generator<{ value: unknown; start: number }> {
  let at = skipSpace(bytes, from + 1);
  if (bytes[at] === 0x5d) return;
  for (;;) {
    const end = valueEnd(bytes, at);
    yield { value: parseAt(bytes, at, end), start: at };
    at = skipSpace(bytes, end);
    if (bytes[at] === 0x5d) return;
    if (bytes[at] !== 0x2c) throw new JsonFault(at);
    at = skipSpace(bytes, at + 1);
  }
}

/** Parses the value between two positions that `valueEnd` has checked. */
export function parseAt(bytes: Buffer, start: number, end: number): unknown {
  return parseJson(bytes.toString("utf8", start, end));
}

/**
 * Parses JSON and keeps whole numbers of 16 digits and more as texts: ids are longer than a number can hold.
 * @example parseJson('{"id":7468264354681572626,"n":3}') // { id: "7468264354681572626", n: 3 }
 */
export function parseJson(text: string): unknown {
  if (!/[:[,]\s{0,20}\d{16}/.test(text)) return JSON.parse(text);
  const quoted = text.replace(/"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g, (token) =>
    /^\d{16,}$/.test(token) ? `"${token}"` : token,
  );
  return JSON.parse(quoted);
}

/** Line and column (in characters) of a byte, from 1. Lines end at LF only. */
export function placeOf(bytes: Buffer, offset: number): { line: number; column: number } {
  let line = 1;
  let start = 0;
  for (let at = bytes.indexOf(10); at >= 0 && at < offset; at = bytes.indexOf(10, at + 1)) {
    line++;
    start = at + 1;
  }
  return { line, column: bytes.toString("utf8", start, offset).length + 1 };
}
