import { AdvisorError } from "../errors.ts";
import { nearest } from "../nearest.ts";

/** Reads the text of one value, and says in words what it takes. */
export interface ParseValue {
  (text: string, place: string): unknown;
  /** for people, e.g. "a share between 0 and 1"; left out where the name of the value says it */
  takes?: string;
}

const usage = (place: string, sentence: string, hint?: string) =>
  new AdvisorError("USAGE", place, sentence, hint);

export function text(value: string, place: string): string {
  if (value.trim() === "") throw usage(place, "a value is missing");
  return value;
}

export function oneOf(choices: readonly string[]) {
  return (value: string, place: string): string => {
    if (choices.includes(value)) return value;
    const close = nearest(value, choices);
    throw usage(
      place,
      `${JSON.stringify(value)} is not one of ${choices.join(", ")}`,
      close ? `did you mean ${close}?` : undefined,
    );
  };
}

export function numberBetween(low: number, high: number, what: string): ParseValue {
  const parse = (value: string, place: string): number => {
    const number = /^[+-]?(\d+\.?\d*|\.\d+)$/.test(value.trim()) ? Number(value) : Number.NaN;
    if (number > low && number < high) return number;
    throw usage(place, `${JSON.stringify(value)} is not ${what}`);
  };
  return Object.assign(parse, { takes: what });
}

/** "72h", "3d", "30m" or a bare number of hours, as hours. */
export function parseHours(value: string, place: string): number {
  const match = /^(\d+(?:\.\d+)?)\s*(m|min|h|d|w)?$/i.exec(value.trim());
  if (!match) throw usage(place, `${JSON.stringify(value)} is not a length of time`, "write 72h, 3d or 30m");
  const factor = { m: 1 / 60, min: 1 / 60, h: 1, d: 24, w: 168 }[(match[2] ?? "h").toLowerCase()]!;
  return Number(match[1]) * factor;
}
parseHours.takes = "a length of time: 72h, 3d, 90m, or hours as a bare number";

/** "30m", "2h" or a bare number of minutes, as minutes. */
export function parseMinutes(value: string, place: string): number {
  if (/^\d+(\.\d+)?$/.test(value.trim())) return Number(value);
  return parseHours(value, place) * 60;
}
parseMinutes.takes = "a length of time: 30m, 2h, or minutes as a bare number";

/** An ISO date or instant, as ms UTC; a date alone is its midnight UTC. */
export function parseInstant(value: string, place: string): number {
  const at = instantOf(value);
  if (at !== null) return at;
  throw usage(
    place,
    `${JSON.stringify(value)} is not an ISO date or instant`,
    "write 2026-03-25 or 2026-03-25T18:00:00Z",
  );
}
parseInstant.takes = "an ISO date (midnight UTC) or instant";

function instantOf(value: string): number | null {
  const match =
    /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:?\d{2})?)?$/i.exec(
      value.trim(),
    );
  if (match) {
    const [, year, month, day, hour = "0", minute = "0", second = "0", , zone = "Z"] = match;
    const at = Date.UTC(+year!, +month! - 1, +day!, +hour, +minute, +second);
    const back = new Date(at);
    const real =
      back.getUTCMonth() === +month! - 1 &&
      back.getUTCDate() === +day! &&
      +hour < 24 &&
      +minute < 60 &&
      +second < 60;
    if (real) {
      const sign = zone[0] === "-" ? 1 : -1;
      const digits = zone.replace(/\D/g, "");
      return digits === ""
        ? at
        : at + sign * (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2))) * 60_000;
    }
  }
  return null;
}

/** "2026-01-31", or "90d" / "12w" before as-of; kept as text because as-of is known only after reading. */
export function parseDayOrSpan(value: string, place: string): string {
  if (/^\d+\s*[dw]$/i.test(value.trim())) return value.trim().toLowerCase().replace(/\s/g, "");
  if (instantOf(value) !== null) return value.trim().slice(0, 10);
  throw usage(
    place,
    `${JSON.stringify(value)} is not a day or a span`,
    "write 2026-01-31, or 90d for the last 90 days",
  );
}
parseDayOrSpan.takes = "a day such as 2026-01-31, or a span before the reference date such as 90d or 12w";

export function list(value: string): string[] {
  return value
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
list.takes = "values separated by commas";

/** "field=header" as a pair. */
export function parsePair(value: string, place: string): [string, string] {
  const at = value.indexOf("=");
  if (at < 1 || at === value.length - 1)
    throw usage(place, `${JSON.stringify(value)} is not field=header`, "write --map views=Reach");
  return [value.slice(0, at).trim(), value.slice(at + 1).trim()];
}

/** A whole number of weeks from 1 to 520. */
export function parseWeeks(value: string, place: string): number {
  const weeks = Number(value);
  if (Number.isInteger(weeks) && weeks >= 1 && weeks <= 520) return weeks;
  throw usage(place, `${JSON.stringify(value)} is not ${parseWeeks.takes}`);
}
parseWeeks.takes = "a whole number of weeks from 1 to 520";
