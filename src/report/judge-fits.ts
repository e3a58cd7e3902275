import type {
  BacktestFinding,
  CellFinding,
  DurationFinding,
  Finding,
  Fits,
  HashtagFinding,
  Judged,
  SoundFinding,
  WindowFinding,
} from "../types.ts";
import { judge } from "./judge.ts";

/** Everything the fits hold, with verdicts, by section; and all of it by id. */
export interface JudgedFits {
  cells: readonly (CellFinding & Judged)[];
  best: readonly (WindowFinding & Judged)[];
  /** windows of one weekday, for the summary only: not in `byId` */
  eligible: readonly (WindowFinding & Judged)[];
  hashtags: readonly (HashtagFinding & Judged)[];
  sounds: readonly (SoundFinding & Judged)[];
  features: readonly (Finding & Judged)[];
  duration: readonly (DurationFinding & Judged)[];
  matters: Judged | null;
  backtest: (BacktestFinding & Judged) | null;
  byId: ReadonlyMap<string, Judged>;
}

/**
 * Judges all findings of a report together: those of the fits, and those that only a strategy knows.
 * @param fits what the model found
 * @param further findings of strategies that are not in the fits
 */
export function judgeFits(fits: Fits, further: readonly Finding[]): JudgedFits {
  const all = [...findingsOfFits(fits), ...further];
  const judged = judge<Finding>(all, fits.settings);
  const byId = new Map<string, Judged>(judged.map((finding) => [finding.id, finding]));
  const back = <F extends Finding>(findings: readonly F[]) =>
    findings.map(({ id }) => byId.get(id) as F & Judged);
  const one = <F extends Finding>(finding: F | null | undefined) =>
    finding ? (byId.get(finding.id) as F & Judged) : null;
  return {
    cells: back(fits.windows.cells),
    best: back(fits.windows.best),
    eligible: judge(fits.windows.eligible, fits.settings),
    hashtags: back(fits.hashtags),
    sounds: back(fits.sounds),
    features: back(fits.features),
    duration: back(fits.duration?.points ?? []),
    matters: one(fits.matters),
    backtest: one(fits.backtest),
    byId,
  };
}

/** Every finding of the fits that has an id of its own. */
export function findingsOfFits({
  windows,
  hashtags,
  sounds,
  features,
  duration,
  matters,
  backtest,
}: Fits): Finding[] {
  return [
    ...windows.cells,
    ...windows.best,
    ...hashtags,
    ...sounds,
    ...features,
    ...(duration?.points ?? []),
    ...(matters ? [matters] : []),
    ...(backtest ? [backtest] : []),
  ];
}
