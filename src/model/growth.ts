import { mixtureMoments, mixtureQuantile } from "../stats/normal-mixture.ts";
import type { Report } from "../types.ts";
import { growthContrast } from "./contrasts.ts";
import type { OutcomeModel } from "./fit-outcome.ts";
import type { ContrastList, Integrated } from "./goal-integration.ts";

const RECENT_DAYS = 90;
const MONTH_DAYS = 30;

/** The place of the growth contrast in an integration, and how many days it spans. */
export interface GrowthPlace {
  contrast: number;
  days: number;
}

/**
 * Adds the growth between the newest mature post and min(90 days, half the span) before it (MODEL.md section 7).
 * @returns null when all posts stand at one time
 */
export function addGrowth(list: ContrastList, { built }: OutcomeModel): GrowthPlace | null {
  const { days } = built.design;
  const newest = days[days.length - 1]!;
  const span = Math.min(RECENT_DAYS, newest / 2);
  if (!(span > 0)) return null;
  const contrast = growthContrast(built, newest - span, newest);
  return contrast.columns.length === 0 ? null : { contrast: list.add(contrast), days: span };
}

/**
 * `baseline.trend` of the report: growth per month as a ratio; nulls without a fit, and where hours of data would be
 * stretched to a month beyond all numbers.
 */
export function growthPerMonth(
  integrated: Integrated | null,
  place: GrowthPlace | null,
  level: number,
): Report["baseline"]["trend"] {
  const unknown = { perMonth: { ratio: null, low: null, high: null } };
  if (!integrated || !place) return unknown;
  const mixture = integrated.mixture(place.contrast);
  const ratio = (value: number) => Math.exp((value * integrated.model.s0 * MONTH_DAYS) / place.days);
  const low = ratio(mixtureQuantile(mixture, (1 - level) / 2));
  const high = ratio(mixtureQuantile(mixture, (1 + level) / 2));
  if (!(low > 0 && high < Number.POSITIVE_INFINITY)) return unknown;
  const middle = ratio(mixtureMoments(mixture).mean);
  return { perMonth: { ratio: Math.min(Math.max(middle, low), high), low, high } };
}
