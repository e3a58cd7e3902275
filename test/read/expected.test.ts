import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { AdvisorError } from "../../src/errors.ts";
import { type ReadOptions, readExports } from "../../src/read/index.ts";
import type { Dataset, Post } from "../../src/types.ts";
import { dayToIso, isoUtc, namedZone } from "../../src/zone.ts";

const folder = join(import.meta.dirname, "../../../shared/exports");
const list = join(folder, "expected.json");

interface Entry {
  file: string;
  args?: string[];
  outcome: "read" | "context" | "refuse";
  error?: string;
  errorAlso?: string[];
  family: string | string[] | null;
  familyAlso?: string;
  rowsRead: number;
  rows?: Record<string, number>;
  posts: number | null;
  accounts: number | null;
  account?: string | null;
  firstPostedAt: string | null;
  lastPostedAt: string | null;
  firstPostedOn?: string;
  lastPostedOn?: string;
  scheduled?: number;
  withHour?: number;
  snapshots?: string[];
  time?: {
    offsetHours?: number;
    timeDoctor?: Record<string, { n: number; medianSeconds: number; shareNear: number; over1h: number }>;
  };
  totals: Record<string, number | null> | null;
  warningsExpected: string[];
  titles?: string[];
  years?: string[];
  forbidInOutput?: string[];
}

const entries: Entry[] = existsSync(list) ? JSON.parse(readFileSync(list, "utf8")).entries : [];

/** The entry's flags as options. */
function optionsOf(args: readonly string[]): ReadOptions {
  const map: { field: string; header: string }[] = [];
  let zone: ReadOptions["zone"] = null;
  for (let index = 0; index < args.length; index += 2) {
    const value = args[index + 1]!;
    if (args[index] === "--tz") zone = { zone: namedZone(value), source: "flag" };
    else if (args[index] === "--map") map.push({ field: value.split("=")[0]!, header: value.split("=")[1]! });
    else throw new Error(`unknown flag ${args[index]}`);
  }
  return { map, zone, hostZone: () => namedZone("UTC"), mode: "inspect" };
}

function total(posts: readonly Post[], name: string): number | null {
  const values = posts.map((post) => post[name as "views"]).filter((value) => value !== null);
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0);
}

function checkRead(entry: Entry, dataset: Dataset): void {
  const { posts, rows, files } = dataset;
  const families = [...new Set(files.map(({ format }) => format))].sort();
  const allowed = [[entry.family].flat(), ...(entry.familyAlso ? [[entry.familyAlso]] : [])];
  expect(allowed).toContainEqual(families);
  expect(rows.read).toBe(entry.rowsRead);
  expect(rows.used + rows.merged + rows.dropped + rows.other).toBe(rows.read);
  if (entry.rows) expect(rows).toEqual(entry.rows);
  if (entry.outcome === "context") {
    expect(posts).toHaveLength(0);
    expect(dataset.warnings.map(({ code }) => code)).toContain("CONTEXT_ONLY");
    return;
  }
  expect(posts).toHaveLength(entry.posts!);
  expect(dataset.accounts).toHaveLength(entry.accounts!);
  expect(dataset.account).toBe(entry.account ?? null);
  const instants = posts.flatMap(({ postedAt }) => (postedAt === null ? [] : [postedAt]));
  expect(isoUtc(Math.min(...instants))).toBe(entry.firstPostedAt);
  expect(isoUtc(Math.max(...instants))).toBe(entry.lastPostedAt);
  const days = posts.map(({ postedOn }) => postedOn!).sort();
  if (entry.firstPostedOn) expect(days[0]).toBe(entry.firstPostedOn);
  if (entry.lastPostedOn) expect(days.at(-1)).toBe(entry.lastPostedOn);
  expect(posts.filter(({ scheduled }) => scheduled)).toHaveLength(entry.scheduled ?? 0);
  expect(instants).toHaveLength(entry.withHour!);
  if (entry.years) expect(days).toEqual([...entry.years].sort());
  for (const [name, value] of Object.entries(entry.totals ?? {}))
    expect([name, total(posts, name)]).toEqual([name, value]);
  if (entry.titles) {
    const titles = [...posts].sort((a, b) => a.line! - b.line!).map(({ title }) => title);
    expect(titles).toEqual(entry.titles);
  }
  if (entry.snapshots) checkSnapshots(entry.snapshots, dataset);
  checkTime(entry, dataset);
  for (const text of entry.forbidInOutput ?? []) {
    expect(JSON.stringify([posts, dataset.warnings, dataset.context, dataset.columns])).not.toContain(text);
  }
}

function checkSnapshots(expected: readonly string[], { posts }: Dataset): void {
  const seen = new Set<string>();
  const size = expected[0]!.length;
  const add = (at: number | null) =>
    at !== null && seen.add(size === 10 ? dayToIso(Math.floor(at / 86_400_000)) : isoUtc(at));
  for (const post of posts) {
    add(post.snapshotAt);
    for (const { at } of post.snapshots) add(at);
  }
  expect([...seen].sort()).toEqual(expected);
}

function checkTime(entry: Entry, { times, zone, zoneSource }: Dataset): void {
  if (entry.time?.offsetHours !== undefined) {
    expect([zone.offsetMinutes(0) / 60, zoneSource]).toEqual([entry.time.offsetHours, "inferred"]);
  }
  for (const [file, doctor] of Object.entries(entry.time?.timeDoctor ?? {})) {
    const note = times!.find((one) => one.file.endsWith(file))!;
    expect(note.posts).toBe(doctor.n);
    expect(note.medianSeconds).toBeCloseTo(doctor.medianSeconds, 1);
    expect(note.shareNear).toBeCloseTo(doctor.shareNear, 2);
    expect(Math.round(note.shareScheduled * note.posts)).toBe(doctor.over1h);
  }
}

if (entries.length === 0) test.skip("the expected results of ../shared/exports (absent)", () => undefined);

for (const [index, entry] of entries.entries()) {
  test(`${index + 1}: ${entry.file} ${(entry.args ?? []).join(" ")} -> ${entry.error ?? entry.outcome}`, async () => {
    const result = await readExports([join(folder, entry.file)], optionsOf(entry.args ?? [])).catch(
      (error) => error,
    );
    if (entry.outcome === "refuse") {
      expect(result).toBeInstanceOf(AdvisorError);
      expect([entry.error, ...(entry.errorAlso ?? [])]).toContain(result.code);
      expect(result.hint).not.toBe("");
      return;
    }
    if (result instanceof Error) throw result;
    checkRead(entry, result);
    const codes = result.warnings.map((warning: { code: string }) => warning.code);
    expect(codes).toEqual(expect.arrayContaining(entry.warningsExpected));
  });
}
