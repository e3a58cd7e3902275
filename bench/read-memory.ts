// What reading costs in memory and time: CSVs of 100,000 and 1,000,000 posts, each read by a process of its own in a heap of
// 256 MB. Prints growth of the peak per post and the ratio of the times. Run: node scripts/run-bundled.mjs bench/read-memory.ts
import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readExports } from "../src/read/index.ts";
import { dataCard } from "../src/report/data-card.ts";
import { countPosts } from "../src/report/inspect-document.ts";

const HEAP_MEGABYTES = 256;
const SIZES = (process.env["SIZES"]?.split(",") ?? ["100000", "1000000"]).map(Number);

interface Cost {
  posts: number;
  milliseconds: number;
  peakBytes: number;
}

const file = process.argv[2];
if (file) await measure(file);
else await compare();

async function measure(path: string): Promise<void> {
  const started = process.cpuUsage();
  const dataset = await readExports([path], { detail: false });
  const { posts, rows } = dataset;
  const counts = countPosts(posts, 72);
  dataCard(dataset, { counts, missing: [], goal: "likes", settings: { minAgeHours: 72 } });
  // Processor time: other work on the machine does not count.
  const used = process.cpuUsage(started);
  const milliseconds = (used.user + used.system) / 1000;
  if (posts.length !== rows.used) throw new Error(`${posts.length} posts of ${rows.used} rows`);
  const peakBytes = process.resourceUsage().maxRSS * 1024;
  process.stdout.write(JSON.stringify({ posts: posts.length, milliseconds, peakBytes } satisfies Cost));
}

async function compare(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "tiktok-advisor-bench-"));
  try {
    const costs: Cost[] = [];
    for (const size of SIZES) {
      const path = join(folder, `${size}.csv`);
      await writePosts(path, size);
      const child = spawnSync(process.execPath, [
        `--max-old-space-size=${HEAP_MEGABYTES}`,
        process.argv[1]!,
        path,
      ]);
      if (child.status !== 0) throw new Error(String(child.stderr));
      const cost: Cost = JSON.parse(String(child.stdout));
      costs.push(cost);
      const megabytes = (bytes: number) => `${(bytes / 1_048_576).toFixed(0)} MB`;
      process.stdout.write(
        `${cost.posts} posts (${megabytes(statSync(path).size)}): ${(cost.milliseconds / 1000).toFixed(1)} s, peak ${megabytes(cost.peakBytes)}\n`,
      );
      rmSync(path);
    }
    const [small, large] = costs as [Cost, Cost];
    const perPost = (large.peakBytes - small.peakBytes) / (large.posts - small.posts);
    process.stdout.write(`growth of the peak: ${perPost.toFixed(0)} bytes a post\n`);
    const ratio = large.milliseconds / small.milliseconds;
    process.stdout.write(`ratio of the times: ${ratio.toFixed(1)}\n`);
    process.stdout.write(`${JSON.stringify({ bytesPerPost: perPost, rows: ratio })}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Posts of one account every ten minutes, newest first, captions of about 110 characters. */
async function writePosts(path: string, count: number): Promise<void> {
  const out = createWriteStream(path);
  out.write("id,createTime,desc,playCount,diggCount,commentCount,shareCount,webVideoUrl\n");
  const newest = 1_780_000_000;
  for (let index = 0; index < count; index++) {
    const second = newest - index * 300;
    const id = (BigInt(second) << 32n) | BigInt((index * 2_654_435_761) % 4_294_967_296);
    const views = 300 + ((index * 7919) % 90_000);
    const caption = `Loaf number ${index} of the week, sliced and warm, with a crust that sings #sourdough #baking #bread${index % 500}`;
    const line = `${id},${second},"${caption}",${views},${views >> 4},${views >> 9},${views >> 10},https://www.tiktok.com/@lumen.bakes/video/${id}\n`;
    if (!out.write(line)) await once(out, "drain");
  }
  out.end();
  await once(out, "finish");
}
