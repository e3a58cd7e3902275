import type { HashtagFinding } from "../types.ts";
import { estimateOf } from "./estimate.ts";
import { factorize, inverseDiagonal, invert, solve } from "./factor.ts";
import { priorPrecision } from "./fit.ts";
import { blockSd, type OutcomeModel } from "./fit-outcome.ts";
import { carryOver } from "./forecast.ts";
import type { Integrated } from "./goal-integration.ts";
import { compareText } from "./order.ts";
import type { FittedOutcome } from "./outcome-models.ts";
import type { PostTable } from "./post-table.ts";
import type { Prepared } from "./prepare.ts";
import { presenceCounter } from "./presence.ts";
import { spikeAndSlab } from "./spike-and-slab.ts";

const MIN_USES = 3;
const MIN_TAU = 0.1;

/** What a tag's own posts say about it, its prior divided out; in units of s0. */
export interface TagEvidence {
  estimates: Float64Array;
  errors: Float64Array;
}

/**
 * The tags' effects and standard errors with their own prior divided out (MODEL.md 4.2), from one more factorisation at
 * sd_tag = max(posterior mean, .1) and all other scales at their posterior means.
 * @param model a fit whose design has hashtag columns
 */
export function tagEvidence({ core, built }: OutcomeModel): TagEvidence {
  const { system, factor } = core;
  const { layout } = built;
  const tagBlock = system.blocks.findIndex(({ name }) => name === "tag");
  const tau = Math.max(core.sds[tagBlock]!, MIN_TAU);
  const precision = priorPrecision(
    system,
    core.sds.map((sd, k) => (k === tagBlock ? tau : sd)),
  );
  factorize(factor, core.scale, precision);
  const theta = new Float64Array(system.size);
  solve(factor, core.rhs, theta);
  invert(factor, layout.tag - system.weeks, layout.tag - system.weeks + layout.tagCount);
  const variances = inverseDiagonal(factor);
  const estimates = new Float64Array(layout.tagCount);
  const errors = new Float64Array(layout.tagCount);
  for (let j = 0; j < layout.tagCount; j++) {
    const variance = variances[layout.tag + j]!;
    const precisionLeft = Math.max(1 / variance - 1 / (tau * tau), 1e-6);
    estimates[j] = theta[layout.tag + j]! / variance / precisionLeft;
    errors[j] = 1 / Math.sqrt(precisionLeft);
  }
  return { estimates, errors };
}

/**
 * Every hashtag of two or more posts, with its effect after the spike-and-slab stage where it has a column (MODEL.md 4.2).
 * @param integrated posterior of the goal, or null without a fit
 * @param firstStage contrast of each tag column in the integration
 */
export function hashtagFindings(
  prepared: Prepared,
  goal: FittedOutcome,
  integrated: Integrated | null,
  firstStage: readonly number[],
): HashtagFinding[] {
  const { table, all, settings } = prepared;
  const countOf = presenceCounter(prepared, goal.data);
  const uses = usesOf(all);
  const idOf = new Map(table.tags.map(({ key }, id) => [key, id]));
  const rowsOf = rowsByTag(table);
  const spread = integrated ? blockSd(integrated.model, "tag") : 0;
  const absent =
    table.tagsAbsent === null ? null : ({ verdict: "not-in-data", reason: table.tagsAbsent } as const);
  const barred = goal.barred?.verdict === "error" ? goal.barred : (absent ?? goal.barred);
  const base = (key: string, label: string, group: readonly string[]): HashtagFinding => ({
    id: `hashtags/${key}`,
    section: "hashtags",
    key,
    label,
    rule: "hashtag",
    outcome: goal.outcome,
    ...countOf(rowsOf[idOf.get(key) ?? -1] ?? []),
    estimate: null,
    barred,
    carryOver: carryOver("hashtag", goal.outcome, spread),
    group,
  });
  const columns = integrated ? integrated.model.built.design.tags.columns : [];
  const grouped = new Set(columns.flatMap(({ group }) => group.map((id) => table.tags[id]!.key)));
  const inColumn = new Set(columns.map(({ id }) => table.tags[id]!.key));
  const withColumn = columns.map(({ id, group }) =>
    base(
      table.tags[id]!.key,
      table.tags[id]!.label,
      group.map((other) => table.tags[other]!.key),
    ),
  );
  const estimated = integrated && columns.length > 0 ? estimates(integrated, firstStage, withColumn) : [];
  const without = [...uses]
    .filter(([key, { posts }]) => posts >= 2 && !inColumn.has(key) && !grouped.has(key))
    .map(([key, { label }]) => {
      const finding = base(key, label, []);
      return {
        ...finding,
        barred: finding.barred ?? { verdict: "too-few" as const, reason: reasonOf(finding) },
      };
    });
  return [...estimated, ...without].sort((a, b) => b.posts - a.posts || compareText(a.key, b.key));

  function estimates(
    known: Integrated,
    stage: readonly number[],
    findings: readonly HashtagFinding[],
  ): HashtagFinding[] {
    const bars = findings.map((finding, j) => tooFew(finding, weeksOf(table, rowsOf[columns[j]!.id]!)));
    const { estimates: means, errors } = tagEvidence(known.model);
    const { posteriors } = spikeAndSlab(means, errors, (j) => bars[j] === null);
    const { s0 } = known.model;
    const tails = [(1 - settings.level) / 2, (1 + settings.level) / 2] as const;
    return findings.map((finding, j) => {
      const { mean, sd, above, below, quantile } = posteriors[j]!;
      const first = estimateOf(known.mixture(stage[j]!), s0, settings.level);
      return {
        ...finding,
        estimate: {
          mean: mean * s0,
          sd: sd * s0,
          low: quantile(tails[0]) * s0,
          high: quantile(tails[1]) * s0,
          probability: above,
          probabilityBelow: below,
          firstStage: { low: first.low, high: first.high },
        },
        barred: finding.barred ?? bars[j]!,
      };
    });
  }
}

function tooFew({ posts, of }: HashtagFinding, weeks: number): HashtagFinding["barred"] {
  const because = (reason: string) => ({ verdict: "too-few" as const, reason });
  if (posts < MIN_USES) return because(`used on ${posts} posts; ${MIN_USES} are needed`);
  if (posts > of - MIN_USES) return because(`on almost every post: only ${of - posts} are without it`);
  if (weeks < 2) return because("all its posts stand in one week");
  return null;
}

function reasonOf({ posts, of }: HashtagFinding): string {
  if (posts < 2)
    return `used on ${posts === 1 ? "one post" : "no post"} that is old enough; ${MIN_USES} are needed`;
  if (posts > of - 2) return "on almost every post: nothing to compare with";
  return "rarer than the 150 hashtags that are looked at one by one";
}

function usesOf(posts: Prepared["all"]): Map<string, { posts: number; label: string }> {
  const uses = new Map<string, { posts: number; label: string }>();
  for (const { hashtags, hashtagLabels } of posts) {
    hashtags.forEach((key, k) => {
      const known = uses.get(key);
      if (known) known.posts++;
      else uses.set(key, { posts: 1, label: hashtagLabels[k] ?? key });
    });
  }
  return uses;
}

/** The mature posts of each tag, by tag id. */
function rowsByTag({ tags, tagStart, tagIds, posts }: PostTable): number[][] {
  const found = tags.map((): number[] => []);
  for (let row = 0; row < posts.length; row++) {
    for (let k = tagStart[row]!; k < tagStart[row + 1]!; k++) found[tagIds[k]!]!.push(row);
  }
  return found;
}

/** How many different ISO weeks some posts stand in. */
export function weeksOf({ isoWeek }: PostTable, rows: Iterable<number>): number {
  const weeks = new Set<number>();
  for (const row of rows) weeks.add(isoWeek[row]!);
  return weeks.size;
}
