import { sfc32 } from "../../src/stats/sfc32.ts";
import type { Post } from "../../src/types.ts";
import { makePost } from "./make-post.ts";

const DAY = 86_400_000;
const START = Date.UTC(2025, 0, 6);
const TAGS = ["#bread", "#oven", "#fyp", "#foryou", "#crumb", "#rye"];

/** Posts of a small account with everything a fit looks at; fast to make, no planted effect. */
export function smallAccount(count: number, seed = 1): Post[] {
  const random = sfc32([seed, 7, 11, 13]);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  let at = START;
  return Array.from({ length: count }, (_, i) => {
    at += Math.floor((0.3 + 1.6 * random()) * DAY);
    const hour = Math.floor(7 + 15 * random());
    const instant = Math.floor(at / DAY) * DAY + hour * 3_600_000 + Math.floor(random() * 60) * 60_000;
    const views = Math.max(30, Math.round(Math.exp(7 + 0.9 * normal())));
    const likes = Math.round(views * (0.05 + 0.1 * random()));
    const library = random() < 0.4;
    const song = `song ${Math.floor(random() * 4)}`;
    const hashtags = TAGS.filter((_, k) => random() < 0.6 / (k + 1));
    const ask = random() < 0.35 ? " like for more" : "";
    return makePost({
      at: instant + i,
      id: String(7_400_000_000_000_000_000n + BigInt(i)),
      key: `post-${String(i).padStart(6, "0")}`,
      title: `Loaf ${"and more ".repeat(Math.floor(random() * 4))}${random() < 0.3 ? "?" : ""}${ask}`,
      views,
      likes,
      comments: Math.round(likes / 10),
      shares: Math.round(likes / 20),
      saves: Math.round(likes / 8),
      durationSeconds: 5 + Math.floor(60 * random() * random()),
      sound: library ? song : "original sound",
      soundKey: library ? song : "own",
      soundOrigin: library ? "library" : "own",
      hashtags,
      snapshotAt: instant + 20 * DAY,
    });
  });
}
