import type { CatalogueDocument, ExplainDocument } from "../../src/reporters/catalogue-view.ts";
import type { CompareDocument, InspectDocument, PlanDocument } from "../../src/types.ts";
import { sampleEffect } from "./sample-effect.ts";
import { richReport } from "./sample-report.ts";

/** What `inspect` says of a small folder; `text` stands wherever an export's text can. */
export function sampleInspect(text = "Trimming a mug, take two"): InspectDocument {
  const { schemaVersion, tool, meta, settings, data } = richReport();
  const post = {
    file: "posts.csv",
    line: 7,
    id: "7301234567890123456",
    account: "@clayandkiln",
    title: text,
    postedAt: "2026-11-18T17:05:00Z",
    postedOn: "2026-11-18",
    precision: "second" as const,
    scheduled: false,
    views: 12_400,
    likes: 980,
    comments: 14,
    shares: null,
    saves: null,
    durationSeconds: 31,
    soundId: null,
    sound: null,
    hashtags: ["#mug"],
    labels: {},
    snapshots: [],
  };
  return {
    schemaVersion,
    tool,
    meta,
    settings,
    data,
    columns: [
      { file: "posts.csv", field: "views", header: "playCount", how: "alias" },
      { file: "posts.csv", field: "title", header: text, how: "value" },
      { file: "studio/Content.csv", field: "id", header: "Video link", how: "id" },
      { file: "studio/Content.csv", field: "likes", header: "Total likes", how: "map" },
    ],
    rows: [post, { ...post, postedAt: null, views: null, title: null, line: 8 }],
    warnings: data.warnings,
  };
}

/** A plan of one week with a test. */
export function samplePlan(text = "with a question"): PlanDocument {
  const { schemaVersion, tool, meta, settings, data } = richReport();
  return {
    schemaVersion,
    tool,
    meta,
    settings: { ...settings, perWeek: 2 },
    slots: [
      {
        startsAt: "2026-11-19T17:00:00Z",
        local: "2026-11-19T18:00:00+01:00",
        weekday: 4,
        hour: 18,
        why: "Your usual hour.",
        kind: "use",
        experiment: null,
        arm: null,
      },
      {
        startsAt: "2026-11-21T10:00:00Z",
        local: "2026-11-21T11:00:00+01:00",
        weekday: 6,
        hour: 11,
        why: "Do questions in the caption bring comments?",
        kind: "test",
        experiment: "experiments/features/question",
        arm: text,
      },
    ],
    reminders: [
      { recommendation: "do/hashtags/#wheelthrowing", text: `Make more #WheelThrowing posts: ${text}` },
    ],
    account: data.account,
  };
}

/** What `compare` says of two reports, with one advice that was followed and one that was not. */
export function sampleCompare(text = "Make more #WheelThrowing posts"): CompareDocument {
  const { schemaVersion, tool, meta, settings } = richReport();
  return {
    schemaVersion,
    tool,
    meta,
    settings,
    older: { name: "last.json", kind: "report", asOf: "2026-09-01T10:00:00Z", posts: 171 },
    newer: { name: "exports", kind: "export", asOf: "2026-11-18T19:30:00Z", posts: 214 },
    posts: { new: 45, gone: 2, both: 169 },
    growth: [{ outcome: "views", posts: 169, median: 1.04, low: 1, high: 1.6 }],
    changes: [
      {
        id: "hashtags/#glaze",
        before: { lift: 1.02, low: 0.9, high: 1.2, verdict: "unclear" },
        after: { lift: 0.79, low: 0.68, high: 0.9, verdict: "opposed" },
        beyondNoise: true,
      },
      {
        id: "features/emoji",
        before: null,
        after: { lift: 0.97, low: 0.8, high: 1.1, verdict: "unclear" },
        beyondNoise: false,
      },
    ],
    advice: [
      {
        id: "do/hashtags/#wheelthrowing",
        kind: "do",
        title: text,
        followed: true,
        share: 0.4,
        shareBefore: 0.1,
        posts: 18,
        of: 45,
        reason: "18 of 45 newer posts carry it.",
        paid: sampleEffect("likes", 18, 0.08, 0.12, "unclear", null, 45),
      },
      {
        id: "habit/consistency",
        kind: "habit",
        title: "Spread the week more evenly",
        followed: null,
        share: null,
        shareBefore: null,
        posts: null,
        of: null,
        reason: "A habit has no posts of its own to compare.",
        paid: null,
      },
    ],
    experiments: [
      {
        id: "experiments/features/question",
        question: "Do questions in the caption bring comments?",
        arms: [
          { label: "with a question", posts: 12 },
          { label: "without", posts: 11 },
        ],
        result: sampleEffect("commentRate", 12, 0.21, 0.16, "promising", null, 23),
      },
    ],
    missing: [{ analysis: "growth", because: "Only views are known on both sides.", getItFrom: "" }],
  };
}

/** Two entries of the catalogue. */
export function sampleCatalogue(
  text = "Captions that ask for a like get more likes per view",
): CatalogueDocument {
  return {
    strategies: [
      {
        id: "calls-to-action",
        title: "Ask for the like",
        claim: text,
        limits: "Only captions are visible: a spoken or overlaid ask is not",
        needs: ["title", "likes", "views"],
        outcome: "likeRate",
        effort: "low",
        sources: [
          { document: "000_931e1c8eb27065fe.txt", heading: "Encourage likes through calls-to-action" },
        ],
      },
      {
        id: "authenticity",
        title: "Stay genuine",
        claim: "Genuine posts build trust",
        limits: "",
        needs: [],
        outcome: null,
        effort: "medium",
        sources: [],
      },
    ],
  };
}

/** An explained term. */
export function sampleExplain(
  text = "The whole interval lies within the band: it does not matter here.",
): ExplainDocument {
  return {
    id: "negligible",
    kind: "term",
    title: "negligible",
    text: `${text}\n\nThe band is ±10 % unless --negligible says otherwise.`,
    sources: [{ document: "MODEL.md", heading: "What may be claimed" }],
  };
}
