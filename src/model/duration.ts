import { quantile } from "../stats/quantile.ts";
import type { DurationFinding, Finding } from "../types.ts";
import { durationContrast, featureColumn } from "./contrasts.ts";
import { estimateOf } from "./estimate.ts";
import { DURATION_FEATURE } from "./features.ts";
import type { OutcomeModel } from "./fit-outcome.ts";
import { carryOver } from "./forecast.ts";
import type { ContrastList, Integrated } from "./goal-integration.ts";
import type { FittedOutcome } from "./outcome-models.ts";
import type { Prepared } from "./prepare.ts";
import { presenceCounter } from "./presence.ts";

/** Lengths, in seconds, at which the curve is reported. */
const POINTS = [5, 7, 10, 15, 20, 30, 45, 60, 90, 120, 180, 300, 600] as const;

const NEAR = 1.25;
const MIN_POSTS = 3;

/** The points of the curve within the account's 5-95 % range; none without lengths. */
export function durationPoints({ table }: Prepared): number[] {
  const feature = table.features.find(({ key }) => key === DURATION_FEATURE)!;
  const known = table.logSeconds.filter((log) => !Number.isNaN(log)).map(Math.exp);
  if (feature.absent !== null || known.length === 0) return [];
  // exp(log(s)) may miss s by one part in 10^15.
  const low = quantile(known, 0.05) * (1 - 1e-9);
  const high = quantile(known, 0.95) * (1 + 1e-9);
  return POINTS.filter((seconds) => seconds >= low && seconds <= high);
}

/** Adds the curve's points (MODEL.md 4.5). @returns places of the contrasts; none when the lengths do not differ */
export function addDuration(list: ContrastList, model: OutcomeModel, points: readonly number[]): number[] {
  const column = featureColumn(model.built, DURATION_FEATURE);
  if (column < 0) return [];
  return points.map((seconds) => list.add(durationContrast(model.built, column, seconds)));
}

/**
 * The length curve: each point against the account's own average length.
 * @returns null without lengths
 */
export function durationFindings(
  prepared: Prepared,
  goal: FittedOutcome,
  integrated: Integrated | null,
  points: readonly number[],
  contrasts: readonly number[],
): { points: DurationFinding[] } | null {
  const { table, settings } = prepared;
  const feature = table.features.find(({ key }) => key === DURATION_FEATURE)!;
  if (feature.absent !== null) return null;
  const countOf = presenceCounter(prepared, goal.data);
  const unknown = [...table.logSeconds.keys()].filter((row) => Number.isNaN(table.logSeconds[row]!));
  const logs = table.logSeconds.filter((log) => !Number.isNaN(log));
  const average = logs.reduce((sum, log) => sum + log, 0) / logs.length;
  const found = points.map((seconds, k): DurationFinding => {
    const log = Math.log(seconds);
    const near: number[] = [];
    for (let row = 0; row < table.logSeconds.length; row++) {
      if (Math.abs(table.logSeconds[row]! - log) <= Math.log(NEAR) + 1e-9) near.push(row);
    }
    const counted = countOf(near, unknown);
    const place = contrasts[k];
    return {
      id: `duration/${seconds}`,
      section: "duration",
      key: String(seconds),
      label: `${seconds} s`,
      rule: "duration",
      outcome: goal.outcome,
      ...counted,
      estimate:
        integrated && place !== undefined
          ? estimateOf(integrated.mixture(place), integrated.model.s0, settings.level)
          : null,
      barred: goal.barred ?? tooFew(counted.posts, integrated !== null && place === undefined),
      carryOver: carryOver("length", goal.outcome, Math.abs(log - average) / Math.LN2),
      seconds,
    };
  });
  return { points: found };
}

function tooFew(posts: number, constant: boolean): Finding["barred"] {
  if (constant) return { verdict: "too-few", reason: "all posts have the same length" };
  if (posts >= MIN_POSTS) return null;
  return { verdict: "too-few", reason: `${posts} posts are about that long; ${MIN_POSTS} are needed` };
}
