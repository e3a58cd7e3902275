import { AdvisorError } from "../errors.ts";
import type { Context, Dataset, Post, TimeNote, Warning } from "../types.ts";
import { buildPost } from "./build-posts.ts";
import { accountName } from "./ids.ts";
import { lazyArray } from "./lazy-array.ts";
import { fileLedgers, sumLedgers } from "./ledger.ts";
import type { ReadCore, ReadOptions } from "./read-core.ts";
import { WARNINGS, type WarningCode } from "./warning-codes.ts";
import { collectWarnings, type WarningCollector } from "./warnings.ts";

const FEW = 20;
/** a Studio export of more rows than this was not capped */
const CAP = 20;
const NAMES_SHOWN = 20;

/** Which posts of an input: all of them, or those of one account (index into the store's names; 0 = those of no name). */
export type Choice = "all" | number;

/** The accounts of the posts in order of name; posts that name none come last, as 0. */
export function accountsOf({ source, byAccount }: ReadCore): number[] {
  const name = (index: number) => source.store.accounts[index]!;
  const named = [...byAccount.keys()].filter((index) => index !== 0);
  named.sort((a, b) => (name(a) < name(b) ? -1 : 1));
  return byAccount.has(0) ? [...named, 0] : named;
}

/**
 * The account that `--account` picks.
 * @throws AdvisorError ACCOUNT_NOT_FOUND
 */
export function pickAccount(core: ReadCore, wanted: string): number {
  const name = accountName(wanted)?.normalize("NFC");
  const { accounts } = core.source.store;
  const found = accountsOf(core).filter((index) => index !== 0);
  const index = found.find((one) => accounts[one]!.normalize("NFC") === name);
  if (index === undefined) {
    const names = listNames(found.map((one) => accounts[one]!));
    throw new AdvisorError(
      "ACCOUNT_NOT_FOUND",
      "--account",
      `No account ${name ?? wanted}; found ${names === "" ? "none that is named" : names}.`,
    );
  }
  return index;
}

/** One dataset of an input. */
export function datasetOf(core: ReadCore, choice: Choice, options: ReadOptions): Dataset {
  const { source, times } = core;
  const { store } = source;
  const heads = choice === "all" ? core.order : core.byAccount.get(choice)!;
  const everyone = accountsOf(core);
  const present = choice === "all" ? everyone : [choice];
  const files = fileLedgers(core, heads, choice === "all" ? null : choice);
  const make = (index: number): Post => buildPost(source, heads[index]!);
  const posts =
    store.texts === null ? lazyArray(heads.length, make) : Array.from(heads, (_, index) => make(index));
  const names = present.filter((index) => index !== 0).map((index) => store.accounts[index]!);
  const warnings = collectWarnings();
  warnAboutPosts(core, heads, present, options, warnings);
  return {
    posts,
    accounts: names,
    account: present.length === 1 && names.length === 1 ? names[0]! : null,
    files,
    rows: sumLedgers(files),
    columns: core.columns,
    warnings: sortWarnings([...core.warnings, ...warnings.list()]),
    context: contextFor(core, everyone, choice),
    zone: times.zone,
    zoneSource: times.zoneSource,
    asOf: times.asOf,
    inputs: core.inputs,
    times: timeNotes(core),
    isReduced: store.texts === null,
  };
}

/** What is to be said of these posts, not of the files. */
function warnAboutPosts(
  core: ReadCore,
  heads: Uint32Array,
  present: readonly number[],
  options: ReadOptions,
  warnings: WarningCollector,
): void {
  const { store } = core.source;
  const place = { file: "" };
  if (core.posts.length === 0 && core.contexts.length > 0) {
    const families = core.context.families.join(", ");
    if (options.mode === "analyze") {
      throw new AdvisorError(
        "CONTEXT_ONLY",
        core.contexts[0]!.table.name,
        `This is a valid TikTok file (${families}) without single videos/posts.`,
      );
    }
    warnings.add("CONTEXT_ONLY", place, families);
    return;
  }
  if (present.length > 1) {
    const names = present.map((index) =>
      index === 0 ? "posts of no named account" : store.accounts[index]!,
    );
    if (options.mode === "analyze") {
      throw new AdvisorError("MULTIPLE_ACCOUNTS", null, `${present.length} accounts: ${listNames(names)}.`);
    }
    warnings.add("MULTIPLE_ACCOUNTS", place, listNames(names), present.length);
  }
  if (heads.length < FEW) warnings.add("FEW_POSTS", place, undefined, heads.length);
  const isCapped = core.posts.every(
    ({ table, read, other }) => table.format === "studio-content" && read - other <= CAP,
  );
  if (isCapped) warnings.add("EXPORT_CAPPED", place);
  warnAboutMetrics(core, heads, warnings);
}

function warnAboutMetrics({ source }: ReadCore, heads: Uint32Array, warnings: WarningCollector): void {
  const { store, merged } = source;
  const place = { file: "" };
  const [views, likes] = store.counts;
  let hasViews = false;
  let hasLikes = false;
  let isAllZero = true;
  for (const head of heads) {
    for (let row = head; row !== -1; row = merged.next[row]!) {
      const count = views!.get(row);
      if (!Number.isNaN(count)) hasViews = true;
      if (count > 0) isAllZero = false;
      if (!Number.isNaN(likes!.get(row))) hasLikes = true;
    }
  }
  if (!hasViews) warnings.add("COLUMN_MISSING", place, "views: rates and reach");
  if (!hasLikes) warnings.add("COLUMN_MISSING", place, "likes: the like rate and the goal likes");
  if (hasViews && isAllZero) warnings.add("NUMBER_ALL_ZERO", place);
}

/** Sentences about no file in particular name none. */
function sortWarnings(warnings: readonly Warning[]): Warning[] {
  const order = new Map(Object.keys(WARNINGS).map((code, index) => [code, index]));
  const file = ({ at }: Warning) => at[0]?.file ?? "";
  return warnings
    .map((warning) => ({ ...warning, at: warning.at.filter((place) => place.file !== "") }))
    .sort((a, b) => {
      const byCode = order.get(a.code as WarningCode)! - order.get(b.code as WarningCode)!;
      return byCode || (file(a) < file(b) ? -1 : file(a) > file(b) ? 1 : 0);
    });
}

function listNames(names: readonly string[]): string {
  const shown = names.slice(0, NAMES_SHOWN).join(", ");
  return names.length > NAMES_SHOWN ? `${shown} and ${names.length - NAMES_SHOWN} more` : shown;
}

/** Days, followers and activity belong to one account: beside several nobody knows whose they are. */
function contextFor(core: ReadCore, everyone: readonly number[], choice: Choice): Context {
  if (everyone.length <= 1) return core.context;
  const { families } = core.context;
  const names = new Set(core.contexts.map(({ table }) => table.facts.nameHandle));
  const [handle] = names;
  const isMine =
    choice !== "all" &&
    names.size === 1 &&
    handle != null &&
    core.source.store.accounts[choice] === `@${handle.toLowerCase()}`;
  return isMine ? core.context : { days: [], followerActivity: null, gender: [], territories: [], families };
}

function timeNotes({ times }: ReadCore): TimeNote[] {
  return times.tables.flatMap(({ facts, checks, zone }) =>
    [checks.instant, checks.clock].flatMap((check) =>
      check === null
        ? []
        : [
            {
              file: facts.name,
              zone: zone.name,
              posts: check.posts,
              medianSeconds: check.medianSeconds,
              shareNear: check.shareNear,
              shareScheduled: check.shareScheduled,
              verdict: check.verdict,
            },
          ],
    ),
  );
}
