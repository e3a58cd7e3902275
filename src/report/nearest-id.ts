const LONGEST = 64;

/**
 * The known id that a mistyped one most probably means; null when none is near: at most a third of its letters may differ.
 * @example nearestOf("hashtagz", ["sounds", "hashtags"]) // "hashtags"
 */
export function nearestOf(id: string, known: readonly string[]): string | null {
  const wanted = id.toLowerCase().slice(0, LONGEST);
  let best: string | null = null;
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of known) {
    const distance = lettersApart(wanted, candidate.toLowerCase().slice(0, LONGEST), least);
    if (distance < least) {
      best = candidate;
      least = distance;
    }
  }
  return best;
}

/** Edit distance, or the bound as soon as it is reached. */
function lettersApart(a: string, b: string, bound: number): number {
  if (Math.abs(a.length - b.length) >= bound) return bound;
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      next.push(Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + same));
    }
    row = next;
  }
  return row[b.length]!;
}
