/**
 * Compares two texts by Unicode code points, for orders that must not depend on a locale.
 * @returns negative, 0 or positive
 * @example compareText("#a", "#b") // -1
 */
export function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x === y) continue;
    // Halves of a surrogate pair stand above every other code unit, but U+E000 to U+FFFF.
    return rank(x) - rank(y) < 0 ? -1 : 1;
  }
  return Math.sign(a.length - b.length);
}

const rank = (unit: number) =>
  unit >= 0xd800 && unit <= 0xdfff ? unit + 0x2000 : unit >= 0xe000 ? unit - 0x800 : unit;
