import type { Post, Trend } from "../types.ts";

/** Whether a day ("YYYY-MM-DD") lies within a trend's dates, both ends included. */
function covers(trend: Trend, day: string): boolean {
  return trend.from <= day && (trend.to === null || day <= trend.to);
}

const fold = (text: string) => text.normalize("NFC").trim().toLowerCase();
const tagKey = (key: string) => `#${fold(key).replace(/^[#＃]/, "")}`;

/** Looks trends up by sound or hashtag. */
export interface TrendLookup {
  /** whether the post's sound was trending on a day; null = the sound is not known */
  soundOn(post: Post, day: string): boolean | null;
  tagOn(tag: string, day: string): boolean;
}

/**
 * Prepares the lines of a trends file for look-ups. A sound matches by id or, failing that, by name; a hashtag by key.
 */
export function trendLookup(trends: readonly Trend[]): TrendLookup {
  const sounds = new Map<string, Trend[]>();
  const tags = new Map<string, Trend[]>();
  const add = (index: Map<string, Trend[]>, key: string, trend: Trend) => {
    if (key === "" || key === "#") return;
    const found = index.get(key);
    if (found) found.push(trend);
    else index.set(key, [trend]);
  };
  for (const trend of trends) {
    if (trend.kind === "hashtag") add(tags, tagKey(trend.key || trend.name), trend);
    else for (const key of new Set([fold(trend.key), fold(trend.name)])) add(sounds, key, trend);
  }
  return {
    soundOn(post, day) {
      const names = [post.soundId, post.soundKey, post.sound].filter((name) => name !== null);
      if (names.length === 0) return null;
      return names.some((name) => sounds.get(fold(name))?.some((trend) => covers(trend, day)) ?? false);
    },
    tagOn: (tag, day) => tags.get(tag)?.some((trend) => covers(trend, day)) ?? false,
  };
}
