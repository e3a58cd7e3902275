import { formatLift } from "../../wording.ts";

/** A logarithmic axis of ratios that is as far up as down; `limit` is its right end, 1 its middle. */
export interface RatioAxis {
  limit: number;
  ticks: readonly { ratio: number; label: string }[];
}

const TICKS = [
  [2 / 3, 0.8, 1, 1.25, 1.5],
  [0.5, 0.75, 1, 1.33, 2],
  [1 / 3, 0.6, 1, 1.67, 3],
  [0.2, 0.45, 1, 2.2, 5],
] as const;

/** The narrowest axis that holds all of the ratios, up to five times; what lies outside is drawn at its end. */
export function ratioAxis(ratios: readonly number[]): RatioAxis {
  const sizes = ratios.filter((ratio) => ratio > 0).map((ratio) => Math.exp(Math.abs(Math.log(ratio))));
  const needed = Math.max(1, ...sizes);
  const ticks = TICKS.find((candidate) => candidate.at(-1)! >= needed) ?? TICKS.at(-1)!;
  return {
    limit: ticks[4],
    ticks: ticks.map((ratio) => ({ ratio, label: ratio === 1 ? "same" : formatLift(ratio) })),
  };
}

/** Place of a ratio on an axis in percent, 2 to 98: room for what is drawn around it. */
export function axisPercent(axis: RatioAxis, ratio: number): number {
  const place = ratio <= 0 ? -1 : Math.log(ratio) / Math.log(axis.limit);
  return Math.round((50 + 48 * Math.max(-1, Math.min(1, place))) * 100) / 100;
}

/** True where a ratio lies outside of its axis. */
export function isOutside(axis: RatioAxis, ratio: number): boolean {
  return ratio <= 0 || Math.abs(Math.log(ratio)) > Math.log(axis.limit) + 1e-9;
}
