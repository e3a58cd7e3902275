import type { Random } from "./random.ts";

/** One hashtag of the simulated account: its planted effect on log views and the posts (0/1) that carry it. */
export interface SimulatedTag {
  key: string;
  effect: number;
  /** stands for one of the five topics, whose own effect it may pick up */
  topic: boolean;
  posts: Uint8Array;
}

const ALWAYS = [
  ["#fyp", 0.8],
  ["#foryou", 0.55],
  ["#viral", 0.35],
] as const;
const TOPICS = 5;

/** Topic of each post: a mixture that drifts between two draws over the span. `x` = time in [0, 1]. */
export function simulateTopics(random: Random, x: readonly number[]): number[] {
  const from = random.dirichlet(2, TOPICS);
  const to = random.dirichlet(2, TOPICS);
  return x.map((share) => random.weighted(from.map((p, k) => (1 - share) * p + share * to[k]!)));
}

/** Draws hashtags and their use, MODEL.md section 9: three without effect, five for the topics, the rest Zipf. */
export function simulateTags(
  random: Random,
  topicOf: readonly number[],
  x: readonly number[],
  mult: number,
): SimulatedTag[] {
  const n = topicOf.length;
  const total = Math.min(300, Math.max(20, Math.round(8 * n ** 0.42)));
  const effect = () => {
    if (!random.chance(0.12)) return 0;
    const size = random.uniform(0.2, 0.6);
    return mult * (random.chance(0.65) ? size : -size);
  };
  const draw = (probability: (i: number) => number) =>
    Uint8Array.from({ length: n }, (_, i) => (random.chance(probability(i)) ? 1 : 0));

  const tags: SimulatedTag[] = [];
  for (const [key, share] of ALWAYS) tags.push({ key, effect: 0, topic: false, posts: draw(() => share) });
  for (let k = 0; k < TOPICS; k++) {
    const posts = draw((i) => (topicOf[i] === k ? 0.8 : 0.03));
    tags.push({ key: `#topic${k}`, effect: effect(), topic: true, posts });
  }

  const rest = total - tags.length;
  const first = tags.length;
  for (let rank = 1; rank <= rest; rank++) {
    const home = random.below(TOPICS);
    const use = Math.min(0.5, 1.1 / rank);
    const seasonal = random.chance(0.4);
    const width = random.uniform(0.15, 0.5);
    const start = random.uniform(0, 1 - width);
    const posts = draw((i) =>
      seasonal && (x[i]! < start || x[i]! > start + width)
        ? 0
        : Math.min(1, use * (topicOf[i] === home ? 2.2 : 0.5)),
    );
    tags.push({ key: `#tag${String(rank - 1).padStart(3, "0")}`, effect: effect(), topic: false, posts });
  }
  for (let j = first; j < tags.length; j++) {
    if (!random.chance(0.3)) continue;
    const buddy = tags[first + random.below(rest)]!.posts;
    const own = tags[j]!.posts;
    if (buddy === own) continue;
    for (let i = 0; i < n; i++) if (buddy[i] && random.chance(0.7)) own[i] = 1;
  }
  return tags;
}
