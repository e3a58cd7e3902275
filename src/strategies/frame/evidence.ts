import { postsMissing } from "../../model/power.ts";
import type { AdviceContext, AdviceText, Fits, Judged } from "../../types.ts";
import {
  formatChance,
  formatLift,
  formatOutcome,
  formatRange,
  formatShare,
  moreOrFewer,
  plural,
  twoFigures,
} from "../../wording.ts";

/** How a finding's posts are named. */
export interface Subject {
  /** after a number of posts: "with #booktok" */
  with: string;
  /** after "comparable posts": "without it" */
  without: string;
}

/** What would change advice to do or to stop something. */
const UNTIL = "Then export again: this advice ends once its interval includes no change.";

/** Differences between a plain average and the model that are worth a sentence, as a ratio. */
const WORTH_SAYING = 1.2;

/**
 * What the posts showed, the cautious half first: "22 posts with #x got 8 to 23 % more likes than comparable posts without
 * it (90 % interval +8 to +41 %, 97 % sure)." Then the plain average, where it claims something else.
 * @param judged a finding with an estimate
 */
export function evidence(judged: Judged, subject: Subject, fits: Fits): string {
  const { lift, low, high, posts, outcome, estimate, naive, step } = judged;
  if (lift === null || low === null || high === null || !estimate) return judged.reason;
  const cautious = moreOrFewer(lift < 1 ? high : low, lift, formatOutcome(outcome));
  const than = cautious.includes("times the") ? "of" : "than";
  const sure =
    lift < 1
      ? `${formatChance(estimate.probabilityBelow)} sure that it costs`
      : `${formatChance(estimate.probability)} sure`;
  const interval = `${formatShare(fits.settings.level)} interval ${formatRange(low, high)}, ${sure}`;
  const what = step
    ? `Per step (${step}), posts got ${cautious} ${than} comparable posts (${interval}, ${plural(posts, "post")}).`
    : posts === 0
      ? `None of your posts lies there yet; going by the hours around it, posts ${subject.with} would get about ${cautious} ${than} comparable posts ${subject.without} (${interval}).`
      : `${plural(posts, "post")} ${subject.with} got ${cautious} ${than} comparable posts ${subject.without} (${interval}).`;
  return `${what}${naiveSentence(naive, lift)}`;
}

function naiveSentence(naive: number | null, lift: number): string {
  if (naive === null || !(naive > 0) || Math.abs(Math.log(naive / lift)) < Math.log(WORTH_SAYING)) return "";
  const claim = naive < 0.1 ? `${twoFigures(naive)} times` : formatLift(naive);
  return ` A plain average would claim ${claim}.`;
}

/** What one piece of advice says in each of its kinds; parts that are left out are not advised. */
export interface LeverWords {
  subject: Subject;
  do?: { title?: string; action: string };
  stop?: { title?: string; action: string };
  test?: { title?: string; action: string };
  /** a remark for all kinds: what the data cannot tell apart */
  caveat?: string;
  /** the next step of `do`; default: some of the next posts */
  next?: string;
  /** the next step of `stop`; default: the same in the next posts */
  nextWithout?: (coming: number) => string;
}

/**
 * Advice on one lever: what to do, why with numbers, and the next step.
 * @returns null where the kind has no words
 */
export function leverAdvice(judged: Judged, context: AdviceContext, words: LeverWords): AdviceText | null {
  const said = words[context.kind];
  if (!said) return null;
  const parts = [evidence(judged, words.subject, context.fits), expectation(context), words.caveat ?? ""];
  return {
    ...(said.title === undefined ? {} : { title: said.title }),
    action: said.action,
    why: parts.filter((part) => part !== "").join(" "),
    next: nextStep(judged, context, words),
    ...(context.kind === "test" ? { test: testWords(judged, words.subject) } : {}),
  };
}

function expectation({ expected }: AdviceContext): string {
  if (!expected) return "";
  return `Such effects come back only in part: expect about ${formatLift(expected.lift)} (${formatRange(expected.low, expected.high)}) for the posts to come.`;
}

function nextStep(
  judged: Judged,
  { kind, fits, postsPerArm }: AdviceContext,
  { next, nextWithout }: LeverWords,
): string {
  const coming = upcoming(fits);
  switch (kind) {
    case "do":
      return `${next ?? `Do it in ${Math.ceil(coming / 2)} of your next ${plural(coming, "post")}.`} ${UNTIL}`;
    case "stop":
      return `${nextWithout?.(coming) ?? `Do so in your next ${plural(coming, "post")}.`} ${UNTIL}`;
    case "test":
      return `${testLength(judged, postsPerArm)} Then export again.`;
  }
}

/** The question of an experiment on a lever, and its two arms. */
function testWords({ outcome, step }: Judged, subject: Subject): NonNullable<AdviceText["test"]> {
  return step
    ? { question: `Does it bring more ${formatOutcome(outcome)}: ${step}?`, arms: [step, "as usual"] }
    : {
        question: `Do posts ${subject.with} get more ${formatOutcome(outcome)} than posts ${subject.without}?`,
        arms: [`posts ${subject.with}`, `posts ${subject.without}`],
      };
}

function testLength(judged: Judged, postsPerArm: number | null): string {
  if (postsPerArm !== null)
    return `Alternate the two: ${plural(postsPerArm, "post")} each, inside the same weeks.`;
  const missing = judged.estimate ? postsMissing(judged.estimate, judged.posts) : 0;
  return missing > 0
    ? `About ${twoFigures(missing)} more posts with it would settle it.`
    : "Alternate the two inside the same weeks.";
}

/** Posts of about two weeks of the plan, at least four. */
export function upcoming(fits: Fits): number {
  return Math.max(4, Math.round(2 * fits.plan));
}
