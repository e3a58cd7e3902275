import { AdvisorError } from "../errors.ts";
import { decodeChunks } from "./decode.ts";
import type { JsonObject } from "./formats/format.ts";
import { USER_DATA_LISTS, USER_DATA_NAMES, USER_DATA_SECTIONS } from "./formats/user-data.ts";
import {
  eachMember,
  elementsAt,
  findValue,
  JsonFault,
  keysAt,
  parseAt,
  parseJson,
  placeOf,
  skipSpace,
  valueEnd,
} from "./json.ts";
import type { SourceFile } from "./source.ts";
import { readDecoded } from "./source.ts";

/** One element or line of a JSON input; `item` null = it cannot be read, `isCut` = because the file ends in it. */
export interface JsonItem {
  item: JsonObject | null;
  line: number;
  isCut: boolean;
}

/** The items of a JSON or JSONL input. */
export interface JsonItems {
  /** a data download, of which only the list of posts is read */
  isUserData: boolean;
  username: string | null;
  items(): AsyncGenerator<JsonItem[], void, undefined>;
}

const BATCH = 500;
const LINE_BYTES = 33_554_432;

/**
 * Finds the items of a JSON input: the elements of the outermost list of objects, the posts of a data download, or one
 * object per line (parted at LF only: captions hold U+2028 and U+0085).
 * @throws AdvisorError JSON_UNREADABLE, NO_POSTS, HEADER_NOT_FOUND
 */
export async function openJsonItems(source: SourceFile): Promise<JsonItems> {
  if (await isJsonLines(source)) {
    return { isUserData: false, username: null, items: () => lineItems(source) };
  }
  const bytes = await readDecoded(source);
  const root = skipSpace(bytes, 0);
  try {
    const end = skipSpace(bytes, valueEnd(bytes, root));
    if (end < bytes.length) throw new JsonFault(end);
  } catch (error) {
    throw unreadable(source.name, bytes, error);
  }
  const keys = bytes[root] === 0x7b ? keysAt(bytes, root) : [];
  if (["schemaVersion", "tool", "meta", "settings"].every((key) => keys.includes(key))) {
    throw new AdvisorError(
      "HEADER_NOT_FOUND",
      source.name,
      "This is a report of this tool, not an export.",
      "name the export that the report was made from",
    );
  }
  const isUserData = keys.some((key) => USER_DATA_SECTIONS.has(key)) && !keys.includes("id");
  if (isUserData) {
    const lists = USER_DATA_LISTS.map((path) => findValue(bytes, root, path));
    const list = lists.find((at) => at >= 0 && bytes[at] === 0x5b) ?? -1;
    if (list < 0 && lists.every((at) => at < 0)) {
      throw new AdvisorError(
        "NO_POSTS",
        source.name,
        "This data download holds no posts.",
        "ask TikTok for your data again and choose Posts, or All data, as JSON",
      );
    }
    return { isUserData, username: userName(bytes, root), items: () => arrayItems(bytes, list) };
  }
  const list = bytes[root] === 0x5b ? root : outerList(bytes, root);
  if (list >= 0) return { isUserData: false, username: null, items: () => arrayItems(bytes, list) };
  const single = parseAt(bytes, root, valueEnd(bytes, root));
  return {
    isUserData: false,
    username: null,
    async *items() {
      yield [{ item: isObject(single) ? single : null, line: 1, isCut: false }];
    },
  };
}

function userName(bytes: Buffer, root: number): string | null {
  for (const path of USER_DATA_NAMES) {
    const at = findValue(bytes, root, path);
    if (at < 0 || bytes[at] !== 0x22) continue;
    const name = parseAt(bytes, at, valueEnd(bytes, at)) as string;
    if (/^[\w.]{2,64}$/.test(name)) return name;
  }
  return null;
}

/** The longest list of objects not deeper than three keys; -1 = none, or the object is an item itself. */
function outerList(bytes: Buffer, root: number): number {
  // An item of its own has lists too (challenges, hashtags): then it is the item, not its lists.
  if (isItem(bytes, root)) return -1;
  let found = { at: -1, length: 0 };
  const search = (from: number, depth: number): void => {
    eachMember(bytes, from, (_, value) => {
      const end = valueEnd(bytes, value);
      const isList = bytes[value] === 0x5b && bytes[skipSpace(bytes, value + 1)] === 0x7b;
      if (isList && end - value > found.length) found = { at: value, length: end - value };
      if (bytes[value] === 0x7b && depth < 3) search(value, depth + 1);
      return end;
    });
  };
  if (bytes[root] === 0x7b) search(root, 1);
  return found.at;
}

function isItem(bytes: Buffer, root: number): boolean {
  const keys = new Set(keysAt(bytes, root));
  return (
    keys.has("id") &&
    ["stats", "statsV2", "desc", "webpage_url", "createTime", "text"].some((key) => keys.has(key))
  );
}

async function* arrayItems(bytes: Buffer, list: number): AsyncGenerator<JsonItem[], void, undefined> {
  if (list < 0) return;
  let batch: JsonItem[] = [];
  let line = 1;
  let from = 0;
  for (const { value, start } of elementsAt(bytes, list)) {
    for (let at = bytes.indexOf(10, from); at >= 0 && at < start; at = bytes.indexOf(10, at + 1)) line++;
    from = start;
    batch.push({ item: isObject(value) ? value : null, line, isCut: false });
    if (batch.length >= BATCH) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

/** Is the first line a whole object and another one behind it? */
async function isJsonLines(source: SourceFile): Promise<boolean> {
  const head = await readDecoded(source, LINE_BYTES);
  const start = skipSpace(head, 0);
  if (head[start] !== 0x7b) return false;
  const end = head.indexOf(10, start);
  if (end < 0) return false;
  try {
    if (valueEnd(head, start) > end) return false;
  } catch {
    return false;
  }
  return head[skipSpace(head, end)] === 0x7b;
}

async function* lineItems(source: SourceFile): AsyncGenerator<JsonItem[], void, undefined> {
  let rest: Buffer = Buffer.alloc(0);
  let line = 1;
  for await (const chunk of decodeChunks(source.open(), source.survey)) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    const batch: JsonItem[] = [];
    let at = 0;
    for (let end = bytes.indexOf(10, at); end >= 0; end = bytes.indexOf(10, at)) {
      const item = lineItem(bytes, at, end, line, false);
      if (item) batch.push(item);
      line++;
      at = end + 1;
    }
    rest = bytes.subarray(at);
    if (rest.length > LINE_BYTES) {
      throw new AdvisorError("INPUT_TOO_LARGE", source.name, `A limit was reached: 32 MiB in line ${line}.`);
    }
    if (batch.length > 0) yield batch;
  }
  const last = lineItem(rest, 0, rest.length, line, true);
  if (last) yield [last];
}

function lineItem(bytes: Buffer, start: number, end: number, line: number, isLast: boolean): JsonItem | null {
  const text = bytes.toString("utf8", start, end).trim();
  if (text === "") return null;
  try {
    const value = parseJson(text);
    return { item: isObject(value) ? value : null, line, isCut: false };
  } catch {
    return { item: null, line, isCut: isLast };
  }
}

function isObject(value: unknown): value is JsonObject {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

function unreadable(name: string, bytes: Buffer, error: unknown): unknown {
  if (!(error instanceof JsonFault)) return error;
  const { line, column } = placeOf(bytes, Math.min(error.offset, bytes.length));
  const end = error.offset >= bytes.length ? "it ends too early, " : "";
  return new AdvisorError(
    "JSON_UNREADABLE",
    name,
    `The JSON is damaged, encrypted or of an unsupported kind (${end}line ${line}, column ${column}).`,
  );
}
