import type { Dataset, Finding, Fits, Judged, Measurement, Strategy } from "../types.ts";
import { strategyVerdict } from "./strategy-verdict.ts";

const MOST_FACTS = 2;

/** A strategy with what it measured; `failure` instead, where it threw. */
export interface Measured {
  strategy: Strategy;
  measurement: Measurement | null;
  failure: string | null;
}

/**
 * Lets every strategy measure. One that throws fails alone: its verdict becomes `error`.
 * @param strict throw on instead, for tests
 */
export function measureStrategies(
  strategies: readonly Strategy[],
  fits: Fits,
  dataset: Dataset,
  strict: boolean,
): Measured[] {
  return strategies.map((strategy) => {
    try {
      return { strategy, measurement: strategy.measure(fits, dataset), failure: null };
    } catch (error) {
      if (strict) throw error;
      return { strategy, measurement: null, failure: messageOf(error) };
    }
  });
}

/** What was thrown, in one line. */
export function messageOf(error: unknown): string {
  return String(error instanceof Error ? error.message : error)
    .replace(/\s+/g, " ")
    .trim();
}

/** Every finding that a strategy gave and that the fits do not hold already, each id once. */
export function ownFindings(measured: readonly Measured[], known: readonly Finding[]): Finding[] {
  const ids = new Set(known.map(({ id }) => id));
  const found: Finding[] = [];
  for (const finding of measured.flatMap(({ measurement }) => measurement?.findings ?? [])) {
    if (ids.has(finding.id)) continue;
    ids.add(finding.id);
    found.push(finding);
  }
  return found;
}

/** The judged findings of a strategy, each once. */
export function findingsOf({ measurement }: Measured, judged: ReadonlyMap<string, Judged>): Judged[] {
  const ids = new Set((measurement?.findings ?? []).map(({ id }) => id));
  return [...ids].flatMap((id) => judged.get(id) ?? []);
}

/**
 * The rows of `strategies` in the report: every strategy of the catalogue, in its order.
 * @param failures of strategies that failed later, while wording: id -> what was thrown
 */
export function strategyRows(
  measured: readonly Measured[],
  judged: ReadonlyMap<string, Judged>,
  failures: ReadonlyMap<string, string>,
) {
  return measured.map((entry) => {
    const { id, title } = entry.strategy.meta;
    const failure = entry.failure ?? failures.get(id);
    if (failure !== undefined) {
      const reason = `The strategy itself failed (${failure}); the rest of the report stands.`;
      return { id, title, verdict: "error" as const, reason };
    }
    const found = findingsOf(entry, judged);
    const { verdict, reason } = strategyVerdict(found, entry.measurement!.standing);
    return { id, title, verdict, reason: found.length > 0 ? withFacts(reason, entry.measurement!) : reason };
  });
}

/** What is described beside the findings stands behind the reason; where nothing is judged, the standing says it itself. */
function withFacts(reason: string, { facts }: Measurement): string {
  const texts = facts.map(({ text }) => text.trim()).filter((text) => !reason.includes(text));
  return [reason, ...texts.slice(0, MOST_FACTS)].join(" ");
}
