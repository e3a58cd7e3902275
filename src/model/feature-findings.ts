import type { Finding, Outcome } from "../types.ts";
import { coefficient, featureColumn } from "./contrasts.ts";
import { estimateOf } from "./estimate.ts";
import type { FeatureColumn } from "./feature-column.ts";
import { type CarryOverKind, carryOver } from "./forecast.ts";
import { contrastList, type Integrated, integrateOutcome, SECONDARY_POINTS } from "./goal-integration.ts";
import { countOf, isRate, type OutcomeData } from "./outcome.ts";
import type { OutcomeModels } from "./outcome-models.ts";
import type { Prepared } from "./prepare.ts";
import { type Presence, presenceCounter } from "./presence.ts";

const MIN_EACH_SIDE = 5;
const MIN_NUMERIC = 30;

/** The goal's posterior, and where its features' contrasts stand. */
export interface GoalPosterior {
  integrated: Integrated;
  /** contrast by feature key */
  features: ReadonlyMap<string, number>;
}

interface Counted {
  feature: FeatureColumn;
  outcome: Outcome;
  counted: Presence;
  /** posts that have the outcome and for which the feature is known */
  known: number;
  tooFew: Finding["barred"];
}

/**
 * What the listed features did, each on its matched outcome (MODEL.md 2.1 and 4.4). Outcomes other than the goal are fitted
 * only for features that have enough posts (MODEL.md 1.6).
 * @param goal the goal's posterior, or null without a fit
 */
export function featureFindings(
  prepared: Prepared,
  models: OutcomeModels,
  goalOutcome: Outcome,
  goal: GoalPosterior | null,
): Finding[] {
  const { table, settings } = prepared;
  const counters = new Map<Outcome, ReturnType<typeof presenceCounter>>();
  const counted = table.features
    .filter(({ listed }) => listed)
    .map((feature) => {
      const outcome = matchedOutcome(models, feature, goalOutcome, prepared.mature.length);
      const counter = counters.get(outcome) ?? presenceCounter(prepared, models.data(outcome));
      counters.set(outcome, counter);
      return count(counter, models.data(outcome), feature);
    });
  const posteriors = new Map<Outcome, GoalPosterior | null>([[goalOutcome, goal]]);
  for (const { outcome, tooFew } of counted) {
    if (tooFew === null && !posteriors.has(outcome)) {
      posteriors.set(outcome, secondaryPosterior(models, outcome, counted));
    }
  }
  return counted.map(({ feature, outcome, counted: presence, tooFew }): Finding => {
    const posterior = posteriors.get(outcome) ?? null;
    const place = posterior?.features.get(feature.key);
    const fitted = posterior ? models.fit(outcome) : null;
    const rejected = posterior?.integrated.model.built.design.rejected.get(feature.key);
    const outcomeBar = fitted ? fitted.barred : models.data(outcome).absent;
    return {
      id: `features/${feature.key}`,
      section: "features",
      key: feature.key,
      label: feature.label,
      rule: "feature",
      outcome,
      ...presence,
      estimate:
        posterior && place !== undefined
          ? estimateOf(posterior.integrated.mixture(place), posterior.integrated.model.s0, settings.level)
          : null,
      barred: firstBar([
        feature.absent === null ? null : { verdict: "not-in-data", reason: feature.absent },
        outcomeBar ?? erroredBar(models, outcome, posteriors),
        rejected === undefined ? null : { verdict: "too-few", reason: rejected },
        tooFew,
      ]),
      family: feature.key.startsWith("call-to-action:") ? "call-to-action" : "other",
      ...(feature.step === null ? {} : { step: feature.step }),
      carryOver: carryOver(carryKind(feature.key), outcome),
    };
  });
}

/** not-in-data and error stand before too-few. */
function firstBar(bars: readonly Finding["barred"][]): Finding["barred"] {
  const rank = { error: 0, "not-in-data": 1, "too-few": 2 };
  return bars.reduce(
    (first, bar) => (bar && (!first || rank[bar.verdict] < rank[first.verdict]) ? bar : first),
    null,
  );
}

function erroredBar(
  models: OutcomeModels,
  outcome: Outcome,
  posteriors: ReadonlyMap<Outcome, GoalPosterior | null>,
): Finding["barred"] {
  return posteriors.has(outcome) ? models.fit(outcome).barred : null;
}

/** A rate without views falls back on its count. */
function matchedOutcome(
  models: OutcomeModels,
  { matched }: FeatureColumn,
  goal: Outcome,
  mature: number,
): Outcome {
  if (matched === "goal") return goal;
  if (!isRate(matched)) return matched;
  return models.data("views").rows.length < mature / 2 ? countOf(matched) : matched;
}

function count(
  counter: ReturnType<typeof presenceCounter>,
  data: OutcomeData,
  feature: FeatureColumn,
): Counted {
  const { outcome } = data;
  const { values, numeric } = feature;
  const rows: number[] = [];
  const unknown: number[] = [];
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (numeric ? Number.isNaN(value) : value < 0) unknown.push(row);
    else if (numeric || value === 1) rows.push(row);
  }
  const known = data.rows.length - countIn(unknown, data.rows);
  const presence = counter(rows, unknown);
  const counted = numeric ? { ...presence, naive: null, habitShare: 0 } : presence;
  return { feature, outcome, counted, known, tooFew: tooFewPosts(feature, counted.posts, known) };
}

/** How many of some ascending rows are among others, ascending too. */
function countIn(rows: readonly number[], others: Int32Array): number {
  let found = 0;
  let k = 0;
  for (const row of rows) {
    while (k < others.length && others[k]! < row) k++;
    if (others[k] === row) found++;
  }
  return found;
}

function tooFewPosts(
  { numeric, absent, tooLittle }: FeatureColumn,
  posts: number,
  known: number,
): Finding["barred"] {
  const because = (reason: string) => ({ verdict: "too-few" as const, reason });
  if (absent !== null) return { verdict: "not-in-data", reason: absent };
  if (tooLittle !== null) return because(tooLittle);
  if (numeric) {
    return known >= MIN_NUMERIC ? null : because(`known for ${known} posts; ${MIN_NUMERIC} are needed`);
  }
  if (posts < MIN_EACH_SIDE) {
    return because(`${posts === 0 ? "no post has" : `${posts} posts have`} it; ${MIN_EACH_SIDE} are needed`);
  }
  if (known - posts < MIN_EACH_SIDE) {
    return because(`${known - posts} posts are without it; ${MIN_EACH_SIDE} are needed`);
  }
  return null;
}

function secondaryPosterior(
  models: OutcomeModels,
  outcome: Outcome,
  counted: readonly Counted[],
): GoalPosterior | null {
  const fitted = models.fit(outcome);
  const { model } = fitted;
  if (!model) return null;
  const list = contrastList();
  const features = new Map<string, number>();
  for (const { feature, outcome: own } of counted) {
    const column = own === outcome ? featureColumn(model.built, feature.key) : -1;
    if (column >= 0) features.set(feature.key, list.add(coefficient(column)));
  }
  const integrated = integrateOutcome(fitted, SECONDARY_POINTS, list, false);
  return integrated && { integrated, features };
}

function carryKind(key: string): CarryOverKind {
  return key === "tag-count" || key === "gap" || key === "recent-posts" ? key : "feature";
}
