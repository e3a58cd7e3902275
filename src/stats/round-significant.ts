/**
 * Rounds to significant digits; numbers of reports carry six.
 * @param value a finite number
 * @param digits 1 to 100
 * @throws RangeError for a value that is not finite
 * @example roundSignificant(0.123456789) // 0.123457
 */
export function roundSignificant(value: number, digits = 6): number {
  if (!Number.isFinite(value)) throw new RangeError("roundSignificant requires a finite number");
  return Number(value.toPrecision(digits)) + 0;
}
