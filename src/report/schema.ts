import { z } from "zod";
import {
  GOALS,
  OUTCOMES,
  RECOMMENDATION_KINDS,
  SCHEMA_VERSION,
  type SchemaName,
  VERDICTS,
} from "./vocabulary.ts";

// a schema with an id is written once in the JSON Schema and referred to
const count = z.int().min(0).meta({ id: "count" });
const share = z.number().min(0).max(1).meta({ id: "share" });
const instant = z.iso.datetime().meta({ id: "instant", description: "instant in UTC, ISO 8601" });
const day = z.iso.date().meta({ id: "day", description: "local day" });
const object = z.looseObject;
const weekday = z.int().min(1).max(7);
const hour = z.int().min(0).max(23);

const outcome = z.enum(OUTCOMES).meta({ id: "outcome" });
const verdict = z.enum(VERDICTS).meta({ id: "verdict" });

const effectFields = {
  outcome,
  posts: count,
  of: count,
  effect: object({ mean: z.number(), sd: z.number().min(0) }).nullable(),
  lift: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  probability: share.nullable(),
  naive: z.number().nullable(),
  verdict,
};
const effect = object(effectFields).meta({ id: "effect" });

const tool = object({ name: z.literal("tiktok-advisor"), version: z.string() });
const meta = object({
  generatedAt: instant,
  inputs: z.array(object({ name: z.string(), bytes: count, sha256: z.string() })),
});
const settings = object({
  goal: z.enum(GOALS),
  timeZone: object({ name: z.string(), source: z.enum(["flag", "config", "inferred", "host"]) }),
  asOf: instant.nullable(),
  level: z.number(),
  fdr: z.number(),
  negligible: z.number(),
  minAgeHours: z.number(),
  perWeek: z.number().nullable(),
  since: day.nullable(),
  until: day.nullable(),
  labels: z.array(z.string()),
  synthetic: z.boolean(),
});

const ledgerFields = { read: count, used: count, merged: count, dropped: count, other: count };
const warning = object({
  code: z.string(),
  severity: z.enum(["info", "warning"]),
  message: z.string(),
  count,
  at: z.array(
    object({
      file: z.string().nullable(),
      line: count.nullable(),
      column: z.string().nullable(),
      value: z.string().nullable(),
    }),
  ),
});
const data = object({
  account: z.string().nullable(),
  files: z.array(
    object({
      name: z.string(),
      format: z.string(),
      rows: count,
      used: count,
      merged: count,
      dropped: count,
      other: count,
    }),
  ),
  rows: object(ledgerFields),
  posts: object({
    total: count,
    mature: count,
    young: count,
    withHour: count,
    dateOnly: count,
    scheduled: count,
    // marked as ads or branded content: outside every comparison
    promoted: count,
  }),
  span: object({ from: day.nullable(), to: day.nullable() }),
  coverage: z.record(z.string(), share),
  warnings: z.array(warning),
  missing: z.array(object({ analysis: z.string(), because: z.string(), getItFrom: z.string() })),
  // consecutive 7-day periods from the first post's local day, empty ones too; median of the goal's count over the mature posts
  weeks: z.array(object({ startsOn: day, posts: count, median: z.number().nullable(), bigHits: count })),
});

const band = object({
  median: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  level: z.number(),
});

const recommendation = object({
  rank: z.int().min(1),
  id: z.string(),
  kind: z.enum(RECOMMENDATION_KINDS),
  strategy: z.string(),
  title: z.string(),
  action: z.string(),
  why: z.string(),
  evidence: z.array(z.string()),
  expected: object({
    outcome,
    lift: z.number(),
    low: z.number(),
    high: z.number(),
    perWeek: object({ value: z.number(), low: z.number(), high: z.number() }),
  }).nullable(),
  verdict,
  effort: z.enum(["low", "medium", "high"]),
  sources: z.array(object({ document: z.string(), heading: z.string() })),
  next: z.string(),
});

const experiment = object({
  id: z.string(),
  question: z.string(),
  strategy: z.string(),
  outcome,
  arms: z.array(object({ label: z.string(), posts: count })),
  postsPerArm: count,
  detectableLift: z.number(),
  weeks: count,
  value: z.number(),
});

/** The report of `analyze --json` (CONTRACT section 4). */
export const reportSchema = object({
  schemaVersion: z.literal(SCHEMA_VERSION),
  tool,
  meta,
  settings,
  data,
  baseline: object({
    perPost: z.partialRecord(outcome, band),
    bigHit: object({ factor: z.literal(5), share: share.nullable(), oneIn: count.nullable() }),
    trend: object({
      perMonth: object({
        ratio: z.number().nullable(),
        low: z.number().nullable(),
        high: z.number().nullable(),
      }),
    }),
  }),
  model: object({
    outcomes: z.array(
      object({
        outcome,
        posts: count,
        residualSd: z.number(),
        nu: z.number(),
        downweighted: count,
        parts: z.array(object({ part: z.string(), sd: z.number(), shareOfVariance: z.number() })),
      }),
    ),
  }),
  windows: object({
    outcome,
    verdict,
    summary: z.string(),
    habit: z.array(object({ weekday, hour, share })),
    best: z.array(
      object({
        id: z.string(),
        weekdays: z.array(weekday),
        startHour: hour,
        endHour: z.int().min(1).max(24),
        ...effectFields,
        nextAt: instant,
      }),
    ),
    grid: z.array(object({ weekday, hour, ...effectFields })).length(168),
    audience: object({ source: z.string(), byHour: z.array(z.number()).length(24) }).nullable(),
  }),
  hashtags: z.array(
    object({ key: z.string(), label: z.string(), group: z.array(z.string()), ...effectFields }),
  ),
  sounds: z.array(
    object({
      key: z.string(),
      label: z.string(),
      kind: z.enum(["original", "library", "group"]),
      trending: z.boolean().nullable(),
      ...effectFields,
    }),
  ),
  features: z.array(object({ key: z.string(), label: z.string(), ...effectFields })),
  duration: object({
    bestSeconds: z.number().nullable(),
    curve: z.array(object({ seconds: z.number(), ...effectFields })),
  }).nullable(),
  consistency: object({
    score: z.number().min(0).max(100),
    low: z.number().min(0).max(100),
    high: z.number().min(0).max(100),
    parts: object({
      delivery: share,
      regularity: share,
      coverage: share,
      stability: share.nullable(),
    }),
    postsPerWeek: z.number(),
    longestGapDays: z.number(),
    weeks: count,
    matters: effect.nullable(),
  }).nullable(),
  momentum: object({
    pairs: count,
    curve: object({ a: z.number(), b: z.number() }).nullable(),
    young: z.array(
      object({
        id: z.string().nullable(),
        ageHours: z.number(),
        views: z.number(),
        expected: z.number(),
        low: z.number(),
        high: z.number(),
        place: z.enum(["below", "within", "above"]),
      }),
    ),
    early: object({ posts: count, rho: z.number(), low: z.number(), high: z.number() }).nullable(),
  }).nullable(),
  backtest: object({
    ...effectFields,
    naive: object({ claimed: z.number().nullable(), realised: z.number().nullable() }),
    followed: count,
    slope: z.number().nullable(),
    pValue: z.number().nullable(),
  }).nullable(),
  recommendations: z.array(recommendation),
  experiments: z.array(experiment),
  strategies: z.array(object({ id: z.string(), title: z.string(), verdict, reason: z.string() })),
});

const nullableCount = z.number().nullable();
const countsFields = {
  views: nullableCount,
  likes: nullableCount,
  comments: nullableCount,
  shares: nullableCount,
  saves: nullableCount,
};

/** The document of `inspect --format json` (CONTRACT section 5). */
export const inspectSchema = object({
  schemaVersion: z.literal(SCHEMA_VERSION),
  tool,
  meta,
  settings,
  data,
  columns: z.array(
    object({
      file: z.string(),
      field: z.string(),
      header: z.string(),
      how: z.enum(["alias", "value", "map", "id"]),
    }),
  ),
  rows: z.array(
    object({
      file: z.string(),
      line: count.nullable(),
      id: z.string().nullable(),
      account: z.string().nullable(),
      title: z.string().nullable(),
      postedAt: instant.nullable(),
      postedOn: day.nullable(),
      precision: z.enum(["second", "minute", "hour", "day", "unknown"]),
      scheduled: z.boolean(),
      ...countsFields,
      durationSeconds: z.number().nullable(),
      soundId: z.string().nullable(),
      sound: z.string().nullable(),
      hashtags: z.array(z.string()),
      labels: z.record(z.string(), z.string().nullable()),
      snapshots: z.array(object({ at: instant.nullable(), ...countsFields })),
    }),
  ),
  warnings: z.array(warning),
});

/** The document of `plan --format json` (CONTRACT section 6). */
export const planSchema = object({
  schemaVersion: z.literal(SCHEMA_VERSION),
  tool,
  meta,
  settings,
  slots: z.array(
    object({
      startsAt: instant,
      local: z.iso.datetime({ offset: true }),
      weekday,
      hour,
      why: z.string(),
      kind: z.enum(["use", "test"]),
      experiment: z.string().nullable(),
      arm: z.string().nullable(),
    }),
  ),
  reminders: z.array(object({ recommendation: z.string(), text: z.string() })),
  account: z.string().nullable(),
});

const side = object({
  name: z.string(),
  kind: z.enum(["export", "report"]),
  asOf: instant.nullable(),
  posts: count,
});
const claim = object({
  lift: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  verdict,
}).nullable();

/** The document of `compare --format json` (CONTRACT section 6). */
export const compareSchema = object({
  schemaVersion: z.literal(SCHEMA_VERSION),
  tool,
  meta,
  settings,
  older: side,
  newer: side,
  posts: object({ new: count.nullable(), gone: count.nullable(), both: count.nullable() }),
  growth: z
    .array(object({ outcome, posts: count, median: z.number(), low: z.number(), high: z.number() }))
    .nullable(),
  changes: z.array(object({ id: z.string(), before: claim, after: claim, beyondNoise: z.boolean() })),
  advice: z.array(
    object({
      id: z.string(),
      kind: z.enum(RECOMMENDATION_KINDS),
      title: z.string(),
      followed: z.boolean().nullable(),
      share: share.nullable(),
      shareBefore: share.nullable(),
      posts: count.nullable(),
      of: count.nullable(),
      reason: z.string(),
      paid: effect.nullable(),
    }),
  ),
  experiments: z.array(
    object({
      id: z.string(),
      question: z.string(),
      arms: z.array(object({ label: z.string(), posts: count.nullable() })),
      result: effect.nullable(),
    }),
  ),
  missing: z.array(object({ analysis: z.string(), because: z.string(), getItFrom: z.string() })),
});

export type Report = z.infer<typeof reportSchema>;
export type InspectDocument = z.infer<typeof inspectSchema>;
export type PlanDocument = z.infer<typeof planSchema>;
export type CompareDocument = z.infer<typeof compareSchema>;
export type EffectFields = z.infer<typeof effect>;
export type Recommendation = z.infer<typeof recommendation>;
export type Experiment = z.infer<typeof experiment>;
export type ReportSettings = z.infer<typeof settings>;
export type ReportData = z.infer<typeof data>;
export type Warning = z.infer<typeof warning>;

const DOCUMENTS: Record<SchemaName, { schema: z.ZodType; title: string }> = {
  report: { schema: reportSchema, title: "Report of tiktok-advisor analyze" },
  inspect: { schema: inspectSchema, title: "Document of tiktok-advisor inspect" },
  plan: { schema: planSchema, title: "Document of tiktok-advisor plan" },
  compare: { schema: compareSchema, title: "Document of tiktok-advisor compare" },
};

/**
 * The JSON Schema (draft 2020-12) of a document: every key required, unknown keys allowed, `$ref` only within it.
 * Source: https://json-schema.org/draft/2020-12
 */
export function jsonSchemaOf(name: SchemaName): Record<string, unknown> {
  const { schema, title } = DOCUMENTS[name];
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: "draft-2020-12", io: "output" });
  return { $schema, title: `${title}, version ${SCHEMA_VERSION}`, ...rest };
}
