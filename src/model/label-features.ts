import type { Post } from "../types.ts";
import { binaryFeature, type FeatureColumn, numericFeature } from "./feature-column.ts";
import { compareText } from "./order.ts";

const MIN_USES = 3;
const MAX_VALUES = 20;
const NUMERIC_SHARE = 0.9;
const MIN_DISTINCT = 6;
const NUMERIC_SD = 0.2;

const NUMBER = /^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:e[+-]?\d+)?$/i;

/**
 * The user's own label columns as features (MODEL.md 2.1): one per value that at least three posts have, at most 20 per
 * column by use; a column of numbers is one numeric feature in standard deviations.
 * @param posts in model order
 * @param columns names of the label columns
 */
export function labelFeatures(posts: readonly Post[], columns: readonly string[]): FeatureColumn[] {
  return [...new Set(columns)].sort(compareText).flatMap((column) => {
    const cells = posts.map((post) => {
      const cell = post.labels[column]?.trim();
      return cell === undefined || cell === "" ? null : cell;
    });
    return numericLabel(column, cells) ?? valueLabels(column, cells);
  });
}

function numericLabel(column: string, cells: readonly (string | null)[]): FeatureColumn[] | null {
  const numbers = cells.map((cell) =>
    cell !== null && NUMBER.test(cell) ? Number(cell.replace(",", ".")) : Number.NaN,
  );
  const known = numbers.filter(Number.isFinite);
  const filled = cells.filter((cell) => cell !== null).length;
  if (filled === 0 || known.length < NUMERIC_SHARE * filled || new Set(known).size <= MIN_DISTINCT)
    return null;
  const mean = known.reduce((sum, x) => sum + x, 0) / known.length;
  const sd = Math.sqrt(known.reduce((sum, x) => sum + (x - mean) ** 2, 0) / known.length);
  const feature = numericFeature(
    `label:${column}`,
    column,
    cells.length,
    NUMERIC_SD,
    `one standard deviation of ${column}`,
  );
  numbers.forEach((x, i) => {
    if (Number.isFinite(x)) feature.values[i] = (x - mean) / sd;
  });
  return [feature];
}

function valueLabels(column: string, cells: readonly (string | null)[]): FeatureColumn[] {
  const uses = new Map<string, number>();
  for (const cell of cells) if (cell !== null) uses.set(cell, (uses.get(cell) ?? 0) + 1);
  const values = [...uses]
    .filter(([, count]) => count >= MIN_USES)
    .sort(([a, m], [b, k]) => k - m || compareText(a, b))
    .slice(0, MAX_VALUES)
    .map(([value]) => value)
    .sort(compareText);
  return values.map((value) => {
    const feature = binaryFeature(`label:${column}=${value}`, `${column}: ${value}`, cells.length);
    cells.forEach((cell, i) => {
      feature.values[i] = cell === null ? -1 : cell === value ? 1 : 0;
    });
    return { ...feature, group: column };
  });
}
