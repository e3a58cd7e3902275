/**
 * The names most like a mistyped one, nearest first, at most three.
 * @example nearestNames("vews", ["likes", "views"]) // ["views"]
 */
export function nearestNames(wanted: string, names: readonly string[]): string[] {
  const limit = Math.max(2, Math.ceil(wanted.length / 2));
  return names
    .map((name) => ({ name, distance: editDistance(wanted.toLowerCase(), name.toLowerCase()) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .slice(0, 3)
    .map(({ name }) => name);
}

/** Least number of letters to insert, delete or change. */
function editDistance(a: string, b: string): number {
  const from = a.slice(0, 100);
  const to = b.slice(0, 100);
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (from[i - 1] === to[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[to.length]!;
}
