import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AdvisorError } from "../../src/errors.ts";
import { readExports } from "../../src/read/index.ts";
import type { Dataset } from "../../src/types.ts";
import { dayToIso } from "../../src/zone.ts";
import { idAt, linkOf } from "../support/csv-export.ts";

const NEWEST = 1_780_000_000;
const HEADER = [
  "video id",
  "video link",
  "create time",
  "title",
  "username",
  "views",
  "likes",
  "comments",
  "report date",
];

/** Cells of one row, from sane to odd. */
const row = fc
  .record({
    post: fc.nat(12),
    id: fc.constantFrom("id", "id", "id", "", "7.5E+18", "12", "1234567890"),
    link: fc.constantFrom("link", "link", "", "https://example.org/x"),
    time: fc.constantFrom("clock", "clock", "day", "epoch", "", "2026-02-30", "nonsense", "1999-01-01"),
    account: fc.constantFrom("mia", "mia", "", "Bob"),
    views: fc.constantFrom("100", "1.234", "1,234", "2.5K", "", "-5", "n/a", "many"),
    likes: fc.constantFrom("10", "12", "", "0"),
    report: fc.constantFrom("2026-06-10", "2026-06-20", ""),
  })
  .map(({ post, id, link, time, account, views, likes, report }) => {
    const second = NEWEST - post * 90_000;
    const video = idAt(second, post + 1);
    const iso = new Date(second * 1000).toISOString();
    const times = new Map([
      ["clock", iso.slice(0, 19).replace("T", " ")],
      ["day", iso.slice(0, 10)],
      ["epoch", String(second)],
    ]);
    return [
      id === "id" ? video : id,
      link === "link" ? linkOf(account || "mia", video) : link,
      times.get(time) ?? time,
      post % 3 === 0 ? "" : `Loaf, “${post}”`,
      account,
      views,
      likes,
      String(post),
      report,
    ];
  });

function file(name: string, rows: readonly (readonly string[])[], newline = "\n", mark = "") {
  const quoted = (cells: readonly string[]) => cells.map((cell) => `"${cell}"`).join(",");
  return { name, data: new TextEncoder().encode(mark + [HEADER, ...rows].map(quoted).join(newline)) };
}

async function outcome(inputs: ReturnType<typeof file>[], detail = true): Promise<Dataset | string> {
  try {
    return await readExports(inputs, { detail });
  } catch (error) {
    if (error instanceof AdvisorError) return error.code;
    throw error;
  }
}

/** All that must not depend on order: everything but lines and the bytes of the input. */
function comparable(result: Dataset | string): unknown {
  if (typeof result === "string") return result;
  const { posts, warnings, inputs: _inputs, zone, ...rest } = result;
  return {
    ...rest,
    zone: zone.name,
    posts: posts.map((post) => ({ ...post, line: 0 })),
    warnings: warnings.map(({ code, severity, count }) => ({ code, severity, count })),
  };
}

const tables = fc.array(fc.array(row, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 3 });
const name = (index: number) => `part-${index}.csv`;

describe("readExports", () => {
  it("balances the ledger of every file, and in total", async () => {
    await fc.assert(
      fc.asyncProperty(tables, async (parts) => {
        const result = await outcome(parts.map((rows, index) => file(name(index), rows)));
        if (typeof result === "string") return;
        const sum = { read: 0, used: 0, merged: 0, dropped: 0, other: 0 };
        for (const ledger of result.files) {
          expect(ledger.used + ledger.merged + ledger.dropped + ledger.other).toBe(ledger.read);
          for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] += ledger[key];
        }
        expect(result.rows).toEqual(sum);
        expect(sum.read).toBe(parts.flat().length);
        expect(sum.used).toBe(result.posts.length);
      }),
      { numRuns: 30 },
    );
  });

  it("gives the same for every order of rows and files, line ending and byte-order mark", async () => {
    await fc.assert(
      fc.asyncProperty(tables, fc.infiniteStream(fc.nat()), fc.boolean(), async (parts, keys, windows) => {
        const shuffled = <T>(values: readonly T[]): T[] =>
          values
            .map((value) => ({ value, key: keys.next().value as number }))
            .sort((a, b) => a.key - b.key)
            .map(({ value }) => value);
        const plain = parts.map((rows, index) => file(name(index), rows));
        const other = parts.map((rows, index) =>
          file(name(index), shuffled(rows), windows ? "\r\n" : "\n", windows ? "\ufeff" : ""),
        );
        expect(comparable(await outcome(shuffled(other)))).toEqual(comparable(await outcome(plain)));
      }),
      { numRuns: 30 },
    );
  });

  it("gives the same posts without texts, but for the texts", async () => {
    await fc.assert(
      fc.asyncProperty(tables, async (parts) => {
        const inputs = () => parts.map((rows, index) => file(name(index), rows));
        const full = await outcome(inputs());
        const reduced = await outcome(inputs(), false);
        if (typeof full === "string" || typeof reduced === "string") {
          expect(reduced).toBe(full);
          return;
        }
        expect(reduced.rows).toEqual(full.rows);
        expect(reduced.posts.length).toBe(full.posts.length);
        for (const [index, post] of full.posts.entries()) {
          const { title, hashtags, hashtagLabels, ...rest } = post;
          expect(reduced.posts[index]).toMatchObject(rest);
          expect(reduced.posts[index]!.title === null).toBe(title === null);
          expect(reduced.posts[index]!.hashtags.length > 0).toBe(hashtags.length > 0);
          expect(hashtagLabels).toHaveLength(hashtags.length);
        }
      }),
      { numRuns: 12 },
    );
  });

  it("sorts posts by time and key", async () => {
    const rows = Array.from({ length: 500 }, (_, index) => {
      const second = NEWEST - ((index * 7919) % 500) * 3600;
      return [idAt(second, index + 1), "", dayToIso(0).slice(0, 0), "Loaf", "mia", "100", "10", "1", ""];
    });
    const result = await outcome([file("a.csv", rows)]);
    const keys = (result as Dataset).posts.map(
      ({ sortAt, key }) => `${String(sortAt).padStart(16, "0")} ${key}`,
    );
    expect(keys).toEqual([...keys].sort());
  });
});
