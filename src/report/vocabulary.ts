// Apart from schema.ts, so that making a report does not load zod.

/** The version of every JSON document the tool writes; minor = additive, major = anything else. */
export const SCHEMA_VERSION = "1.0";

/** sha256 of the JSON Schemas of this version: when the shape changes, a test asks for a new hash, and after a release for a new version. */
export const SCHEMA_SHA256 = "d4d87ad201774c3797d61e6c2577ef49e4c2511940aecdcf55a1cc15ef3d8eec";

export { ALL_OUTCOMES as OUTCOMES } from "../model/outcome.ts";
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

/** The documents that have a JSON Schema, the report first. */
export const SCHEMA_DOCUMENTS = ["report", "inspect", "plan", "compare"] as const;

/** The name of a document that has a JSON Schema. */
export type SchemaName = (typeof SCHEMA_DOCUMENTS)[number];
