import type { Post } from "../types.ts";
import { localTime, type Zone } from "../zone.ts";

const HOURS = 4;
const PER_DAY = 24 / HOURS;
const SLOTS = 7 * PER_DAY;
/** Blocks that start before 8 h are offered only when nothing else is left, and to whom they may suit. */
const FIRST_AWAKE = 2;

/** How the posts spread over the week in blocks of four hours. */
export interface SlotSpread {
  /** posts with a known hour */
  posts: number;
  /** 42 counts, weekday-major from Monday 0 h */
  counts: readonly number[];
  /** share of the 42 blocks with at least one post */
  usedShare: number;
  /** entropy of the posts over the blocks as a share of the most that so many posts could have, in [0, 1] */
  evenness: number;
  /** the block with most posts, and its share */
  top: { weekday: number; startHour: number; share: number };
}

/**
 * Counts the posts by weekday and block of four hours, local time.
 * @param posts any order; those without an hour are left out
 * @returns null without any post with an hour
 */
export function slotSpread(posts: readonly Post[], zone: Zone): SlotSpread | null {
  const counts = new Array<number>(SLOTS).fill(0);
  let total = 0;
  for (const { postedAt, precision } of posts) {
    if (postedAt === null || precision === "day" || precision === "unknown") continue;
    const { weekday, hour } = localTime(zone, postedAt);
    const slot = weekday * PER_DAY + Math.floor(hour / HOURS);
    counts[slot] = counts[slot]! + 1;
    total++;
  }
  if (total === 0) return null;
  let entropy = 0;
  for (const count of counts) if (count > 0) entropy -= (count / total) * Math.log(count / total);
  const most = Math.log(Math.min(SLOTS, total));
  const best = counts.indexOf(Math.max(...counts));
  return {
    posts: total,
    counts,
    usedShare: counts.filter((count) => count > 0).length / SLOTS,
    evenness: most > 0 ? Math.min(1, Math.max(0, entropy / most)) : 0,
    top: { ...slotOf(best), share: counts[best]! / total },
  };
}

const slotOf = (slot: number) => ({
  weekday: Math.floor(slot / PER_DAY),
  startHour: (slot % PER_DAY) * HOURS,
});

/**
 * The block never used that is cheapest to try: on a weekday that is used already, by day, where followers are most active or,
 * failing that, next to the blocks with most posts. A block of the night only where followers' hours are known or a post of
 * another day went out then.
 * @param activity mean active followers by local hour, 24 values, or null
 * @returns null when every block of the days in use has a post
 */
export function cheapestUntried(
  { counts }: SlotSpread,
  activity: readonly number[] | null,
): { weekday: number; startHour: number } | null {
  const onDay = (weekday: number) => counts.slice(weekday * PER_DAY, (weekday + 1) * PER_DAY);
  const used = (slot: number) => onDay(Math.floor(slot / PER_DAY)).reduce((sum, count) => sum + count, 0);
  const merit = (slot: number) => {
    const block = slot % PER_DAY;
    if (activity) return activity.slice(block * HOURS, (block + 1) * HOURS).reduce((sum, x) => sum + x, 0);
    const beside = [block > 0 ? slot - 1 : -1, block < PER_DAY - 1 ? slot + 1 : -1];
    return beside.reduce((sum, other) => sum + (counts[other] ?? 0), 0);
  };
  const awake = (slot: number) => slot % PER_DAY >= FIRST_AWAKE;
  const known = (slot: number) =>
    counts.some((count, other) => count > 0 && other % PER_DAY === slot % PER_DAY);
  const open = counts
    .flatMap((count, slot) => (count === 0 && used(slot) > 0 ? slot : []))
    .filter((slot) => activity !== null || awake(slot) || known(slot))
    .map((slot) => ({ slot, awake: awake(slot), merit: merit(slot), day: used(slot) }))
    .sort(
      (a, b) => Number(b.awake) - Number(a.awake) || b.merit - a.merit || b.day - a.day || a.slot - b.slot,
    );
  return open[0] ? slotOf(open[0].slot) : null;
}
