/** How the clock of a table stands to the times in its video ids. All in seconds. */
export interface TimeCheck {
  /** rows with a clock and an id that carries a time */
  posts: number;
  /** median of column minus id time */
  medianSeconds: number;
  /** share of rows within 120 s of `constantSeconds`, else of the median */
  shareNear: number;
  /** share of rows more than an hour behind that: scheduled or kept as drafts */
  shareScheduled: number;
  /**
   * - "agrees": the column is in UTC, as the ids are
   * - "offset": constantly a multiple of 15 minutes off, at most 14 hours: a time zone
   * - "shifted": constantly off by anything else
   * - "before": no constant, and more than 2 % lie before their video existed
   * - "scattered": no constant, none before: mostly scheduled posts
   */
  verdict: "agrees" | "offset" | "shifted" | "before" | "scattered";
  /** what the column is constantly off, 0 where it agrees or nothing is constant */
  constantSeconds: number;
}

const QUARTER = 900;
const NEAR = 120;
const LARGEST_OFFSET = 14 * 3600;

/**
 * Holds the times of a column against the times in the ids (FORMATS.md 5.5).
 * @param differences column minus id time in seconds, one per row; sorted in place
 * @returns null without rows; of one or two rows only agreement counts, nothing else is constant in so few
 */
export function checkTimes(differences: Float64Array): TimeCheck | null {
  const posts = differences.length;
  if (posts === 0) return null;
  differences.sort();
  if (posts < 3 && Math.max(-differences[0]!, differences[posts - 1]!) > QUARTER) return null;
  const medianSeconds = (differences[(posts - 1) >> 1]! + differences[posts >> 1]!) / 2;
  const near = (centre: number) =>
    (countBelow(differences, centre + NEAR, true) - countBelow(differences, centre - NEAR, false)) / posts;
  const found = judge(differences, medianSeconds, near);
  const shareScheduled = 1 - countBelow(differences, found.constantSeconds + 3600, true) / posts;
  const centre =
    found.verdict === "agrees" || found.verdict === "offset" ? found.constantSeconds : medianSeconds;
  return { posts, medianSeconds, shareNear: near(centre), shareScheduled, ...found };
}

function judge(
  differences: Float64Array,
  median: number,
  near: (centre: number) => number,
): Pick<TimeCheck, "verdict" | "constantSeconds"> {
  if (Math.abs(median) <= QUARTER) return { verdict: "agrees", constantSeconds: 0 };
  const rounded = Math.round(median / QUARTER) * QUARTER;
  if (Math.abs(rounded) <= LARGEST_OFFSET && Math.abs(median - rounded) <= NEAR && near(rounded) > 0.5) {
    return { verdict: "offset", constantSeconds: rounded };
  }
  if (near(median) > 0.5) return { verdict: "shifted", constantSeconds: median };
  const before = countBelow(differences, -60, false) / differences.length;
  return { verdict: before > 0.02 ? "before" : "scattered", constantSeconds: 0 };
}

/** How many of the sorted values lie below a limit (or at it). */
function countBelow(sorted: Float64Array, limit: number, inclusive: boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const value = sorted[middle]!;
    if (value < limit || (inclusive && value === limit)) low = middle + 1;
    else high = middle;
  }
  return low;
}
