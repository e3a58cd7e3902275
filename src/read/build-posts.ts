import type { Post, Snapshot } from "../types.ts";
import { dayToIso, isoUtc, type Zone } from "../zone.ts";
import { PRECISION } from "./dates.ts";
import { type Hashtags, hashtagsOf } from "./hashtags.ts";
import { type IdCell, idSeconds, idText, scanId } from "./ids.ts";
import { type Merged, tableOf } from "./merge.ts";
import { FLAG, hasFlag, hasId, NO_DAY, type PostStore, TIME_SOURCE } from "./post-store.ts";
import { localDay, noonOf } from "./row-times.ts";
import type { TableTimes } from "./settle-times.ts";
import { soundOf } from "./sounds.ts";

/** What all posts are built from. */
export interface PostSource {
  store: PostStore;
  tables: readonly TableTimes[];
  merged: Merged;
  /** zone of the report */
  zone: Zone;
  asOf: number | null;
}

const PRECISIONS = ["second", "minute", "hour", "day"] as const;
const DAY_SECONDS = 86_400;
/** Texts that are known to exist but were not kept (`detail: false`). */
const PRESENT = "";

/** The row of a chain whose time is believed: a clock before a day, a day before the bare id; then the newest. */
function timeRow({ store, merged }: PostSource, head: number): number {
  let best = head;
  for (let row = merged.next[head]!; row !== -1; row = merged.next[row]!) {
    if (store.timeSource.get(row) > store.timeSource.get(best)) best = row;
  }
  return best;
}

/** Instant that orders a post: its time, else noon of its day, ms UTC; NaN = no date. */
export function sortInstant(source: PostSource, head: number): number {
  const { store } = source;
  const row = timeRow(source, head);
  const posted = store.posted.get(row);
  if (!Number.isNaN(posted)) return posted;
  const day = store.days.get(row);
  return day === NO_DAY ? Number.NaN : noonOf(source.zone, day);
}

/** Index of the account of a post; 0 = none. */
export function accountOf({ store, merged }: PostSource, head: number): number {
  for (let row = head; row !== -1; row = merged.next[row]!) {
    const account = store.account.get(row);
    if (account !== 0) return account;
  }
  return 0;
}

/** Unique and stable key of a post. */
export function keyOf(source: PostSource, head: number): string {
  const { store, merged } = source;
  for (let row = head; row !== -1; row = merged.next[row]!) {
    if (hasId(store, row)) return idText(store.idHigh.get(row), store.idLow.get(row));
  }
  const posted = store.posted.get(head);
  const day = store.days.get(head);
  const time = Number.isNaN(posted) ? (day === NO_DAY ? "" : dayToIso(day)) : isoUtc(posted);
  const text = store.linkHash.get(head) || store.titleHash.get(head);
  return `${store.accounts[accountOf(source, head)]} ${time} ${text.toString(16)}`;
}

/** Builds one post from the rows of its chain: the newest counts, and of everything else the newest that is known. */
export function buildPost(source: PostSource, head: number): Post {
  const { store, merged, zone, asOf } = source;
  const chain: number[] = [];
  for (let row = head; row !== -1; row = merged.next[row]!) chain.push(row);
  const dated = timeRow(source, head);
  const posted = store.posted.get(dated);
  const day = store.days.get(dated);
  const isTimed = !Number.isNaN(posted);
  const sortAt = sortInstant(source, head);
  const account = store.accounts[accountOf(source, head)] || null;
  const photo = chain.find((row) => hasFlag(store, row, FLAG.photoKnown));
  const snapshot = store.snapshot.get(head);
  const ids = chain.find((row) => hasId(store, row));
  return {
    id: ids === undefined ? null : idText(store.idHigh.get(ids), store.idLow.get(ids)),
    key: keyOf(source, head),
    account,
    ...textsOf(source, chain, account),
    postedAt: isTimed ? posted : null,
    postedOn: day !== NO_DAY ? dayToIso(day) : isTimed ? dayToIso(localDay(zone, posted)) : null,
    precision: precisionOf(store, dated),
    sortAt: Number.isNaN(sortAt) ? null : sortAt,
    scheduled: hasFlag(store, dated, FLAG.scheduled),
    promoted: chain.some((row) => hasFlag(store, row, FLAG.promoted)),
    photo: photo === undefined ? null : hasFlag(store, photo, FLAG.photo),
    snapshotAt: Number.isNaN(snapshot) ? (asOf ?? 0) : snapshot,
    ...countsOf(store, head, merged),
    durationSeconds: firstNumber(store.durationSeconds, chain),
    averageWatchSeconds: firstNumber(store.averageWatch, chain),
    completionRate: completionOf(source, chain),
    newFollowers: firstNumber(store.newFollowers, chain),
    snapshots: historyOf(store, chain),
    file: source.tables[tableOf(source.tables, head)]!.facts.name,
    line: store.line.get(head) || null,
  };
}

function precisionOf(store: PostStore, row: number): Post["precision"] {
  if (store.timeSource.get(row) === TIME_SOURCE.none) return "unknown";
  return PRECISIONS[store.precision.get(row)] ?? PRECISIONS[PRECISION.day];
}

function numberOrNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}

function firstNumber(column: { get(row: number): number }, chain: readonly number[]): number | null {
  for (const row of chain) {
    const value = column.get(row);
    if (!Number.isNaN(value)) return value;
  }
  return null;
}

function completionOf({ store, tables }: PostSource, chain: readonly number[]): number | null {
  for (const row of chain) {
    const value = store.completion.get(row);
    if (Number.isNaN(value)) continue;
    const share = tables[tableOf(tables, row)]!.facts.completionInPercent ? value / 100 : value;
    return share <= 1 ? share : null;
  }
  return null;
}

type FiveCounts = Pick<Post, "views" | "likes" | "comments" | "shares" | "saves">;

/** The counts of the newest snapshot; a copy of that snapshot fills what its row lacks. */
function countsOf(store: PostStore, head: number, merged: Merged): FiveCounts {
  const at = store.snapshot.get(head);
  const value = (index: number): number | null => {
    const column = store.counts[index]!;
    const own = column.get(head);
    if (!Number.isNaN(own)) return own;
    for (let row = merged.next[head]!; row !== -1; row = merged.next[row]!) {
      const isTwin = hasFlag(store, row, FLAG.copy) && Object.is(store.snapshot.get(row), at);
      if (isTwin && !Number.isNaN(column.get(row))) return column.get(row);
    }
    return null;
  };
  return { views: value(0), likes: value(1), comments: value(2), shares: value(3), saves: value(4) };
}

function historyOf(store: PostStore, chain: readonly number[]): Snapshot[] {
  const history: Snapshot[] = [];
  for (let index = chain.length - 1; index > 0; index--) {
    const row = chain[index]!;
    if (hasFlag(store, row, FLAG.copy)) continue;
    const count = (column: number) => numberOrNull(store.counts[column]!.get(row));
    history.push({
      at: numberOrNull(store.snapshot.get(row)),
      views: count(0),
      likes: count(1),
      comments: count(2),
      shares: count(3),
      saves: count(4),
    });
  }
  return history.sort((a, b) => (a.at ?? 0) - (b.at ?? 0));
}

type PostTexts = Pick<
  Post,
  "title" | "hashtags" | "hashtagLabels" | "soundId" | "sound" | "soundKey" | "soundOrigin" | "labels"
>;

function textsOf(source: PostSource, chain: readonly number[], account: string | null): PostTexts {
  const { store, tables } = source;
  const labels: Record<string, string | null> = Object.create(null);
  if (store.texts === null) {
    const has = (flag: number) => chain.some((row) => hasFlag(store, row, flag));
    const tags: Hashtags = has(FLAG.hashtags)
      ? { keys: [PRESENT], labels: [PRESENT] }
      : { keys: [], labels: [] };
    return {
      title: has(FLAG.title) ? PRESENT : null,
      hashtags: tags.keys,
      hashtagLabels: tags.labels,
      soundId: has(FLAG.soundId) ? PRESENT : null,
      sound: has(FLAG.sound) ? PRESENT : null,
      soundKey: has(FLAG.soundId) || has(FLAG.sound) ? PRESENT : null,
      soundOrigin: null,
      labels,
    };
  }
  const { texts } = store;
  // The caption of one row with the tags of another would be neither.
  const titled = chain.find((row) => texts[row]!.title !== null) ?? chain[0]!;
  const title = texts[titled]!.title;
  const listed = chain.find((row) => texts[row]!.hashtags !== null);
  const tags = hashtagsOf(listed === undefined ? null : texts[listed]!.hashtags, title);
  const sounding =
    chain.find((row) => texts[row]!.soundId !== null) ?? chain.find((row) => texts[row]!.sound !== null);
  const heard = sounding === undefined ? null : texts[sounding]!;
  const soundId = heard?.soundId ?? null;
  const together = soundId === null ? null : madeTogether(store, chain, soundId);
  const sound = soundOf(soundId, heard?.sound ?? null, heard?.soundAuthor ?? null, account, together);
  for (const row of chain) {
    const names = tables[tableOf(tables, row)]!.facts.table.labels;
    for (const [index, name] of names.entries()) {
      const value = texts[row]!.labels[index]?.trim() || null;
      labels[name] ??= value;
    }
  }
  return {
    title,
    hashtags: tags.keys,
    hashtagLabels: tags.labels,
    soundId,
    sound: sound.name,
    soundKey: sound.key,
    soundOrigin: sound.origin,
    labels,
  };
}

/** Whether the id of the sound was made within a day of the post's; null = one of them carries no time. */
function madeTogether(store: PostStore, chain: readonly number[], soundId: string): boolean | null {
  const cell: IdCell = { high: 0, low: 0 };
  const row = chain.find((one) => hasId(store, one));
  if (row === undefined || scanId(soundId, cell) !== "id") return null;
  const post = idSeconds(store.idHigh.get(row), 0xffffffff);
  const sound = idSeconds(cell.high, 0xffffffff);
  return post === 0 || sound === 0 ? null : Math.abs(post - sound) <= DAY_SECONDS;
}
