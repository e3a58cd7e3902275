import { roundSignificant } from "../stats/round-significant.ts";

/**
 * A plain value with all numbers to six significant digits, whole numbers as they are.
 * @throws RangeError for a number that is not finite
 * @example rounded({ a: [0.123456789, 1234567] }) // { a: [0.123457, 1234567] }
 */
export function rounded(value: unknown): unknown {
  if (typeof value === "number") return Number.isInteger(value) ? value + 0 : roundSignificant(value);
  if (Array.isArray(value)) return value.map(rounded);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, rounded(entry)]));
}
