import type { Dataset, Effort, Finding, Fits, Judged, Outcome, Recommendation, Source } from "../types.ts";

/** What a strategy reads of the data: fields of posts, series of the context files, or what the user adds. */
export type NeededField =
  | "title"
  | "postedAt"
  | "hashtags"
  | "sound"
  | "durationSeconds"
  | "views"
  | "likes"
  | "comments"
  | "shares"
  | "saves"
  | "photo"
  | "labels"
  | "snapshots"
  | "averageWatchSeconds"
  | "completionRate"
  | "newFollowers"
  | "followers"
  | "followerActivity"
  | "territories"
  | "gender"
  | "trends";

/** What a strategy is, apart from any data: one entry of the catalogue. */
export interface StrategyMeta {
  /** a noun; file name, JSON id, docs anchor */
  id: string;
  /** imperative; shown as advice only when supported */
  title: string;
  /** what the documents claim, in own words */
  claim: string;
  /** how it is judged on the posts, in a sentence or two */
  method: string;
  /** what the data cannot show, or how the claim is limited */
  limits: string;
  /** without one of these the verdict is not-in-data */
  needs: readonly NeededField[];
  /** further fields that are read where they are there; nothing else of the posts and context may matter */
  uses?: readonly NeededField[];
  sources: readonly Source[];
  effort: Effort;
  /** what the lever is judged on; "goal" = the goal of the analysis; null = nothing in the posts shows it */
  outcome: Outcome | "goal" | null;
  /** for `explain`: what research and real accounts say; one paragraph each, may be empty */
  research: readonly string[];
}

/** What a strategy says about one account when nothing of it was judged. */
export interface StrategyStanding {
  verdict: "promising" | "unclear" | "too-few" | "not-in-data" | "manual";
  /** a sentence */
  reason: string;
}

/** The words of one recommendation. Every number comes from the finding or the measured fact. */
export interface AdviceText {
  /** default: the strategy's title */
  title?: string;
  /** what to do, concretely */
  action: string;
  /** why, with numbers, the cautious half first */
  why: string;
  next: string;
  /** kind `test` of a judged finding: what the experiment asks, the new thing first, then what is done now */
  test?: { question: string; arms: readonly [string, string] };
}

/** A number of the account with the sentence that says it; described, not judged. */
export interface StrategyFact {
  /** unique within the strategy, e.g. "share-of-week" */
  key: string;
  value: number | null;
  text: string;
}

/** Advice from facts of cadence and spread, which needs no effect: kind `habit`. */
export interface HabitAdvice extends AdviceText {
  /** ids of findings or names of sections ("consistency", "windows", "baseline"); first one makes the recommendation's id; may be empty */
  evidence: readonly string[];
}

/** A question that alternating two ways of posting would answer: kind `test`, and an entry of `experiments`. */
export interface TestIdea extends AdviceText {
  /** finding id, or the strategy's id where there is no finding */
  subject: string;
  question: string;
  outcome: Outcome;
  /** the new thing first, then what is done now */
  arms: readonly [string, string];
  /** what is known: mean and sd of the log ratio; of the catalogue's table where the account has no data of its own */
  effect: { mean: number; sd: number };
  /** posts per week that would change if it pays */
  affected: number;
  /** where the first arm is a time of the week: 0 = Monday, whole hours, the end exclusive; the plan then puts slots there */
  window?: { weekdays: readonly number[]; startHour: number; endHour: number };
}

/** A missing export that would unlock an analysis: kind `data`. */
export interface DataGap extends AdviceText {
  /** what the export is, the same for all strategies that miss it ("sound", "hour", "followers"): the report offers each once */
  key: string;
  getItFrom: string;
  /** true where the goal itself cannot be judged without it: it then stands above everything */
  blocksGoal: boolean;
}

/** Manual advice of the documents: kind `practice`; the report shows at most five, those that fit best. */
export interface PracticeAdvice extends AdviceText {
  /** in [0,1]: how well it fits this account */
  fit: number;
}

/**
 * What one strategy found in one account. It only measures and words; which of its findings count, and which
 * recommendations are made, the report decides.
 *
 * Verdict of the strategy (CONTRACT section 4): over the judged `findings`; without any, that of `standing`. The reason is
 * the leading finding's (its label and reason), else that of `standing`.
 */
export interface Measurement {
  /** subjects to judge, taken from the fits; the same finding may be given by several strategies, the first in the registry owns it */
  findings: readonly Finding[];
  /** always set where `findings` is empty */
  standing: StrategyStanding | null;
  facts: readonly StrategyFact[];
  habits: readonly HabitAdvice[];
  tests: readonly TestIdea[];
  gaps: readonly DataGap[];
  practice: PracticeAdvice | null;
}

/** What advice may know besides its finding. */
export interface AdviceContext {
  kind: "do" | "stop" | "test";
  fits: Fits;
  dataset: Dataset;
  /** forecast and gain as the recommendation prints them; null for tests */
  expected: Recommendation["expected"];
  /** kind `test`: posts per arm of the experiment, if one is offered */
  postsPerArm: number | null;
}

/** One documented strategy. It cannot speak: advice is made from a judged finding, and only the report judges. */
export interface Strategy {
  meta: StrategyMeta;
  /** pure; a throw becomes the strategy's verdict `error` */
  measure(fits: Fits, dataset: Dataset): Measurement;
  /** the words for a judged finding of this strategy; null = listed, but nothing to advise */
  advise(judged: Judged, context: AdviceContext): AdviceText | null;
}
