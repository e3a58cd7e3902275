import type { FeatureColumn } from "../model/feature-column.ts";
import { postFeatures } from "../model/features.ts";
import { median } from "../stats/quantile.ts";
import type { AnalysisSettings, Post, Report } from "../types.ts";
import { localTime, type Zone } from "../zone.ts";

/** Tells for every post of one list whether it does what a finding is about; null = not known. Null for unknown subjects. */
export type DoesIt = (findingId: string) => (boolean | null)[] | null;

const LENGTH_FACTOR = 1.25;
const WINDOW_HOURS = 3;

/**
 * Looks at posts the way findings do (a window of other than three hours names its end: "windows/6-0-4"): does a post lie in the window, carry the tag, use the sound, show the feature?
 * Of a number (hashtags, caption length ...) more than the account's own median counts as doing it.
 * @param posts dated, in order of time
 * @param before of these posts that many belong to the time whose median is meant
 * @param report the report that the ids come from
 */
export function doesIt(
  posts: readonly Post[],
  before: number,
  report: Report,
  zone: Zone,
  settings: Pick<AnalysisSettings, "labels" | "trends">,
): DoesIt {
  let features: Map<string, FeatureColumn> | null = null;
  return (findingId) => {
    const slash = findingId.indexOf("/");
    const [section, key] = [findingId.slice(0, slash), findingId.slice(slash + 1)];
    switch (section) {
      case "windows":
        return inWindow(posts, key, zone);
      case "hashtags": {
        const group = report.hashtags.find((tag) => tag.key === key)?.group ?? [];
        const keys = new Set([key, ...group]);
        return posts.map(({ title, hashtags }) =>
          title === null && hashtags.length === 0 ? null : hashtags.some((tag) => keys.has(tag)),
        );
      }
      case "sounds":
        return key === "group:library"
          ? posts.map(({ soundOrigin }) => soundOrigin && soundOrigin === "library")
          : posts.map(({ soundKey }) => (soundKey === null ? null : soundKey === key));
      case "duration":
        return posts.map(({ durationSeconds }) =>
          durationSeconds === null
            ? null
            : Math.abs(Math.log(durationSeconds / Number(key))) <= Math.log(LENGTH_FACTOR) + 1e-9,
        );
      case "features":
      case "consistency": {
        features ??= new Map(postFeatures(posts, posts, settings).map((column) => [column.key, column]));
        const column = features.get(section === "consistency" ? "recent-posts" : key);
        return column && column.absent === null ? featureValues(column, before) : null;
      }
      default:
        return null;
    }
  };
}

function inWindow(posts: readonly Post[], key: string, zone: Zone): (boolean | null)[] | null {
  const match = /^([1-7](?:\.[1-7])*)-(\d{1,2})(?:-(\d{1,2}))?$/.exec(key);
  if (!match) return null;
  const weekdays = new Set(match[1]!.split(".").map((day) => Number(day) - 1));
  const start = Number(match[2]);
  const end = match[3] === undefined ? start + WINDOW_HOURS : Number(match[3]);
  return posts.map(({ postedAt, precision }) => {
    if (postedAt === null || precision === "day" || precision === "unknown") return null;
    const { weekday, hour } = localTime(zone, postedAt);
    return weekdays.has(weekday) && hour >= start && hour < end;
  });
}

function featureValues({ values, numeric }: FeatureColumn, before: number): (boolean | null)[] {
  if (!numeric) return Array.from(values, (value) => (value < 0 ? null : value > 0));
  const known = Array.from(values.slice(0, before)).filter((value) => !Number.isNaN(value));
  const usual = known.length > 0 ? median(known) : Number.NaN;
  return Array.from(values, (value) => (Number.isNaN(value) || Number.isNaN(usual) ? null : value > usual));
}
