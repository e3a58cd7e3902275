import type { ErrorCode } from "../../errors.ts";
import type { HeaderView } from "../header.ts";
import type { ContextField, ContextFormat, PostField, PostFormat } from "../rows.ts";

/** A layout with a header row and one post per record. */
export interface PostTableFormat {
  id: PostFormat;
  kind: "posts";
  claims(header: HeaderView): boolean;
  /** headers that mean something else here than the alias table says; null = nothing */
  overrides?: ReadonlyMap<string, PostField | null>;
}

/** A layout with a header row and one day, hour or share per record. */
export interface ContextTableFormat {
  id: ContextFormat;
  kind: "context";
  claims(header: HeaderView): boolean;
  overrides?: ReadonlyMap<string, ContextField | null>;
}

export type TableFormat = PostTableFormat | ContextTableFormat;

/** A JSON object as parsed; values are looked up with `at`. */
export type JsonObject = { readonly [key: string]: unknown };

/** Raw cells of one JSON item by field; absent = no value. */
export type ItemCells = Partial<Record<PostField, string | null>>;

/** A layout of JSON items, one post each. */
export interface ItemFormat {
  id: PostFormat;
  kind: "items";
  /** is this item (or its like) of this family? */
  claims(item: JsonObject): boolean;
  /** the fields that the family can fill, for the column mapping: field and path */
  paths: readonly (readonly [PostField, string])[];
  /** the cells of an item; null = the item is no post any more (deleted, private) */
  read(item: JsonObject): ItemCells | null;
}

/** A file of something else, refused by name. */
export interface Refusal {
  code: ErrorCode;
  claims(header: HeaderView, rows: readonly (readonly string[])[]): boolean;
  sentence: string;
}

/** An object inside an object; null = none. */
export function objectAt(item: JsonObject, key: string): JsonObject | null {
  const value = Object.hasOwn(item, key) ? item[key] : null;
  return value !== null && typeof value === "object" && !Array.isArray(value) ? (value as JsonObject) : null;
}

/** A text, number or flag inside an object as text; null = none. */
export function textAt(item: JsonObject, key: string): string | null {
  const value = Object.hasOwn(item, key) ? item[key] : null;
  return typeof value === "string" ? value : numberText(value);
}

/** A number, flag or text as text; whole numbers without exponent. */
export function numberText(value: unknown): string | null {
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return String(value);
  if (typeof value !== "number") return null;
  return Number.isSafeInteger(value) || !Number.isInteger(value) ? String(value) : value.toExponential();
}
