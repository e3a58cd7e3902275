import { binaryFeature, type FeatureColumn } from "./feature-column.ts";
import type { PostTable } from "./post-table.ts";

/** A feature that is in a design. */
export interface ChosenFeature {
  feature: FeatureColumn;
  /** mean over the rows where it is known; the column is centred with it */
  mean: number;
  /** rows where it is unknown */
  unknown: number;
}

export interface FeatureChoice {
  chosen: ChosenFeature[];
  /** why the others are not in the design, by key */
  rejected: Map<string, string>;
}

/**
 * Chooses the features of a design over some rows (MODEL.md 2.1): both values at least twice, or a numeric spread; of
 * identical columns the first.
 * @param others the features that the caps of tags and sounds add; they stand before the labels
 */
export function chooseFeatures(
  features: readonly FeatureColumn[],
  rows: Int32Array,
  others: readonly FeatureColumn[],
): FeatureChoice {
  const isLabel = ({ key }: FeatureColumn) => key.startsWith("label:");
  const ordered = [...features.filter((f) => !isLabel(f)), ...others, ...features.filter(isLabel)];
  const chosen: ChosenFeature[] = [];
  const rejected = new Map<string, string>();
  for (const feature of ordered) {
    const without = feature.absent ?? feature.tooLittle;
    if (without !== null) {
      rejected.set(feature.key, without);
      continue;
    }
    const found = feature.numeric ? numericColumn(feature, rows) : binaryColumn(feature, rows);
    if (typeof found === "string") {
      rejected.set(feature.key, found);
      continue;
    }
    const twin = chosen.find((other) => identical(other, found, rows));
    if (twin) rejected.set(feature.key, `it stands on the same posts as “${twin.feature.label}”`);
    else chosen.push(found);
  }
  return { chosen, rejected };
}

function binaryColumn(feature: FeatureColumn, rows: Int32Array): ChosenFeature | string {
  let withIt = 0;
  let unknown = 0;
  for (const row of rows) {
    const value = feature.values[row]!;
    if (value === 1) withIt++;
    else if (value < 0) unknown++;
  }
  const known = rows.length - unknown;
  if (withIt < 2) return `${withIt === 0 ? "no post has" : "one post has"} it`;
  if (known - withIt < 2) return `${known === withIt ? "no post is" : "one post is"} without it`;
  return { feature, mean: withIt / known, unknown };
}

function numericColumn(feature: FeatureColumn, rows: Int32Array): ChosenFeature | string {
  let sum = 0;
  let unknown = 0;
  for (const row of rows) {
    const value = feature.values[row]!;
    if (Number.isNaN(value)) unknown++;
    else sum += value;
  }
  const known = rows.length - unknown;
  if (known < 2) return "it is known for too few posts";
  const mean = sum / known;
  let squares = 0;
  for (const row of rows) {
    const value = feature.values[row]!;
    if (!Number.isNaN(value)) squares += (value - mean) ** 2;
  }
  if (!(Math.sqrt(squares / known) > 1e-9)) return "it is the same in all posts";
  return { feature, mean, unknown };
}

function identical(a: ChosenFeature, b: ChosenFeature, rows: Int32Array): boolean {
  if (a.mean !== b.mean || a.unknown !== b.unknown || a.feature.numeric !== b.feature.numeric) return false;
  return rows.every((row) => Object.is(a.feature.values[row], b.feature.values[row]));
}

/** The feature that stands for the tags or sounds beyond a cap: 1 on posts that carry any of them. */
export function otherFeature(
  key: "other-tags" | "other-sounds",
  table: PostTable,
  rows: Int32Array,
  carries: (row: number) => boolean,
): FeatureColumn {
  const feature = binaryFeature(
    key,
    key === "other-tags" ? "Rarer hashtags" : "Rarer sounds",
    table.posts.length,
  );
  for (const row of rows) feature.values[row] = carries(row) ? 1 : 0;
  return { ...feature, listed: false };
}
