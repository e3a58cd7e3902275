import type {
  AdviceContext,
  AdviceText,
  Dataset,
  Fits,
  Judged,
  Measurement,
  Strategy,
  StrategyMeta,
} from "../../types.ts";
import { FIELDS } from "./fields.ts";
import { gap } from "./gap.ts";
import { labelAdvice } from "./label-advice.ts";
import { labelFindings } from "./labels.ts";

/** What a strategy's file writes down. */
export interface StrategyDefinition {
  meta: StrategyMeta;
  /** what could be said with the needed fields, after "With that added,"; default: the claim could be measured */
  unlocks?: string;
  /** only asked when the needed fields are there; parts left out are empty */
  measure(fits: Fits, dataset: Dataset): Partial<Measurement>;
  advise?(judged: Judged, context: AdviceContext): AdviceText | null;
}

const NOTHING: Measurement = {
  findings: [],
  standing: null,
  facts: [],
  habits: [],
  tests: [],
  gaps: [],
  practice: null,
};

/**
 * Makes a strategy of its definition: answers `not-in-data` and names the export where a needed field is missing (without a
 * post nobody knows whether it is), and adds the findings of the user's label columns that speak of the strategy.
 */
export function defineStrategy({ meta, unlocks, measure, advise }: StrategyDefinition): Strategy {
  return {
    meta,
    measure(fits, dataset) {
      const labels = labelFindings(fits, meta.id);
      const missing = meta.needs.find((field) => !FIELDS[field].present(dataset, fits));
      if (missing !== undefined && dataset.posts.length === 0)
        return {
          ...NOTHING,
          standing: { verdict: "too-few", reason: "No post lies in the time considered." },
        };
      if (missing !== undefined && labels.length === 0) {
        const { name, getItFrom } = FIELDS[missing];
        const reason = `The export has no ${name}. Get it from ${getItFrom}.`;
        return {
          ...NOTHING,
          standing: { verdict: "not-in-data", reason },
          gaps: [gap(missing, unlocks ?? "this could be measured on your posts")],
        };
      }
      const measured = missing === undefined ? measure(fits, dataset) : {};
      const findings = [...(measured.findings ?? []), ...labels];
      const standing = measured.standing ?? {
        verdict: "unclear" as const,
        reason: "Nothing in the posts speaks for or against it.",
      };
      return { ...NOTHING, ...measured, findings, standing };
    },
    advise(judged, context) {
      return judged.key.startsWith("label:")
        ? labelAdvice(judged, context)
        : (advise?.(judged, context) ?? null);
    },
  };
}
