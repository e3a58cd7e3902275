import { type Column, float64, int32, pagedColumn, uint8, uint16, uint32 } from "./pages.ts";

/** The five counts, in the order of `PostStore.counts`. */
export const COUNTS = ["views", "likes", "comments", "shares", "saves"] as const;

/** What is known of a row, as bits of `PostStore.flags`. */
export const FLAG = {
  promoted: 1,
  /** a photo post; `photoKnown` tells false from unknown */
  photo: 2,
  photoKnown: 4,
  title: 8,
  sound: 16,
  soundId: 32,
  hashtags: 64,
  duration: 128,
  /** the id was rounded by a spreadsheet: good for the time, not for the key */
  idRounded: 256,
  /** the month name is one that Croatian uses for the month before */
  doubtfulMonth: 512,
  dropped: 1024,
  scheduled: 2048,
  /** a copy of a row with the same snapshot: no history */
  copy: 4096,
  /** the day in `days` is what the export gives */
  dayGiven: 8192,
} as const;

/** How a row's time came about; the greater is believed when the rows of one post differ. */
export const TIME_SOURCE = { none: 0, id: 1, day: 2, clock: 3 } as const;

/** Value of `PostStore.days` where there is no day. */
export const NO_DAY = -2_147_483_648;

/** Texts of a row, kept only where they are asked for. */
export interface RowTexts {
  title: string | null;
  hashtags: string | null;
  sound: string | null;
  soundId: string | null;
  soundAuthor: string | null;
  /** entries as the table's `labels` */
  labels: readonly (string | null)[];
}

/**
 * Every row of every table of posts, by columns of typed arrays: about 80 bytes a row outside the JavaScript heap, so that
 * a million posts can be merged where objects of that number would not fit.
 */
export interface PostStore {
  size: number;
  /** halves of the id; both 0 = no id */
  idHigh: Column;
  idLow: Column;
  /** one of DATE and its value until times are settled */
  postedKind: Column;
  /** raw value of the time column; once settled the instant in ms UTC, NaN = only the day or nothing is known */
  posted: Column;
  /** one of PRECISION */
  precision: Column;
  /** one of TIME_SOURCE, once settled */
  timeSource: Column;
  /** day number, once settled; NO_DAY = none */
  days: Column;
  snapshotKind: Column;
  /** raw value of the snapshot column; once settled the instant, NaN = none */
  snapshot: Column;
  /** by COUNTS; NaN = missing */
  counts: readonly Column[];
  /** two bits per count: 1 = the mark "." is still open, 2 = "," */
  marks: Column;
  durationSeconds: Column;
  averageWatch: Column;
  completion: Column;
  newFollowers: Column;
  /** index into `accounts`; 0 = none named */
  account: Column;
  line: Column;
  flags: Column;
  /** hashes that stand for title and link in the key of a post without id; 0 = none */
  titleHash: Column;
  linkHash: Column;
  /** names by index; the first stands for "none" */
  accounts: string[];
  /** by row; null = not kept */
  texts: RowTexts[] | null;
}

/**
 * An empty store.
 * @param detail whether texts are kept
 */
export function postStore(detail: boolean): PostStore {
  const number = () => pagedColumn(float64, Number.NaN);
  return {
    size: 0,
    idHigh: pagedColumn(uint32, 0),
    idLow: pagedColumn(uint32, 0),
    postedKind: pagedColumn(uint8, 0),
    posted: number(),
    precision: pagedColumn(uint8, 0),
    timeSource: pagedColumn(uint8, 0),
    days: pagedColumn(int32, NO_DAY),
    snapshotKind: pagedColumn(uint8, 0),
    snapshot: number(),
    counts: COUNTS.map(number),
    marks: pagedColumn(uint16, 0),
    durationSeconds: number(),
    averageWatch: number(),
    completion: number(),
    newFollowers: number(),
    account: pagedColumn(uint32, 0),
    line: pagedColumn(uint32, 0),
    flags: pagedColumn(uint16, 0),
    titleHash: pagedColumn(uint32, 0),
    linkHash: pagedColumn(uint32, 0),
    accounts: [""],
    texts: detail ? [] : null,
  };
}

/** Whether a row has a flag. */
export function hasFlag(store: PostStore, row: number, flag: number): boolean {
  return (store.flags.get(row) & flag) !== 0;
}

/** Sets a flag of a row. */
export function setFlag(store: PostStore, row: number, flag: number): void {
  store.flags.set(row, store.flags.get(row) | flag);
}

/** Whether a row has an id that names its post. */
export function hasId(store: PostStore, row: number): boolean {
  return (store.idHigh.get(row) !== 0 || store.idLow.get(row) !== 0) && !hasFlag(store, row, FLAG.idRounded);
}

/**
 * A hash of 32 bits of a text without its white space; 0 only for a text of nothing else.
 * @example textHash(" ") // 0
 */
export function textHash(text: string): number {
  let hash = 0x811c9dc5;
  let letters = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code <= 0x20 || code === 0xa0) continue;
    hash = Math.imul(hash ^ code, 0x01000193);
    letters++;
  }
  if (letters === 0) return 0;
  // The low bits of a product say little about the early letters: mix once more.
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = (hash ^ (hash >>> 13)) >>> 0;
  return hash === 0 ? 1 : hash;
}
