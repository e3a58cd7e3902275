import type { CompareDocument, EffectFields, Outcome, Post, Recommendation, Report } from "../types.ts";
import { formatShare, plural } from "../wording.ts";
import { againstOthers } from "./against-others.ts";
import { binomialTail } from "./binomial-tail.ts";
import type { DoesIt } from "./does-it.ts";
import { experimentSubject } from "./experiment-subject.ts";
import { effectFields, judge } from "./judge.ts";
import { reportFindings } from "./report-findings.ts";

/** The posts of the newer side, those up to the older as-of first. */
export interface NewPosts {
  posts: readonly Post[];
  /** how many of them were posted up to the older as-of */
  before: number;
  /** whether a post is new and old enough for its counts to be compared */
  judgeable: readonly boolean[];
  /** level of intervals in (0,1) */
  level: number;
  does: DoesIt;
}

const SIGNIFICANCE = 0.05;

/**
 * For every recommendation of the older report: did the posts since then follow it, and did those that did do better than
 * the others?
 * @param fresh null where the newer side has no posts: then the reason says so
 */
export function adviceFollowed(
  older: Report,
  newer: Report,
  fresh: NewPosts | null,
): CompareDocument["advice"] {
  const findings = reportFindings(older);
  const experiments = new Map(older.experiments.map((experiment) => [experiment.id, experiment]));
  return older.recommendations.map((entry) => {
    const { id, kind, title } = entry;
    const experiment = experiments.get(`experiments/${id.slice(kind.length + 1)}`);
    const recommendation =
      kind === "test" && experiment ? { ...entry, evidence: [experimentSubject(experiment)] } : entry;
    const unknown = (reason: string) => ({
      ...{ id, kind, title, followed: null, share: null, shareBefore: null, posts: null, of: null },
      ...{ reason, paid: null },
    });
    const unseen = unseenReason(recommendation, newer);
    if (unseen) return unknown(unseen);
    if (!fresh) return unknown("The newer side is a report: this needs its posts.");
    const does = everyEvidence(recommendation.evidence, fresh.does);
    if (!does) return unknown("The posts of the newer side do not show it.");
    const usage = usageOf(does, fresh, findings.get(recommendation.evidence[0]!));
    if (usage.of === 0) return unknown("No post since then shows it.");
    if (usage.shareBefore === null) return unknown("Nothing is known of the time before.");
    const followed = isFollowed(kind, usage.posts, usage.of, usage.shareBefore);
    const outcome =
      recommendation.expected?.outcome ??
      experiment?.outcome ??
      findings.get(recommendation.evidence[0]!)?.outcome ??
      older.settings.goal;
    return {
      ...{ id, kind, title, followed },
      ...{ share: usage.posts / usage.of, shareBefore: usage.shareBefore, posts: usage.posts, of: usage.of },
      reason: usageReason(kind, followed, usage.posts, usage.of, usage.shareBefore),
      paid: paidOff(recommendation, does, fresh, outcome),
    };
  });
}

/** Why posts cannot show a kind of advice; null where they may. */
function unseenReason({ kind, strategy, evidence }: Recommendation, newer: Report): string | null {
  switch (kind) {
    case "practice":
      return "No export shows whether this was done.";
    case "habit":
      return newer.consistency
        ? `A habit is no property of single posts; the consistency score is now ${Math.round(newer.consistency.score)}.`
        : "A habit is no property of single posts.";
    case "data":
      return newer.strategies.some(({ id, verdict }) => id === strategy && verdict === "not-in-data")
        ? "It is still missing."
        : "The newer side has it.";
    default:
      return evidence.some((id) => id.includes("/")) ? null : "No single finding stands behind it.";
  }
}

/** A post does it if it does what any of the evidence is about. */
function everyEvidence(evidence: readonly string[], does: DoesIt): (boolean | null)[] | null {
  const columns = evidence.flatMap((id) => {
    const column = does(id);
    return column ? [column] : [];
  });
  if (columns.length === 0) return null;
  return columns[0]!.map((_, i) => {
    const values = columns.map((column) => column[i]!);
    if (values.includes(true)) return true;
    return values.includes(false) ? false : null;
  });
}

interface Usage {
  posts: number;
  of: number;
  shareBefore: number | null;
}

function usageOf(
  does: readonly (boolean | null)[],
  { before }: NewPosts,
  finding: EffectFields | undefined,
): Usage {
  const count = (values: readonly (boolean | null)[]) => ({
    posts: values.filter((value) => value === true).length,
    of: values.filter((value) => value !== null).length,
  });
  const now = count(does.slice(before));
  const then = count(does.slice(0, before));
  const known = then.of > 0 ? then : finding;
  return { ...now, shareBefore: known && known.of > 0 ? known.posts / known.of : null };
}

function isFollowed(kind: Recommendation["kind"], posts: number, of: number, shareBefore: number): boolean {
  const tail =
    kind === "stop" ? binomialTail(of - posts, of, 1 - shareBefore) : binomialTail(posts, of, shareBefore);
  return tail <= SIGNIFICANCE;
}

function usageReason(
  kind: Recommendation["kind"],
  followed: boolean,
  posts: number,
  of: number,
  shareBefore: number,
): string {
  const now = `${posts} of ${plural(of, "post")} since then do it (${formatShare(posts / of)})`;
  const direction = kind === "stop" ? "less" : "more";
  return followed
    ? `${now}, clearly ${direction} than before (${formatShare(shareBefore)}).`
    : `${now}, not clearly ${direction} than before (${formatShare(shareBefore)}).`;
}

/** What following brought; for `stop` the posts that leave it are those that follow. */
function paidOff(
  { id, kind, title }: Recommendation,
  does: readonly (boolean | null)[],
  { posts, judgeable, level }: NewPosts,
  outcome: Outcome,
): EffectFields | null {
  const places = posts.flatMap((_, i) => (judgeable[i] ? [i] : []));
  const finding = againstOthers(
    places.map((i) => posts[i]!),
    places.map((i) => (does[i] === null ? null : does[i] !== (kind === "stop"))),
    { outcome, level, id, label: title },
  );
  if (!finding) return null;
  const [judged] = judge([finding], { level, fdr: 0.1, negligible: 0 });
  return effectFields(judged!);
}
