import { dayNumber } from "./calendar.ts";
import { DATE, type DateCell, type DateKind, isMonthDay, PRECISION, packOrder, STYLE } from "./dates.ts";
import { asciiDigits } from "./digits.ts";
import { monthOfWord, plainWord } from "./months.ts";

const DAY = 86_400_000;

interface ClockText {
  rest: string;
  seconds: number;
  precision: number;
  halfDay: boolean;
}

/**
 * Reads a date written in any of the rarer ways: numbers in any order, fractions and offsets, month names of some forty
 * languages, with or without a year.
 * @param cell raw text of at most 64 characters
 * @param out receives value and precision
 */
export function scanDateText(cell: string, out: DateCell): DateKind {
  const text = asciiDigits(cell.normalize("NFKC")).trim().toLowerCase();
  const epoch = /^(\d{10})\.\d{1,9}$/.exec(text);
  if (epoch) {
    out.value = Math.round(Number(text) * 1000);
    out.precision = PRECISION.second;
    out.style = STYLE.epoch;
    return DATE.instant;
  }
  if (/^\d+$/.test(text)) return scanDigits(text, out);
  const clock = takeClock(text);
  if (clock === null) return DATE.invalid;
  if (clock.precision !== PRECISION.day) {
    out.precision = clock.precision;
    out.halfDay = clock.halfDay;
  }
  const kind =
    scanYearFirst(clock, out) ?? scanOrder(clock, out) ?? scanEast(clock, out) ?? scanWords(clock, out);
  if (kind !== DATE.clock && kind !== DATE.orderClock && kind !== DATE.instant) out.precision = PRECISION.day;
  return kind;
}

/** Digits only: epoch, or a compact date. */
function scanDigits(text: string, out: DateCell): DateKind {
  if (text.length === 10 || text.length === 13) {
    out.value = Number(text) * (text.length === 10 ? 1000 : 1);
    out.precision = PRECISION.second;
    out.style = STYLE.epoch;
    return DATE.instant;
  }
  if (text.length !== 8) return DATE.invalid;
  out.style = STYLE.isoDay;
  return asDay(
    dayNumber(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6))),
    { rest: "", seconds: 0, precision: PRECISION.day, halfDay: false },
    out,
  );
}

const CLOCK =
  /(?:^|[^\d])(\d{1,2})(?::(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?)?\s?(a\.?\s?m\.?|p\.?\s?m\.?)?(?=$|[^\d:])/g;

/** Takes the clock out of a text: `18:05`, `18:05:09.123`, `6:05 pm`, `6 pm`. null = a clock that does not exist. */
function takeClock(text: string): ClockText | null {
  const none = { rest: text, seconds: 0, precision: PRECISION.day, halfDay: false };
  for (const found of text.matchAll(CLOCK)) {
    const [all, hourText, minuteText, secondText, half] = found;
    if (minuteText === undefined && half === undefined) continue;
    const offset =
      /[+-]$/.test(text.slice(0, found.index + 1)) && minuteText !== undefined && half === undefined;
    if (offset && / |t/.test(text.slice(0, found.index))) continue;
    let hour = Number(hourText);
    const minute = Number(minuteText ?? 0);
    const second = Number(secondText ?? 0);
    if (half !== undefined) {
      if (hour < 1 || hour > 12) return null;
      hour = (hour % 12) + (half.startsWith("p") ? 12 : 0);
    }
    if (hour > 23 || minute > 59 || second > 59) return null;
    const lead = all.length - all.replace(/^[^\d]/, "").length;
    const before = text.slice(0, found.index + lead);
    const precision =
      minuteText === undefined
        ? PRECISION.hour
        : secondText === undefined
          ? PRECISION.minute
          : PRECISION.second;
    return {
      rest: `${before} ${text.slice(found.index + all.length)}`.trim(),
      seconds: hour * 3600 + minute * 60 + second,
      precision,
      halfDay: half !== undefined,
    };
  }
  return none;
}

function asDay(day: number | null, clock: ClockText, out: DateCell): DateKind {
  if (day === null) return DATE.invalid;
  if (clock.precision === PRECISION.day) {
    out.value = day;
    return DATE.day;
  }
  out.value = day * DAY + clock.seconds * 1000;
  return DATE.clock;
}

/** `2026-03-01`, `2026/3/1`, `2026.03.01`, with a clock also followed by a zone. */
function scanYearFirst(clock: ClockText, out: DateCell): DateKind | null {
  const found =
    /^(\d{4})([-/.])\s?(\d{1,2})\2\s?(\d{1,2})(?:\.|,|t)?\s*(z|utc|gmt)?\s*([+-]\d{2}:?(?:\d{2})?)?$/.exec(
      clock.rest,
    );
  if (!found) return null;
  const day = dayNumber(Number(found[1]), Number(found[3]), Number(found[4]));
  const offset = found[6] === undefined ? null : offsetMinutes(found[6]);
  const hasZone = found[5] !== undefined || found[6] !== undefined;
  if (clock.precision === PRECISION.day) {
    out.style = STYLE.isoDay;
    return hasZone ? DATE.invalid : asDay(day, clock, out);
  }
  out.style = hasZone ? STYLE.isoOffset : STYLE.isoClock;
  const kind = asDay(day, clock, out);
  if (kind !== DATE.clock || !hasZone) return kind;
  if (offset !== null && Math.abs(offset) > 14 * 60) return DATE.invalid;
  out.value -= (offset ?? 0) * 60_000;
  return DATE.instant;
}

function offsetMinutes(text: string): number {
  const digits = text.slice(1).replace(":", "");
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2) || 0);
  return text.startsWith("-") ? -minutes : minutes;
}

/** `1/15/2025`, `15.1.2025`, `15-01-25`: day or month first, but for dots, which mean day first. */
function scanOrder(clock: ClockText, out: DateCell): DateKind | null {
  const found = /^(\d{1,2})([-/.])\s?(\d{1,2})\2\s?(\d{4}|\d{2})\.?,?$/.exec(clock.rest);
  if (!found) return null;
  const first = Number(found[1]);
  const second = Number(found[3]);
  const short = found[4]!.length === 2;
  const year = Number(found[4]) + (short ? 2000 : 0);
  out.twoDigitYear = short;
  if (found[2] === ".") {
    out.style = clock.precision === PRECISION.day ? STYLE.orderDay : STYLE.orderClock;
    return asDay(dayNumber(year, second, first), clock, out);
  }
  if (dayNumber(year, first, second) === null && dayNumber(year, second, first) === null) return DATE.invalid;
  out.value = packOrder(first, second, year, clock.seconds);
  const plain = clock.precision === PRECISION.day;
  out.style = plain ? STYLE.orderDay : STYLE.orderClock;
  return plain ? DATE.orderDay : DATE.orderClock;
}

/** `2026年3月1日`, `3月1日`, `3월 1일`. */
function scanEast(clock: ClockText, out: DateCell): DateKind | null {
  const found = /^(?:(\d{4})\s?[年년]\s?)?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일號号]?$/.exec(clock.rest);
  if (!found) return null;
  return withYear(
    found[1] === undefined ? null : Number(found[1]),
    Number(found[2]),
    Number(found[3]),
    clock,
    out,
  );
}

function withYear(
  year: number | null,
  month: number,
  day: number,
  clock: ClockText,
  out: DateCell,
): DateKind {
  if (year !== null) {
    out.style = STYLE.words;
    return asDay(dayNumber(year, month, day), clock, out);
  }
  out.style = STYLE.yearless;
  if (!isMonthDay(month, day)) return DATE.invalid;
  out.value = month * 100 + day;
  return DATE.yearless;
}

const FILLERS: ReadonlySet<string> = new Set([
  "de",
  "del",
  "di",
  "of",
  "the",
  "d",
  "year",
  "року",
  "года",
  "г",
]);

const UTC_WORDS: ReadonlySet<string> = new Set(["utc", "gmt", "z"]);

/** A month name with a day, and maybe a year: `Feb 28, 2026`, `28 de setembro`, `18 tháng Tám`. */
function scanWords(clock: ClockText, out: DateCell): DateKind {
  const rest = clock.rest
    .replace(/(?<=[\p{L}\p{M}])\./gu, "")
    .replace(/[.,،/]/g, " ")
    .replace(/(\d)(?:st|nd|rd|th)\b/g, "$1");
  const numbers: string[] = [];
  const words: string[] = [];
  for (const token of rest.match(/\d+|[^\d\s]+/g) ?? []) {
    if (/^\d/.test(token)) numbers.push(token);
    else {
      const word = plainWord(token.replace(/^-+|-+$/g, ""));
      if (word !== "" && !FILLERS.has(word)) words.push(word);
    }
  }
  const numbered = words.some((word) => word === "tháng" || word === "thg");
  if (numbered && numbers.length >= 2) {
    return withYear(
      numbers[2] === undefined ? null : Number(numbers[2]),
      Number(numbers[1]),
      Number(numbers[0]),
      clock,
      out,
    );
  }
  const named = words.filter((word) => word !== "tháng" && word !== "thg" && !UTC_WORDS.has(word));
  const month = findMonth(named);
  if (month === null || numbers.length === 0 || numbers.length > 2) return DATE.invalid;
  out.doubtful = month.doubtful;
  out.croatian = month.croatian;
  if (numbers.length === 1) {
    if (numbers[0]!.length > 2) return DATE.invalid;
    return withYear(null, month.month, Number(numbers[0]), clock, out);
  }
  const longest = numbers.findIndex((number) => number.length === 4);
  const at = longest >= 0 ? longest : 1;
  const yearText = numbers[at]!;
  const dayText = numbers[1 - at]!;
  if ((yearText.length !== 4 && yearText.length !== 2) || dayText.length > 2) return DATE.invalid;
  out.twoDigitYear = yearText.length === 2;
  const year = Number(yearText) + (out.twoDigitYear ? 2000 : 0);
  const kind = withYear(year, month.month, Number(dayText), clock, out);
  return kind === DATE.clock && words.some((word) => UTC_WORDS.has(word)) ? DATE.instant : kind;
}

/** The month among the words: all together ("mười một"), else the one word that is one (a weekday may stand beside). */
function findMonth(words: readonly string[]): ReturnType<typeof monthOfWord> {
  if (words.length === 0 || words.length > 4) return null;
  const whole = monthOfWord(words.join(" "));
  if (whole || words.length === 1) return whole;
  const found = words.map((word) => monthOfWord(word)).filter((month) => month !== null);
  return found.length === 1 ? found[0]! : null;
}
