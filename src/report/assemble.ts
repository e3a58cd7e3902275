import type { Dataset, Experiment, Fits, Recommendation, Report, Verdict } from "../types.ts";
import { isoUtc } from "../zone.ts";
import { effectFields } from "./judge.ts";
import type { JudgedFits } from "./judge-fits.ts";
import { reportSettings } from "./report-settings.ts";
import { rounded } from "./rounded.ts";
import { sentence } from "./sentence.ts";
import { OUTCOMES, SCHEMA_VERSION } from "./vocabulary.ts";
import { windowVerdict } from "./window-verdict.ts";

/** All parts of a report. */
export interface Parts {
  tool: Report["tool"];
  meta: Report["meta"];
  dataset: Dataset;
  fits: Fits;
  judged: JudgedFits;
  data: Report["data"];
  recommendations: readonly Recommendation[];
  experiments: readonly Experiment[];
  strategies: readonly { id: string; title: string; verdict: Verdict; reason: string }[];
}

type Body = Pick<
  Report,
  | "settings"
  | "data"
  | "baseline"
  | "model"
  | "windows"
  | "hashtags"
  | "sounds"
  | "features"
  | "duration"
  | "consistency"
  | "momentum"
  | "backtest"
  | "recommendations"
  | "experiments"
  | "strategies"
>;

/**
 * The report of CONTRACT section 4: keys in its order, numbers to six significant digits, every null section with its
 * reason in `data.missing`.
 * @throws RangeError when a number is not finite, which would be a bug of the model
 */
export function assemble(parts: Parts): Report {
  const { fits, judged, data } = parts;
  const report: Body = {
    settings: reportSettings(parts.fits.settings, parts.dataset),
    data,
    baseline: baselineOf(fits),
    model: {
      outcomes: fits.outcomes.map(({ outcome, posts, residualSd, nu, downweighted, parts: blocks }) => ({
        outcome,
        posts,
        residualSd,
        nu,
        downweighted,
        parts: blocks.map(({ part, sd, shareOfVariance }) => ({ part, sd, shareOfVariance })),
      })),
    },
    windows: windowsOf(fits, judged),
    hashtags: judged.hashtags.map((tag) => ({
      key: tag.key,
      label: tag.label,
      group: [...tag.group],
      ...effectFields(tag),
    })),
    sounds: judged.sounds.map((sound) => ({
      key: sound.key,
      label: sound.label,
      kind: sound.kind,
      trending: sound.trending,
      ...effectFields(sound),
    })),
    features: judged.features.map((feature) => ({
      key: feature.key,
      label: feature.label,
      ...effectFields(feature),
    })),
    duration: durationOf(fits, judged),
    consistency: consistencyOf(fits, judged),
    momentum: fits.momentum,
    backtest: backtestOf(judged),
    recommendations: [...parts.recommendations],
    experiments: [...parts.experiments],
    strategies: [...parts.strategies],
  };
  const missing = missingOf(report, fits);
  return {
    schemaVersion: SCHEMA_VERSION,
    tool: parts.tool,
    meta: parts.meta,
    ...(rounded({ ...report, data: { ...data, missing } }) as Body),
  };
}

/** The bands in the order of the contract. */
function baselineOf({ baseline: { perPost, bigHit, trend } }: Fits): Report["baseline"] {
  const bands: Report["baseline"]["perPost"] = {};
  for (const outcome of OUTCOMES) {
    const band = perPost[outcome];
    if (band) bands[outcome] = { ...band };
  }
  return { perPost: bands, bigHit, trend };
}

function windowsOf({ goal, windows }: Fits, judged: JudgedFits): Report["windows"] {
  return {
    outcome: goal,
    ...windowVerdict(windows.barred, judged.best, judged.eligible),
    habit: windows.habit.map(({ weekday, hour, share }) => ({ weekday: weekday + 1, hour, share })),
    best: judged.best.map((window) => {
      const { outcome, posts, ...effect } = effectFields(window);
      return {
        id: window.id,
        weekdays: window.weekdays.map((weekday) => weekday + 1),
        startHour: window.startHour,
        endHour: window.endHour,
        outcome,
        posts,
        nextAt: isoUtc(window.nextAt),
        ...effect,
      };
    }),
    grid: judged.cells.map((cell) => ({
      weekday: cell.weekday + 1,
      hour: cell.hour,
      ...effectFields(cell),
    })),
    audience: windows.audience && {
      source: windows.audience.source,
      byHour: [...windows.audience.byHour],
    },
  };
}

/** `bestSeconds`: the length with the largest effect, if it is supported or promising (MODEL.md 4.5). */
function durationOf(fits: Fits, { duration }: JudgedFits): Report["duration"] {
  if (!fits.duration) return null;
  const mean = (point: (typeof duration)[number]) => point.estimate?.mean ?? Number.NEGATIVE_INFINITY;
  const best = duration.reduce<(typeof duration)[number] | null>(
    (found, point) => (!found || mean(point) > mean(found) ? point : found),
    null,
  );
  const speaks = best?.verdict === "supported" || best?.verdict === "promising";
  return {
    bestSeconds: best && speaks ? best.seconds : null,
    curve: duration.map((point) => ({ seconds: point.seconds, ...effectFields(point) })),
  };
}

function consistencyOf({ consistency }: Fits, { matters }: JudgedFits): Report["consistency"] {
  if (!consistency) return null;
  const { score, low, high, parts, postsPerWeek, longestGapDays, weeks } = consistency;
  return {
    score,
    low,
    high,
    parts: { ...parts },
    postsPerWeek,
    longestGapDays,
    weeks,
    matters: matters && effectFields(matters),
  };
}

function backtestOf({ backtest }: JudgedFits): Report["backtest"] {
  if (!backtest) return null;
  const { naive: _, ...effect } = effectFields(backtest);
  const { posts: followed, slope, pValue, naiveMethod } = backtest;
  return { ...effect, followed, slope, pValue, naive: { ...naiveMethod } };
}

/** Why a section is null where nothing more exact is known. */
const NULL_SECTIONS = {
  duration: "No length of a video is known.",
  consistency: "It needs four whole weeks, 8 posts and 6 posting days.",
  momentum: "It needs two exports of the same posts.",
  backtest: "It needs 60 settled posts with a time of day and enough of them to learn from.",
} as const;
/** Settled posts with a time of day that a backtest needs (MODEL.md 8.1). */
const BACKTEST_POSTS = 60;
type NullSection = keyof typeof NULL_SECTIONS;
const NULLABLE = Object.keys(NULL_SECTIONS) as NullSection[];

function backtestReason({ mature }: Fits): string {
  const timed = mature.filter(({ postedAt }) => postedAt !== null).length;
  const here = timed < BACKTEST_POSTS ? ` There are ${timed}.` : "";
  return `${NULL_SECTIONS.backtest}${here}`;
}

/** What is missing, each analysis once, with an entry for every section that is null. */
function missingOf(report: Pick<Report, "data" | NullSection>, fits: Fits): Report["data"]["missing"] {
  const all = new Map<string, Report["data"]["missing"][number]>();
  for (const entry of [...fits.missing, ...report.data.missing]) {
    const { analysis, because, getItFrom } = entry;
    if (!all.has(analysis)) {
      all.set(analysis, { analysis, because: sentence(because), getItFrom: sentence(getItFrom) });
    }
  }
  for (const analysis of NULLABLE) {
    if (report[analysis] === null && !all.has(analysis)) {
      const getItFrom = "Post on, export again, and keep the older export.";
      const because = analysis === "backtest" ? backtestReason(fits) : NULL_SECTIONS[analysis];
      all.set(analysis, { analysis, because, getItFrom });
    }
  }
  return [...all.values()];
}
