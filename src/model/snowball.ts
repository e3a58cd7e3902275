import { meanAndVariance } from "../stats/welch.ts";
import type { Estimate } from "../types.ts";
import { coefficient, featureColumn } from "./contrasts.ts";
import { designSystem } from "./design-system.ts";
import { estimateOf } from "./estimate.ts";
import { attempt } from "./factor.ts";
import { numericFeature } from "./feature-column.ts";
import { fitOutcome } from "./fit-outcome.ts";
import { contrastList, integrateOutcome, SECONDARY_POINTS } from "./goal-integration.ts";
import { outcomeValue } from "./outcome.ts";
import type { OutcomeModels } from "./outcome-models.ts";
import type { Prepared } from "./prepare.ts";

const KEY = "like-rate";

/**
 * Whether posts with a higher like rate also reach further (MODEL.md 8.3): the effect on views of one standard deviation of
 * the logit like rate, drift and time removed. An association of two things measured at the same time, never a cause.
 * @returns null where views or the like rate are not fitted
 */
export function snowball({ mature, table, settings }: Prepared, models: OutcomeModels): Estimate | null {
  const views = models.data("views");
  if (views.absent || models.data("likeRate").absent) return null;
  const feature = numericFeature(KEY, "Likes per view", mature.length, 0.35, "one standard deviation");
  const rates = mature.map((post) => outcomeValue(post, "likeRate"));
  const { mean, variance } = meanAndVariance(rates.filter((rate) => !Number.isNaN(rate)));
  if (!(variance > 1e-18)) return null;
  rates.forEach((rate, row) => {
    feature.values[row] = (rate - mean) / Math.sqrt(variance);
  });
  const built = designSystem(table, views.rows, { without: "tags and sounds", extra: [feature] });
  const column = featureColumn(built, KEY);
  if (column < 0) return null;
  const model = attempt(() => fitOutcome("views", built, views.y, { interaction: false }));
  const list = contrastList();
  const place = list.add(coefficient(column));
  const integrated = integrateOutcome({ model, barred: null }, SECONDARY_POINTS, list, false);
  return integrated && estimateOf(integrated.mixture(place), integrated.model.s0, settings.level);
}
