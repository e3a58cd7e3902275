import { type ChosenFeature, chooseFeatures, otherFeature } from "./design-features.ts";
import { chooseSounds, chooseTags, type SoundChoice, type TagChoice } from "./design-tags.ts";
import type { FeatureColumn } from "./feature-column.ts";
import { DURATION_FEATURE, LIBRARY_FEATURE } from "./features.ts";
import { type PostTable, UNKNOWN_MINUTE } from "./post-table.ts";
import { rampKnots, rampPlace } from "./ramps.ts";
import { hourWaves, WAVES } from "./waves.ts";

const DAY = 86_400_000;
const WEEK = 7 * DAY;

export interface DesignOptions {
  /** without hashtags and sounds (MODEL.md 8.3) */
  without?: "tags and sounds";
  /** further numeric features, after all others */
  extra?: readonly FeatureColumn[];
}

/** A curve of ramps over knots. */
export interface Curve {
  knots: number[];
  /** average ramp row over the posts where x is known */
  mean: number[];
}

/**
 * What a design is made of (MODEL.md section 2), before it becomes numbers: which columns each block has over the given rows.
 */
export interface Design {
  table: PostTable;
  /** indices of the posts in the fit */
  rows: Int32Array;
  /** days since the first post of the fit */
  days: Float64Array;
  /** the column x, or null when all posts stand at one time */
  slope: { mean: number; sd: number } | null;
  trend: Curve | null;
  /** per post its week column, -1 = none */
  week: Int32Array;
  weeks: number;
  /** the mean of the hour columns over posts with known hour; null: too few such posts, no blocks hour and int */
  meanWaves: Float64Array | null;
  tags: TagChoice;
  sounds: SoundChoice;
  features: readonly ChosenFeature[];
  rejected: ReadonlyMap<string, string>;
  duration: Curve | null;
}

const MIN_HOURS = 12;

/**
 * Chooses the columns of the design for some of the mature posts.
 * @param rows ascending indices into the table, at least two
 */
export function chooseDesign(table: PostTable, rows: Int32Array, options: DesignOptions = {}): Design {
  const bare = options.without !== undefined;
  const none = new Int32Array(0);
  const soundsAbsent = table.features.some(({ key, absent }) => key === LIBRARY_FEATURE && absent !== null);
  const tags = chooseTags(table, bare || table.tagsAbsent !== null ? none : rows);
  const sounds = chooseSounds(table, bare || soundsAbsent ? none : rows);
  const others: FeatureColumn[] = [];
  if (tags.dropped.length > 0) {
    const dropped = new Set(tags.dropped.map(({ id }) => id));
    others.push(
      otherFeature("other-tags", table, rows, (row) => {
        for (let k = table.tagStart[row]!; k < table.tagStart[row + 1]!; k++) {
          if (dropped.has(table.tagIds[k]!)) return true;
        }
        return false;
      }),
    );
  }
  if (sounds.dropped.length > 0) {
    const dropped = new Set(sounds.dropped);
    others.push(otherFeature("other-sounds", table, rows, (row) => dropped.has(table.sound[row]!)));
  }
  const { chosen, rejected } = chooseFeatures([...table.features, ...(options.extra ?? [])], rows, others);
  const first = table.at[rows[0]!]!;
  const days = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) days[i] = (table.at[rows[i]!]! - first) / DAY;
  const pieces = Math.min(Math.max(Math.floor(rows.length / 8), 3), 40);
  return {
    table,
    rows,
    days,
    slope: slopeOf(days),
    trend: curve(days, pieces, 2),
    ...weekColumns(table, rows),
    meanWaves: meanWaves(table, rows),
    tags,
    sounds,
    features: chosen,
    rejected,
    duration: chosen.some(({ feature }) => feature.key === DURATION_FEATURE)
      ? curve(
          Float64Array.from(rows, (row) => table.logSeconds[row]!).filter((x) => !Number.isNaN(x)),
          5,
          3,
        )
      : null,
  };
}

function slopeOf(days: Float64Array): Design["slope"] {
  let mean = 0;
  for (const day of days) mean += day / days.length;
  let squares = 0;
  for (const day of days) squares += (day - mean) ** 2;
  const sd = Math.sqrt(squares / days.length);
  return sd < 1e-9 ? null : { mean, sd };
}

function curve(values: Float64Array, pieces: number, minKnots: number): Curve | null {
  if (values.length === 0) return null;
  const knots = rampKnots(values.slice().sort(), pieces);
  if (knots.length < minKnots) return null;
  const ramps = knots.length - 1;
  const beyond = new Float64Array(ramps + 1);
  const fractions = new Float64Array(ramps);
  for (const value of values) {
    const { index, fraction } = rampPlace(knots, value);
    beyond[index]!++;
    fractions[index]! += fraction;
  }
  const mean = new Array<number>(ramps).fill(0);
  let above = 0;
  for (let j = ramps - 1; j >= 0; j--) {
    mean[j] = (above + fractions[j]!) / values.length;
    above += beyond[j]!;
  }
  return { knots, mean };
}

/** Seven-day periods from the first post that hold at least two posts; no columns at all unless there are 2 to 120. */
function weekColumns(table: PostTable, rows: Int32Array): { week: Int32Array; weeks: number } {
  const first = table.at[rows[0]!]!;
  const periodOf = (i: number) => Math.floor((table.at[rows[i]!]! - first) / WEEK);
  const week = new Int32Array(rows.length).fill(-1);
  let weeks = 0;
  for (let from = 0, to = 0; from < rows.length; from = to) {
    const period = periodOf(from);
    while (to < rows.length && periodOf(to) === period) to++;
    if (to - from >= 2) week.fill(weeks++, from, to);
  }
  return weeks >= 2 && weeks <= 120 ? { week, weeks } : { week: week.fill(-1), weeks: 0 };
}

function meanWaves(table: PostTable, rows: Int32Array): Float64Array | null {
  const counts = new Int32Array(UNKNOWN_MINUTE + 1);
  for (let i = 0; i < rows.length; i++) counts[table.minute[rows[i]!]!]! += 1;
  const known = rows.length - counts[UNKNOWN_MINUTE]!;
  if (known < MIN_HOURS) return null;
  const mean = new Float64Array(WAVES);
  for (let minute = 0; minute < UNKNOWN_MINUTE; minute++) {
    const count = counts[minute]!;
    if (count === 0) continue;
    const waves = hourWaves(minute / 60);
    for (let k = 0; k < WAVES; k++) mean[k]! += (waves[k]! * count) / known;
  }
  return mean;
}
