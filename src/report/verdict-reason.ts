import { postsMissing } from "../model/power.ts";
import type { BacktestFinding, CellFinding, Finding, SoundFinding, Verdict } from "../types.ts";
import { formatChance, formatOutcome, formatRange, plural, twoFigures } from "../wording.ts";
import { sentence } from "./sentence.ts";

interface Ratios {
  lift: number | null;
  low: number | null;
  high: number | null;
}

/**
 * The sentence that says why a finding has its verdict, with the numbers of the finding and no others.
 * @param finding the finding
 * @param verdict what was decided about it
 * @param ratios its lift and interval as printed
 * @param settings level, fdr and band in force
 * @param demoted true where the backtest took `supported` away from a window
 */
export function verdictReason(
  finding: Finding,
  verdict: Verdict,
  { lift, low, high }: Ratios,
  settings: { level: number; fdr: number; negligible: number },
  demoted: boolean,
): string {
  if (finding.barred) return sentence(finding.barred.reason);
  if ((finding as SoundFinding).kind === "original") {
    return "Your own sounds are what the others are compared with.";
  }
  if ((finding as CellFinding).eligible === false) {
    return "None of your posts lies within three hours of it, or none on this weekday.";
  }
  if (lift === null || low === null || high === null || !finding.estimate) {
    return `${plural(finding.posts, "post")} of ${finding.of}: too few to compare with the others.`;
  }
  const over =
    finding.posts === 0 && finding.rule === "window"
      ? ", judged from the hours around it"
      : ` over ${plural(finding.posts, "post")}`;
  const numbers = `${effectWords(verdict, { lift, low, high }, finding, settings.level)}${over}`;
  const { probability, probabilityBelow } = finding.estimate;
  if (finding.rule === "backtest") return backtestReason(finding as BacktestFinding, verdict, numbers);
  const missing = missingPosts(finding.estimate, finding.posts);
  switch (verdict) {
    case "supported":
      return `${numbers}; ${formatChance(probability)} sure that it helps.`;
    case "opposed":
      return `${numbers}; ${formatChance(probabilityBelow)} sure that it costs.`;
    case "negligible":
      return `${numbers}: all of it lies within ±${twoFigures(settings.negligible * 100)} %, so it makes no measurable difference.`;
    case "promising":
      return demoted
        ? `${numbers}; ${formatChance(probability)} sure, but following such windows did not pay on later posts.`
        : `${numbers}; ${formatChance(probability)} sure that it helps, not enough for a claim: worth a test.`;
    default:
      // several looks or a small effect can keep a rule from passing although the interval leaves no change out
      if (high < 1 || low > 1) {
        const sure =
          high < 1
            ? `${formatChance(probabilityBelow)} sure that it costs`
            : `${formatChance(probability)} sure that it helps`;
        return `${numbers}; ${sure}, not enough for a claim.`;
      }
      return `${numbers}: it cannot be told apart from no effect${missing === null ? "" : `; ${missing} would tell`}.`;
  }
}

/** What is claimed leads with the half of the interval that promises less; what is not, with all of it. */
function effectWords(
  verdict: Verdict,
  { lift, low, high }: { lift: number; low: number; high: number },
  { outcome, step }: Finding,
  level: number,
): string {
  const subject = `${formatOutcome(outcome)}${step ? ` for ${step}` : ""}`;
  const percent = `${twoFigures(level * 100)} % interval`;
  const whole = formatRange(low, high);
  switch (verdict) {
    case "supported":
    case "promising":
      return `${formatRange(low, lift)} ${subject} (${whole}, ${percent})`;
    case "opposed":
      return `${formatRange(high, lift)} ${subject} (${whole}, ${percent})`;
    default:
      return `${whole} ${subject} (${percent})`;
  }
}

/**
 * How many posts are missing to tell an effect from none (MODEL.md section 7): "about 120 more such posts"; null where they
 * would change little.
 * @param effect posterior mean and sd of the log ratio
 * @param posts posts with the thing so far
 */
export function missingPosts(effect: { mean: number; sd: number }, posts: number): string | null {
  const missing = effect.sd > 0 ? postsMissing(effect, posts) : 0;
  return missing === 0 ? null : `about ${twoFigures(missing)} more such ${missing === 1 ? "post" : "posts"}`;
}

function backtestReason({ posts, of, pValue }: BacktestFinding, verdict: Verdict, numbers: string): string {
  switch (verdict) {
    case "too-few":
      return `${plural(posts, "post")} of ${of} in the test lay in the windows: too few to compare.`;
    case "supported":
      return `${numbers} that lay in the windows learned before; shuffled times do as well with p = ${pValue}.`;
    case "opposed":
      return `${numbers} that lay in the windows learned before: following them cost.`;
    default:
      return `${numbers} that lay in the windows learned before: not proven.`;
  }
}
