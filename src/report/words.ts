/**
 * A number with two figures as people read it, without trailing zeros: 0.57 becomes "0.6", 123 becomes "120".
 * @param value finite
 * @example twoFigures(5.678) // "5.7"
 */
export function twoFigures(value: number): string {
  if (Math.abs(value) < 1) return String(Math.round(value * 10) / 10 + 0);
  return String(Number(value.toPrecision(2)));
}

/**
 * A lift in words: a signed percentage below 2, "times" above; two figures.
 * @param lift ratio, above 0
 * @example liftWords(1.234) // "+23 %"
 */
export function liftWords(lift: number): string {
  if (lift >= 1.995) return `${twoFigures(lift)} times`;
  const percent = twoFigures((lift - 1) * 100);
  if (percent === "0") return "0 %";
  return `${lift > 1 ? "+" : ""}${percent} %`;
}

/**
 * An interval of lifts in words, the lower end first.
 * @example intervalWords(1.08, 1.41) // "+8 % to +41 %"
 */
export function intervalWords(low: number, high: number): string {
  return `${liftWords(low)} to ${liftWords(high)}`;
}

/**
 * A probability as whole percent that never claims certainty.
 * @param probability in [0,1]
 * @example sureWords(0.9996) // "over 99 %"
 */
export function sureWords(probability: number): string {
  const percent = Math.floor(probability * 100 + 1e-9);
  if (probability > 0.99) return "over 99 %";
  if (probability < 0.01) return "under 1 %";
  return `${percent} %`;
}

/**
 * "1 post", "12 posts".
 * @example postsWords(1) // "1 post"
 */
export function postsWords(posts: number): string {
  return posts === 1 ? "1 post" : `${posts} posts`;
}

const OUTCOME_WORDS: Readonly<Record<string, string>> = {
  likes: "likes",
  views: "views",
  comments: "comments",
  shares: "shares",
  saves: "saves",
  likeRate: "likes per view",
  commentRate: "comments per view",
  shareRate: "shares per view",
  saveRate: "saves per view",
};

/**
 * An outcome for people.
 * @example outcomeWords("likeRate") // "likes per view"
 */
export function outcomeWords(outcome: string): string {
  return OUTCOME_WORDS[outcome] ?? outcome;
}
