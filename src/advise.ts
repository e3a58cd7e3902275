import { fitModel, prepareModel, windowLearner } from "./model/index.ts";
import { inOrder } from "./model/mature.ts";
import { assemble } from "./report/assemble.ts";
import { backtest } from "./report/backtest.ts";
import { dataCard } from "./report/data-card.ts";
import { findingsOfFits, judgeFits } from "./report/judge-fits.ts";
import { measureStrategies, ownFindings, strategyRows } from "./report/measure-strategies.ts";
import { boundDay, narrowPosts } from "./report/narrow-posts.ts";
import { rank } from "./report/rank.ts";
import { strategies as catalogue } from "./strategies/index.ts";
import type { AnalysisSettings, Dataset, Report, Strategy } from "./types.ts";

/** What `analyze` asks without any flag. */
export const DEFAULT_SETTINGS: AnalysisSettings = {
  goal: "likes",
  level: 0.9,
  fdr: 0.1,
  negligible: 0.1,
  minAgeHours: 72,
  perWeek: null,
  since: null,
  until: null,
  labels: [],
  trends: [],
  synthetic: false,
};

/** What the caller knows and the analysis must not: program, clock, files. */
export interface AdviseOptions {
  tool: Report["tool"];
  meta: Report["meta"];
  /** throw on where a strategy fails, instead of giving it the verdict `error`; for tests */
  strict?: boolean;
  /** default: the whole catalogue */
  strategies?: readonly Strategy[];
}

/**
 * The whole tool: posts → fits → findings → judged → ranked → Report. Pure: the same dataset, settings and options give the
 * same report.
 * @param dataset what the exports say; `asOf` is the reference date; the order of the posts does not matter
 * @param settings what is asked; `since` and `until` as days or as a span before as-of ("90d")
 */
export function advise(
  dataset: Dataset,
  settings: AnalysisSettings,
  { tool, meta, strict = false, strategies = catalogue }: AdviseOptions,
): Report {
  const since = boundDay(settings.since, dataset);
  const until = boundDay(settings.until, dataset);
  const chosen = narrowPosts(dataset, since, until);
  const narrowed = { ...chosen, posts: inOrder(chosen.posts) };
  const own = { ...settings, since, until };
  const prepared = prepareModel(narrowed, own);
  const { posts, learn } = windowLearner(prepared, own.goal);
  const found = fitModel(narrowed, own, prepared);
  const { barred } = found.windows;
  const fits = {
    ...found,
    backtest: backtest(posts, learn, { level: own.level, outcome: own.goal, barred }),
  };
  const measured = measureStrategies(strategies, fits, narrowed, strict);
  const judged = judgeFits(fits, ownFindings(measured, findingsOfFits(fits)));
  const ranking = rank({ measured, judged: judged.byId, fits, dataset: narrowed, strict });
  return assemble({
    tool,
    meta,
    dataset: narrowed,
    fits,
    judged,
    data: dataCard(narrowed, fits),
    recommendations: ranking.recommendations,
    experiments: ranking.experiments,
    strategies: strategyRows(measured, judged.byId, ranking.failures),
  });
}
