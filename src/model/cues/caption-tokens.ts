/** A word of a caption as the phrase lists see it. */
export interface CaptionToken {
  /** folded word; "0" for a number, "&" for & and +, "@" for a mention */
  word: string;
  /** the end of a sentence stands before it: no phrase goes across */
  afterBreak: boolean;
  /** punctuation of any kind, an emoji or a hashtag stands before it, or nothing does */
  clauseStart: boolean;
  /** written with a capital first letter and small ones after it */
  capital: boolean;
}

export interface CaptionTokens {
  tokens: readonly CaptionToken[];
  /** "@handle" in lower case, each once, in order */
  mentions: readonly string[];
  /** hashtags of the caption, folded, without "#" */
  hashtags: readonly string[];
  /** the folded text without links, hashtags and mentions, numbers as "0"; "" unless it holds a script without spaces */
  plain: string;
}

const MARKS = /(?![\u3099\u309a])\p{Mn}|[\u0640\u200b-\u200f\u2060\ufeff]/gu;
/** Letters beyond ASCII, full-width and styled ones: without any of them there is nothing to fold. */
const FOLDABLE = /[\u00aa-\u1fff\u2018\u2019\u3000-\ud7ff\ud835\uf900-\ufefe\uff00-\uffef]/;
const LINK = /(?:https?:\/\/|www\.)\S*[^\s?？؟]|(?<![\p{L}\p{N}.@_-])[\w-]+(?:\.[\w-]+)+\/\S*[^\s?？؟]/giu;
const LOOSE_SCRIPT = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;

/**
 * A caption or tag in the one form in which phrases are compared: NFKC, lower case, without accents and vowel signs,
 * with plain apostrophes. Japanese voicing marks stay.
 * @example foldText("Dále ＬＩＫＥ") // "dale like"
 */
export function foldText(text: string): string {
  return plainLetters(text).toLowerCase();
}

function plainLetters(text: string): string {
  if (!FOLDABLE.test(text)) return text;
  return text
    .normalize("NFKD")
    .replace(MARKS, "")
    .normalize("NFC")
    .replace(/[ıŀłßđĐىة’ʼ‘`´]/g, plainLetter);
}

function plainLetter(letter: string): string {
  switch (letter) {
    case "ı":
      return "i";
    case "ß":
      return "ss";
    case "đ":
    case "Đ":
      return "d";
    case "ى":
      return "ي";
    case "ة":
      return "ه";
    case "ŀ":
    case "ł":
      return "l";
    default:
      return "'";
  }
}

/**
 * A caption without its links; a question mark at the end of a link belongs to the sentence.
 * @example withoutLinks("Seen https://example.org/?q=1 yet") // "Seen   yet"
 */
export function withoutLinks(text: string): string {
  return text.includes("/") || /www\./i.test(text) ? text.replace(LINK, " ") : text;
}

/** Whether a text holds a script that writes without spaces between words. */
export function hasLooseScript(text: string): boolean {
  return LOOSE_SCRIPT.test(text);
}

const [SPACE, LETTER, MARK, NUMBER, STOP, AND, OTHER] = [1, 2, 3, 4, 5, 6, 7];
/** Class of every UTF-16 unit seen so far; 0 = not seen yet. */
const CLASSES = new Uint8Array(65536);

function classOf(text: string, i: number): number {
  const unit = text.charCodeAt(i);
  let found = CLASSES[unit]!;
  if (found === 0) {
    found = classify(text.charAt(i));
    CLASSES[unit] = found;
  }
  return found;
}

function classify(char: string): number {
  if (char === "\n" || /[.!?…:;|。！？؟]/.test(char)) return STOP;
  if (/\s/.test(char)) return SPACE;
  if (char === "&" || char === "+") return AND;
  if (/\p{L}/u.test(char)) return LETTER;
  if (/\p{N}/u.test(char)) return NUMBER;
  return /\p{M}/u.test(char) ? MARK : OTHER;
}

/**
 * Splits a caption into words, mentions and hashtags in one pass, linear in its length.
 * @param caption text as the export gives it
 */
export function captionTokens(caption: string): CaptionTokens {
  const text = plainLetters(withoutLinks(caption));
  const tokens: CaptionToken[] = [];
  let mentions: Set<string> | null = null;
  const hashtags: string[] = [];
  const plain: string[] | null = hasLooseScript(text) ? [] : null;
  let afterBreak = true;
  let clauseStart = true;
  let wordEnd = -1;
  const add = (word: string, capital: boolean) => {
    tokens.push({ word, afterBreak, clauseStart, capital });
    afterBreak = false;
    clauseStart = false;
  };
  let i = 0;
  while (i < text.length) {
    const kind = classOf(text, i);
    const start = i;
    const glued = start === wordEnd;
    const char = text.charAt(i++);
    if (kind === SPACE) {
      plain?.push(char);
    } else if (kind === LETTER) {
      while (i < text.length && (isWordPart(text, i) || text.charAt(i) === "'")) i++;
      let end = i;
      while (text.charAt(end - 1) === "'") end--;
      const piece = text.slice(start, end);
      const word = piece.toLowerCase();
      add(word, word !== piece && isCapital(text, start));
      wordEnd = i;
      plain?.push(piece);
    } else if (kind === NUMBER) {
      while (i < text.length && classOf(text, i) === NUMBER) i++;
      add("0", false);
      wordEnd = i;
      plain?.push("0");
    } else if (kind === AND) {
      add("&", false);
      plain?.push(char);
    } else if (kind === STOP) {
      while (i < text.length && classOf(text, i) === STOP) i++;
      const single = char === "." && i === start + 1;
      const ordinal = single && glued && tokens.at(-1)?.word === "0";
      const beforeNumber = single && /^\s*\p{N}/u.test(text.slice(i, i + 3));
      if (!ordinal && !beforeNumber) afterBreak = true;
      if (!beforeNumber) clauseStart = true;
      plain?.push(text.slice(start, i));
    } else if (char === "#" && i < text.length && (isTagPart(text, i) || text.charAt(i) === "_")) {
      while (i < text.length && (isTagPart(text, i) || text.charAt(i) === "_")) i++;
      hashtags.push(text.slice(start + 1, i).toLowerCase());
      clauseStart = true;
      plain?.push(" ");
    } else if (char === "@") {
      while (i < text.length && (isHandlePart(text, i) || text.charAt(i) === "_" || text.charAt(i) === "."))
        i++;
      const handle = handleOf(text.slice(start, i));
      if (glued || handle.length < 2) clauseStart = true;
      else {
        mentions ??= new Set();
        mentions.add(handle);
        add("@", false);
      }
      plain?.push(" ");
    } else {
      const joins = char === "-" && glued && i < text.length && classOf(text, i) === LETTER;
      if (!joins) clauseStart = true;
      plain?.push(char);
    }
  }
  return {
    tokens,
    mentions: mentions === null ? [] : [...mentions],
    hashtags,
    plain: plain?.join("").toLowerCase() ?? "",
  };
}

/** Written with a capital letter and a small one after it. */
function isCapital(text: string, start: number): boolean {
  const first = text.charAt(start);
  const second = text.charAt(start + 1);
  return first !== first.toLowerCase() && second !== second.toUpperCase();
}

const handleOf = (mention: string) => mention.toLowerCase().replace(/\.+$/, "");

function isWordPart(text: string, i: number): boolean {
  const kind = classOf(text, i);
  return kind === LETTER || kind === MARK;
}

function isTagPart(text: string, i: number): boolean {
  const kind = classOf(text, i);
  return kind === LETTER || kind === MARK || kind === NUMBER;
}

function isHandlePart(text: string, i: number): boolean {
  const kind = classOf(text, i);
  return kind === LETTER || kind === NUMBER;
}
