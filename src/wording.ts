// How numbers are said, for every room that writes sentences: two figures, percentages for lifts below 2, "times" above.
import type { Outcome } from "./types.ts";

const OUTCOMES: Readonly<Record<Outcome, string>> = {
  likes: "likes",
  views: "views",
  comments: "comments",
  shares: "shares",
  saves: "saves",
  likeRate: "likes per view",
  commentRate: "comments per view",
  shareRate: "shares per view",
  saveRate: "saves per view",
};

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;
const UNITS: readonly (readonly [number, string])[] = [
  [1e9, "B"],
  [1e6, "M"],
  [1e3, "K"],
];

/**
 * An outcome in words.
 * @example formatOutcome("likeRate") // "likes per view"
 */
export function formatOutcome(outcome: Outcome): string {
  return OUTCOMES[outcome];
}

/** True for outcomes that are counts over views. */
export function isRateOutcome(outcome: Outcome): boolean {
  return outcome.endsWith("Rate");
}

/**
 * A number to two figures, without an exponent and without trailing zeros.
 * @example [0, 0.0123, 1.26, 12.6, 1260, -0.057].map(twoFigures) // ["0", "0.012", "1.3", "13", "1300", "−0.057"]
 */
export function twoFigures(value: number): string {
  return String(Number(value.toPrecision(2))).replace("-", "−");
}

/**
 * A change of a count as a verb with its number.
 * @example [gained(12), gained(-6)] // ["gained 12", "lost 6"]
 */
export function gained(change: number): string {
  return change < 0 ? `lost ${twoFigures(-change)}` : `gained ${twoFigures(change)}`;
}

/**
 * A count to two figures: below a thousand as it is, then K, M, B.
 * @example [0, 7, 643, 8410, 31200, 999999].map(formatCount) // ["0", "7", "640", "8.4K", "31K", "1M"]
 */
export function formatCount(value: number): string {
  const size = Number(Math.abs(value).toPrecision(2));
  const sign = value < 0 && size >= 0.5 ? "−" : "";
  const unit = UNITS.find(([least]) => size >= least);
  return sign + (unit ? twoFigures(size / unit[0]) + unit[1] : String(Math.round(size)));
}

/**
 * A share in [0, 1] as a percentage of two figures.
 * @example [0, 0.00214, 0.0792, 0.5, 1].map(formatShare) // ["0 %", "0.21 %", "7.9 %", "50 %", "100 %"]
 */
export function formatShare(share: number): string {
  return share > 0.995 ? "100 %" : `${twoFigures(share * 100)} %`;
}

/**
 * A value of an outcome: counts with K and M, rates as percentages.
 * @example [formatValue("likes", 8410), formatValue("likeRate", 0.0792)] // ["8.4K", "7.9 %"]
 */
export function formatValue(outcome: Outcome, value: number): string {
  return isRateOutcome(outcome) ? formatShare(value) : formatCount(value);
}

/**
 * A ratio as a change: a signed percentage below 2, "times" from there.
 * @example [1.234, 0.8, 1.001, 2.9, 0.0004].map(formatLift) // ["+23 %", "−20 %", "0 %", "2.9 times", "−99 %"]
 */
export function formatLift(lift: number): string {
  return lift >= 1.995 ? `${twoFigures(lift)} times` : `${signedPercent(lift)} %`;
}

function signedPercent(lift: number): string {
  // nothing is all of it: a hundred only where nothing is left
  const percent = Math.max(Math.round((lift - 1) * 100), lift > 0 ? -99 : -100);
  return percent > 0 ? `+${percent}` : percent < 0 ? `−${-percent}` : "0";
}

/**
 * Two ratios as a range of change.
 * @example [formatRange(1.08, 1.41), formatRange(0.8, 0.95), formatRange(1.6, 2.3)] // ["+8 to +41 %", "−20 to −5 %", "+60 % to 2.3 times"]
 */
export function formatRange(from: number, to: number): string {
  const [first, second] = [formatLift(from), formatLift(to)];
  if (first === second) return first;
  for (const unit of [" %", " times"]) {
    if (first.endsWith(unit) && second.endsWith(unit)) return `${first.slice(0, -unit.length)} to ${second}`;
  }
  return `${first} to ${second}`;
}

/**
 * What a range of ratios says about an outcome: "8 to 23 % more likes".
 * @param one a bound, above 0
 * @param other the other one, above 0
 * @example moreOrFewer(1.08, 1.23, "likes") // "8 to 23 % more likes"
 * @example moreOrFewer(0.95, 0.8, "views") // "5 to 20 % fewer views"
 * @example moreOrFewer(1.6, 2.3, "shares per view") // "1.6 to 2.3 times the shares per view"
 * @example moreOrFewer(0.93, 1.2, "likes") // "between 7 % fewer and 20 % more likes"
 * @example moreOrFewer(0.17, 0.89, "likes") // "11 to 83 % fewer likes"
 * @example moreOrFewer(2.5, 2.5, "likes") // "2.5 times the likes"
 */
export function moreOrFewer(one: number, other: number, outcome: string): string {
  const [from, to] = [Math.min(one, other), Math.max(one, other)];
  if (to >= 1.995) return `${span(twoFigures(from), twoFigures(to))} times the ${outcome}`;
  const [first, second] = [Math.round((from - 1) * 100), Math.round((to - 1) * 100)];
  if (first >= 0 && second >= 0) return `${span(first, second)} % more ${outcome}`;
  if (first <= 0 && second <= 0) return `${span(-second, -first)} % fewer ${outcome}`;
  const side = (percent: number) => `${Math.abs(percent)} % ${percent < 0 ? "fewer" : "more"}`;
  return `between ${side(first)} and ${side(second)} ${outcome}`;
}

const span = (a: number | string, b: number | string) => (a === b ? String(a) : `${a} to ${b}`);

/**
 * A probability in [0, 1] as percent, never as certainty.
 * @example [0.9998, 0.974, 0.004].map(formatChance) // ["over 99 %", "97 %", "under 1 %"]
 */
export function formatChance(probability: number): string {
  if (probability > 0.99) return "over 99 %";
  return probability < 0.01 ? "under 1 %" : `${Math.floor(probability * 100 + 1e-9)} %`;
}

/**
 * `moreOrFewer` against others, with the word that joins them.
 * @example [compared(0.71, 2.1, "likes", "others"), compared(1.1, 1.2, "likes", "others")] // ["0.71 to 2.1 times the likes of others", "10 to 20 % more likes than others"]
 */
export function compared(from: number, to: number, outcome: string, others: string): string {
  const words = moreOrFewer(from, to, outcome);
  return `${words} ${words.includes("times the") ? "of" : "than"} ${others}`;
}

/**
 * A number of things with its noun.
 * @example [plural(1, "post"), plural(1200, "post"), plural(2, "day")] // ["1 post", "1,200 posts", "2 days"]
 */
export function plural(count: number, noun: string): string {
  return `${wholeNumber(count)} ${noun}${count === 1 ? "" : "s"}`;
}

/**
 * A whole number with its thousands apart.
 * @example [7, 1987, 1234567].map(wholeNumber) // ["7", "1,987", "1,234,567"]
 */
export function wholeNumber(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}

/**
 * A list as people say it.
 * @example [listWords([]), listWords(["a"]), listWords(["a", "b", "c"])] // ["", "a", "a, b and c"]
 */
export function listWords(items: readonly string[]): string {
  return items.length < 2
    ? (items[0] ?? "")
    : `${items.slice(0, -1).join(", ")} and ${items[items.length - 1]}`;
}

/**
 * A weekday's name; 0 = Monday.
 * @throws RangeError outside 0 to 6
 * @example weekdayName(6) // "Sunday"
 */
export function weekdayName(weekday: number): string {
  const name = WEEKDAYS[weekday];
  if (name === undefined) throw new RangeError("weekdayName requires a weekday from 0 to 6");
  return name;
}

/**
 * A span of whole hours; the end is exclusive and may be 24.
 * @example formatHours(18, 21) // "18:00 to 21:00"
 */
export function formatHours(start: number, end: number): string {
  const clock = (hour: number) => `${String(hour).padStart(2, "0")}:00`;
  return `${clock(start)} to ${clock(end)}`;
}

/**
 * Hours and days of a window; 0 = Monday.
 * @example formatWindow({ weekdays: [0, 6], startHour: 18, endHour: 21 }) // "18:00 to 21:00 on Monday and Sunday"
 */
export function formatWindow({
  weekdays,
  startHour,
  endHour,
}: {
  weekdays: readonly number[];
  startHour: number;
  endHour: number;
}): string {
  const days = weekdays.length === 7 ? "any day" : listWords(weekdays.map(weekdayName));
  return `${formatHours(startHour, endHour)} on ${days}`;
}

/**
 * A length of video.
 * @example [7, 60, 90, 600].map(formatSeconds) // ["7 seconds", "1 minute", "90 seconds", "10 minutes"]
 */
export function formatSeconds(seconds: number): string {
  const whole = Math.round(seconds);
  return whole >= 60 && whole % 60 === 0 ? plural(whole / 60, "minute") : plural(whole, "second");
}
