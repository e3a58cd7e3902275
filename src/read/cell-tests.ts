import { asciiDigits } from "./digits.ts";

/*
 * Does a cell look like what its column claims to hold? Linear scanners for detection and for judging columns; what a cell
 * really means is read elsewhere. Every predicate takes the raw text.
 */

const MISSING = new Set(["", "undefined", "nan", "null", "none", "n/a", "#n/a", "-", "--", "–", "—"]);

/**
 * A cell that holds nothing: empty, or one of the words that exports write for "no value".
 * @example isMissing(" N/A ") // true
 */
export function isMissing(text: string | null | undefined): boolean {
  if (text === null || text === undefined || text === "") return true;
  return text.length < 16 && MISSING.has(text.trim().toLowerCase());
}

/**
 * A link to one TikTok post: `tiktok.com/(@handle/)(video|photo|share/video)/<digits>`.
 * @example isPostLink("https://www.tiktok.com/@mia/video/7000000000000000001?lang=en") // true
 */
export function isPostLink(text: string): boolean {
  let at = behindHost(text);
  if (at < 0) return false;
  if (text[at] === "@") {
    const slash = text.indexOf("/", at);
    if (slash < 0) return false;
    at = slash + 1;
  }
  for (const word of ["video/", "photo/", "share/video/"]) {
    if (text.startsWith(word, at)) return isDigit(text.charCodeAt(at + word.length));
  }
  return false;
}

/**
 * Position behind the host of a link to TikTok (`tiktokv.com` is that of shared links), or -1.
 * @example behindHost("https://www.tiktokv.com/share/video/7/") // 24
 */
export function behindHost(link: string): number {
  for (const host of ["tiktok.com/", "tiktokv.com/"]) {
    const at = link.indexOf(host);
    if (at >= 0) return at === 0 || "/.@".includes(link[at - 1]!) ? at + host.length : -1;
  }
  return -1;
}

/**
 * A link to anywhere; one to TikTok also without `https://`.
 * @example isLink("http://example.org") // true
 */
export function isLink(text: string): boolean {
  return /^\s*https?:\/\/\S/i.test(text) || isPostLink(text);
}

/**
 * A post id: 6 to 20 digits, also with `.0`, as formula or behind the apostrophe that marks text in spreadsheets, or
 * damaged by one (`7.2E+18`).
 * @example isIdLike("7.21787E+18") // true
 */
export function isIdLike(text: string): boolean {
  const short = bare(text).replace(/^'/, "");
  if (short.length === 0 || short.length > 24) return false;
  const plain = asciiDigits(short);
  return /^\d{6,20}(?:\.0)?$/.test(plain) || /^\d[.,]?\d*[eE]\+?1[5-9]$/.test(plain);
}

/**
 * A count: digits of any script with grouping or decimal marks, perhaps with a suffix such as K, Mio. or 万, a per cent
 * sign or a minus. At most 64 characters.
 * @example isCountLike("1.234") // true
 */
export function isCountLike(text: string): boolean {
  const plain = bare(text);
  if (plain.length === 0 || plain.length > 64) return false;
  if (/^\d+$/.test(plain)) return true;
  const folded = plain.normalize("NFKC");
  const split = /^[-+−]?(\p{Nd}[\p{Nd}.,'’٬٫\s]*)(.*)$/u.exec(folded);
  if (!split) return false;
  const rest = split[2]!.trim();
  return (
    rest === "" || rest === "%" || /^(?:[kmb]|mn|mil|tsd|mio|mrd|тыс|млн|万|萬|만|億|亿|억)\.?$/iu.test(rest)
  );
}

/**
 * An instant or a day in any of the ways exports write it; a bare number only where it is an epoch or `YYYYMMDD`.
 * @example isTimeLike("25 de março") // true
 */
export function isTimeLike(text: string): boolean {
  const plain = bare(text);
  if (plain.length < 3 || plain.length > 64) return false;
  const folded = plain.normalize("NFKC").replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, "");
  if (/^\d+(?:\.\d+)?$/.test(folded)) return isNumericTime(folded);
  if (/^\d{4}[-/.] ?\d{1,2}[-/.] ?\d{1,2}\.?(?:$|[ ,T])/.test(folded)) return true;
  if (/^\d{1,2}[-/.] ?\d{1,2}[-/.] ?\d{2,4}\.?(?:$|[ ,T])/.test(folded)) return true;
  if (/^(?:\d{4}年)?\d{1,2}月\d{1,2}日|^(?:\d{4}년 ?)?\d{1,2}월 ?\d{1,2}일/.test(folded)) return true;
  return isNamedDay(folded);
}

function isNumericTime(digits: string): boolean {
  const whole = digits.split(".")[0]!;
  if (whole.length === 10) return whole >= "1300000000" && whole < "4200000000";
  if (whole.length === 13) return whole >= "1300000000000" && whole < "4200000000000";
  return digits.length === 8 && /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(digits);
}

/** A day number, perhaps a month number, words no longer than a month's name, perhaps a year and a clock. */
function isNamedDay(text: string): boolean {
  const parts = text.split(/[\s,.\-/]+/u).filter((part) => part !== "");
  if (parts.length < 2 || parts.length > 8) return false;
  let numbers = 0;
  let words = 0;
  for (const part of parts) {
    if (/^\p{Nd}{1,2}[\p{L}ºª]{0,4}$/u.test(part)) numbers++;
    else if (/^\p{Nd}{4}$/u.test(part) || /^\p{Nd}{1,2}:\p{Nd}{2}/u.test(part)) continue;
    else if (/^[\p{L}\p{M}'’]{1,14}$/u.test(part)) words++;
    else return false;
  }
  return numbers >= 1 && numbers <= 2 && words >= 1 && words <= 5;
}

/**
 * A duration: seconds, also with an `s`, or `m:ss`.
 * @example isDurationLike("1:05") // true
 */
export function isDurationLike(text: string): boolean {
  return isCountLike(text.replace(/s$/, "")) || /^\s*(?:\d{1,3}:)?\d{1,3}:\d{2}(?:\.\d{1,3})?\s*$/.test(text);
}

/** The text without white space around it and without the shell of a spreadsheet formula (`="123"`). */
function bare(text: string): string {
  const plain = text.trim();
  return plain.startsWith('="') && plain.endsWith('"') ? plain.slice(2, -1) : plain;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
