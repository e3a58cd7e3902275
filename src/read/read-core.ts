import { AdvisorError } from "../errors.ts";
import type { ColumnMapping, Context, InputFile, Warning } from "../types.ts";
import { fixedZone, type Zone } from "../zone.ts";
import { settleAccounts } from "./accounts.ts";
import { accountOf, type PostSource } from "./build-posts.ts";
import { activityZone, buildContext, type ContextTable, contextTable, takeContextRow } from "./context.ts";
import { intake, type PostTable, postTable } from "./intake.ts";
import { mergeRows } from "./merge.ts";
import { openTables, startRun } from "./open-tables.ts";
import { FLAG, type PostStore, postStore, setFlag } from "./post-store.ts";
import { localDay } from "./row-times.ts";
import type { ExportInput, FieldRow, Table, TableOptions, TableRun } from "./rows.ts";
import { settleCounts } from "./settle-counts.ts";
import { settleFailures } from "./settle-failures.ts";
import { type SettledTimes, settleTimes } from "./settle-times.ts";
import { sortPosts } from "./sort-posts.ts";

/** How an input is to be read. Everything may be left out. */
export interface ReadOptions extends TableOptions {
  /** zone that a flag or the configuration names for the report */
  zone?: { zone: Zone; source: "flag" | "config" } | null;
  /** zone of this machine, asked for only where nothing else tells (default UTC) */
  hostZone?: () => Zone;
  /** reference instant of `--as-of`, ms UTC */
  asOf?: number | null;
  /** `--account`: only this account's posts */
  account?: string | null;
  /**
   * false: texts are not kept; where the export has one, the post holds "", and posts are made when they are asked for.
   * "auto": texts are kept up to 20,000 rows (default true)
   */
  detail?: boolean | "auto";
  /** "inspect" (default): several accounts and context alone are warnings; "analyze": they are errors */
  mode?: "inspect" | "analyze";
  /** memory that may be used for the posts (default 1 GiB); beyond it INPUT_TOO_LARGE */
  memoryBytes?: number;
}

/** An input as read, before it is cut into accounts. */
export interface ReadCore {
  source: PostSource;
  /** first rows of all posts, sorted by (sortAt, key) */
  order: Uint32Array;
  /** the same by account (index into the store's names, 0 = named by nobody) */
  byAccount: ReadonlyMap<number, Uint32Array>;
  /** rows that became no post although they should have */
  dropped: Uint32Array;
  posts: readonly PostTable[];
  contexts: readonly ContextTable[];
  /** tables whose bytes were read under another name */
  repeats: readonly { table: Table; read: number }[];
  times: SettledTimes;
  context: Context;
  columns: readonly ColumnMapping[];
  warnings: readonly Warning[];
  inputs: readonly InputFile[];
}

const MOST_WITH_TEXTS = 20_000;
const DEFAULT_MEMORY = 1_073_741_824;
/** measured: typed arrays of a row, its slots while merging, and its copy as an object where texts are kept */
const ROW_BYTES = 120;
const DETAIL_BYTES = 1_100;

/**
 * Reads every table of the inputs and settles times, counts, accounts and copies over all of them together, so that neither
 * the order of files nor that of rows matters.
 * @throws AdvisorError
 */
export async function readCore(inputs: readonly ExportInput[], options: ReadOptions): Promise<ReadCore> {
  const run = startRun();
  const detail = options.detail ?? true;
  const store = postStore(detail !== false);
  const posts: PostTable[] = [];
  const contexts: ContextTable[] = [];
  const repeats: { table: Table; read: number }[] = [];
  const columns: ColumnMapping[] = [];
  const guard = memoryGuard(store, options.memoryBytes);
  const memory = (name: string) => {
    if (detail === "auto" && store.size > MOST_WITH_TEXTS) store.texts = null;
    guard(name);
  };
  for await (const table of openTables(inputs, options, run)) {
    if (table.kind === "failed") continue;
    if (table.duplicateOf !== null) {
      repeats.push({ table, read: await countRows(table) });
      continue;
    }
    columns.push(...table.columns);
    if (table.kind === "posts") posts.push(await takePosts(table, store, run, memory));
    else contexts.push(await takeContext(table, run));
  }
  for (const { table, read } of repeats) {
    if (table.kind === "posts" && read > 0)
      run.warnings.add("DUPLICATE_POSTS", { file: table.name }, undefined, read);
  }
  settleAccounts(store, posts);
  const times = settleTimes(
    store,
    posts,
    activityZone(contexts),
    {
      zone: options.zone ?? null,
      hostZone: options.hostZone ?? (() => fixedZone(0)),
      asOf: options.asOf ?? null,
    },
    run.warnings,
  );
  settleErrors(store, times, posts, contexts, run);
  for (const facts of posts) settleCounts(store, facts, run.warnings);
  const merged = mergeRows(store, times.tables, times.zone, run.warnings);
  const source = { store, tables: times.tables, merged, zone: times.zone, asOf: times.asOf };
  const asOfDay = times.asOf === null ? null : localDay(times.zone, times.asOf);
  const context = buildContext(contexts, asOfDay, run.warnings);
  const order = sortPosts(source);
  return {
    source,
    order,
    byAccount: groupByAccount(source, order),
    dropped: droppedRows(store),
    posts,
    contexts,
    repeats,
    times,
    context,
    columns,
    warnings: run.warnings.list(),
    inputs: run.inputs,
  };
}

async function takePosts(
  table: Table,
  store: PostStore,
  run: TableRun,
  memory: (name: string) => void,
): Promise<PostTable> {
  const facts = postTable(table, store.size);
  const into = intake(store, facts);
  const isWhole = await eachBatch(table, run, (batch) => {
    for (const row of batch) into.take(row);
    memory(table.name);
  });
  if (!isWhole) dropRows(store, facts);
  into.finish(run.warnings);
  return facts;
}

async function takeContext(table: Table, run: TableRun): Promise<ContextTable> {
  const into = contextTable(table);
  await eachBatch(table, run, (batch) => {
    for (const row of batch) takeContextRow(into, row);
  });
  return into;
}

/** Runs through a table; false where a member of a folder or zip broke on the way and is left out. */
async function eachBatch(
  table: Table,
  run: TableRun,
  take: (batch: readonly FieldRow[]) => void,
): Promise<boolean> {
  try {
    for await (const batch of table.rows()) take(batch);
    return true;
  } catch (error) {
    const isLimit = error instanceof AdvisorError && error.code === "INPUT_TOO_LARGE";
    if (!(error instanceof AdvisorError) || table.isMember !== true || isLimit) throw error;
    run.failures.push({ kind: "failed", name: table.name, error });
    return false;
  }
}

function dropRows(store: PostStore, { from, to }: PostTable): void {
  for (let row = from; row < to; row++) setFlag(store, row, FLAG.dropped);
}

async function countRows(table: Table): Promise<number> {
  let read = 0;
  for await (const batch of table.rows()) read += batch.length;
  return read;
}

/** Stops before memory ends: an estimate from the rows and, where texts are kept, their length. */
function memoryGuard(store: PostStore, memoryBytes: number | undefined): (name: string) => void {
  const limit = memoryBytes ?? DEFAULT_MEMORY;
  const more =
    memoryBytes === undefined ? "" : ", or give Node more memory: NODE_OPTIONS=--max-old-space-size=8192";
  let textBytes = 0;
  let seen = 0;
  return (name) => {
    for (; store.texts !== null && seen < store.size; seen++) {
      const { title, hashtags, sound } = store.texts[seen]!;
      textBytes += 2 * ((title?.length ?? 0) + (hashtags?.length ?? 0) + (sound?.length ?? 0));
    }
    const bytes = store.size * (ROW_BYTES + (store.texts === null ? 0 : DETAIL_BYTES)) + textBytes;
    if (bytes <= limit) return;
    const megabytes = Math.round(limit / 1_048_576);
    throw new AdvisorError(
      "INPUT_TOO_LARGE",
      name,
      `A limit was reached: ${store.size} rows need more than the ${megabytes} MB that may be used for posts.`,
      `export a shorter time or one account${more}`,
    );
  };
}

/** A table that cannot be dated ends the reading, but for a member of a folder or zip of which another holds posts. */
function settleErrors(
  store: PostStore,
  times: SettledTimes,
  posts: readonly PostTable[],
  contexts: readonly ContextTable[],
  run: TableRun,
): void {
  const broken = times.tables.filter(({ error }) => error !== null);
  const hasPosts = times.tables.some(({ error, facts }) => error === null && hasRows(store, facts));
  for (const { facts, error } of broken) {
    if (facts.table.isMember !== true) throw error!;
    dropRows(store, facts);
    run.failures.push({ kind: "failed", name: facts.name, error: error! });
  }
  settleFailures(run, { posts: hasPosts, tables: posts.length - broken.length + contexts.length > 0 });
  if (hasPosts || posts.length === 0) return;
  const read = posts.reduce((sum, facts) => sum + facts.read - facts.other, 0);
  if (read === 0) throw new AdvisorError("NO_POSTS", posts[0]!.name, "The export has a header but no posts.");
  const reasons = run.warnings.list().filter(({ code }) => DROPPING.has(code));
  throw new AdvisorError(
    "NO_USABLE_ROWS",
    posts[0]!.name,
    `None of ${read} rows is usable: ${reasons.map(({ code, count }) => `${count} ${code}`).join(", ") || "no reason found"}.`,
  );
}

const DROPPING: ReadonlySet<string> = new Set([
  "ROW_UNUSABLE",
  "ROW_TOO_SHORT",
  "ROW_TOO_LONG",
  "PRIVATE_POSTS",
  "DATE_INVALID",
  "DATE_FUTURE",
  "DATE_TOO_OLD",
  "INPUT_TRUNCATED",
  "NUMBER_INVALID",
  "NUMBER_NEGATIVE",
]);

function groupByAccount(source: PostSource, order: Uint32Array): Map<number, Uint32Array> {
  const sizes = new Map<number, number>();
  for (const head of order) {
    const account = accountOf(source, head);
    sizes.set(account, (sizes.get(account) ?? 0) + 1);
  }
  if (sizes.size === 1) return new Map([[[...sizes.keys()][0]!, order]]);
  const groups = new Map([...sizes].map(([account, size]) => [account, new Uint32Array(size)]));
  const filled = new Map<number, number>();
  for (const head of order) {
    const account = accountOf(source, head);
    const at = filled.get(account) ?? 0;
    groups.get(account)![at] = head;
    filled.set(account, at + 1);
  }
  return groups;
}

function droppedRows(store: PostStore): Uint32Array {
  const rows: number[] = [];
  for (let row = 0; row < store.size; row++) if ((store.flags.get(row) & FLAG.dropped) !== 0) rows.push(row);
  return Uint32Array.from(rows);
}

function hasRows(store: PostStore, { from, to }: PostTable): boolean {
  for (let row = from; row < to; row++) if ((store.flags.get(row) & FLAG.dropped) === 0) return true;
  return false;
}
