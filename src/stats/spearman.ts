/**
 * Ranks from 1; equal values share the mean of their ranks.
 * @example ranks([10, 30, 10]) // [1.5, 3, 1.5]
 */
export function ranks(values: readonly number[]): number[] {
  const order = values.map((_, i) => i).sort((a, b) => values[a]! - values[b]! || a - b);
  const result = new Array<number>(values.length);
  for (let start = 0; start < order.length; ) {
    let end = start + 1;
    while (end < order.length && values[order[end]!] === values[order[start]!]) end++;
    for (let k = start; k < end; k++) result[order[k]!] = (start + end + 1) / 2;
    start = end;
  }
  return result;
}

/**
 * Spearman's rank correlation, with mid-ranks for ties (R: `cor(x, y, method = "spearman")`).
 * @param x at least two numbers
 * @param y as many numbers
 * @returns in [-1, 1]; 0 when one side is constant
 * @throws RangeError for unequal lengths or fewer than two values
 * @example spearman([1, 2, 3], [10, 20, 15]) // 0.5
 */
export function spearman(x: readonly number[], y: readonly number[]): number {
  if (x.length !== y.length) throw new RangeError("spearman requires as many x as y");
  if (x.length < 2) throw new RangeError("spearman requires at least two pairs");
  const a = ranks(x);
  const b = ranks(y);
  const centre = (x.length + 1) / 2;
  let ab = 0;
  let aa = 0;
  let bb = 0;
  for (let i = 0; i < a.length; i++) {
    ab += (a[i]! - centre) * (b[i]! - centre);
    aa += (a[i]! - centre) ** 2;
    bb += (b[i]! - centre) ** 2;
  }
  return aa === 0 || bb === 0 ? 0 : Math.max(-1, Math.min(1, ab / Math.sqrt(aa * bb)));
}
