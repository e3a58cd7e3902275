import { fitModel } from "../../src/model/index.ts";
import { judgeFits } from "../../src/report/judge-fits.ts";
import type { AnalysisSettings, CellFinding, Finding, Fits, Judged, WindowFinding } from "../../src/types.ts";
import { DEFAULT_SETTINGS, simulatedDataset } from "../../test/support/simulated-dataset.ts";
import type { SimulatedAccount, Truth } from "../../test/support/simulator.ts";
import { backtestAccount } from "./backtest-account.ts";

/**
 * What one simulated account says about the model, as plain numbers that can be summed over accounts; null = does not apply.
 * Names ending in Of are the denominators.
 */
export type AccountMeasures = Record<string, number | null>;

/** Fewest posts with a thing for its interval to count; the verdict may be barred all the same (MODEL.md 1.7). */
const MIN_USES = 3;

type J<F extends Finding = Finding> = F & Judged;

const isClaim = ({ verdict }: Judged) => verdict === "supported" || verdict === "opposed";
const flag = (condition: boolean) => (condition ? 1 : 0);
const sum = (values: readonly number[]) => values.reduce((total, v) => total + v, 0);
/** A hair of room: quantiles at the spike of a hashtag come from a bisection around 0. */
const covers = ({ estimate }: Finding, truth: number) =>
  estimate!.low <= truth + 1e-9 && truth - 1e-9 <= estimate!.high;

/** Fits and judges one account on views, and holds every statement against what was planted. */
export function measureAccount(
  account: SimulatedAccount,
  options: { backtest: boolean; settings?: Partial<AnalysisSettings> },
): AccountMeasures {
  const settings = { ...DEFAULT_SETTINGS, ...options.settings };
  const dataset = simulatedDataset(account);
  const startedAt = performance.now();
  const fits = fitModel(dataset, settings);
  const fitMs = performance.now() - startedAt;
  const judged = judgeFits(fits, []);
  const measures: AccountMeasures = {
    seed: account.seed,
    fitMs: Math.round(fitMs),
    ...windowMeasures(fits, judged.cells, judged.best, account.truth),
    ...hashtagMeasures(judged.hashtags, account.truth),
    ...soundMeasures(judged.sounds, account.truth),
    ...lengthMeasures(judged.duration, account.truth),
    ...featureMeasures(judged.features, account.truth),
  };
  return options.backtest ? { ...measures, ...backtestAccount(account, settings) } : measures;
}

function windowMeasures(
  fits: Fits,
  cells: readonly J<CellFinding>[],
  best: readonly J<WindowFinding>[],
  truth: Truth,
): AccountMeasures {
  const habit = sum(
    fits.windows.habit.map(({ weekday, hour, share }) => share * truth.grid[24 * weekday + hour]!),
  );
  const effect = (weekday: number, hour: number) => truth.grid[24 * weekday + hour]! - habit;
  const mean = (list: readonly CellFinding[]) =>
    sum(list.map((c) => effect(c.weekday, c.hour))) / list.length;
  const topTruth = sum([...truth.grid].sort((a, b) => b - a).slice(0, 3)) / 3 - habit;
  const known = cells.filter(({ estimate }) => estimate);
  if (known.length < 168) return { windowClaimed: 0 };
  const top = [...known].sort((a, b) => b.estimate!.mean - a.estimate!.mean).slice(0, 3);
  const plain = cells.filter(({ naive }) => naive !== null).sort((a, b) => b.naive! - a.naive!);
  const claimed = cells.filter(({ verdict }) => verdict === "supported");
  const entries = best.filter(({ verdict }) => verdict === "supported");
  const entryTruth = (entry: WindowFinding) =>
    sum(entry.weekdays.flatMap((d) => [0, 1, 2].map((k) => effect(d, entry.startHour + k)))) /
    (3 * entry.weekdays.length);
  return {
    windowClaimed: flag(entries.length > 0),
    regret: topTruth - mean(top),
    plainRegret: topTruth - mean(plain.slice(0, 3)),
    cellsCovered: sum(known.map((c) => flag(covers(c, effect(c.weekday, c.hour))))),
    cellsOf: known.length,
    topCovered: sum(top.map((c) => flag(covers(c, effect(c.weekday, c.hour))))),
    topOf: top.length,
    topPredicted: sum(top.map(({ estimate }) => estimate!.mean)),
    topActual: 3 * mean(top),
    entriesPredicted: sum(entries.map(({ estimate }) => estimate!.mean)),
    entriesActual: sum(entries.map(entryTruth)),
    falseCellShare:
      claimed.length > 0
        ? sum(claimed.map((c) => flag(effect(c.weekday, c.hour) <= 0))) / claimed.length
        : null,
    bestEntryPredicted: best[0]?.estimate?.mean ?? null,
    bestEntryActual: best[0] ? entryTruth(best[0]) : null,
    bestEntryCovered: best[0]?.estimate ? flag(covers(best[0], entryTruth(best[0]))) : null,
    plainPromised: plain[0] ? Math.log(plain[0].naive!) : null,
    plainActual: plain[0] ? effect(plain[0].weekday, plain[0].hour) : null,
    plainFalse: plain[0] ? flag(effect(plain[0].weekday, plain[0].hour) <= 0) : null,
  };
}

function hashtagMeasures(tags: readonly J[], truth: Truth) {
  const of = (finding: Finding) => {
    const keys = [finding.key, ...((finding as { group?: readonly string[] }).group ?? [])];
    const planted = [...new Set(keys)].map((key) => truth.tags.get(key)!);
    return { effect: sum(planted.map(({ effect }) => effect)), topic: planted.some(({ topic }) => topic) };
  };
  const wrong = (finding: Judged) =>
    finding.verdict === "supported" ? of(finding).effect <= 0 : of(finding).effect >= 0;
  const claims = tags.filter(isClaim);
  const useful = claims.filter(({ verdict }) => verdict === "supported");
  const known = tags.filter(
    ({ estimate, posts, of: all }) => estimate && posts >= MIN_USES && posts <= all - MIN_USES,
  );
  const falseShare = (list: readonly Judged[]) =>
    list.length > 0 ? sum(list.map((finding) => flag(wrong(finding)))) / list.length : 0;
  const five = tags
    .filter(({ naive, posts }) => naive !== null && posts >= 3)
    .sort((a, b) => b.naive! - a.naive!)
    .slice(0, 5);
  return {
    tagToUse: flag(useful.length > 0),
    tagClaimed: flag(claims.length > 0),
    tagFalse: falseShare(claims),
    tagFalseButTopic: falseShare(claims.filter((finding) => !of(finding).topic)),
    tagsCovered: sum(known.map((finding) => flag(covers(finding, of(finding).effect)))),
    tagsOf: known.length,
    tagsPredicted: sum(useful.map(({ estimate }) => estimate!.mean)),
    tagsActual: sum(useful.map((finding) => of(finding).effect)),
    plainTagsFalse:
      five.length > 0 ? sum(five.map((finding) => flag(of(finding).effect <= 0))) / five.length : null,
  };
}

function soundMeasures(sounds: readonly J[], truth: Truth) {
  const single = sounds.filter(
    ({ key, estimate, posts }) => truth.sounds.has(key) && estimate && posts >= MIN_USES,
  );
  const library = sounds.find(({ key }) => key === "group:library");
  const judgedLibrary = library?.estimate ? library : null;
  const sign = judgedLibrary && (judgedLibrary.verdict === "supported" ? 1 : -1);
  return {
    soundClaimed: flag(single.some(isClaim)),
    soundsCovered: sum(single.map((finding) => flag(covers(finding, truth.sounds.get(finding.key)!.effect)))),
    soundsOf: single.length,
    libraryClaimed: flag(judgedLibrary !== null && isClaim(judgedLibrary)),
    libraryRight: judgedLibrary && isClaim(judgedLibrary) ? flag(sign! * truth.library > 0) : null,
    libraryCovered: judgedLibrary && flag(covers(judgedLibrary, truth.library)),
  };
}

function lengthMeasures(points: readonly J[], truth: Truth) {
  const seconds = (finding: Finding) => (finding as unknown as { seconds: number }).seconds;
  const known = points.filter(({ estimate, posts }) => estimate && posts >= MIN_USES);
  const claims = known.filter(isClaim);
  const wrong = (finding: Judged) =>
    (finding.verdict === "supported" ? 1 : -1) * truth.duration(seconds(finding)) <= 0;
  return {
    lengthClaimed: flag(claims.length > 0),
    lengthWrong:
      claims.length > 0 ? sum(claims.map((finding) => flag(wrong(finding)))) / claims.length : null,
    lengthsCovered: sum(known.map((finding) => flag(covers(finding, truth.duration(seconds(finding)))))),
    lengthsOf: known.length,
  };
}

function featureMeasures(features: readonly J[], truth: Truth) {
  const ask = features.find(({ key }) => key === "call-to-action:like");
  const known = ask?.estimate && ask.outcome === "likeRate" ? ask : null;
  const useless = features.filter(({ family }) => family !== "call-to-action");
  return {
    askFound: flag(ask?.verdict === "supported"),
    askClaimed: flag(ask !== undefined && isClaim(ask)),
    askCovered: known && flag(covers(known, truth.callToAction.likeLogit)),
    featureClaimed: flag(useless.some(isClaim)),
    features: useless.filter(({ estimate, barred }) => estimate && !barred).length,
  };
}
