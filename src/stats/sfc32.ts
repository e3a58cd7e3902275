/**
 * Small fast counter generator (Chris Doty-Humphrey's PractRand, sfc32): a seeded stream of numbers in [0, 1). The only
 * random source of the tool; the backtest's permutations use it with the default seed. The first 15 outputs are thrown away.
 * @param seed four 32-bit words
 * @example sfc32()() // 0.11025513336062431
 */
export function sfc32(
  seed: readonly [number, number, number, number] = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 1],
): () => number {
  let [a, b, c, d] = seed.map((word) => word | 0) as [number, number, number, number];
  const next = () => {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 4294967296;
  };
  for (let i = 0; i < 15; i++) next();
  return next;
}

/**
 * Shuffles in place (Fisher and Yates), from the last place to the second: j = floor(u (i + 1)), swap i and j.
 * @param values the places from..to-1 are shuffled
 * @param random numbers in [0, 1)
 * @example shuffle([1, 2, 3], () => 0) // [2, 3, 1]
 */
export function shuffle<T extends { [index: number]: number; length: number }>(
  values: T,
  random: () => number,
  from = 0,
  to = values.length,
): T {
  for (let i = to - from - 1; i >= 1; i--) {
    const j = Math.floor(random() * (i + 1));
    const kept = values[from + i]!;
    values[from + i] = values[from + j]!;
    values[from + j] = kept;
  }
  return values;
}
