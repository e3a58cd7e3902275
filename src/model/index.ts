import type { AnalysisSettings, Finding, Fits, OutcomeFit } from "../types.ts";
import { activityScores, audienceRanking } from "./audience.ts";
import { bandsOf } from "./bands.ts";
import { bigHit } from "./baseline.ts";
import { consistencyScore } from "./consistency.ts";
import { durationFindings } from "./duration.ts";
import { attempt } from "./factor.ts";
import { featureFindings } from "./feature-findings.ts";
import { outcomeFit } from "./fit-outcome.ts";
import { GOAL_POINTS } from "./goal-integration.ts";
import { type FullPosterior, fullPosterior } from "./goal-posterior.ts";
import { growthPerMonth } from "./growth.ts";
import { hashtagFindings } from "./hashtags.ts";
import { missingAnalyses } from "./missing.ts";
import { momentum } from "./momentum.ts";
import { ALL_OUTCOMES } from "./outcome.ts";
import { type FittedOutcome, type OutcomeModels, outcomeModels } from "./outcome-models.ts";
import { planOf } from "./plan-of.ts";
import { postingHistory } from "./posting-history.ts";
import { type ModelInput, type Prepared, prepareModel } from "./prepare.ts";
import { snowball } from "./snowball.ts";
import { soundFindings } from "./sounds.ts";
import { windowBar, windowFindings } from "./windows.ts";

export { windowLearner } from "./backtest-learner.ts";
export { type ModelInput, type Prepared, prepareModel } from "./prepare.ts";

/**
 * What the posts say: every fit and every finding of one dataset, before anybody judges them (MODEL.md). The backtest is not
 * part of it: see `windowLearner`.
 * @param input posts already narrowed to what is asked for (--since, --until), zone, as-of and context
 * @param settings goal, level and the rest
 * @param prepared result of `prepareModel` for the same input, where the caller has it already
 */
export function fitModel(
  input: ModelInput,
  settings: AnalysisSettings,
  prepared: Prepared = prepareModel(input, settings),
): Fits {
  const { all, mature } = prepared;
  const models = outcomeModels(prepared, settings.goal);
  const goal = models.fit(settings.goal);
  const posterior = fullPosterior(prepared, goal);
  const integrated = posterior?.integrated ?? null;
  const bar = windowBar(prepared, goal);
  const ranking = posterior ? rankingOf(prepared, goal, posterior) : null;
  const features = featureFindings(prepared, models, settings.goal, posterior);
  const duration = durationFindings(
    prepared,
    goal,
    integrated,
    posterior?.durationPoints ?? [],
    posterior?.duration ?? [],
  );
  const history = postingHistory(all, mature, input.zone, input.asOf ?? 0, settings.perWeek);
  const consistency = history && consistencyScore(history, settings.level);
  const perPost = bandsOf(mature, models);
  const pace = momentum(all, {
    minAgeHours: settings.minAgeHours,
    level: settings.level,
    band: perPost.views ?? null,
  });
  const matters = mattersOf(features);
  const parts = { duration, consistency, momentum: pace, matters };
  return {
    goal: settings.goal,
    settings,
    plan: planOf(settings.perWeek, consistency, history),
    counts: prepared.counts,
    mature,
    outcomes: fittedOutcomes(models.fitted()),
    barred: barsOf(models),
    windows: {
      ...windowFindings(prepared, goal, integrated, ranking, bar),
      audience: audienceOf(input),
    },
    hashtags: hashtagFindings(prepared, goal, integrated, posterior?.tags ?? []),
    sounds: soundFindings(prepared, goal, integrated, posterior?.sounds ?? null),
    features,
    ...parts,
    baseline: {
      perPost,
      bigHit: bigHit(goal.data.plain),
      trend: growthPerMonth(integrated, posterior?.growth ?? null, settings.level),
    },
    snowball: snowball(prepared, models),
    missing: missingAnalyses(prepared, goal, bar, parts),
  };
}

function rankingOf(
  { input, habit }: Prepared,
  { data }: FittedOutcome,
  { integrated }: FullPosterior,
): Float64Array | null {
  const scores = activityScores(input.context.followerActivity);
  if (!scores || !integrated.cells) return null;
  return attempt(() => audienceRanking(integrated.model, data.y, scores, habit.shares, GOAL_POINTS));
}

function audienceOf({ context }: ModelInput): Fits["windows"]["audience"] {
  const byHour = context.followerActivity;
  return byHour && activityScores(byHour) ? { source: "follower activity of the export", byHour } : null;
}

/** The goal first, the others in the order of the fits. */
function fittedOutcomes(fitted: readonly FittedOutcome[]): OutcomeFit[] {
  return fitted.flatMap(({ model }) => (model ? [outcomeFit(model)] : []));
}

function barsOf(models: OutcomeModels): Fits["barred"] {
  const bars: Fits["barred"] = {};
  for (const outcome of ALL_OUTCOMES) {
    const fitted = models.fitted().find((fit) => fit.outcome === outcome);
    const barred = fitted ? fitted.barred : models.data(outcome).absent;
    if (barred) bars[outcome] = barred;
  }
  return bars;
}

/** Whether posting more often matters here: the feature recent-posts under the name of its section. */
function mattersOf(features: readonly Finding[]): Finding | null {
  const recent = features.find(({ key }) => key === "recent-posts");
  if (!recent || (recent.estimate === null && recent.posts === 0)) return null;
  return { ...recent, id: "consistency/matters", section: "consistency", key: "matters" };
}
