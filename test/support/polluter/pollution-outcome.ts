import { AdvisorError } from "../../../src/errors.ts";
import { readExports } from "../../../src/read/index.ts";
import type { Dataset } from "../../../src/types.ts";
import type { PollutionCase } from "./pollution-case.ts";

const COUNTS = ["views", "likes", "comments", "shares", "saves"] as const;

/** Reads a case: what the exports say, or the code of the error. */
export async function readPollution({ files, map }: PollutionCase): Promise<Dataset | string> {
  try {
    return await readExports(
      files.map(({ name, bytes }) => ({ name, data: bytes })),
      { map: (map ?? []).map(([field, header]) => ({ field, header })) },
    );
  } catch (error) {
    if (error instanceof AdvisorError) return error.code;
    throw error;
  }
}

/** What is wrong with the result of a case; [] = nothing. */
export function pollutionFaults(pollution: PollutionCase, result: Dataset | string): string[] {
  const { posts, codes, without = [] } = pollution;
  if (typeof result === "string")
    return posts === null && codes.includes(result) ? [] : [`refused with ${result}`];
  if (posts === null) return [`read ${result.posts.length} posts instead of refusing`];
  const wrong: string[] = [];
  const { read, used, merged, dropped, other } = result.rows;
  if (read !== used + merged + dropped + other) wrong.push("the ledger does not balance");
  const seen = new Set(result.warnings.map(({ code }) => code));
  if (codes.length > 0 && !codes.some((code) => seen.has(code)))
    wrong.push(`none of ${codes.join(", ")} among ${[...seen].join(", ")}`);
  if (result.posts.length !== posts.length)
    wrong.push(`${result.posts.length} posts instead of ${posts.length}`);
  const byId = new Map(result.posts.map((post) => [post.id, post]));
  for (const truth of posts) {
    const post = byId.get(truth.id);
    if (!post) {
      wrong.push(`post ${truth.id} is missing`);
      continue;
    }
    for (const count of COUNTS) {
      const expected = Number.isNaN(truth[count]) ? null : truth[count];
      if (!without.includes(count) && post[count] !== expected)
        wrong.push(`${count} of ${truth.id}: ${post[count]} instead of ${expected}`);
    }
    if (!without.includes("at") && post.postedAt !== truth.at)
      wrong.push(`time of ${truth.id}: ${post.postedAt} instead of ${truth.at}`);
    if (!without.includes("title") && post.title?.replace(/\s+/g, " ") !== truth.title.replace(/\s+/g, " "))
      wrong.push(`title of ${truth.id}: ${JSON.stringify(post.title)}`);
  }
  return wrong.slice(0, 4);
}
