import { behindHost } from "./cell-tests.ts";
import { asciiDigits } from "./digits.ts";

/** A post id as two halves of 32 bits, because a million BigInts would cost too much. */
export interface IdCell {
  high: number;
  low: number;
}

/** What a cell of an id column holds. `damaged`: rounded by a spreadsheet (7.21787E+18). */
export type IdKind = "id" | "missing" | "damaged" | "invalid";

const SHORTEST_ID = 6;
const LONGEST_ID = 20;
/** 2016-01-01 UTC: ids before were made by another rule */
const FIRST_ID_SECOND = 1_451_606_400;

/**
 * Reads a post id of 6 to 20 digits. Never through Number: ids have more digits than that holds.
 * @param out receives the two halves
 */
export function scanId(cell: string, out: IdCell): IdKind {
  if (readDigits(cell, 0, cell.length, out)) return "id";
  let text = cell.trim();
  if (text.startsWith('="') && text.endsWith('"')) text = text.slice(2, -1).trim();
  else if (text.startsWith("'")) text = text.slice(1);
  text = asciiDigits(text);
  if (text === "") return "missing";
  if (/^\d[.,]?\d{0,17}e\+?\d{1,2}$/i.test(text)) return "damaged";
  const whole = /^(\d{6,20})\.0$/.exec(text);
  // A float of pandas: the digits behind the 16th are gone.
  if (whole)
    return whole[1]!.length > 16
      ? "damaged"
      : readDigits(whole[1]!, 0, whole[1]!.length, out)
        ? "id"
        : "invalid";
  if (readDigits(text, 0, text.length, out)) return "id";
  return "invalid";
}

/** Digits of a part of a text as 64 bits; false where they are too few, too many, anything else, or start with 0. */
function readDigits(text: string, from: number, to: number, out: IdCell): boolean {
  const size = to - from;
  if (size < SHORTEST_ID || size > LONGEST_ID || text.charCodeAt(from) === 48) return false;
  let high = 0;
  let low = 0;
  for (let index = from; index < to; index++) {
    const digit = text.charCodeAt(index) - 48;
    if (!(digit >= 0 && digit <= 9)) return false;
    const product = low * 10 + digit;
    low = product >>> 0;
    high = high * 10 + (product - low) / 4_294_967_296;
  }
  if (high >= 4_294_967_296) return false;
  out.high = high;
  out.low = low;
  return true;
}

/**
 * The digits of an id from its halves.
 * @example idText(1752606199, 3942043782) // "7527386311413911686"
 */
export function idText(high: number, low: number): string {
  return ((BigInt(high) << 32n) | BigInt(low >>> 0)).toString();
}

/**
 * Second (since 1970 UTC) in which the video of this id was created, or 0 where the id carries no time: only ids of 18 to
 * 20 digits from 2016 on do.
 * @param high upper half of the id
 * @param latest last second that is believed
 * @example idSeconds(1752606200, 1800000000) // 1752606200
 */
export function idSeconds(high: number, latest: number): number {
  return high >= FIRST_ID_SECOND && high <= latest ? high : 0;
}

/** What a link says. */
export interface LinkFacts {
  /** "post": a post with its id; "short": a TikTok link that hides the id; "other": no TikTok post */
  kind: "post" | "short" | "other";
  /** handle without "@", lower case, or null */
  handle: string | null;
  photo: boolean;
}

/**
 * Reads a link to a post.
 * @param out receives the id where kind is "post"
 */
export function scanLink(link: string, out: IdCell): LinkFacts {
  const at = behindHost(link);
  if (at < 0) return { kind: "other", handle: null, photo: false };
  const handle = handleIn(link, at);
  for (const word of ["/video/", "/photo/", "/v/", "/embed/v2/", "/embed/"]) {
    const found = link.indexOf(word, at - 1);
    if (found < 0) continue;
    const from = found + word.length;
    let to = from;
    while (to < link.length && link.charCodeAt(to) >= 48 && link.charCodeAt(to) <= 57) to++;
    if (readDigits(link, from, to, out)) return { kind: "post", handle, photo: word === "/photo/" };
  }
  const short = /^https?:\/\/(?:v[mt]\.tiktok\.com|(?:www\.)?tiktok\.com\/t)\/\w/i.test(link);
  return { kind: short ? "short" : "other", handle, photo: false };
}

function handleIn(link: string, from: number): string | null {
  if (link.charCodeAt(from) !== 0x40) return null;
  let to = from + 1;
  while (to < link.length && !"/?#".includes(link[to]!)) to++;
  const handle = link.slice(from + 1, to);
  return handle === "" ? null : handle.toLowerCase();
}

/**
 * An account as the tool names it: "@" and the handle in lower case; null where the cell names none.
 * @example accountName(" https://www.tiktok.com/@Mia?lang=en ") // "@mia"
 */
export function accountName(cell: string): string | null {
  let text = cell.trim();
  const at = text.indexOf("tiktok.com/@");
  if (at >= 0) text = handleIn(text, at + 11) ?? "";
  while (text.startsWith("@")) text = text.slice(1);
  text = text.trim().toLowerCase();
  if (text === "" || text.length > 100 || /^(?:undefined|null|none|nan|n\/a|#n\/a|-+|–|—)$/.test(text))
    return null;
  return `@${text}`;
}
