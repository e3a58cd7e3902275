import type { Band, Outcome, Post } from "../types.ts";
import { baselineBand } from "./baseline.ts";
import { ALL_OUTCOMES, isRate } from "./outcome.ts";
import type { OutcomeModels } from "./outcome-models.ts";

/** More posts than the band looks at. */
const RECENT = 250;

/** `baseline.perPost`: the band of every outcome that any mature post has. */
export function bandsOf(mature: readonly Post[], models: OutcomeModels): Partial<Record<Outcome, Band>> {
  const bands: Partial<Record<Outcome, Band>> = {};
  if (mature.length === 0) return bands;
  for (const outcome of ALL_OUTCOMES) {
    const { y } = models.data(outcome);
    if (y.length > 0)
      bands[outcome] = baselineBand([...y.slice(-RECENT)], isRate(outcome) ? "rate" : "count");
  }
  return bands;
}
