import type { Design } from "./design.ts";
import { type Block, RANDOM_BLOCKS } from "./fit-system.ts";
import { WAVES } from "./waves.ts";

/** Prior scales of the random blocks, in units of s0 (MODEL.md section 2). */
export const PRIORS = {
  trend: 0.6,
  week: 0.3,
  hour: 0.14,
  wd: 0.04,
  int: 0.03,
  tag: 0.18,
  sound: 0.25,
  dur: 0.2,
} as const;

/**
 * Where the columns of a design stand: week, fix, trend, dur, sound, feat, tag, hour, wd, int. The time of day comes last,
 * because its contrasts then need only the last corner of a factor, and `int` can be cut off for secondary fits.
 */
export interface Layout {
  weeks: number;
  fix: number;
  /** column of the slope, or -1 */
  slope: number;
  trend: number;
  trendCount: number;
  dur: number;
  durCount: number;
  sound: number;
  soundCount: number;
  feat: number;
  featCount: number;
  tag: number;
  tagCount: number;
  /** first hour column, or -1 */
  hour: number;
  wd: number;
  /** first interaction column, or -1; always the last block */
  int: number;
  size: number;
}

export function layoutOf(design: Design): Layout {
  let next = design.weeks;
  const take = (count: number) => {
    next += count;
    return next - count;
  };
  const hours = design.meanWaves !== null;
  const trendCount = design.trend ? design.trend.knots.length - 1 : 0;
  const durCount = design.duration ? design.duration.knots.length - 1 : 0;
  const soundCount = design.sounds.columns.length;
  const featCount = design.features.length;
  const tagCount = design.tags.columns.length;
  return {
    weeks: design.weeks,
    fix: take(1),
    slope: design.slope ? take(1) : -1,
    trend: take(trendCount),
    trendCount,
    dur: take(durCount),
    durCount,
    sound: take(soundCount),
    soundCount,
    feat: take(featCount),
    featCount,
    tag: take(tagCount),
    tagCount,
    hour: hours ? take(WAVES) : -1,
    wd: take(7),
    int: hours ? take(7 * WAVES) : -1,
    size: next,
  };
}

/** The random blocks of a layout, in design order, without empty ones. */
export function blocksOf(layout: Layout, withInteraction: boolean): Block[] {
  const spans: Record<(typeof RANDOM_BLOCKS)[number], readonly [number, number]> = {
    trend: [layout.trend, layout.trendCount],
    week: [0, layout.weeks],
    hour: [layout.hour, layout.hour < 0 ? 0 : WAVES],
    wd: [layout.wd, 7],
    int: [layout.int, layout.int < 0 || !withInteraction ? 0 : 7 * WAVES],
    tag: [layout.tag, layout.tagCount],
    sound: [layout.sound, layout.soundCount],
    dur: [layout.dur, layout.durCount],
  };
  return RANDOM_BLOCKS.filter((name) => spans[name][1] > 0).map((name) => ({
    name,
    from: spans[name][0],
    to: spans[name][0] + spans[name][1],
    prior: PRIORS[name],
  }));
}
