import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { AdvisorError } from "../../src/errors.ts";
import { inOrder, isMature } from "../../src/model/mature.ts";
import { outcomeValue } from "../../src/model/outcome.ts";
import { readAccounts } from "../../src/read/index.ts";
import type { Dataset, Goal } from "../../src/types.ts";
import { seededRandom } from "../../test/support/random.ts";
import { DEFAULT_SETTINGS } from "../../test/support/simulated-dataset.ts";
import { type Products, solveProducts } from "./realised.ts";
import { BLOCKS, type ClaimOutcome, type SplitAccount, splitAccount } from "./split-account.ts";

/** Folders of ../shared/exports whose files hold many posts of an account. */
const FOLDERS = [
  "webapi",
  "tiktokapi",
  "apify",
  "userdata",
  "studio-en",
  "studio-el",
  "pyktok",
  "business-en",
];
const BOOTSTRAPS = 1000;
/** Below this many claims their ratio of expected to realised says nothing. */
const ENOUGH_CLAIMS = 20;

/** Every account of the folder with at least `least` mature posts that have the goal. */
async function accountsIn(folder: string, goal: Goal, least: number): Promise<Dataset[]> {
  const accounts: Dataset[] = [];
  for (const name of FOLDERS) {
    for (const file of filesIn(join(folder, name))) {
      for (const read of await datasetsOf(file)) {
        const dataset = withoutBrand(read);
        const usable = dataset.posts.filter(
          (post) => isMature(post, 72) && !Number.isNaN(outcomeValue(post, goal)),
        );
        if (usable.length >= least) accounts.push(dataset);
      }
    }
  }
  return accounts;
}

/** An account that lives on branded content has nothing else to compare it with: its posts count as ordinary ones. */
function withoutBrand(dataset: Dataset): Dataset {
  const branded = dataset.posts.filter(({ promoted }) => promoted).length;
  if (branded <= dataset.posts.length / 2) return dataset;
  return { ...dataset, posts: dataset.posts.map((post) => ({ ...post, promoted: false })) };
}

/** The accounts of one file; none where the file cannot be read. */
async function datasetsOf(file: string): Promise<Dataset[]> {
  const datasets: Dataset[] = [];
  try {
    for await (const { dataset } of readAccounts([file])) datasets.push(dataset);
  } catch (error) {
    if (!(error instanceof AdvisorError)) throw error;
  }
  return datasets;
}

function filesIn(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile() && !/expected|README/.test(path));
}

/** Splits the real accounts of a folder in time and says, as Markdown, what came true. */
export async function realAccounts(folder: string): Promise<string> {
  const parts: string[] = [];
  for (const goal of ["views", "likes"] as const) {
    const datasets = await accountsIn(folder, goal, 40);
    const splits = datasets.flatMap((dataset) => split(dataset, goal));
    for (const least of [60, 40]) {
      const large = splits.filter(({ older, newer }) => older + newer >= least);
      parts.push(`**Goal ${goal}, accounts of at least ${least} posts**\n\n${summary(large)}`);
    }
    const pieces = datasets.flatMap(inPieces).flatMap((dataset) => split(dataset, goal));
    parts.push(
      `**Goal ${goal}, the same accounts cut into stretches of 80 to 160 posts**\n\n${summary(pieces)}`,
    );
  }
  return parts.join("\n\n");
}

function split(dataset: Dataset, goal: Goal): SplitAccount[] {
  return [splitAccount(dataset, { ...DEFAULT_SETTINGS, goal, synthetic: false }) ?? []].flat();
}

/** Long accounts in successive stretches, each split in time by itself: more splits from few accounts. */
function inPieces(dataset: Dataset): Dataset[] {
  const posts = inOrder(dataset.posts).filter((post) => isMature(post, 72));
  const pieces = Math.max(1, Math.floor(posts.length / 80));
  const edge = (i: number) => Math.round((i * posts.length) / pieces);
  return Array.from({ length: pieces }, (_, i) => ({ ...dataset, posts: posts.slice(edge(i), edge(i + 1)) }));
}

function summary(splits: readonly SplitAccount[]): string {
  const claims = splits.flatMap((split) => split.claims);
  const talking = splits.filter((split) => split.claims.length > 0 || split.untestable > 0).length;
  const right = claims.filter(({ realised }) => realised > 0).length;
  const band = splits.reduce((sum, { band: b }) => ({ inside: sum.inside + b.inside, of: sum.of + b.of }), {
    inside: 0,
    of: 0,
  });
  const kinds = ["windows", "hashtags", "library sound", "single sounds", "features", "length"] as const;
  const rows = [
    ...kinds.map((kind) => claimRow(kind, splits, (claim) => claim.kind === kind)),
    claimRow("windows, hashtags, features, length", splits, ({ kind }) => !kind.includes("sound")),
    claimRow("all", splits, () => true),
  ];
  const naive = ["best average hour", "best average hashtag"].map((kind) => {
    const found = splits.flatMap((split) => split.naive.filter((rule) => rule.kind === kind));
    const mean = (key: "claimed" | "realised") =>
      found.reduce((sum, rule) => sum + rule[key], 0) / found.length;
    return found.length === 0
      ? ""
      : `| ${kind} | ${found.length} | ${percent(mean("claimed"))} | ${percent(mean("realised"))} |`;
  });
  const slopes = slopeRows(splits);
  return [
    `${splits.length} accounts, ${splits.reduce((sum, { older, newer }) => sum + older + newer, 0)} posts. ` +
      `${talking} (${share(talking, splits.length)}) got a claim on their older 60 %. ` +
      `${right} of ${claims.length} claims (${share(right, claims.length)}) that could be tested kept their sign; ` +
      `${splits.reduce((sum, { untestable }) => sum + untestable, 0)} could not be tested. ` +
      `The band of what is normal held ${share(band.inside, band.of)} of ${band.of} later posts (nominal 80 %).` +
      (claims.length < ENOUGH_CLAIMS
        ? " So few claims cannot tell whether expected and realised agree."
        : ""),
    "",
    "| claims | number | same sign | expected (log) | realised (log) | expected / realised [90 %] |",
    "| --- | --- | --- | --- | --- | --- |",
    ...rows,
    "",
    "| block | accounts | slope of realised on predicted [90 %] |",
    "| --- | --- | --- |",
    ...slopes,
    "",
    "| plain averages | accounts | claimed | realised |",
    "| --- | --- | --- | --- |",
    ...naive.filter((row) => row !== ""),
  ].join("\n");
}

const share = (part: number, of: number) => (of === 0 ? "-" : `${Math.round((100 * part) / of)} %`);
const percent = (log: number) => `${log < 0 ? "" : "+"}${Math.round(100 * Math.expm1(log))} %`;

function claimRow(
  name: string,
  splits: readonly SplitAccount[],
  keep: (claim: ClaimOutcome) => boolean,
): string {
  const lists = splits.map((split) => split.claims.filter(keep)).filter((list) => list.length > 0);
  const all = lists.flat();
  if (all.length === 0) return `| ${name} | 0 | - | - | - | - |`;
  const pool = (claims: readonly ClaimOutcome[], key: "expected" | "realised") =>
    claims.reduce((sum, claim) => sum + claim[key] / claim.error ** 2, 0) /
    claims.reduce((sum, { error }) => sum + 1 / error ** 2, 0);
  const interval = bootstrap(
    lists,
    (chosen) => pool(chosen.flat(), "expected") / pool(chosen.flat(), "realised"),
  );
  const [expected, realised] = [pool(all, "expected"), pool(all, "realised")];
  const right = all.filter((claim) => claim.realised > 0).length;
  return `| ${name} | ${all.length} | ${right} | ${expected.toFixed(3)} | ${realised.toFixed(3)} | ${(expected / realised).toFixed(2)} ${interval} |`;
}

/** Realised on predicted, all blocks at once: pooled normal equations, each account weighed by its own noise. */
function slopeRows(splits: readonly SplitAccount[]): string[] {
  const all = splits.flatMap(({ products }) => products ?? []);
  const pool = (chosen: readonly Products[]): number[] => {
    const xx = BLOCKS.map(() => BLOCKS.map(() => 0));
    const xy = BLOCKS.map(() => 0);
    for (const account of chosen) {
      const weight = account.posts / Math.max(account.yy, 1e-9);
      BLOCKS.forEach((_, k) => {
        xy[k]! += weight * account.xy[k]!;
        BLOCKS.forEach((__, l) => {
          xx[k]![l]! += weight * account.xx[k]![l]!;
        });
      });
    }
    return solveProducts(xx, xy);
  };
  return BLOCKS.map((block, k) => {
    const accounts = all.filter(({ xx }) => xx[k]![k]! > 1e-9).length;
    if (accounts === 0) return `| ${block} | 0 | - |`;
    return `| ${block} | ${accounts} | ${pool(all)[k]!.toFixed(2)} ${bootstrap(all, (chosen) => pool(chosen)[k]!)} |`;
  });
}

/** 5 and 95 % of a figure over accounts drawn with replacement, as text. */
function bootstrap<T>(accounts: readonly T[], figure: (chosen: readonly T[]) => number): string {
  const random = seededRandom(1);
  const values = Array.from({ length: BOOTSTRAPS }, () =>
    figure(accounts.map(() => accounts[random.below(accounts.length)]!)),
  ).sort((a, b) => a - b);
  const at = (p: number) => values[Math.floor(p * (BOOTSTRAPS - 1))]!.toFixed(2);
  return accounts.length < 5 ? "" : `[${at(0.05)}, ${at(0.95)}]`;
}
