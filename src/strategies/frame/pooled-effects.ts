import type { Outcome } from "../../types.ts";

type Measured = "views" | "likeRate" | "commentRate" | "shareRate";
interface Cell {
  mean: number;
  error: number;
  spread: number;
}

const cell = (mean: number, error: number, spread: number): Cell => ({ mean, error, spread });

/**
 * Effects within 220 public, mostly large accounts (12,461 posts of 2020 to 2025), drift, time, tags and sounds held equal:
 * mean of the log ratio, its standard error, and the spread between accounts. They rank tests and fill `explain`; they are
 * never a claim about a creator.
 */
const EFFECTS = {
  "length-doubled": {
    views: cell(-0.045, 0.015, 0.15),
    likeRate: cell(0.049, 0.005, 0.05),
    commentRate: cell(0.086, 0.013, 0.13),
    shareRate: cell(0.098, 0.017, 0.17),
  },
  "library-sound": {
    views: cell(0.016, 0.017, 0.1),
    likeRate: cell(-0.048, 0.008, 0.07),
    commentRate: cell(0.015, 0.018, 0.13),
    shareRate: cell(0.027, 0.021, 0.13),
  },
  "one-more-hashtag": {
    views: cell(-0.028, 0.009, 0.06),
    likeRate: cell(-0.021, 0.004, 0.04),
    commentRate: cell(-0.017, 0.007, 0.05),
    shareRate: cell(-0.045, 0.013, 0.11),
  },
  "generic-tags": {
    views: cell(0.085, 0.051, 0.22),
    likeRate: cell(0.047, 0.016, 0.05),
    commentRate: cell(0.078, 0.039, 0.17),
    shareRate: cell(0.105, 0.042, 0),
  },
  mention: {
    views: cell(0.106, 0.086, 0.28),
    likeRate: cell(0.03, 0.022, 0.03),
    commentRate: cell(-0.036, 0.036, 0),
    shareRate: cell(-0.015, 0.076, 0.25),
  },
  question: {
    views: cell(0.055, 0.045, 0),
    likeRate: cell(-0.046, 0.027, 0.09),
    commentRate: cell(-0.054, 0.038, 0),
    shareRate: cell(-0.105, 0.05, 0),
  },
} as const satisfies Record<string, Record<Measured, Cell>>;

export type PooledLever = keyof typeof EFFECTS;

/**
 * What to expect of a lever before an account has data of its own: mean and spread of the log ratio, the error of the mean
 * included in the spread. A count is its rate times the views.
 * @returns null for outcomes that were not measured
 * @example pooledEffect("mention", "saves") // null
 */
export function pooledEffect(lever: PooledLever, outcome: Outcome): { mean: number; sd: number } | null {
  const parts = partsOf(outcome);
  if (!parts) return null;
  const cells = parts.map((part) => EFFECTS[lever][part]);
  const mean = cells.reduce((sum, each) => sum + each.mean, 0);
  const variance = cells.reduce((sum, each) => sum + each.error ** 2 + each.spread ** 2, 0);
  return { mean, sd: Math.sqrt(variance) };
}

function partsOf(outcome: Outcome): readonly Measured[] | null {
  switch (outcome) {
    case "likes":
      return ["views", "likeRate"];
    case "comments":
      return ["views", "commentRate"];
    case "shares":
      return ["views", "shareRate"];
    case "saves":
    case "saveRate":
      return null;
    default:
      return [outcome];
  }
}
