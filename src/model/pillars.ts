import type { Post } from "../types.ts";
import { isGenericTag } from "./cues/index.ts";
import { compareText } from "./order.ts";

const LEAST_USES = 3;
const MOST_TAGS = 150;
const OVERLAP = 0.4;

/** A topic of the account, as the hashtags that go together show it. */
export interface Pillar {
  /** key of the tag with most posts */
  key: string;
  /** all tags, most used first */
  tags: readonly string[];
  /** posts that carry one of them */
  posts: number;
}

export interface Pillars {
  /** by posts, largest first */
  pillars: readonly Pillar[];
  /** share of posts that belong to any pillar */
  coveredShare: number;
  /** share of the covered posts in the largest pillar, in the older and in the newer half of the posts; null without any */
  concentration: { older: number | null; newer: number | null };
  /** number of equally large pillars that would be as mixed: exp of the entropy */
  effectiveNumber: number;
  /** index of each post's pillar, -1 = none */
  ofPost: readonly number[];
}

/**
 * Finds topics from hashtags that stand together: tags whose posts overlap by at least two fifths (Jaccard) are one topic.
 * Tags like #fyp and tags used fewer than three times say nothing and are left out.
 * @param posts in order of time
 * @returns null when no tag is used often enough
 */
export function pillars(posts: readonly Post[]): Pillars | null {
  const users = tagUsers(posts);
  const keys = [...users.keys()];
  if (keys.length === 0) return null;
  const root = keys.map((_, i) => i);
  const find = (i: number): number => {
    let at = i;
    while (root[at] !== at) at = root[at]!;
    return at;
  };
  for (let i = 0; i < keys.length; i++) {
    for (let j = i + 1; j < keys.length; j++) {
      if (overlap(users.get(keys[i]!)!, users.get(keys[j]!)!) < OVERLAP) continue;
      const [a, b] = [find(i), find(j)];
      root[Math.max(a, b)] = Math.min(a, b);
    }
  }
  const groups = new Map<number, string[]>();
  keys.forEach((key, i) => {
    const group = groups.get(find(i));
    if (group) group.push(key);
    else groups.set(find(i), [key]);
  });
  const found = [...groups.values()]
    .map((tags) => ({
      key: tags[0]!,
      tags,
      posts: new Set(tags.flatMap((tag) => [...users.get(tag)!])).size,
    }))
    .sort((a, b) => b.posts - a.posts || compareText(a.key, b.key));
  return summarise(posts, found);
}

/** Posts by tag: tags worth looking at, most used first. */
function tagUsers(posts: readonly Post[]): Map<string, Set<number>> {
  const users = new Map<string, Set<number>>();
  posts.forEach(({ hashtags }, i) => {
    for (const tag of hashtags) {
      const set = users.get(tag);
      if (set) set.add(i);
      else users.set(tag, new Set([i]));
    }
  });
  const chosen = [...users]
    .filter(([tag, set]) => set.size >= LEAST_USES && !isGenericTag(tag))
    .sort(([a, x], [b, y]) => y.size - x.size || compareText(a, b))
    .slice(0, MOST_TAGS);
  return new Map(chosen);
}

function overlap(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let both = 0;
  for (const i of b) if (a.has(i)) both++;
  return both / (a.size + b.size - both);
}

function summarise(posts: readonly Post[], found: readonly Pillar[]): Pillars {
  const pillarOfTag = new Map(found.flatMap(({ tags }, k) => tags.map((tag) => [tag, k] as const)));
  const ofPost = posts.map(({ hashtags }) => {
    const votes = new Map<number, number>();
    for (const tag of hashtags) {
      const k = pillarOfTag.get(tag);
      if (k !== undefined) votes.set(k, (votes.get(k) ?? 0) + 1);
    }
    return [...votes].sort(([a, m], [b, n]) => n - m || a - b)[0]?.[0] ?? -1;
  });
  const covered = ofPost.filter((k) => k >= 0);
  const half = Math.floor(posts.length / 2);
  const largest = (part: readonly number[]) => {
    const inside = part.filter((k) => k >= 0);
    return inside.length === 0 ? null : inside.filter((k) => k === 0).length / inside.length;
  };
  let entropy = 0;
  for (let k = 0; k < found.length; k++) {
    const p = covered.filter((each) => each === k).length / covered.length;
    if (p > 0) entropy -= p * Math.log(p);
  }
  return {
    pillars: found,
    coveredShare: covered.length / posts.length,
    concentration: { older: largest(ofPost.slice(0, half)), newer: largest(ofPost.slice(half)) },
    effectiveNumber: Math.exp(entropy),
    ofPost,
  };
}
