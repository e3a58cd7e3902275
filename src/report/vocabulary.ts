// Apart from schema.ts, so that making a report does not load zod.

/** The version of every JSON document the tool writes; minor = additive, major = anything else. */
export const SCHEMA_VERSION = "1.0";

/** sha256 of the JSON Schemas of this version: when the shape changes, a test asks for a new hash, and after a release for a new version. */
export const SCHEMA_SHA256 = "8a77d9035a9bea2ec88ad372a40146dfa39b9632c21ac927101a6143d7b504c5";

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
