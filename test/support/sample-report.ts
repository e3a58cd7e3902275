import type { Report, Verdict } from "../../src/types.ts";
import { sampleExperiments, sampleRecommendations } from "./sample-advice.ts";
import { sampleEffect, six, unfitted } from "./sample-effect.ts";
import { SAMPLE_STRATEGIES } from "./sample-strategies.ts";

function wave(hour: number, weekday: number): number {
  return 0.06 * Math.cos((2 * Math.PI * (hour - 19)) / 24) + (weekday === 2 ? 0.015 : 0);
}

function sampleGrid(strength: number): Report["windows"]["grid"] {
  return Array.from({ length: 168 }, (_, cell) => {
    const weekday = Math.floor(cell / 24) + 1;
    const hour = cell % 24;
    const seen = hour >= 7 && hour <= 23;
    const posts = seen ? Math.max(0, Math.round(2.4 + 2.2 * Math.cos((hour - 18) / 3) - (weekday % 3))) : 0;
    const effect = sampleEffect("likes", posts, strength * wave(hour, weekday), 0.07, "unclear");
    const verdict: Verdict = !seen ? "too-few" : effect.probability! >= 0.8 ? "promising" : "unclear";
    return { weekday, hour, ...effect, naive: posts > 0 ? six(0.6 + ((cell * 7) % 13) / 7) : null, verdict };
  });
}

function sampleWeeks(count: number): Report["data"]["weeks"] {
  const start = Date.UTC(2026, 0, 3);
  return Array.from({ length: count }, (_, week) => {
    const posts = week >= 22 && week <= 24 ? 0 : 3 + ((week * 5) % 4);
    return {
      startsOn: new Date(start + week * 7 * 86_400_000).toISOString().slice(0, 10),
      posts,
      median: posts === 0 ? null : Math.round(420 + week * 9 + 160 * Math.sin(week * 1.3)),
      bigHits: week % 9 === 4 ? 1 : 0,
    };
  });
}

/** A creator with a good year of posts and something of everything. */
export function richReport(): Report {
  const span = { from: "2026-01-03", to: "2026-11-18" };
  return {
    schemaVersion: "1.0",
    tool: { name: "tiktok-advisor", version: "0.1.0" },
    meta: {
      generatedAt: "2026-11-18T20:00:00Z",
      inputs: [{ name: "Content.csv", bytes: 48_210, sha256: "a".repeat(64) }],
    },
    settings: {
      goal: "likes",
      timeZone: { name: "UTC+01:00", source: "inferred" },
      asOf: "2026-11-18T19:30:00Z",
      level: 0.9,
      fdr: 0.1,
      negligible: 0.1,
      minAgeHours: 72,
      perWeek: null,
      since: null,
      until: null,
      labels: [],
      synthetic: false,
    },
    data: {
      account: "@clayandkiln",
      files: [
        { name: "posts.csv", format: "apify", rows: 221, used: 209, merged: 9, dropped: 3, other: 0 },
        {
          name: "studio/Content.csv",
          format: "studio-content",
          rows: 15,
          used: 5,
          merged: 10,
          dropped: 0,
          other: 0,
        },
        {
          name: "studio/FollowerActivity.csv",
          format: "studio-follower-activity",
          rows: 168,
          used: 168,
          merged: 0,
          dropped: 0,
          other: 0,
        },
      ],
      rows: { read: 236, used: 214, merged: 19, dropped: 3, other: 0 },
      posts: { total: 214, mature: 196, young: 4, withHour: 190, dateOnly: 6, scheduled: 11, promoted: 0 },
      span,
      coverage: {
        views: 1,
        likes: 1,
        comments: 1,
        shares: 1,
        saves: 0.97,
        durationSeconds: 0.98,
        sound: 0.98,
        title: 0.99,
      },
      warnings: [
        {
          code: "NUMBER_ROUNDED",
          severity: "warning",
          message: "Counts are rounded or abbreviated (K, M): precision is about 1 %.",
          count: 61,
          at: [{ file: "posts.csv", line: 7, column: "playCount", value: "12400" }],
        },
        {
          code: "DATE_INVALID",
          severity: "warning",
          message: "3 dates are invalid (line 40, value 31/02/2026); the rows were skipped.",
          count: 3,
          at: [{ file: "posts.csv", line: 40, column: "createTimeISO", value: "31/02/2026" }],
        },
        {
          code: "TIME_ZONE_INFERRED",
          severity: "info",
          message: "The time zone of the dates was inferred: UTC+01:00.",
          count: 1,
          at: [],
        },
      ],
      missing: [
        {
          analysis: "momentum",
          because: "Early momentum needs two exports of the same posts.",
          getItFrom: "Export again tomorrow and keep both files.",
        },
        {
          analysis: "trend-timing",
          because: "No list of trends was given.",
          getItFrom: "--trends trends.csv, for example from TikTok's Creative Center.",
        },
      ],
      weeks: sampleWeeks(46),
    },
    baseline: {
      perPost: {
        likes: { median: 643, low: 214, high: 2380, level: 0.8 },
        views: { median: 8410, low: 2930, high: 31_200, level: 0.8 },
        comments: { median: 14, low: 3, high: 51, level: 0.8 },
        shares: { median: 22, low: 4, high: 130, level: 0.8 },
        likeRate: { median: 0.0792, low: 0.051, high: 0.113, level: 0.8 },
      },
      bigHit: { factor: 5, share: 0.0843, oneIn: 12 },
      trend: { perMonth: { ratio: 1.04, low: 0.97, high: 1.12 } },
    },
    model: {
      outcomes: [
        {
          outcome: "likes",
          posts: 196,
          residualSd: 0.82,
          nu: 5,
          downweighted: 7,
          parts: [
            { part: "trend", sd: 0.21, shareOfVariance: 0.18 },
            { part: "week", sd: 0.17, shareOfVariance: 0.04 },
            { part: "hour", sd: 0.05, shareOfVariance: 0.004 },
            { part: "wd", sd: 0.02, shareOfVariance: 0.001 },
            { part: "tag", sd: 0.14, shareOfVariance: 0.05 },
            { part: "dur", sd: 0.11, shareOfVariance: 0.02 },
          ],
        },
      ],
    },
    windows: {
      outcome: "likes",
      verdict: "promising",
      summary: "Even the best hour would not bring more than about +21 %.",
      habit: [
        { weekday: 2, hour: 18, share: 0.24 },
        { weekday: 2, hour: 19, share: 0.12 },
        { weekday: 4, hour: 18, share: 0.31 },
        { weekday: 6, hour: 11, share: 0.2 },
        { weekday: 7, hour: 11, share: 0.13 },
      ],
      best: [
        {
          id: "windows/1.2.4-18",
          weekdays: [1, 2, 4],
          startHour: 18,
          endHour: 21,
          ...sampleEffect("likes", 41, 0.06, 0.062, "promising", 1.7),
          nextAt: "2026-11-19T17:00:00Z",
        },
        {
          id: "windows/6-20",
          weekdays: [6],
          startHour: 20,
          endHour: 23,
          ...sampleEffect("likes", 9, 0.045, 0.07, "unclear", 2.4),
          nextAt: "2026-11-21T19:00:00Z",
        },
      ],
      grid: sampleGrid(1.4),
      audience: {
        source: "FollowerActivity.csv",
        byHour: Array.from({ length: 24 }, (_, hour) =>
          Math.round(900 + 700 * Math.cos(((hour - 20) * Math.PI) / 12)),
        ),
      },
    },
    hashtags: [
      {
        key: "#wheelthrowing",
        label: "#WheelThrowing",
        group: [],
        ...sampleEffect("likes", 22, 0.36, 0.11, "supported", 2.9),
      },
      {
        key: "#glaze",
        label: "#glaze",
        group: ["#glazing"],
        ...sampleEffect("likes", 14, -0.24, 0.085, "opposed", 0.6),
      },
      {
        key: "#pottery",
        label: "#pottery",
        group: [],
        ...sampleEffect("likes", 131, 0.01, 0.03, "negligible", 1.3),
      },
      { key: "#陶芸", label: "#陶芸", group: [], ...sampleEffect("likes", 12, 0.12, 0.1, "promising", 1.8) },
      {
        key: "#fyp",
        label: "#fyp",
        group: ["#foryou"],
        ...sampleEffect("likes", 88, -0.02, 0.035, "negligible", 0.86),
      },
      { key: "#mug", label: "#mug", group: [], ...sampleEffect("likes", 9, 0.03, 0.14, "unclear", 1.4) },
      {
        key: "#kiln🔥",
        label: "#kiln🔥",
        group: [],
        ...sampleEffect("likes", 7, -0.06, 0.15, "unclear", 0.8),
      },
      ...Array.from({ length: 11 }, (_, tag) => ({
        key: `#once${tag}`,
        label: `#once${tag}`,
        group: [],
        ...unfitted("likes", 2, 196, "too-few"),
      })),
    ],
    sounds: [
      {
        key: "group:library",
        label: "library sounds instead of your own",
        kind: "group",
        trending: null,
        ...sampleEffect("likes", 84, -0.11, 0.052, "opposed", 0.7),
      },
      {
        key: "7012345678901234567",
        label: "Slow Morning - Nia Holt",
        kind: "library",
        trending: null,
        ...sampleEffect("likes", 5, 0.14, 0.17, "promising", 2.2),
      },
      {
        key: "7012345678901234568",
        label: "ろくろの歌",
        kind: "library",
        trending: true,
        ...unfitted("likes", 2, 196, "too-few"),
      },
    ],
    features: [
      {
        key: "call-to-action:like",
        label: "asking for a like",
        ...sampleEffect("likeRate", 46, 0.12, 0.036, "supported", 1.2),
      },
      {
        key: "question",
        label: "a question in the caption",
        ...sampleEffect("commentRate", 38, 0.17, 0.12, "promising", 1.5),
      },
      {
        key: "tag-count",
        label: "one more hashtag",
        ...sampleEffect("likes", 196, -0.004, 0.012, "negligible"),
      },
      {
        key: "caption-length",
        label: "a caption twice as long",
        ...sampleEffect("likes", 196, 0.012, 0.02, "negligible"),
      },
      {
        key: "emoji",
        label: "an emoji in the caption",
        ...sampleEffect("likes", 101, -0.03, 0.09, "unclear", 0.9),
      },
      { key: "giveaway", label: "a giveaway", ...unfitted("commentRate", 3, 196, "too-few") },
    ],
    duration: {
      bestSeconds: 30,
      curve: [
        { seconds: 10, ...sampleEffect("likes", 18, -0.14, 0.065, "opposed", 0.7) },
        { seconds: 15, ...sampleEffect("likes", 44, -0.02, 0.05, "negligible", 1) },
        { seconds: 20, ...sampleEffect("likes", 61, 0.06, 0.05, "promising", 1.1) },
        { seconds: 30, ...sampleEffect("likes", 58, 0.15, 0.062, "supported", 1.5) },
        { seconds: 45, ...sampleEffect("likes", 31, 0.11, 0.08, "promising", 1.6) },
        { seconds: 60, ...sampleEffect("likes", 12, 0.02, 0.12, "unclear", 1.2) },
      ],
    },
    consistency: {
      score: 72.4,
      low: 65.1,
      high: 79.3,
      parts: { delivery: 0.82, regularity: 0.44, coverage: 0.91, stability: 0.71 },
      postsPerWeek: 4.6,
      longestGapDays: 23,
      weeks: 46,
      matters: sampleEffect("likes", 190, 0.01, 0.04, "negligible"),
    },
    momentum: null,
    backtest: {
      ...sampleEffect("likes", 31, -0.03, 0.09, "unclear", null, 118),
      naive: { claimed: 2.08, realised: 0.97 },
      followed: 31,
      slope: 0.4,
      pValue: 0.31,
    },
    recommendations: sampleRecommendations(),
    experiments: sampleExperiments(),
    strategies: SAMPLE_STRATEGIES.map(([id, title, verdict, reason]) => ({ id, title, verdict, reason })),
  };
}
