const MOST_TAGS = 100;
const LONGEST_TAG = 64;

/** The hashtags of a post: keys for comparing, labels as the creator wrote them. */
export interface Hashtags {
  /** "#" and the tag in NFC and lower case, each once, in order of use */
  keys: readonly string[];
  labels: readonly string[];
}

const NO_TAGS: Hashtags = { keys: [], labels: [] };

/**
 * The hashtags of a post: those of the list column where it names any, else those of the caption.
 * @param list raw list cell: a JSON or Python list, or names between commas, spaces or bars; null = no such column
 * @param title caption; null = unknown
 * @example hashtagsOf(null, "fresh#Bread#bread #2026") // { keys: ["#bread", "#2026"], labels: ["#Bread", "#2026"] }
 */
export function hashtagsOf(list: string | null, title: string | null): Hashtags {
  const listed = list === null ? [] : listedTags(list);
  return collect(listed.length > 0 ? listed : captionTags(title ?? ""));
}

/**
 * Whether `hashtagsOf` would find any, without building them.
 * @example hasHashtags(null, "fresh #bread") // true
 */
export function hasHashtags(list: string | null, title: string | null): boolean {
  if (list !== null && list !== "" && list !== "[]" && hashtagsOf(list, null).keys.length > 0) return true;
  if (title === null) return false;
  if (title.includes("#") || title.includes("＃")) return /[#＃][\p{L}\p{M}\p{N}_]/u.test(title);
  return title.includes("%23") && captionTags(title).length > 0;
}

function captionTags(title: string): string[] {
  let text = title;
  if (!/[#＃]/.test(text)) {
    if (!text.includes("%23")) return [];
    text = decodePercent(text);
  }
  const tags: string[] = [];
  for (const found of text.matchAll(/[#＃]([\p{L}\p{M}\p{N}_]+)/gu)) {
    tags.push(found[1]!);
    if (tags.length >= 10 * MOST_TAGS) break;
  }
  return tags;
}

/** Percent encoding undone run by run, so that a stray "%" does no harm. */
function decodePercent(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run;
    }
  });
}

function collect(tags: readonly string[]): Hashtags {
  if (tags.length === 0) return NO_TAGS;
  const seen = new Set<string>();
  const labels: string[] = [];
  for (const tag of tags) {
    const label = `#${cut(tag.normalize("NFC"))}`;
    const key = label.toLowerCase().normalize("NFC");
    if (label === "#" || seen.has(key)) continue;
    seen.add(key);
    labels.push(label);
    if (labels.length === MOST_TAGS) break;
  }
  return { keys: [...seen], labels };
}

function cut(tag: string): string {
  return tag.length <= LONGEST_TAG ? tag : [...tag].slice(0, LONGEST_TAG).join("");
}

/** Names in a list cell: JSON, Python, or plain text; parsed, never evaluated. */
function listedTags(cell: string): string[] {
  const text = cell.trim();
  if (text === "" || text.length > 100_000) return [];
  const isList = text.startsWith("[") && text.endsWith("]");
  const names = !isList
    ? plainNames(text)
    : text.includes("{")
      ? namesOfObjects(text)
      : quotedNames(text.slice(1, -1));
  return names
    .map((name) => name.trim().replace(/^[#＃]+/, ""))
    .filter((name) => name !== "" && !NOTHING.has(name));
}

const NOTHING: ReadonlySet<string> = new Set(["null", "None", "nan", "NaN", "undefined", "N/A"]);

function plainNames(text: string): string[] {
  return /[#＃]/.test(text) ? captionTags(text) : text.split(/[,;|]/);
}

/** What the entries of a list of objects call a tag, best first. */
const NAME_KEYS = ["name", "hashtagName", "hashtag_name", "title"];

/** The names in a JSON or Python list of objects. */
function namesOfObjects(text: string): string[] {
  for (const key of NAME_KEYS) {
    const names: string[] = [];
    for (const found of text.matchAll(new RegExp(`["']${key}["']\\s{0,9}:\\s{0,9}(["'])`, "g"))) {
      names.push(quoted(text, found.index + found[0].length, found[1]!)[0]);
    }
    if (names.some((name) => name !== "")) return names;
  }
  return [];
}

/** Strings of a JSON or Python list: 'a', "b", u'c', with backslash escapes; bare words too. */
function quotedNames(text: string): string[] {
  const names: string[] = [];
  let at = 0;
  while (at < text.length) {
    const letter = text[at]!;
    if (letter === "'" || letter === '"') {
      const [name, next] = quoted(text, at + 1, letter);
      names.push(name);
      at = next;
    } else if (letter === "," || letter === " ") {
      at++;
    } else {
      let end = at;
      while (end < text.length && text[end] !== "," && text[end] !== "'" && text[end] !== '"') end++;
      const bare = text.slice(at, end).trim();
      const isPrefix = bare === "u" || bare === "b";
      if (!isPrefix && /^[#＃]?[\p{L}\p{M}\p{N}_ ]+$/u.test(bare)) names.push(bare);
      at = Math.max(end, at + 1);
    }
  }
  return names;
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ["n", "\n"],
  ["t", "\t"],
  ["r", "\r"],
]);

function quoted(text: string, from: number, quote: string): [string, number] {
  let out = "";
  let at = from;
  while (at < text.length && text[at] !== quote) {
    if (text[at] !== "\\") {
      out += text[at++];
      continue;
    }
    const letter = text[at + 1] ?? "";
    const width = letter === "u" ? 4 : letter === "x" ? 2 : letter === "U" ? 8 : 0;
    const hex = text.slice(at + 2, at + 2 + width);
    if (
      width > 0 &&
      hex.length === width &&
      /^[0-9a-f]+$/i.test(hex) &&
      Number.parseInt(hex, 16) <= 0x10ffff
    ) {
      const code = Number.parseInt(hex, 16);
      out += width === 4 ? String.fromCharCode(code) : String.fromCodePoint(code);
      at += 2 + width;
    } else {
      out += ESCAPES.get(letter) ?? letter;
      at += 2;
    }
  }
  return [out, at + 1];
}
