import { coefficient, featureContrast } from "./contrasts.ts";
import { addDuration, durationPoints } from "./duration.ts";
import type { GoalPosterior } from "./feature-findings.ts";
import {
  addCells,
  contrastList,
  GOAL_POINTS,
  type Integrated,
  integrateOutcome,
} from "./goal-integration.ts";
import { addGrowth, type GrowthPlace } from "./growth.ts";
import type { FittedOutcome } from "./outcome-models.ts";
import type { Prepared } from "./prepare.ts";
import { addSounds, type SoundContrasts } from "./sounds.ts";

/** The goal's integrated posterior with the places of everything that is asked of it. */
export interface FullPosterior extends GoalPosterior {
  integrated: Integrated;
  tags: readonly number[];
  sounds: SoundContrasts;
  durationPoints: readonly number[];
  duration: readonly number[];
  growth: GrowthPlace | null;
}

/**
 * Integrates the goal's fit once, with every contrast of the report.
 * @returns null without a fit; a factorisation that fails bars the outcome with `error`
 */
export function fullPosterior(prepared: Prepared, goal: FittedOutcome): FullPosterior | null {
  const { model } = goal;
  if (!model) return null;
  const { built } = model;
  const list = contrastList();
  const cells = addCells(list, model, prepared.habit);
  const tags = built.design.tags.columns.map((_, j) => list.add(coefficient(built.layout.tag + j)));
  const sounds = addSounds(list, model);
  const points = durationPoints(prepared);
  const duration = addDuration(list, model, points);
  const growth = addGrowth(list, model);
  const features = new Map<string, number>();
  for (const { feature } of built.design.features) {
    if (feature.listed) {
      features.set(feature.key, list.add(featureContrast(built, feature.key)));
    }
  }
  const integrated = integrateOutcome(goal, GOAL_POINTS, list, cells);
  return integrated && { integrated, tags, sounds, durationPoints: points, duration, growth, features };
}
