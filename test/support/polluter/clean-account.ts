import { seededRandom } from "../random.ts";

/** One post as the truth of a pollution case. Instants in ms UTC, whole minutes, so that every date style can carry them. */
export interface CleanPost {
  id: string;
  at: number;
  title: string;
  views: number;
  likes: number;
  comments: number;
  shares: number;
  saves: number;
}

const OPENINGS = ["Loaf", "Crumb shot", "Oven spring", "Starter check", "Knead with me", "Glaze test"];
const TAILS = [
  "#sourdough #bread",
  "with 100% rye, no sugar #rye",
  "part two 🥖 #baking",
  "für euch #brot",
  "今日のパン #パン",
];

/**
 * A small account with known posts, half a week apart.
 * @param plain true leaves out everything that a table without quotes cannot carry
 */
export function cleanAccount(seed: number, size = 40, plain = false): CleanPost[] {
  const random = seededRandom(seed);
  const posts: CleanPost[] = [];
  let at = Date.UTC(2025, 1, 3, 9, 30);
  for (let i = 0; i < size; i++) {
    at += (1 + random.below(4)) * 86_400_000 + random.below(600) * 60_000;
    const uploaded = BigInt(Math.floor(at / 1000) - 2 - random.below(6));
    const views = 200 + random.below(90_000);
    const likes = Math.floor(views * random.uniform(0.02, 0.15));
    const flourish = plain ? "" : i % 5 === 0 ? ', "really"' : i % 7 === 0 ? "\nsecond line" : "";
    const title = `${OPENINGS[random.below(6)]} ${i}${flourish} ${TAILS[random.below(5)]}`;
    posts.push({
      id: String((uploaded << 32n) + BigInt(random.below(2 ** 31))),
      at,
      title: plain ? title.replaceAll(",", " ") : title,
      views,
      likes,
      comments: random.below(1 + Math.floor(likes / 10)),
      shares: random.below(1 + Math.floor(likes / 20)),
      saves: random.below(1 + Math.floor(likes / 15)),
    });
  }
  return posts;
}
