import type { Finding, Outcome } from "../types.ts";
import { type DesignSystem, designSystem } from "./design-system.ts";
import { attempt, FACTOR_BAR } from "./factor.ts";
import { fitOutcome, type OutcomeModel } from "./fit-outcome.ts";
import { type OutcomeData, outcomeData } from "./outcome.ts";
import type { Prepared } from "./prepare.ts";

const DAY = 86_400_000;
const MIN_CLAIM_POSTS = 30;
const MIN_CLAIM_DAYS = 21;

/** An outcome over the mature posts: its data, its fit where there is one, and what bars claims. */
export interface FittedOutcome {
  outcome: Outcome;
  data: OutcomeData;
  model: OutcomeModel | null;
  barred: Finding["barred"];
}

/** Fits outcomes on demand; designs over the same posts are built once. */
export interface OutcomeModels {
  /** the outcome's data without fitting it */
  data(outcome: Outcome): OutcomeData;
  fit(outcome: Outcome): FittedOutcome;
  /** the outcomes fitted so far, in the order of fitting */
  fitted(): FittedOutcome[];
}

/**
 * @param goal fitted with all blocks; other outcomes without the interaction of weekday and hour (MODEL.md 1.6)
 */
export function outcomeModels(
  { mature, table, counts: { promoted } }: Prepared,
  goal: Outcome,
): OutcomeModels {
  const datas = new Map<Outcome, OutcomeData>();
  const fits = new Map<Outcome, FittedOutcome>();
  const designs: { rows: Int32Array; built: DesignSystem }[] = [];
  const data = (outcome: Outcome) => {
    const known = datas.get(outcome);
    if (known) return known;
    const read = outcomeData(mature, outcome);
    const found = { ...read, absent: namingPromoted(read.absent, promoted) };
    datas.set(outcome, found);
    return found;
  };
  const designOf = (rows: Int32Array) => {
    const same = designs.find((known) => sameRows(known.rows, rows));
    if (same) return same.built;
    const built = designSystem(table, rows);
    designs.push({ rows, built });
    return built;
  };
  const fit = (outcome: Outcome): FittedOutcome => {
    const known = fits.get(outcome);
    if (known) return known;
    const own = data(outcome);
    let model: OutcomeModel | null = null;
    let barred: Finding["barred"] = own.absent;
    if (!barred) {
      const built = designOf(own.rows);
      model = attempt(() => fitOutcome(outcome, built, own.y, { interaction: outcome === goal }));
      barred = model
        ? namingPromoted(claimBar(own.rows.length, spanDays(table.at, own.rows)), promoted)
        : FACTOR_BAR;
    }
    const result = { outcome, data: own, model, barred };
    fits.set(outcome, result);
    return result;
  };
  return { data, fit, fitted: () => [...fits.values()] };
}

/** Too few posts where others stay out because they were paid for: the reason says how many. */
function namingPromoted<Bar extends { verdict: string; reason: string }>(
  barred: Bar | null,
  promoted: number,
) {
  if (barred?.verdict !== "too-few" || promoted === 0) return barred;
  const others = promoted === 1 ? "1 more is" : `${promoted} more are`;
  return {
    ...barred,
    reason: `${barred.reason}; ${others} marked as paid (ads or branded content) and stay out`,
  };
}

function claimBar(posts: number, days: number): Finding["barred"] {
  if (posts < MIN_CLAIM_POSTS) {
    return {
      verdict: "too-few",
      reason: `${posts} posts are old enough to be judged; ${MIN_CLAIM_POSTS} are needed for a claim`,
    };
  }
  if (days < MIN_CLAIM_DAYS) {
    return {
      verdict: "too-few",
      reason: `the posts span ${Math.floor(days)} days; ${MIN_CLAIM_DAYS} are needed for a claim`,
    };
  }
  return null;
}

function spanDays(at: Float64Array, rows: Int32Array): number {
  return (at[rows[rows.length - 1]!]! - at[rows[0]!]!) / DAY;
}

function sameRows(a: Int32Array, b: Int32Array): boolean {
  return a.length === b.length && a.every((row, i) => row === b[i]);
}
