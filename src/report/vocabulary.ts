// Apart from schema.ts, so that making a report does not load zod.

/** The version of every JSON document the tool writes; minor = additive, major = anything else. */
export const SCHEMA_VERSION = "1.0";

export const OUTCOMES = [
  "likes",
  "views",
  "comments",
  "shares",
  "saves",
  "likeRate",
  "commentRate",
  "shareRate",
  "saveRate",
] as const;
export const GOALS = ["likes", "views", "comments", "shares", "saves"] as const;
export const VERDICTS = [
  "supported",
  "opposed",
  "negligible",
  "promising",
  "unclear",
  "too-few",
  "not-in-data",
  "manual",
  "error",
] as const;
export const RECOMMENDATION_KINDS = ["do", "stop", "habit", "test", "data", "practice"] as const;
