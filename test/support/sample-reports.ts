import type { Outcome, Report, Verdict } from "../../src/types.ts";
import { HOSTILE_STRINGS } from "./hostile-strings.ts";
import { sampleEffect, unfitted } from "./sample-effect.ts";
import { richReport } from "./sample-report.ts";

/** Seven posts of two weeks: nothing is fitted, nearly everything is null. */
export function tinyReport(): Report {
  const rich = richReport();
  const none = unfitted("likes", 0, 5, "too-few");
  return {
    ...rich,
    settings: { ...rich.settings, timeZone: { name: "Europe/Vienna", source: "host" } },
    data: {
      ...rich.data,
      account: null,
      files: [
        { name: "Content.csv", format: "studio-content", rows: 7, used: 7, merged: 0, dropped: 0, other: 0 },
      ],
      rows: { read: 7, used: 7, merged: 0, dropped: 0, other: 0 },
      posts: { total: 7, mature: 5, young: 2, withHour: 5, dateOnly: 0, scheduled: 0, promoted: 0 },
      span: { from: "2026-11-04", to: "2026-11-16" },
      coverage: { views: 1, likes: 1, title: 1, durationSeconds: 0, sound: 0 },
      warnings: [
        {
          code: "FEW_POSTS",
          severity: "info",
          message: "Only 7 posts: too few (a small sample) for most findings.",
          count: 1,
          at: [],
        },
      ],
      missing: [
        {
          analysis: "sounds",
          because: "The export has no sounds.",
          getItFrom: "Download your data as JSON from TikTok's settings.",
        },
        {
          analysis: "duration",
          because: "The export has no durations.",
          getItFrom: "Download your data as JSON from TikTok's settings.",
        },
        {
          analysis: "consistency",
          because: "A score needs at least four weeks and eight posts.",
          getItFrom: "Add exports of other weeks.",
        },
        {
          analysis: "backtest",
          because: "Only 5 posts are old enough; 60 are needed.",
          getItFrom: "Add exports of other weeks.",
        },
      ],
      weeks: [
        { startsOn: "2026-11-04", posts: 4, median: 31, bigHits: 0 },
        { startsOn: "2026-11-11", posts: 3, median: null, bigHits: 0 },
      ],
    },
    baseline: {
      perPost: { likes: { median: 31, low: 12, high: 64, level: 0.8 } },
      bigHit: { factor: 5, share: null, oneIn: null },
      trend: { perMonth: { ratio: null, low: null, high: null } },
    },
    model: { outcomes: [] },
    windows: {
      outcome: "likes",
      verdict: "too-few",
      summary: "Only 5 posts have an hour; 12 are needed.",
      habit: [{ weekday: 3, hour: 17, share: 1 }],
      best: [],
      grid: rich.windows.grid.map(({ weekday, hour }) => ({ weekday, hour, ...none })),
      audience: null,
    },
    hashtags: [{ key: "#garden", label: "#garden", group: [], ...unfitted("likes", 3, 5, "too-few") }],
    sounds: [],
    features: [],
    duration: null,
    consistency: null,
    momentum: null,
    backtest: null,
    recommendations: rich.recommendations
      .filter(({ kind }) => kind === "data" || kind === "practice")
      .map((recommendation, index) => ({ ...recommendation, rank: index + 1 })),
    experiments: [],
    strategies: rich.strategies.map((strategy) =>
      strategy.verdict === "manual"
        ? strategy
        : { ...strategy, verdict: "too-few", reason: "Only 5 posts are old enough." },
    ),
  };
}

/** Likes only, as the full-history download gives them: no views, no ids, hours known. */
export function noViewsReport(): Report {
  const rich = richReport();
  const { likes } = rich.baseline.perPost;
  return {
    ...rich,
    settings: { ...rich.settings, timeZone: { name: "America/Sao_Paulo", source: "flag" } },
    data: { ...rich.data, account: "@sem.views", coverage: { likes: 1, views: 0, comments: 0, sound: 0.93 } },
    baseline: { ...rich.baseline, perPost: likes ? { likes } : {} },
    windows: { ...rich.windows, verdict: "unclear", best: [], audience: null },
    features: rich.features.map((feature) => ({ ...feature, outcome: "likes" })),
    momentum: {
      pairs: 22,
      curve: { a: 14, b: 0.7 },
      young: [
        { id: null, ageHours: 30.4, views: 5100, expected: 7900, low: 5200, high: 14_000, place: "within" },
      ],
      early: null,
    },
  };
}

/** A creator on whose posts nothing makes a difference. */
export function dullReport(): Report {
  const rich = richReport();
  const flat = (outcome: Outcome, posts: number, verdict: Verdict = "negligible") =>
    sampleEffect(outcome, posts, 0.004, 0.03, verdict, 1.4);
  return {
    ...rich,
    settings: { ...rich.settings, synthetic: true, goal: "views" },
    data: { ...rich.data, account: "@dull.days" },
    windows: {
      ...rich.windows,
      outcome: "views",
      verdict: "negligible",
      summary: "Even the best hour would not bring more than about +6 %.",
      best: [],
      grid: rich.windows.grid.map(({ weekday, hour, posts }) => ({ weekday, hour, ...flat("views", posts) })),
    },
    hashtags: rich.hashtags.slice(0, 7).map((tag) => ({ ...tag, ...flat("views", tag.posts) })),
    sounds: [],
    features: rich.features.map((feature) => ({ ...feature, ...flat("views", feature.posts) })),
    duration: {
      bestSeconds: null,
      curve: [15, 30, 60].map((seconds) => ({ seconds, ...flat("views", 40) })),
    },
    recommendations: rich.recommendations
      .filter(({ kind }) => kind === "practice")
      .map((practice) => ({ ...practice, rank: 1 })),
    experiments: [],
    backtest: {
      ...sampleEffect("views", 4, 0, 0.2, "too-few"),
      naive: { claimed: null, realised: null },
      followed: 4,
      slope: null,
      pValue: null,
    },
  };
}

/** Hostile text wherever an export's or a user's text can stand. */
export function hostileReport(): Report {
  const rich = richReport();
  const text = (index: number) => HOSTILE_STRINGS[index % HOSTILE_STRINGS.length]!;
  return {
    ...rich,
    meta: {
      ...rich.meta,
      inputs: HOSTILE_STRINGS.map((name) => ({ name, bytes: 1, sha256: "0".repeat(64) })),
    },
    settings: { ...rich.settings, timeZone: { name: text(3), source: "flag" }, labels: [...HOSTILE_STRINGS] },
    data: {
      ...rich.data,
      account: text(0),
      files: HOSTILE_STRINGS.map((name) => ({
        name,
        format: name,
        rows: 1,
        used: 1,
        merged: 0,
        dropped: 0,
        other: 0,
      })),
      coverage: Object.fromEntries(HOSTILE_STRINGS.map((field) => [`${field}`, 0.5])),
      warnings: HOSTILE_STRINGS.map((value) => ({
        code: "DATE_INVALID",
        severity: "warning" as const,
        message: `1 date is invalid (${value})`,
        count: 1,
        at: [{ file: value, line: 1, column: value, value }],
      })).concat(
        HOSTILE_STRINGS.map((value, index) => ({
          code: `${value}${index}`,
          severity: "info" as never,
          message: value,
          count: 2,
          at: [],
        })),
      ),
      missing: HOSTILE_STRINGS.map((value) => ({ analysis: value, because: value, getItFrom: value })),
    },
    windows: {
      ...rich.windows,
      summary: text(1),
      audience: rich.windows.audience && { ...rich.windows.audience, source: text(2) },
    },
    hashtags: HOSTILE_STRINGS.map((value, index) => ({
      key: value,
      label: value,
      group: [text(index + 1), text(index + 2)],
      ...sampleEffect(
        "likes",
        9,
        0.3 - index / 40,
        0.1,
        (["supported", "opposed", "negligible", "promising", "unclear"] as const)[index % 5]!,
        2,
      ),
    })),
    sounds: HOSTILE_STRINGS.map((value, index) => ({
      key: value,
      label: value,
      kind: "library" as const,
      trending: null,
      ...sampleEffect(
        "likes",
        9,
        0.3,
        0.2,
        (["supported", "opposed", "negligible", "promising", "unclear"] as const)[index % 5]!,
        2,
      ),
    })),
    features: HOSTILE_STRINGS.map((value) => ({
      key: `label:${value}=${value}`,
      label: value,
      ...sampleEffect("views", 9, 0.1, 0.2, "unclear", 2),
    })),
    recommendations: HOSTILE_STRINGS.map((value, index) => ({
      ...rich.recommendations[index % rich.recommendations.length]!,
      rank: index + 1,
      id: `do/${value}`,
      title: value,
      action: value,
      why: value,
      next: value,
      strategy: value,
      evidence: [value],
      sources: [{ document: value, heading: value }],
    })),
    experiments: HOSTILE_STRINGS.map((value) => ({
      ...rich.experiments[0]!,
      id: value,
      question: value,
      arms: [{ label: value, posts: 3 }],
    })),
    strategies: HOSTILE_STRINGS.map((value) => ({
      id: value,
      title: value,
      verdict: "unclear" as const,
      reason: value,
    })),
    momentum: {
      pairs: 1,
      curve: null,
      early: null,
      young: HOSTILE_STRINGS.slice(0, 2).map((id) => ({
        id,
        ageHours: 20,
        views: 1,
        expected: 2,
        low: 1,
        high: 3,
        place: "above" as const,
      })),
    },
  };
}

/** Every sample report with its name. */
export const SAMPLE_REPORTS: readonly (readonly [name: string, make: () => Report])[] = [
  ["rich", richReport],
  ["tiny", tinyReport],
  ["no-views", noViewsReport],
  ["dull", dullReport],
  ["hostile", hostileReport],
];
