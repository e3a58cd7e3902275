/**
 * A time zone as the tool uses it: a name and the offset from UTC at an instant.
 * `offsetMinutes(at)`: `at` in ms since 1970 UTC, result in minutes east of UTC (-720 to 840).
 */
export interface Zone {
  readonly name: string;
  offsetMinutes(at: number): number;
}

const MINUTE = 60_000;
const DAY = 86_400_000;

/** Local time of an instant: `day` = days since 1970-01-01 local, `weekday` 0 = Monday, `hour` in [0, 24) with fractions. */
export interface LocalTime {
  day: number;
  weekday: number;
  hour: number;
}

/**
 * A zone with one offset for all time, named like "UTC-06:00" ("UTC" for 0).
 * @param minutes minutes east of UTC
 */
export function fixedZone(minutes: number): Zone {
  const size = Math.abs(minutes);
  const two = (n: number) => String(n).padStart(2, "0");
  const name =
    minutes === 0 ? "UTC" : `UTC${minutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
  return { name, offsetMinutes: () => minutes };
}

/** Eight days of a zone, in which its offset changes once at most: no zone of the database goes there and back so fast. */
interface OffsetSpan {
  before: number;
  after: number;
  changeAt: number;
}

const SPAN = 8 * DAY;

/**
 * A zone of the IANA database. Offsets are looked up through Intl once per eight days and remembered, which is
 * far faster than asking Intl for every post.
 * @param name IANA name such as "Europe/Paris"; also "UTC" and "UTC+05:30"
 * @throws RangeError when the name is unknown
 */
export function namedZone(name: string): Zone {
  const fixed = /^(?:UTC|GMT)(?:([+-])(\d{1,2})(?::?(\d{2}))?)?$/i.exec(name);
  if (fixed) {
    const minutes = Number(fixed[2] ?? 0) * 60 + Number(fixed[3] ?? 0);
    if (minutes <= 14 * 60 && Number(fixed[3] ?? 0) < 60)
      return fixedZone(fixed[1] === "-" ? -minutes : minutes);
  }
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: name,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  const ask = (at: number): number => {
    const part: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(at)) part[type] = Number(value);
    const local = Date.UTC(part.year!, part.month! - 1, part.day!, part.hour!, part.minute!, part.second!);
    return Math.round((local - Math.floor(at / 1000) * 1000) / MINUTE);
  };
  const spans = new Map<number, OffsetSpan>();
  const edges = new Map<number, number>();
  const edge = (at: number): number => {
    const known = edges.get(at) ?? ask(at);
    edges.set(at, known);
    return known;
  };
  // Intl may answer with an older alias (Asia/Calcutta): keep the name as given, but for its case.
  const resolved = format.resolvedOptions().timeZone;
  return {
    name: resolved.toLowerCase() === name.toLowerCase() ? resolved : name,
    offsetMinutes(at) {
      const key = Math.floor(at / SPAN);
      let found = spans.get(key);
      if (!found) {
        found = offsetSpan(ask, key * SPAN, edge(key * SPAN), edge((key + 1) * SPAN));
        spans.set(key, found);
      }
      return at < found.changeAt ? found.before : found.after;
    },
  };
}

function offsetSpan(ask: (at: number) => number, start: number, before: number, after: number): OffsetSpan {
  if (before === after) return { before, after, changeAt: start };
  let low = start;
  let high = start + SPAN;
  while (high - low > MINUTE) {
    const middle = low + Math.floor((high - low) / 2 / MINUTE) * MINUTE;
    if (ask(middle) === before) low = middle;
    else high = middle;
  }
  return { before, after, changeAt: high };
}

/**
 * Local time of an instant in a zone.
 * @example localTime(fixedZone(60), Date.UTC(2026, 0, 1, 23, 30)) // { day: 20455, weekday: 4, hour: 0.5 }
 */
export function localTime(zone: Zone, at: number): LocalTime {
  const local = at + zone.offsetMinutes(at) * MINUTE;
  const day = Math.floor(local / DAY);
  return { day, weekday: weekdayOf(day), hour: (local - day * DAY) / 3_600_000 };
}

/** Weekday (0 = Monday) of a day counted from 1970-01-01, which was a Thursday. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/**
 * The instant (ms UTC) of a local day and minute of the day. A time that daylight saving skips moves to the first existing
 * minute; of a time that occurs twice the first is taken.
 */
export function instantOf(zone: Zone, day: number, minuteOfDay: number): number {
  const local = day * DAY + minuteOfDay * MINUTE;
  const offsets = [zone.offsetMinutes(local - DAY), zone.offsetMinutes(local + DAY)];
  const hits = offsets
    .map((offset) => local - offset * MINUTE)
    .filter((at) => at + zone.offsetMinutes(at) * MINUTE === local);
  if (hits.length > 0) return Math.min(...hits);
  let low = local - Math.max(...offsets) * MINUTE - DAY / 4;
  let high = local - Math.min(...offsets) * MINUTE + DAY / 4;
  while (high - low > MINUTE) {
    const middle = low + Math.floor((high - low) / 2 / MINUTE) * MINUTE;
    if (middle + zone.offsetMinutes(middle) * MINUTE < local) low = middle;
    else high = middle;
  }
  return high;
}

/** Day number (days since 1970-01-01) to "YYYY-MM-DD". */
export function dayToIso(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** "YYYY-MM-DD" to the day number; assumes a valid date. */
export function isoToDay(iso: string): number {
  return Math.round(Date.parse(`${iso}T00:00:00Z`) / DAY);
}

/** Local ISO time with offset, to the second: "2026-03-29T18:00:00+02:00". */
export function isoLocal(zone: Zone, at: number): string {
  const offset = zone.offsetMinutes(at);
  const size = Math.abs(offset);
  const two = (n: number) => String(n).padStart(2, "0");
  const local = new Date(at + offset * MINUTE).toISOString().slice(0, 19);
  return `${local}${offset < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** Instant (ms) to UTC ISO to the second: "2026-03-29T16:00:00Z". */
export function isoUtc(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}
