import type { Finding, SoundFinding } from "../types.ts";
import { dayToIso, localTime } from "../zone.ts";
import { coefficient, featureColumn } from "./contrasts.ts";
import { estimateOf } from "./estimate.ts";
import { LIBRARY_FEATURE } from "./features.ts";
import { blockSd, type OutcomeModel } from "./fit-outcome.ts";
import { carryOver } from "./forecast.ts";
import type { ContrastList, Integrated } from "./goal-integration.ts";
import { weeksOf } from "./hashtags.ts";
import { compareText } from "./order.ts";
import type { FittedOutcome } from "./outcome-models.ts";
import type { Prepared } from "./prepare.ts";
import { presenceCounter } from "./presence.ts";
import { trendLookup } from "./trends.ts";

const MIN_USES = 3;

/** Places of the sounds' contrasts in an integration. */
export interface SoundContrasts {
  /** the library-sound coefficient, -1 = not in the design */
  library: number;
  /** by sound id */
  own: Map<number, number>;
}

/** Adds the library coefficient and, per sound, library + own column (MODEL.md 4.3). */
export function addSounds(list: ContrastList, { built }: OutcomeModel): SoundContrasts {
  const column = featureColumn(built, LIBRARY_FEATURE);
  const own = new Map<number, number>();
  built.design.sounds.columns.forEach((id, j) => {
    const sound = built.layout.sound + j;
    own.set(id, list.add(column < 0 ? coefficient(sound) : { columns: [column, sound], values: [1, 1] }));
  });
  return { library: column < 0 ? -1 : list.add(coefficient(column)), own };
}

/**
 * What sounds did: library against own sounds as a group, every library sound of two or more posts, and re-used own sounds,
 * which are the base (MODEL.md 4.3).
 * @returns none where the export has too few sounds
 */
export function soundFindings(
  prepared: Prepared,
  goal: FittedOutcome,
  integrated: Integrated | null,
  contrasts: SoundContrasts | null,
): SoundFinding[] {
  const { table, settings } = prepared;
  const library = table.features.find(({ key }) => key === LIBRARY_FEATURE)!;
  if (library.absent !== null) return [];
  const countOf = presenceCounter(prepared, goal.data);
  const onTrend = trendingNow(prepared);
  const spread = integrated ? blockSd(integrated.model, "sound") : 0;
  const estimate = (c: number | undefined) =>
    integrated && c !== undefined && c >= 0
      ? estimateOf(integrated.mixture(c), integrated.model.s0, settings.level)
      : null;
  const common = { section: "sounds", rule: "sound", outcome: goal.outcome } as const;
  const bar = (rows: readonly number[], posts: number, fitted: boolean): Finding["barred"] => {
    if (goal.barred) return goal.barred;
    const because = (reason: string) => ({ verdict: "too-few" as const, reason });
    if (posts < MIN_USES) return because(`used on ${posts} posts; ${MIN_USES} are needed`);
    if (weeksOf(table, rows) < 2) return because("all its posts stand in one week");
    return fitted ? null : because("rarer than the 60 sounds that are looked at one by one");
  };
  const findings = listed(prepared).map(({ key, label, kind, rows, id }): SoundFinding => {
    const counted = countOf(rows);
    const own = kind === "original";
    const found = own ? (integrated ? NO_EFFECT : null) : estimate(contrasts?.own.get(id));
    return {
      ...common,
      id: `sounds/${key}`,
      key,
      label,
      kind,
      ...counted,
      estimate: found,
      barred: own ? goal.barred : bar(rows, counted.posts, found !== null),
      trending: onTrend(rows[0]!),
      carryOver: carryOver("sound", goal.outcome, spread),
    };
  });
  const rows = [...library.values.keys()].filter((row) => library.values[row] === 1);
  const unknown = [...library.values.keys()].filter((row) => library.values[row]! < 0);
  const counted = countOf(rows, unknown);
  const rejected = integrated?.model.built.design.rejected.get(LIBRARY_FEATURE);
  const group: SoundFinding = {
    ...common,
    id: "sounds/group:library",
    key: "group:library",
    label: "Library sounds as a group",
    kind: "group",
    ...counted,
    estimate: estimate(contrasts?.library),
    barred: rejected
      ? (goal.barred ?? { verdict: "too-few", reason: rejected })
      : bar(rows, counted.posts, true),
    trending: null,
    carryOver: carryOver("library", goal.outcome),
  };
  return [group, ...findings];
}

/** Own sounds are what the others are held against. */
const NO_EFFECT = { mean: 0, sd: 0, low: 0, high: 0, probability: 0.5, probabilityBelow: 0.5 };

interface ListedSound {
  key: string;
  label: string;
  kind: "original" | "library";
  rows: number[];
  /** sound id of the table, -1 for own sounds */
  id: number;
}

/** Sounds of two or more mature posts, most used first. */
function listed({ table, mature }: Prepared): ListedSound[] {
  const found = new Map<string, ListedSound>();
  mature.forEach(({ soundKey, soundOrigin, sound }, row) => {
    if (soundKey === null || soundOrigin === null) return;
    const kind = soundOrigin === "own" ? "original" : "library";
    const known = found.get(soundKey);
    if (known) {
      known.rows.push(row);
      // A key that stands for both kinds counts as a library sound, as its column does.
      if (kind === "library") Object.assign(known, { kind, id: table.sound[row]! });
    } else
      found.set(soundKey, {
        key: soundKey,
        label: sound ?? soundKey,
        kind,
        rows: [row],
        id: table.sound[row]!,
      });
  });
  return [...found.values()]
    .filter(({ rows }) => rows.length >= 2)
    .sort((a, b) => b.rows.length - a.rows.length || compareText(a.key, b.key));
}

function trendingNow({ settings, input, mature }: Prepared): (row: number) => boolean | null {
  if (!settings.trends.some(({ kind }) => kind === "sound") || input.asOf === null) return () => null;
  const lookup = trendLookup(settings.trends);
  const today = dayToIso(localTime(input.zone, input.asOf).day);
  return (row) => lookup.soundOn(mature[row]!, today);
}
