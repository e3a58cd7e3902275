import { median } from "../stats/quantile.ts";
import type { ConsistencyScore } from "../types.ts";
import type { PostingHistory } from "./consistency.ts";

/**
 * Posts per week that plans and gains count with: what was asked for, else the account's own median over the weeks with
 * posts, at least 1.
 * @param history null without a dated post
 * @example planOf(null, null, { days: [0, 1, 8, 9, 10], totalDays: 14, perWeek: null, engagementLogits: [] }) // 2.5
 */
export function planOf(
  perWeek: number | null,
  consistency: ConsistencyScore | null,
  history: PostingHistory | null,
): number {
  if (perWeek !== null) return perWeek;
  if (consistency) return consistency.plan;
  const counts = new Map<number, number>();
  for (const day of history?.days ?? []) {
    const week = Math.floor(day / 7);
    counts.set(week, (counts.get(week) ?? 0) + 1);
  }
  return counts.size === 0 ? 1 : Math.max(1, median([...counts.values()]));
}
