import { compareText } from "./order.ts";
import type { PostTable } from "./post-table.ts";

const MAX_TAGS = 150;
const MAX_SOUNDS = 60;

/** One hashtag column: the tag that is reported, and the others whose columns are identical. */
export interface TagColumn {
  id: number;
  /** ids of the other tags on exactly the same posts */
  group: number[];
  uses: number;
}

/** Which tags get a column in one design, in code-point order of their keys. */
export interface TagChoice {
  columns: TagColumn[];
  /** eligible, but beyond the cap */
  dropped: TagColumn[];
  /** uses among the rows, by tag id */
  uses: Int32Array;
}

/**
 * Chooses the hashtag columns of a design over some rows (MODEL.md section 2): tags used at least twice and at most n - 2
 * times, identical ones as one, the 150 with most uses.
 */
export function chooseTags(table: PostTable, rows: Int32Array): TagChoice {
  const { tags, tagStart, tagIds } = table;
  const uses = new Int32Array(tags.length);
  const hashes = new Int32Array(tags.length);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    for (let k = tagStart[row]!; k < tagStart[row + 1]!; k++) {
      const id = tagIds[k]!;
      uses[id]!++;
      hashes[id] = Math.imul(hashes[id]! ^ i, 0x9e3779b1) ^ (hashes[id]! >>> 15);
    }
  }
  const byHash = new Map<string, number[]>();
  for (let id = 0; id < tags.length; id++) {
    if (uses[id]! < 2 || uses[id]! > rows.length - 2) continue;
    const key = `${uses[id]} ${hashes[id]}`;
    const alike = byHash.get(key);
    if (alike) alike.push(id);
    else byHash.set(key, [id]);
  }
  const postsOf = postsOfTags(table, rows, [...byHash.values()].filter((alike) => alike.length > 1).flat());
  const columns: TagColumn[] = [];
  for (const alike of byHash.values()) {
    const own: TagColumn[] = [];
    for (const id of alike) {
      const same = own.find((column) => equal(postsOf.get(column.id)!, postsOf.get(id)!));
      if (same) same.group.push(id);
      else own.push({ id, group: [], uses: uses[id]! });
    }
    columns.push(...own);
  }
  const byUse = columns.sort((a, b) => b.uses - a.uses || compareText(tags[a.id]!.key, tags[b.id]!.key));
  return {
    columns: byUse.slice(0, MAX_TAGS).sort((a, b) => a.id - b.id),
    dropped: byUse.slice(MAX_TAGS),
    uses,
  };
}

/** The posts that carry each of some tags, ascending. */
function postsOfTags(
  { tagStart, tagIds }: PostTable,
  rows: Int32Array,
  ids: readonly number[],
): Map<number, number[]> {
  const posts = new Map(ids.map((id): [number, number[]] => [id, []]));
  if (posts.size === 0) return posts;
  rows.forEach((row, i) => {
    for (let k = tagStart[row]!; k < tagStart[row + 1]!; k++) posts.get(tagIds[k]!)?.push(i);
  });
  return posts;
}

function equal(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((post, i) => post === b[i]);
}

/** Which library sounds get a column in one design. */
export interface SoundChoice {
  /** sound ids in code-point order of their keys */
  columns: number[];
  dropped: number[];
  /** uses among the rows, by sound id */
  uses: Int32Array;
}

/** Chooses the sound columns: library sounds used at least twice, the 60 with most uses. */
export function chooseSounds(table: PostTable, rows: Int32Array): SoundChoice {
  const { sound, sounds } = table;
  const uses = new Int32Array(sounds.length);
  for (const row of rows) if (sound[row]! >= 0) uses[sound[row]!]!++;
  const byUse = [...uses.keys()].filter((id) => uses[id]! >= 2).sort((a, b) => uses[b]! - uses[a]! || a - b);
  return {
    columns: byUse.slice(0, MAX_SOUNDS).sort((a, b) => a - b),
    dropped: byUse.slice(MAX_SOUNDS),
    uses,
  };
}
