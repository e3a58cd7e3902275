import type {
  BacktestFinding,
  CellFinding,
  EffectFields,
  Finding,
  Judged,
  SoundFinding,
  Verdict,
} from "../types.ts";
import { bayesDiscoveries, stepUpDiscoveries } from "./claim-sets.ts";
import { verdictReason } from "./verdict-reason.ts";

/** What the judge may be told: rates in [0,1], see CONTRACT section 2. */
export interface JudgeSettings {
  level: number;
  fdr: number;
  negligible: number;
}

/** Smallest effect that is ever claimed, in log units (MODEL.md section 4). */
const FLOOR = Math.log(1.05);

/**
 * Gives every finding its verdict (MODEL.md section 4): error, not-in-data, too-few, negligible, supported or opposed,
 * promising, unclear, tested in this order. The only place that makes a `Judged`.
 *
 * Call it once with all findings of a report together: hashtags form one false-discovery set, features two families of the
 * step-up rule, and a backtest verdict `opposed` demotes supported windows to `promising`.
 * @param findings ids must be unique
 * @returns one judged finding each, in the same order, with all fields of the finding
 * @throws RangeError when an id occurs twice
 */
export function judge<F extends Finding>(findings: readonly F[], settings: JudgeSettings): (F & Judged)[] {
  const ids = new Set(findings.map(({ id }) => id));
  if (ids.size < findings.length) throw new RangeError("judge requires findings with unique ids");
  const sets = claimSets(findings, settings.fdr);
  const refuted = findings.some((f) => f.rule === "backtest" && verdictOf(f, sets, settings) === "opposed");
  return findings.map((finding) => {
    const found = verdictOf(finding, sets, settings);
    const demoted = refuted && finding.rule === "window" && found === "supported";
    const verdict = demoted ? "promising" : found;
    const estimate = finding.estimate;
    const low = estimate && Math.exp(estimate.low);
    const high = estimate && Math.exp(estimate.high);
    const lift = estimate && Math.min(Math.max(Math.exp(estimate.mean), low!), high!);
    const reason = verdictReason(finding, verdict, { lift, low, high }, settings, demoted);
    return { ...finding, verdict, reason, lift, low, high } as unknown as F & Judged;
  });
}

/**
 * The fields that every effect has in the JSON report (CONTRACT section 4).
 * @param judged a finding with its verdict
 */
export function effectFields(judged: Judged): EffectFields {
  const { outcome, posts, of, estimate, lift, low, high, naive, verdict } = judged;
  return {
    outcome,
    posts,
    of,
    effect: estimate && { mean: estimate.mean, sd: estimate.sd },
    lift,
    low,
    high,
    probability: estimate ? estimate.probability : null,
    naive,
    verdict,
  };
}

interface ClaimSets {
  up: ReadonlySet<string>;
  down: ReadonlySet<string>;
}

function claimSets(findings: readonly Finding[], fdr: number): ClaimSets {
  const judged = findings.filter((f) => !f.barred && f.estimate);
  const tags = judged.filter((f) => f.rule === "hashtag");
  const up = bayesDiscoveries(
    tags.filter((f) => f.estimate!.mean > 0).map((f) => ({ key: f.id, risk: 1 - f.estimate!.probability })),
    fdr,
  );
  const down = bayesDiscoveries(
    tags
      .filter((f) => f.estimate!.mean < 0)
      .map((f) => ({ key: f.id, risk: 1 - f.estimate!.probabilityBelow })),
    fdr,
  );
  for (const family of ["call-to-action", "other"]) {
    const members = new Map(
      judged
        .filter((f) => f.rule === "feature" && (f.family ?? "other") === family)
        .map((f) => [claimKey(f), { key: claimKey(f), risk: twoSidedTail(f.estimate!.probability) }]),
    );
    const found = stepUpDiscoveries([...members.values()], fdr);
    up.push(...found);
    down.push(...found);
  }
  return { up: new Set(up), down: new Set(down) };
}

/** `consistency/matters` is the feature recent-posts under another name: one member of its family, not two. */
const claimKey = ({ id }: Finding) => (id === "consistency/matters" ? "features/recent-posts" : id);

const twoSidedTail = (probability: number) => 2 * Math.min(probability, 1 - probability);

function verdictOf(finding: Finding, sets: ClaimSets, settings: JudgeSettings): Verdict {
  if (finding.barred) return finding.barred.verdict;
  if (finding.rule === "cell" && (finding as CellFinding).eligible === false) return "too-few";
  if ((finding as SoundFinding).kind === "original") return "unclear";
  const estimate = finding.estimate;
  if (!estimate) return "too-few";
  if (finding.rule === "backtest") return backtestVerdict(finding as BacktestFinding);
  if (isNegligible(finding, settings.negligible)) return "negligible";
  if (estimate.mean >= FLOOR && passes(finding, sets.up, "up")) return "supported";
  if (estimate.mean <= -FLOOR && passes(finding, sets.down, "down")) return "opposed";
  return estimate.probability >= 0.8 ? "promising" : "unclear";
}

function isNegligible({ rule, estimate, barred }: Finding, negligible: number): boolean {
  if (!estimate || barred) return false;
  const edge = Math.log(1 + negligible);
  const inside = (interval: { low: number; high: number }) => interval.low >= -edge && interval.high <= edge;
  if (!inside(estimate)) return false;
  return rule !== "hashtag" || !estimate.firstStage || inside(estimate.firstStage);
}

/** The claim table of MODEL.md section 4, without the floor. */
function passes(finding: Finding, set: ReadonlySet<string>, direction: "up" | "down"): boolean {
  const { rule, estimate } = finding;
  const probability = estimate!.probability;
  const beyond = (bound: number) => (direction === "up" ? probability >= bound : probability <= 1 - bound);
  switch (rule) {
    case "cell":
      return beyond(0.95);
    case "window":
      return direction === "up" && beyond(0.96);
    case "hashtag":
      return set.has(finding.id);
    case "feature":
      return beyond(0.975) && set.has(claimKey(finding));
    case "sound":
    case "duration":
      return beyond(0.975);
    case "backtest":
      return false;
  }
}

/** MODEL.md 8.1: it needs ten posts on either side; the floor and the band do not apply. */
function backtestVerdict({ posts, of, estimate, pValue }: BacktestFinding): Verdict {
  if (posts < 10 || of - posts < 10 || !estimate) return "too-few";
  if (pValue !== null && pValue <= 0.1 && estimate.low > 0) return "supported";
  return estimate.high < 0 ? "opposed" : "unclear";
}
