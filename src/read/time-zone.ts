const QUARTER_MINUTES = 15;
const LOWEST = -12 * 60;
const HIGHEST = 14 * 60;
const STEPS = (HIGHEST - LOWEST) / QUARTER_MINUTES + 1;
const DAY_SECONDS = 86_400;

/** The offsets from UTC (minutes east) that put most id times on the day their row names. */
export interface OffsetRange {
  low: number;
  high: number;
  /** rows that these offsets match */
  matches: number;
}

/** Collects rows that have a day and an id with a time. */
export interface OffsetBounds {
  /**
   * @param idSeconds time of the id, s UTC
   * @param day the day number that the row names
   */
  add(idSeconds: number, day: number): void;
  /** null where no row bounds anything */
  range(): OffsetRange | null;
}

/**
 * Bounds of the offset of a table whose column has days only (FORMATS.md 5.4, rule 4): every row that was not scheduled
 * allows the offsets that put its id time on its day. Steps of 15 minutes from -12 to +14 h. Of several best stretches
 * the one nearest UTC is taken.
 */
export function offsetBounds(): OffsetBounds {
  // Differences of the number of matching rows from one offset to the next.
  const changes = new Int32Array(STEPS + 1);
  let rows = 0;
  return {
    add(idSeconds, day) {
      const least = (day * DAY_SECONDS - idSeconds) / 60;
      const from = Math.max(0, Math.ceil((least - LOWEST) / QUARTER_MINUTES));
      // The day ends before its last minute is over: an offset that reaches the next midnight is out.
      const to = Math.min(STEPS, Math.ceil((least + 1440 - LOWEST) / QUARTER_MINUTES));
      if (from >= to) return;
      rows++;
      changes[from]!++;
      changes[to]!--;
    },
    range() {
      return rows === 0 ? null : bestStretch(changes);
    },
  };
}

function bestStretch(changes: Int32Array): OffsetRange {
  const counts: number[] = [];
  let count = 0;
  for (let step = 0; step < STEPS; step++) {
    count += changes[step]!;
    counts.push(count);
  }
  const matches = Math.max(...counts);
  const stretches: OffsetRange[] = [];
  for (let step = 0; step < STEPS; step++) {
    if (counts[step] !== matches) continue;
    const offset = LOWEST + step * QUARTER_MINUTES;
    const last = stretches[stretches.length - 1];
    if (last && last.high === offset - QUARTER_MINUTES) last.high = offset;
    else stretches.push({ low: offset, high: offset, matches });
  }
  const distance = (stretch: OffsetRange) => Math.abs(nearestOffset(stretch, 0));
  return stretches.reduce((best, stretch) => (distance(stretch) < distance(best) ? stretch : best));
}

/**
 * The offset inside a range that is nearest to another.
 * @example nearestOffset({ low: -540, high: -165, matches: 13 }, 0) // -165
 */
export function nearestOffset(range: OffsetRange, offset: number): number {
  return Math.min(range.high, Math.max(range.low, offset));
}

/** One cell of the followers' activity. */
export interface ActivityHour {
  /** number that orders the days; equal for the hours of one day */
  day: number;
  hour: number;
  /** null = missing */
  followers: number | null;
}

/**
 * Offset from UTC by which the hours of a FollowerActivity table are local (FORMATS.md 5.4, rule 3): its data stop at
 * 00:00 UTC, so the first empty hour of the last day with data is midnight UTC.
 * @returns minutes east of UTC, null without data
 * @example activityOffset([{ day: 1, hour: 0, followers: 5 }, { day: 1, hour: 1, followers: 4 }, { day: 1, hour: 2, followers: 0 }]) // 120
 */
export function activityOffset(hours: readonly ActivityHour[]): number | null {
  let lastDay = Number.NEGATIVE_INFINITY;
  let lastHour = -1;
  for (const { day, hour, followers } of hours) {
    if (followers === null || followers <= 0) continue;
    if (day > lastDay || (day === lastDay && hour > lastHour)) {
      lastDay = day;
      lastHour = hour;
    }
  }
  if (lastHour < 0) return null;
  const hoursEast = lastHour + 1;
  return (hoursEast > 14 ? hoursEast - 24 : hoursEast) * 60;
}
