import type { EffectFields, Experiment, Recommendation, Report, Warning } from "./report/schema.ts";
import type { GOALS, OUTCOMES, RECOMMENDATION_KINDS, VERDICTS } from "./report/vocabulary.ts";
import type { ColumnMapping, Context, FileLedger, InputFile, Ledger, TimeNote } from "./types/export.ts";
import type { Zone } from "./zone.ts";

export type {
  CompareDocument,
  EffectFields,
  Experiment,
  InspectDocument,
  PlanDocument,
  Recommendation,
  Report,
  ReportData,
  ReportSettings,
  Warning,
} from "./report/schema.ts";
export type {
  ColumnMapping,
  Context,
  ContextDay,
  FileLedger,
  InputFile,
  Ledger,
  TimeNote,
} from "./types/export.ts";
export type { Zone } from "./zone.ts";

export type Outcome = (typeof OUTCOMES)[number];
export type Goal = (typeof GOALS)[number];
export type Verdict = (typeof VERDICTS)[number];
export type RecommendationKind = (typeof RECOMMENDATION_KINDS)[number];
export type Effort = "low" | "medium" | "high";

/** The five counts of a post; null = not in the export, never 0. */
export interface Counts {
  views: number | null;
  likes: number | null;
  comments: number | null;
  shares: number | null;
  saves: number | null;
}

/** Counts of a post as they stood at an instant (ms UTC). */
export interface Snapshot extends Counts {
  at: number | null;
}

/** Where a post's sound comes from: the account's own original sound, or any other (library, or somebody else's original). */
export type SoundOrigin = "own" | "library";

/** One post as understood from all exports together: its newest snapshot, with the older ones as history. */
export interface Post extends Counts {
  /** 17 to 20 digits, or null where the export has none */
  id: string | null;
  /** unique and stable: id, else account + time + link or title; the last key of every sort */
  key: string;
  /** "@handle" in lower case, or null */
  account: string | null;
  title: string | null;
  /** instant of posting, ms UTC; null where only the day is known */
  postedAt: number | null;
  /** local day, "YYYY-MM-DD": as the export gives it where it gives only a day, else of postedAt in the report's zone */
  postedOn: string | null;
  precision: "second" | "minute" | "hour" | "day" | "unknown";
  /** instant that orders posts and stands for t in the model: postedAt, else local noon of postedOn, in ms UTC; null = no date */
  sortAt: number | null;
  scheduled: boolean;
  /** the export says that it is an ad or a paid partnership */
  promoted: boolean;
  /** true = photo post, false = video, null = the export cannot tell */
  photo: boolean | null;
  /** instant of the counts, ms UTC: the file's snapshot time, else as-of */
  snapshotAt: number;
  durationSeconds: number | null;
  soundId: string | null;
  /** name of the sound as the export shows it */
  sound: string | null;
  /** stable key of the sound: its id, else its name (original sounds without id: by author); null = no sound known */
  soundKey: string | null;
  soundOrigin: SoundOrigin | null;
  /** keys with "#", NFC, lower case, each once, in order of use */
  hashtags: readonly string[];
  /** display forms of the hashtags, same order */
  hashtagLabels: readonly string[];
  /** the --labels columns: column -> value, null where the cell is empty; null prototype */
  labels: Readonly<Record<string, string | null>>;
  /** further numbers some exports have */
  averageWatchSeconds: number | null;
  completionRate: number | null;
  newFollowers: number | null;
  /** older snapshots, oldest first */
  snapshots: readonly Snapshot[];
  /** where the newest snapshot stands */
  file: string;
  line: number | null;
}

/** Everything the exports say, in one value; what the rooms behind `read` work on. */
export interface Dataset {
  /** sorted by (sortAt, key); posts without date last */
  posts: readonly Post[];
  /** every account named in the input, sorted */
  accounts: readonly string[];
  /** the account of the posts; null where none is named */
  account: string | null;
  files: readonly FileLedger[];
  rows: Ledger;
  columns: readonly ColumnMapping[];
  warnings: readonly Warning[];
  context: Context;
  zone: Zone;
  zoneSource: "flag" | "config" | "inferred" | "host";
  /** reference instant, ms UTC; null only without any dated post */
  asOf: number | null;
  inputs: readonly InputFile[];
  times?: readonly TimeNote[];
  /** texts were not kept (`detail`): a text that the export has is "" */
  isReduced?: boolean;
}

/** One line of the --trends file: a sound or hashtag that was trending from one day to another (null = still). */
export interface Trend {
  kind: "sound" | "hashtag";
  /** sound id or "#tag" */
  key: string;
  name: string;
  from: string;
  to: string | null;
}

/** What the analysis is asked for. Rates and shares in [0,1]. */
export interface AnalysisSettings {
  goal: Goal;
  level: number;
  fdr: number;
  negligible: number;
  minAgeHours: number;
  perWeek: number | null;
  since: string | null;
  until: string | null;
  labels: readonly string[];
  trends: readonly Trend[];
  synthetic: boolean;
}

/** Posterior of an effect as log ratio (natural log), with the quantiles of the settings' level. */
export interface Estimate {
  mean: number;
  sd: number;
  /** log units */
  low: number;
  high: number;
  /** P(effect > 0) */
  probability: number;
  /** P(effect < 0); 1 - probability but for hashtags, whose spike at 0 has mass of its own */
  probabilityBelow: number;
  /** hashtags: the interval before the spike-and-slab stage */
  firstStage?: { low: number; high: number };
}

/** The row of MODEL.md section 4 that decides what may be claimed. */
export type ClaimRule = "cell" | "window" | "hashtag" | "sound" | "feature" | "duration" | "backtest";

/** One thing measured on the posts, before anybody may speak about it. */
export interface Finding {
  /** "<section>/<key>", e.g. "hashtags/#booktok" */
  id: string;
  section: "windows" | "grid" | "hashtags" | "sounds" | "features" | "duration" | "consistency" | "backtest";
  key: string;
  /** for people; may hold text of the export */
  label: string;
  rule: ClaimRule;
  outcome: Outcome;
  /** mature posts with the thing, and mature posts with the outcome */
  posts: number;
  of: number;
  /** ratio of plain averages; null where undefined */
  naive: number | null;
  /** null without a fit or without a column */
  estimate: Estimate | null;
  /** set where the minimum data of MODEL.md 1.7 or section 4 are not there: no claim is possible */
  barred: { verdict: "too-few" | "not-in-data" | "error"; reason: string } | null;
  /** calls to action are one family of the step-up rule, all other features another */
  family?: "call-to-action" | "other";
  /** numeric features: what one step means, e.g. "one more hashtag" */
  step?: string;
  /** share of the habit posts (MODEL.md 4.1) that already do it, in [0,1]: what is left to gain */
  habitShare: number;
  /** how much of the effect to expect again (MODEL.md section 7, "From what was to what to expect") */
  carryOver: { d: number; spread: number };
}

/** A hashtag; `group` holds the keys that share its column. */
export interface HashtagFinding extends Finding {
  group: readonly string[];
}

export interface SoundFinding extends Finding {
  kind: "original" | "library" | "group";
  trending: boolean | null;
}

/** One cell of the week. weekday 0 = Monday; `eligible` by the distance rule of MODEL.md 4.1. */
export interface CellFinding extends Finding {
  weekday: number;
  hour: number;
  eligible: boolean;
}

/** A window of three hours on one or more weekdays (0 = Monday). */
export interface WindowFinding extends Finding {
  weekdays: readonly number[];
  startHour: number;
  endHour: number;
  /** next local start after as-of, ms UTC */
  nextAt: number;
}

export interface DurationFinding extends Finding {
  seconds: number;
}

/** The backtest of MODEL.md 8.1: `posts` = test posts that lay in the fold's windows, `of` = all test posts. */
export interface BacktestFinding extends Finding {
  slope: number | null;
  pValue: number | null;
  /** the hour with the best plain average: what it claimed in training and what it brought in the test */
  naiveMethod: { claimed: number | null; realised: number | null };
}

/** One fitted outcome. Everything in log units (already times s0). */
export interface OutcomeFit {
  outcome: Outcome;
  posts: number;
  residualSd: number;
  nu: number;
  downweighted: number;
  parts: readonly { part: string; sd: number; shareOfVariance: number }[];
  /** variance that one post brings to the robust mean (MODEL.md section 7, power) */
  perPostVariance: number;
}

/** A band of what is normal, in the outcome's own unit (count, or rate in [0,1]); null below five posts. */
export interface Band {
  median: number | null;
  low: number | null;
  high: number | null;
  level: number;
}

export interface ConsistencyScore {
  score: number;
  low: number;
  high: number;
  parts: { delivery: number; regularity: number; coverage: number; stability: number | null };
  postsPerWeek: number;
  longestGapDays: number;
  weeks: number;
  /** the plan it was judged against, posts per week */
  plan: number;
}

/** What the posts say: all that `model` computes for one dataset, before judging. */
export interface Fits {
  goal: Goal;
  settings: AnalysisSettings;
  /** posts per week of the plan: --per-week, else own median (at least 1) */
  plan: number;
  counts: {
    total: number;
    mature: number;
    young: number;
    withHour: number;
    dateOnly: number;
    scheduled: number;
    /** marked as ads or branded content: outside every comparison */
    promoted: number;
  };
  /** the mature, not promoted posts, in model order; indices of `habit` and others refer to it */
  mature: readonly Post[];
  outcomes: readonly OutcomeFit[];
  /** per outcome: why there is no fit, or why nothing may be claimed; absent = claims are allowed */
  barred: Partial<Record<Outcome, { verdict: "too-few" | "not-in-data" | "error"; reason: string }>>;
  windows: {
    barred: Finding["barred"];
    habit: readonly { weekday: number; hour: number; share: number }[];
    /** 168, weekday-major from Monday 0 h */
    cells: readonly CellFinding[];
    best: readonly WindowFinding[];
    /** every eligible window (one weekday each), unranked: for the summary and the verdict */
    eligible: readonly WindowFinding[];
    audience: { source: string; byHour: readonly number[] } | null;
  };
  hashtags: readonly HashtagFinding[];
  sounds: readonly SoundFinding[];
  features: readonly Finding[];
  duration: { points: readonly DurationFinding[] } | null;
  /** the feature recent-posts as finding "consistency/matters" */
  matters: Finding | null;
  baseline: {
    perPost: Partial<Record<Outcome, Band>>;
    bigHit: Report["baseline"]["bigHit"];
    trend: Report["baseline"]["trend"];
  };
  consistency: ConsistencyScore | null;
  momentum: Report["momentum"];
  /** null (or absent) below 60 mature posts with hour; its reason is in `missing` */
  backtest?: BacktestFinding | null;
  /** MODEL.md 8.3: only explain and the strategy table show it */
  snowball: Estimate | null;
  /** why a section is null or not in the data: section name -> sentence and where to get it */
  missing: readonly { analysis: string; because: string; getItFrom: string }[];
}

declare const judgedBrand: unique symbol;

/** A finding with its verdict. Only report/judge makes one, and advice can be made from nothing else. */
export interface Judged extends Finding {
  readonly verdict: Verdict;
  /** a sentence: why this verdict */
  readonly reason: string;
  /** exp of the estimate, as printed: lift clipped to [low, high] */
  readonly lift: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly [judgedBrand]: true;
}

export interface Source {
  document: string;
  heading: string;
}

export type { Reporter, View } from "./types/reporter.ts";
export type {
  AdviceContext,
  AdviceText,
  DataGap,
  HabitAdvice,
  Measurement,
  NeededField,
  PracticeAdvice,
  Strategy,
  StrategyFact,
  StrategyMeta,
  StrategyStanding,
  TestIdea,
} from "./types/strategy.ts";

export type {
  EffectFields as ReportEffect,
  Experiment as ReportExperiment,
  Recommendation as ReportRecommendation,
};
