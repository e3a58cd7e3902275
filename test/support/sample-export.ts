import { seededRandom } from "./random.ts";

/** What a made-up export holds. */
export interface SampleExport {
  account: string;
  posts: number;
  seed: number;
  /** ms UTC of the first post */
  from?: number;
}

const DAY = 86_400_000;
const TAGS = ["bread", "sourdough", "baking", "fyp", "kitchen", "recipe"];
const CAPTIONS = [
  "Sunday loaf",
  "What went wrong here?",
  "Like if you bake too",
  "Day in the bakery",
  "Crust close-up",
];

/** An account's posts as JSON lines in the layout of TikTok's web items: exact times, sounds, durations, five counts. */
export function sampleExport({
  account,
  posts,
  seed,
  from = Date.UTC(2026, 0, 5, 17),
}: SampleExport): string {
  const random = seededRandom(seed);
  const lines: string[] = [];
  for (let i = 0; i < posts; i++) {
    const createTime = Math.floor((from + i * DAY) / 1000) + random.below(6 * 3600);
    const id = (BigInt(createTime) << 32n) | BigInt(random.below(0xffffffff));
    const views = Math.round(Math.exp(random.normal(8, 0.8)));
    const rate = 0.05 + 0.1 * random.uniform();
    const tags = TAGS.filter(() => random.chance(0.3));
    lines.push(
      JSON.stringify({
        id: String(id),
        desc: [CAPTIONS[random.below(CAPTIONS.length)], ...tags.map((tag) => `#${tag}`)].join(" "),
        createTime,
        author: { uniqueId: account },
        stats: {
          playCount: views,
          diggCount: Math.round(views * rate),
          commentCount: Math.round(views * rate * 0.04),
          shareCount: Math.round(views * rate * 0.06),
          collectCount: Math.round(views * rate * 0.08),
        },
        music: {
          id: String(7_000_000_000_000_000_000n + BigInt(random.below(5))),
          title: "A tune",
          authorName: "Someone",
        },
        video: { duration: 10 + random.below(50) },
      }),
    );
  }
  return `${lines.join("\n")}\n`;
}
