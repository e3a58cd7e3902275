import { type Forecast, forecast, forecastOfStopping } from "../model/forecast.ts";
import { countOf } from "../model/outcome.ts";
import type { Effort, Fits, Judged, Recommendation, WindowFinding } from "../types.ts";

/** What following a judged finding is expected to bring. */
export interface Prospect {
  direction: "do" | "stop";
  /** of doing it, or for `stop` of leaving it */
  future: Forecast;
  /** probability in [0,1] that the future effect has the claimed sign */
  sure: number;
  /** posts per week that would change */
  affected: number;
  /** what recommendations are ranked by: posts per week times the gain of the forecast's lower half, over effort */
  key: number;
  expected: Recommendation["expected"];
}

const EFFORTS: Readonly<Record<Effort, number>> = { low: 1, medium: 2, high: 4 };

/**
 * What an effort divides by in every ranking.
 * @example effortWeight("high") // 4
 */
export function effortWeight(effort: Effort): number {
  return EFFORTS[effort];
}

/**
 * Posts per week that following a finding would change (MODEL.md section 7, "Expected gain").
 * @param judged what it is about; `habitShare` says how much of it is done already
 * @param direction `stop` changes the posts that do it now
 * @param plan posts per week
 */
export function affectedPosts(judged: Judged, direction: "do" | "stop", plan: number): number {
  const habit = Math.min(1, Math.max(0, judged.habitShare));
  if (direction === "stop") return plan * habit;
  if (judged.rule === "window") {
    const days = (judged as Judged & WindowFinding).weekdays.length;
    return Math.max(0, Math.min(plan, days) - plan * habit);
  }
  return (judged.rule === "sound" ? Math.min(1, plan) : plan) * (1 - habit);
}

/**
 * Forecast, expected gain per week and rank key of a finding (MODEL.md section 7).
 * @param judged a finding with an estimate
 * @param direction do it, or stop it
 * @param effort of the strategy
 * @throws RangeError without an estimate
 */
export function expectedGain(
  judged: Judged,
  direction: "do" | "stop",
  effort: Effort,
  fits: Pick<Fits, "plan" | "goal" | "baseline"> & { settings: { level: number } },
): Prospect {
  if (!judged.estimate) throw new RangeError("expectedGain requires a finding with an estimate");
  const doing = forecast(judged.estimate, judged.carryOver, fits.settings.level);
  const future = direction === "do" ? doing : forecastOfStopping(doing);
  const affected = affectedPosts(judged, direction, fits.plan);
  const count = countOf(judged.outcome);
  const key =
    (affected * Math.expm1(future.lowerHalf) * (count === fits.goal ? 1 : 0.5)) / effortWeight(effort);
  const typical = fits.baseline.perPost[count]?.median ?? null;
  const gain = (lift: number) => affected * typical! * (lift - 1);
  const { lift, low, high, probability } = future;
  return {
    direction,
    future,
    sure: probability,
    affected,
    key,
    expected:
      typical === null
        ? null
        : {
            outcome: judged.outcome,
            lift,
            low,
            high,
            perWeek: { value: gain(lift), low: gain(low), high: gain(high) },
          },
  };
}
