import type { Report } from "../../types.ts";
import { formatCount, formatLift, formatRange, plural, wholeNumber } from "../../wording.ts";
import { isoToDay } from "../../zone.ts";
import { instantWords, spanWords } from "../calendar-words.ts";
import { sentences } from "./sentence.ts";

/** The first lines of a report in plain words, without any markup. */
export interface Headline {
  account: string | null;
  /** posts, span, zone, goal */
  facts: string[];
  /** what is normal now */
  usual: string[];
  /** said first where it applies: synthetic data, too few posts */
  notices: string[];
}

const ZONE_SOURCES = {
  flag: "as you said",
  config: "from your settings",
  inferred: "inferred from the data",
  host: "of this computer",
} as const;

const ZONE_SHORT = { flag: "--tz", config: "settings", inferred: "inferred", host: "this computer" } as const;

/** The zone of all hours, and where it came from. */
export function zoneWords(report: Report, short = false): string {
  const { name, source } = report.settings.timeZone;
  return `hours in ${name} (${short ? ZONE_SHORT[source] : ZONE_SOURCES[source]})`;
}

/** Account, posts, span, zone and goal; and what is normal for this creator. */
export function headlineOf(report: Report): Headline {
  const { data, settings } = report;
  const { from, to } = data.span;
  return {
    account: data.account,
    facts: [
      plural(data.posts.total, "post"),
      ...(from !== null && to !== null ? [spanWords(from, to)] : []),
      zoneWords(report, true),
      `goal: ${settings.goal}`,
    ],
    usual: usualOf(report),
    notices: [
      ...(settings.synthetic
        ? ["Synthetic data: this creator was made up to show what a report looks like."]
        : []),
      ...tooFewOf(report),
    ],
  };
}

function usualOf(report: Report): string[] {
  const goal = report.settings.goal;
  const band = report.baseline.perPost[goal];
  const { oneIn } = report.baseline.bigHit;
  const sentences: string[] = [];
  if (band && band.median !== null && band.low !== null && band.high !== null) {
    const share = band.level === 0.8 ? "four in five" : `${Math.round(band.level * 100)} in 100`;
    sentences.push(
      `A usual post gets ${formatCount(band.median)} ${goal}; ${share} land between ${formatCount(band.low)} and ${formatCount(band.high)}.`,
    );
    if (oneIn !== null && oneIn > 0) {
      sentences.push(
        `About one in ${oneIn} reaches ${formatCount(band.median * report.baseline.bigHit.factor)} or more.`,
      );
    }
  }
  return sentences;
}

function tooFewOf(report: Report): string[] {
  const { mature, young, promoted } = report.data.posts;
  const goal = report.settings.goal;
  const fit = report.model.outcomes.find((outcome) => outcome.outcome === goal);
  if (fit && fit.posts >= 30) return [];
  const because = report.data.missing.find((entry) => entry.analysis === goal);
  if (because) return [sentences(because.because)];
  const blocked = report.data.missing.find((entry) => entry.analysis === "model");
  if (blocked && mature > 0) return [`Nothing can be judged on ${goal}: ${clause(blocked.because)}`];
  const grown = [
    `${plural(mature, "post")} old enough to judge`,
    ...(young > 0 ? [`${young} still growing`] : []),
    ...(promoted > 0 ? [`${wholeNumber(promoted)} left out because they are marked as paid`] : []),
  ].join(", ");
  return mature < 30
    ? [`Too few posts for advice on ${goal}: ${grown}; about 30 are needed. What follows only describes.`]
    : [];
}

/** Fewest days that may be stretched to a month (the span that MODEL.md 1.7 asks of every claim). */
const TREND_DAYS = 21;
/** Half a span of fewer days, which is what the trend looks at, is not "the last months". */
const MONTHS_DAYS = 45;
/** Ends of an interval around no change that are farther apart, as a ratio, are no sign of a steady course. */
const STEADY = 1.6;
/** Ends of an interval that are farther apart leave the size of a change open. */
const ANYTHING = 3;

/** Where the goal is heading, drift apart from everything else; null without a trend, and for some days only. */
export function trendWords(report: Report): string | null {
  const { ratio, low, high } = report.baseline.trend.perMonth;
  const { from, to } = report.data.span;
  if (ratio === null || low === null || high === null || from === null || to === null) return null;
  const days = isoToDay(to) - isoToDay(from);
  if (days < TREND_DAYS) return null;
  const range = formatRange(low, high);
  const { goal } = report.settings;
  const when = days / 2 < MONTHS_DAYS ? "Lately" : "Over the last months";
  if (low <= 1 && high >= 1) {
    return high / low <= STEADY
      ? `${when} your ${goal} held about steady (${range} a month).`
      : `Whether your ${goal} rise or fall over the months cannot be told yet (${range} a month).`;
  }
  if (high / low <= ANYTHING) return `${when} your ${goal} changed by about ${range} a month.`;
  const least = formatLift(low > 1 ? low : high).replace(/^[+−]/, "");
  return `${when} your ${goal} ${low > 1 ? "rose" : "fell"}, by about ${least} a month or more.`;
}

/** A sentence as the second half of another. */
const clause = (sentence: string) => `${sentence.slice(0, 1).toLowerCase()}${sentence.slice(1)}`;

/** The date that ages are counted from. */
export function asOfWords(report: Report): string {
  return report.settings.asOf === null ? "no date in the data" : instantWords(report.settings.asOf);
}
