import type { EffectFields, Report, Verdict } from "../../src/types.ts";

const FLOOR = Math.log(1.05);
const BARRED: readonly Verdict[] = ["too-few", "not-in-data", "error"];
const SETTLED = { habit: "unclear", test: "unclear", data: "not-in-data", practice: "manual" } as const;
/** The probability from which each kind of finding may be claimed (MODEL.md section 4); hashtags have none of their own. */
const BOUND = { cell: 0.95, window: 0.96, sound: 0.975, feature: 0.975, duration: 0.975, hashtag: 0 };

interface Listed {
  id: string;
  kind: keyof typeof BOUND;
  effect: EffectFields;
}

const near = (a: number, b: number, tolerance = 2e-5) =>
  Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(a), Math.abs(b));

/** Every finding of a report but the cells of the grid, with the id that `evidence` may name. */
function findingsOf(report: Report): Listed[] {
  const { windows, hashtags, sounds, features, duration, consistency } = report;
  const listed: Listed[] = [
    ...windows.best.map((effect) => ({ id: effect.id, kind: "window" as const, effect })),
    ...hashtags.map((effect) => ({ id: `hashtags/${effect.key}`, kind: "hashtag" as const, effect })),
    ...sounds
      .filter(({ kind }) => kind !== "original")
      .map((effect) => ({ id: `sounds/${effect.key}`, kind: "sound" as const, effect })),
    ...features.map((effect) => ({ id: `features/${effect.key}`, kind: "feature" as const, effect })),
  ];
  for (const effect of duration?.curve ?? []) {
    listed.push({ id: `duration/${effect.seconds}`, kind: "duration", effect });
  }
  if (consistency?.matters) {
    listed.push({ id: "consistency/matters", kind: "feature", effect: consistency.matters });
  }
  return listed;
}

/**
 * The rules of CONTRACT section 4 and MODEL.md section 4 that a report breaks, recomputed from its JSON alone.
 * @returns one line per broken rule, naming the place; empty for a sound report
 */
export function brokenRules(report: Report): string[] {
  const broken: string[] = [];
  const must = (holds: boolean, rule: string) => {
    if (!holds) broken.push(rule);
  };
  const findings = findingsOf(report);
  const cells = report.windows.grid.map((effect, i): Listed => ({ id: `cell ${i}`, kind: "cell", effect }));
  ledger(report, must);
  windows(report, must);
  for (const listed of [...cells, ...findings]) effectRules(listed, report, must);
  discoverySets(report, must);
  advice(report, findings, must);
  return broken;
}

type Must = (holds: boolean, rule: string) => void;

function ledger({ data, duration, consistency, momentum, backtest }: Report, must: Must): void {
  const { rows, files, posts, missing } = data;
  must(rows.read === rows.used + rows.merged + rows.dropped + rows.other, "rows add up");
  for (const key of ["used", "merged", "dropped", "other"] as const) {
    must(rows[key] === files.reduce((sum, file) => sum + file[key], 0), `files add up to rows.${key}`);
  }
  for (const file of files) {
    must(file.rows === file.used + file.merged + file.dropped + file.other, `${file.name} adds up`);
  }
  must(posts.mature + posts.young <= posts.total, "mature and young posts are posts");
  must(posts.withHour + posts.dateOnly <= posts.total, "posts with and without hour are posts");
  const reasons = missing.map(({ analysis }) => analysis);
  must(new Set(reasons).size === reasons.length, "missing names each analysis once");
  for (const [name, section] of Object.entries({ duration, consistency, momentum, backtest })) {
    must((section === null) === reasons.includes(name), `missing says why ${name} is null, and only then`);
  }
}

function windows({ windows: { grid, best, habit, verdict }, settings }: Report, must: Must): void {
  must(grid.length === 168, "the grid has 168 cells");
  for (const [i, cell] of grid.entries()) {
    must(cell.weekday === 1 + Math.floor(i / 24) && cell.hour === i % 24, `cell ${i} is in its place`);
    if (BARRED.includes(verdict)) must(cell.verdict === verdict, `cell ${i} is barred like all windows`);
  }
  const shares = habit.reduce((sum, { share }) => sum + share, 0);
  must(habit.length === 0 || near(shares, 1), "the habit adds up to 1");
  const taken = new Set<number>();
  for (const window of best) {
    const covered = window.weekdays.flatMap((weekday) =>
      [0, 1, 2].map((k) => (weekday - 1) * 24 + window.startHour + k),
    );
    const posts = covered.reduce((sum, index) => sum + grid[index]!.posts, 0);
    must(
      window.id === `windows/${window.weekdays.join(".")}-${window.startHour}`,
      `${window.id} is its name`,
    );
    must(window.posts === posts, `${window.id} has the posts of its cells`);
    must(
      covered.every((index) => !taken.has(index)),
      `${window.id} shares no cell`,
    );
    for (const index of covered) taken.add(index);
    const ahead = Date.parse(window.nextAt) - Date.parse(settings.asOf ?? "");
    must(ahead > 0 && ahead <= 7 * 86_400_000 + 3_600_000, `${window.id} comes next within a week`);
  }
  if (!BARRED.includes(verdict)) {
    const supported = best.some((window) => window.verdict === "supported");
    must((verdict === "supported") === supported, "windows are supported as one of best is");
  }
}

function effectRules({ id, kind, effect }: Listed, { settings, backtest }: Report, must: Must): void {
  const { effect: posterior, lift, low, high, probability, verdict } = effect;
  must(effect.posts >= 0 && (kind === "cell" || effect.posts <= effect.of), `${id}: posts are among of`);
  if (!posterior || lift === null || low === null || high === null || probability === null) {
    must(
      !posterior && lift === null && low === null && high === null && probability === null,
      `${id}: nulls`,
    );
    must(BARRED.includes(verdict), `${id}: no verdict without an effect`);
    return;
  }
  must(low <= lift && lift <= high, `${id}: the lift lies in its interval`);
  must(near(lift, Math.min(Math.max(Math.exp(posterior.mean), low), high)), `${id}: the lift is exp(mean)`);
  if (BARRED.includes(verdict)) return;
  const edge = 1 + settings.negligible;
  const inside = low >= 1 / edge - 1e-6 && high <= edge + 1e-6;
  // a hashtag's first-stage interval, which the JSON does not hold, must lie in the band too
  if (verdict === "negligible" || kind !== "hashtag") {
    must((verdict === "negligible") === inside, `${id}: negligible is the whole interval in the band`);
  }
  if (verdict === "negligible") return;
  const bound = BOUND[kind];
  const demoted = kind === "window" && backtest?.verdict === "opposed";
  const up = posterior.mean >= FLOOR && probability >= bound;
  const down = posterior.mean <= -FLOOR && probability <= 1 - bound && kind !== "window";
  // features and hashtags must be in their discovery set besides: see discoverySets
  const alone = kind === "cell" || kind === "sound" || kind === "duration" || (kind === "window" && !demoted);
  if (verdict === "supported" || alone)
    must((verdict === "supported") === up, `${id}: supported by its rule`);
  if (verdict === "opposed" || alone) must((verdict === "opposed") === down, `${id}: opposed by its rule`);
  if (verdict === "promising") must(probability >= 0.8 - 1e-6, `${id}: promising from .80`);
  if (verdict === "unclear") must(probability <= 0.8 + 1e-6, `${id}: unclear below .80`);
}

function discoverySets({ hashtags, features, settings: { fdr } }: Report, must: Must): void {
  const judged = <T extends EffectFields>(all: readonly T[]) =>
    all.filter(({ effect, verdict }) => effect && !BARRED.includes(verdict));
  const candidates = judged(hashtags)
    .filter(({ effect }) => effect!.mean > 0)
    .sort((a, b) => b.probability! - a.probability! || (a.key < b.key ? -1 : 1));
  let size = 0;
  let risk = 0;
  for (const [i, { probability }] of candidates.entries()) {
    risk += 1 - probability!;
    if (risk / (i + 1) <= fdr) size = i + 1;
  }
  for (const [i, tag] of candidates.entries()) {
    const claimed = i < size && tag.effect!.mean >= FLOOR;
    must(tag.verdict === "negligible" || (tag.verdict === "supported") === claimed, `${tag.key}: FDR set`);
  }
  for (const asks of [true, false]) {
    const family = judged(features)
      .filter(({ key }) => key.startsWith("call-to-action:") === asks)
      .map((feature) => ({ feature, tail: 2 * Math.min(feature.probability!, 1 - feature.probability!) }))
      .sort((a, b) => a.tail - b.tail);
    const count = family.reduce((k, { tail }, i) => (tail <= ((i + 1) * fdr) / family.length ? i + 1 : k), 0);
    for (const [i, { feature, tail }] of family.entries()) {
      const claimed = i < count && tail <= 0.05 && Math.abs(feature.effect!.mean) >= FLOOR;
      const speaks = feature.verdict === "supported" || feature.verdict === "opposed";
      must(feature.verdict === "negligible" || speaks === claimed, `${feature.key}: step-up set`);
    }
  }
}

function advice(report: Report, findings: readonly Listed[], must: Must): void {
  const { recommendations, experiments, strategies } = report;
  const found = new Map(findings.map(({ id, effect }) => [id, effect]));
  const known = new Set(strategies.map(({ id }) => id));
  const ids = new Set<string>();
  for (const [i, advice] of recommendations.entries()) {
    const { id, kind, evidence, strategy, verdict, expected } = advice;
    must(advice.rank === i + 1, `${id}: ranks count from 1`);
    must(id === `${kind}/${evidence[0] ?? strategy}` && !ids.has(id), `${id}: the id is the subject's, once`);
    ids.add(id);
    must(known.has(strategy), `${id}: the strategy is in the catalogue`);
    for (const name of evidence) {
      must(found.has(name) || Object.hasOwn(report, name), `${id}: evidence ${name} stands in the report`);
    }
    const first = found.get(evidence[0] ?? "");
    const settled = kind === "do" ? "supported" : kind === "stop" ? "opposed" : SETTLED[kind];
    must(verdict === (first?.effect ? first.verdict : settled), `${id}: the verdict of its first evidence`);
    if (kind === "do" || kind === "stop") {
      must(verdict === settled && expected !== null, `${id}: only a claim with a forecast`);
    }
    if (!expected) continue;
    const { lift, low, high, perWeek } = expected;
    must(low <= lift && lift <= high && lift > 1, `${id}: the forecast is a gain in its interval`);
    const weight = perWeek.value / (lift - 1);
    must(near(perWeek.low, weight * (low - 1), 1e-3), `${id}: perWeek.low follows from low`);
    must(near(perWeek.high, weight * (high - 1), 1e-3), `${id}: perWeek.high follows from high`);
  }
  const order = ["do", "habit", "test", "data", "practice"];
  const classes = recommendations.map(({ kind }) => order.indexOf(kind === "stop" ? "do" : kind));
  const blocking = classes.findIndex((one) => one !== order.indexOf("data"));
  for (const [i, one] of classes.entries()) {
    must(i <= blocking || one >= classes[i - 1]!, `recommendation ${i + 1} stands in its class`);
  }
  must(experiments.length <= 5, "at most five experiments");
  for (const { id, arms, postsPerArm, detectableLift } of experiments) {
    const subject = id.slice("experiments/".length);
    must(found.has(subject) || known.has(subject), `${id}: tests a finding or a strategy`);
    must(arms.length === 2 && arms.every(({ posts }) => posts === postsPerArm), `${id}: two equal arms`);
    must(detectableLift > 1 && detectableLift <= 3, `${id}: can be seen`);
  }
}
