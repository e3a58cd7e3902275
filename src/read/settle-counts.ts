import type { PostTable } from "./intake.ts";
import { COUNTS, FLAG, hasFlag, type PostStore } from "./post-store.ts";
import { settleMarks } from "./values.ts";
import type { WarningCollector } from "./warnings.ts";

/** FORMATS.md section 12: at least so many values, so large, nearly all multiples of 100. */
const ROUNDED = { values: 10, from: 10_000, share: 0.99 } as const;

/**
 * Settles the counts of a table: numbers whose mark the column decides, and what the table's numbers show as a whole.
 */
export function settleCounts(store: PostStore, facts: PostTable, warnings: WarningCollector): void {
  for (const [index, name] of COUNTS.entries()) {
    const decision = settleMarks(facts.marks[index]!);
    const column = facts.table.facts.headerOf.get(name) ?? name;
    if (decision.unsure.length > 0) {
      const marks = decision.unsure.map((mark) => `"${mark}"`).join(" and ");
      warnings.add("NUMBER_LOCALE", { file: facts.name, column }, `thousands (${marks})`);
    }
    if (decision["."] === "decimal" || decision[","] === "decimal")
      applyDecimals(store, facts, index, decision);
  }
  const large = COUNTS.map(() => 0);
  const multiples = COUNTS.map(() => 0);
  let impossible = 0;
  let firstImpossible: number | null = null;
  for (let row = facts.from; row < facts.to; row++) {
    if (hasFlag(store, row, FLAG.dropped)) continue;
    for (let index = 0; index < COUNTS.length; index++) {
      const value = store.counts[index]!.get(row);
      if (!(value >= ROUNDED.from)) continue;
      large[index]!++;
      if (value % 100 === 0) multiples[index]!++;
    }
    if (store.counts[1]!.get(row) > store.counts[0]!.get(row)) {
      impossible++;
      firstImpossible ??= store.line.get(row);
    }
  }
  // Scrapers give rounded views beside exact saves: one rounded column is enough.
  const isRounded = (values: number, even: number) =>
    values >= ROUNDED.values && even >= ROUNDED.share * values;
  const anyRounded = large.some((values, index) => isRounded(values, multiples[index]!));
  const allRounded = isRounded(sum(large), sum(multiples));
  if (anyRounded || allRounded || facts.suffixes > 0) warnings.add("NUMBER_ROUNDED", { file: facts.name });
  if (impossible > 0) {
    warnings.add("NUMBER_IMPOSSIBLE", { file: facts.name, line: firstImpossible }, undefined, impossible);
  }
  const { named, identified } = facts.sounds;
  if (named > identified)
    warnings.add("SOUND_NAME_ONLY", { file: facts.name }, undefined, named - identified);
  if (facts.sounds.contradictions > 0) {
    warnings.add("SOUND_FLAG_UNTRUSTED", { file: facts.name }, undefined, facts.sounds.contradictions);
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function applyDecimals(
  store: PostStore,
  facts: PostTable,
  index: number,
  decision: ReturnType<typeof settleMarks>,
): void {
  const column = store.counts[index]!;
  for (let row = facts.from; row < facts.to; row++) {
    const open = (store.marks.get(row) >> (2 * index)) & 3;
    if (open === 0) continue;
    if (decision[open === 1 ? "." : ","] === "decimal") column.set(row, column.get(row) / 1000);
  }
}
