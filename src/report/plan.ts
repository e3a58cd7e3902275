import { AdvisorError } from "../errors.ts";
import { median } from "../stats/quantile.ts";
import type { Experiment, PlanDocument, Report } from "../types.ts";
import { formatLift, formatOutcome, formatRange, plural, twoFigures } from "../wording.ts";
import { isoLocal, isoToDay, isoUtc, localTime, type Zone } from "../zone.ts";
import { notRules } from "./not-rules.ts";
import { armOrder, assignArms, type PlannedSlot } from "./plan-arms.ts";
import { type SlotCandidate, slotCandidates } from "./slot-candidates.ts";

/** What the plan is asked for beside the report. */
export interface PlanOptions {
  /** 7-day periods from as-of, at least 1 */
  weeks: number;
  /** rules of `--not` */
  not: readonly string[];
}

type BestWindow = Report["windows"]["best"][number];

/** How good a cell of the week is for a post without a question to answer: larger is better, null = nothing speaks for it. */
interface CellWorth {
  value: number;
  why: string;
}

/**
 * The posting calendar of CONTRACT section 6: exactly the planned number of different slots in every 7-day period from
 * as-of, from supported windows first and habit second; experiments alternate their arms inside the same weeks.
 * Deterministic: the same report and options give the same slots.
 * @param report a report of this tool
 * @param zone the report's zone
 * @throws AdvisorError USAGE when the rules leave too few hours
 */
export function plan(report: Report, zone: Zone, options: PlanOptions): PlanDocument {
  const asOf = report.settings.asOf === null ? null : Date.parse(report.settings.asOf);
  const perWeek = postsPerWeek(report, zone, asOf);
  const slots = asOf === null ? [] : plannedSlots(report, zone, asOf, perWeek, options);
  return {
    schemaVersion: report.schemaVersion,
    tool: report.tool,
    meta: report.meta,
    settings: { ...report.settings, perWeek, weeks: options.weeks, not: [...options.not] },
    slots: slots.map((slot) => ({
      startsAt: isoUtc(slot.at),
      local: isoLocal(zone, slot.at),
      weekday: slot.weekday + 1,
      hour: slot.hour,
      why: slot.why,
      kind: slot.experiment ? "test" : "use",
      experiment: slot.experiment?.id ?? null,
      arm: slot.experiment ? slot.experiment.arms[slot.arm!]!.label : null,
    })),
    reminders: report.recommendations
      .filter(({ kind }) => kind === "do" || kind === "stop" || kind === "habit")
      .map(({ id, title, action }) => ({ recommendation: id, text: `${title}: ${action}` })),
    account: report.data.account,
  };
}

/**
 * `--per-week`, else the own median over the weeks with posts, as consistency counts them: whole weeks up to as-of where
 * there are enough for a score, else all. A whole number, at least 1.
 */
function postsPerWeek({ settings, data, consistency }: Report, zone: Zone, asOf: number | null): number {
  if (settings.perWeek !== null) return Math.max(1, Math.round(settings.perWeek));
  const first = data.weeks[0];
  if (!first || asOf === null) return 1;
  const end = localTime(zone, asOf);
  const whole = Math.floor((end.day + end.hour / 24 - isoToDay(first.startsOn)) / 7);
  const weeks = consistency ? data.weeks.slice(0, whole) : data.weeks;
  const counts = weeks.map(({ posts }) => posts).filter((posts) => posts > 0);
  return counts.length === 0 ? 1 : Math.max(1, Math.round(median(counts)));
}

function plannedSlots(
  report: Report,
  zone: Zone,
  asOf: number,
  perWeek: number,
  { weeks, not }: PlanOptions,
): PlannedSlot[] {
  const forbidden = notRules(not);
  const worth = cellWorth(report);
  const timed = timedExperiment(report);
  const slots: PlannedSlot[] = [];
  const most = Math.min(2 * (timed?.experiment.postsPerArm ?? 0), weeks * perWeek);
  const order = timed ? armOrder(timed.experiment.id, most - (most % 2)) : [];
  for (let period = 0; period < weeks; period++) {
    const free = slotCandidates(zone, asOf, period, perWeek, forbidden);
    if (free.length < perWeek) {
      throw new AdvisorError(
        "USAGE",
        "--not",
        `the rules leave ${free.length} times a week for ${perWeek} posts`,
        "allow more days or hours, or lower --per-week",
      );
    }
    const before = slots.slice(-perWeek);
    const chosen: PlannedSlot[] = [];
    if (timed) {
      const arms = order.slice(period * perWeek, (period + 1) * perWeek);
      chosen.push(...timedSlots(timed, arms, free, before, worth));
    }
    for (const next of useSlots(free, [...before, ...chosen], worth, perWeek - chosen.length)) {
      chosen.push({ ...next, why: whyOf(next, worth), experiment: null, arm: null });
    }
    slots.push(...chosen.sort((a, b) => a.at - b.at));
  }
  const balanced = evenOut(slots, timed?.experiment ?? null, worth);
  return assignArms(
    balanced,
    report.experiments.filter(({ window }) => !window),
  );
}

const cellKey = (weekday: number, hour: number) => weekday * 24 + hour;

/** Supported windows beat habit, habit beats the rest; cells that cost are never chosen for their habit. */
function cellWorth({ windows }: Report): Map<number, CellWorth> {
  const worth = new Map<number, CellWorth>();
  for (const { weekday, hour, share } of windows.habit) {
    if (windows.grid[cellKey(weekday - 1, hour)]?.verdict === "opposed") continue;
    worth.set(cellKey(weekday - 1, hour), {
      value: share,
      why: `Your habit: ${twoFigures(share * 100)} % of your recent posts went out at this hour.`,
    });
  }
  for (const window of windows.best.filter(({ verdict }) => verdict === "supported")) {
    for (const weekday of window.weekdays) {
      for (let hour = window.startHour; hour < window.endHour; hour++) {
        const cell = windows.grid[cellKey(weekday - 1, hour)];
        worth.set(cellKey(weekday - 1, hour), {
          value: 2 + (window.effect?.mean ?? 0) + (cell?.effect?.mean ?? 0),
          why: windowWhy(window),
        });
      }
    }
  }
  return worth;
}

function windowWhy({ lift, low, high, outcome, posts }: BestWindow): string {
  return `Better than your habit so far: ${formatLift(lift!)} ${formatOutcome(outcome)} (${formatRange(low!, high!)}, ${plural(posts, "post")}).`;
}

function whyOf({ weekday, hour }: SlotCandidate, worth: ReadonlyMap<number, CellWorth>): string {
  return (
    worth.get(cellKey(weekday, hour))?.why ?? "Beside your usual hours, to reach the planned number of posts."
  );
}

/** More slots a week than this cannot be kept apart: they are spread evenly. */
const MOST_CHOSEN = 56;

/** Slots for `count` more posts. */
function useSlots(
  free: readonly SlotCandidate[],
  taken: readonly SlotCandidate[],
  worth: ReadonlyMap<number, CellWorth>,
  count: number,
): SlotCandidate[] {
  if (count > MOST_CHOSEN) {
    const used = new Set(taken.map(({ at }) => at));
    const open = free.filter(({ at }) => !used.has(at));
    return Array.from({ length: count }, (_, i) => open[Math.floor(((i + 0.5) * open.length) / count)]!);
  }
  const found: SlotCandidate[] = [];
  while (found.length < count) found.push(bestSlot(free, [...taken, ...found], worth)!);
  return found;
}

/** The next slot: three hours from the others where possible, known cells first, days in turn, then by worth. */
function bestSlot(
  free: readonly SlotCandidate[],
  chosen: readonly SlotCandidate[],
  worth: ReadonlyMap<number, CellWorth>,
): SlotCandidate | undefined {
  const usual = usualHour(worth);
  const rank = ({ at, day, weekday, hour }: SlotCandidate) => [
    chosen.some((slot) => Math.abs(slot.at - at) < 3 * 3_600_000) ? 1 : 0,
    worth.has(cellKey(weekday, hour)) ? 0 : 1,
    chosen.filter((slot) => slot.day === day).length,
    -(worth.get(cellKey(weekday, hour))?.value ?? 0),
    hoursApart(hour, usual),
    at,
  ];
  let best: SlotCandidate | undefined;
  let bestRank: number[] = [];
  for (const candidate of free) {
    if (chosen.some(({ at }) => at === candidate.at)) continue;
    const own = rank(candidate);
    if (!best || isBefore(own, bestRank)) {
      best = candidate;
      bestRank = own;
    }
  }
  return best;
}

function isBefore(a: readonly number[], b: readonly number[]): boolean {
  const i = a.findIndex((value, at) => value !== b[at]);
  return i >= 0 && a[i]! < b[i]!;
}

const hoursApart = (a: number, b: number) => Math.min((a - b + 24) % 24, (b - a + 24) % 24);

/** The hour that most speaks for; early evening where nothing is known. */
function usualHour(worth: ReadonlyMap<number, CellWorth>): number {
  let usual = 18;
  let value = 0;
  for (const [key, cell] of worth) {
    if (cell.value > value) {
      value = cell.value;
      usual = key % 24;
    }
  }
  return usual;
}

interface TimedExperiment {
  experiment: Experiment;
  /** worth of the cells inside the window */
  inside: ReadonlyMap<number, CellWorth>;
}

/** The first experiment whose first arm is a time of the week: it decides where slots lie. */
function timedExperiment({ experiments, windows }: Report): TimedExperiment | null {
  const experiment = experiments.find(({ window, arms }) => window && arms.length === 2);
  if (!experiment) return null;
  const { weekdays, startHour, endHour } = experiment.window as BestWindow;
  const inside = new Map<number, CellWorth>();
  for (const weekday of weekdays) {
    for (let hour = startHour; hour < endHour; hour++) {
      const key = cellKey(weekday - 1, hour);
      inside.set(key, { value: windows.grid[key]?.effect?.mean ?? 0, why: "" });
    }
  }
  return { experiment, inside };
}

function timedSlots(
  { experiment, inside }: TimedExperiment,
  arms: readonly number[],
  free: readonly SlotCandidate[],
  before: readonly SlotCandidate[],
  worth: ReadonlyMap<number, CellWorth>,
): PlannedSlot[] {
  const chosen: PlannedSlot[] = [];
  for (const arm of arms) {
    const pool = free.filter(({ weekday, hour }) => inside.has(cellKey(weekday, hour)) === (arm === 0));
    const next = bestSlot(pool, [...before, ...chosen], arm === 0 ? inside : worth);
    // A second post in the same window on the same day would compete with the first.
    const taken = arm === 0 && chosen.some((slot) => slot.arm === 0 && slot.day === next?.day);
    if (next && !taken) chosen.push({ ...next, why: experiment.question, experiment, arm });
  }
  return chosen;
}

/** Arms that ended up with more slots than the other give the surplus back, the latest first. */
function evenOut(
  slots: readonly PlannedSlot[],
  experiment: Experiment | null,
  worth: ReadonlyMap<number, CellWorth>,
): PlannedSlot[] {
  const count = (arm: number) =>
    slots.filter((slot) => slot.experiment === experiment && slot.arm === arm).length;
  if (!experiment || count(0) === count(1)) return [...slots];
  const larger = count(0) > count(1) ? 0 : 1;
  const surplus = slots
    .filter((slot) => slot.experiment === experiment && slot.arm === larger)
    .slice(-Math.abs(count(0) - count(1)));
  return slots.map((slot) =>
    surplus.includes(slot) ? { ...slot, why: whyOf(slot, worth), experiment: null, arm: null } : slot,
  );
}
