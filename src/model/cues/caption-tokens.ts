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
  /** the folded text without links, hashtags and mentions, numbers as "0": for scripts without spaces */
  plain: string;
}

const MARKS = /(?![\u3099\u309a])\p{Mn}|[\u0640\u200b-\u200f\u2060\ufeff]/gu;
const LINK = /(?:https?:\/\/|www\.)\S*[^\s?？؟]|(?<![\p{L}\p{N}.@_-])[\w-]+(?:\.[\w-]+)+\/\S*[^\s?？؟]/giu;
const TOKEN =
  /(#[\p{L}\p{M}\p{N}_]+)|(@[\p{L}\p{N}._]+)|(\p{N}+)|(\p{L}[\p{L}\p{M}']*)|([&+])|([.!?…:;|\n。！？؟]+)|([^\s])/gu;

/**
 * A caption or tag in the one form in which phrases are compared: NFKC, lower case, without accents and vowel signs,
 * with plain apostrophes. Japanese voicing marks stay.
 * @example foldText("Dále ＬＩＫＥ") // "dale like"
 */
export function foldText(text: string): string {
  return plainLetters(text).toLowerCase();
}

function plainLetters(text: string): string {
  if (/^[\x00-\x7f]*$/.test(text)) return text;
  return text
    .normalize("NFKD")
    .replace(MARKS, "")
    .normalize("NFC")
    .replace(/[ıŀł]/g, (letter) => (letter === "ı" ? "i" : "l"))
    .replace(/ß/g, "ss")
    .replace(/[đĐ]/g, "d")
    .replace(/ى/g, "ي")
    .replace(/ة/g, "ه")
    .replace(/[’ʼ‘`´]/g, "'");
}

/**
 * A caption without its links; a question mark at the end of a link belongs to the sentence.
 * @example withoutLinks("Seen https://example.org/?q=1 yet") // "Seen   yet"
 */
export function withoutLinks(text: string): string {
  return text.replace(LINK, " ");
}

/**
 * Splits a caption into words, mentions and hashtags in one pass, linear in its length.
 * @param caption text as the export gives it
 */
export function captionTokens(caption: string): CaptionTokens {
  const text = plainLetters(withoutLinks(caption));
  const tokens: CaptionToken[] = [];
  const mentions = new Set<string>();
  const hashtags: string[] = [];
  const plain: string[] = [];
  let afterBreak = true;
  let clauseStart = true;
  let wordEnd = -1;
  const add = (word: string) => {
    const capital = /^\p{Lu}\p{Ll}/u.test(word);
    tokens.push({ word: word.toLowerCase(), afterBreak, clauseStart, capital });
    afterBreak = false;
    clauseStart = false;
  };
  for (const match of text.matchAll(TOKEN)) {
    const [piece, hashtag, mention, number, word, and, stop] = match;
    const glued = match.index === wordEnd;
    const end = match.index + piece.length;
    if (hashtag) {
      hashtags.push(hashtag.slice(1).toLowerCase());
      clauseStart = true;
      plain.push(" ");
    } else if (mention) {
      const handle = mention.toLowerCase().replace(/[._]+$/, (tail) => tail.replaceAll(".", ""));
      if (glued || handle.length < 2) clauseStart = true;
      else {
        mentions.add(handle);
        add("@");
      }
      plain.push(" ");
    } else if (number) {
      add("0");
      wordEnd = end;
      plain.push("0");
    } else if (word) {
      add(word.replace(/'+$/, ""));
      wordEnd = end;
      plain.push(word);
    } else if (and) {
      add("&");
      plain.push(and);
    } else if (stop) {
      const ordinal = stop === "." && glued && tokens.at(-1)?.word === "0";
      const beforeNumber = stop === "." && /^\s*\p{N}/u.test(text.slice(end, end + 3));
      if (!ordinal && !beforeNumber) afterBreak = true;
      if (!beforeNumber) clauseStart = true;
      plain.push(stop);
    } else {
      const joins = piece === "-" && glued && /\p{L}/u.test(text.charAt(end));
      if (!joins) clauseStart = true;
      plain.push(piece);
    }
  }
  return { tokens, mentions: [...mentions], hashtags, plain: plain.join("").toLowerCase() };
}
