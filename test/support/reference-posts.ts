import { inOrder, isMature } from "../../src/model/mature.ts";
import { type PostTable, postTable } from "../../src/model/post-table.ts";
import type { Post } from "../../src/types.ts";
import { fixedZone } from "../../src/zone.ts";
import { makePost } from "./make-post.ts";
import { referenceText } from "./reference.ts";

const EXPORTED_AT = Date.UTC(2025, 5, 30, 12);

/** The posts of a reference account, read from its plain CSV (no quotes, no commas within cells). */
export function referencePosts(name: string): Post[] {
  const lines = referenceText(`${name}.csv`).trim().split("\n").slice(1);
  return lines.map((line, i) => {
    const cells = line.split(",");
    const [title, link, time] = cells as [string, string, string];
    const [views, likes, comments, shares, saves, duration] = cells.slice(3, 9).map(Number);
    const id = /(\d+)$/.exec(link)![1]!;
    const sound = cells[9]!.trim();
    const own = sound === "original sound";
    const tags = [...title.matchAll(/#\w+/g)].map(([tag]) => tag);
    return makePost({
      id,
      key: id,
      title,
      at: Date.parse(`${time.replace(" ", "T")}Z`),
      snapshotAt: EXPORTED_AT,
      views,
      likes,
      comments,
      shares,
      saves,
      durationSeconds: duration,
      sound,
      soundKey: sound,
      soundOrigin: own ? "own" : "library",
      hashtags: tags,
      line: i + 2,
    });
  });
}

export function referenceTable(name: string): PostTable {
  const all = inOrder(referencePosts(name));
  const mature = all.filter((post) => isMature(post, 72));
  return postTable(mature, all, fixedZone(0), { labels: [], trends: [] });
}
