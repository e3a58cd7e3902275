import { AdvisorError } from "../errors.ts";
import { dayNumber, monthDayOf } from "./calendar.ts";
import { DATE, orderParts, unpackOrder } from "./dates.ts";
import type { PostTable } from "./intake.ts";
import type { Column } from "./pages.ts";
import { FLAG, hasFlag, type PostStore } from "./post-store.ts";
import type { WarningCollector } from "./warnings.ts";

const DAY = 86_400_000;
/** a date this near its id time fits; zones and scheduling of a day or two stay inside */
const FITS_MS = 2.5 * DAY;

interface OrderEvidence {
  dayFirst: number;
  monthFirst: number;
  open: number;
  idsForDay: number;
  idsForMonth: number;
}

/**
 * Decides for a table whether `1/2/2026` begins with the day or the month, and replaces such values by real days: a part
 * over 12 decides, else the ids.
 * @param idSeconds time of a row's id, 0 = none
 * @returns the error of a column that stays ambiguous
 */
export function settleOrder(
  store: PostStore,
  facts: PostTable,
  idSeconds: (row: number) => number,
  warnings: WarningCollector,
): AdvisorError | null {
  const column = facts.table.facts.headerOf.get("postedAt") ?? null;
  const settled = settleColumn(store, facts, store.postedKind, store.posted, idSeconds, null);
  if (settled === "ambiguous") {
    const value = "day and month of every date are at most 12";
    return new AdvisorError(
      "DATE_ORDER_AMBIGUOUS",
      facts.name,
      `Dates like ${firstOrder(store, facts)} are ambiguous (day/month): ${value}.`,
    );
  }
  if (settled?.from) warnings.add("DATE_ORDER_INFERRED", { file: facts.name, column }, settled.from);
  if (settled?.mixed) warnings.add("DATE_MIXED_FORMATS", { file: facts.name, column }, column ?? "postedAt");
  const snapshots = settleColumn(
    store,
    facts,
    store.snapshotKind,
    store.snapshot,
    () => 0,
    settled?.dayFirst ?? null,
  );
  if (snapshots === "ambiguous") forgetOrders(store, facts);
  return null;
}

interface Settled {
  dayFirst: boolean;
  /** what the order was inferred from */
  from: string | null;
  mixed: boolean;
}

function settleColumn(
  store: PostStore,
  facts: PostTable,
  kinds: Column,
  values: Column,
  idSeconds: (row: number) => number,
  known: boolean | null,
): Settled | null | "ambiguous" {
  const counts = kinds === store.postedKind ? facts.posted : facts.snapshots;
  if (counts[DATE.orderDay]! + counts[DATE.orderClock]! === 0) return null;
  const seen: OrderEvidence = { dayFirst: 0, monthFirst: 0, open: 0, idsForDay: 0, idsForMonth: 0 };
  for (let row = facts.from; row < facts.to; row++) {
    if (isOrder(kinds.get(row))) weigh(seen, values.get(row), idSeconds(row) * 1000);
  }
  const settled = decide(seen, facts, known);
  if (settled === null) return "ambiguous";
  for (let row = facts.from; row < facts.to; row++) {
    const kind = kinds.get(row);
    if (!isOrder(kind)) continue;
    const packed = values.get(row);
    let at = unpackOrder(packed, settled.dayFirst);
    if (Number.isNaN(at)) at = unpackOrder(packed, !settled.dayFirst);
    const valid = !Number.isNaN(at);
    kinds.set(row, !valid ? DATE.invalid : kind === DATE.orderDay ? DATE.day : DATE.clock);
    values.set(row, kind === DATE.orderDay ? Math.floor(at / DAY) : at);
  }
  return settled;
}

function isOrder(kind: number): boolean {
  return kind === DATE.orderDay || kind === DATE.orderClock;
}

function weigh(seen: OrderEvidence, packed: number, idMs: number): void {
  const { first, second } = orderParts(packed);
  if (first > 12) seen.dayFirst++;
  else if (second > 12) seen.monthFirst++;
  else if (first !== second) {
    seen.open++;
    if (idMs === 0) return;
    const days = Math.abs(unpackOrder(packed, true) - idMs);
    const months = Math.abs(unpackOrder(packed, false) - idMs);
    if (days < months && days <= FITS_MS) seen.idsForDay++;
    if (months < days && months <= FITS_MS) seen.idsForMonth++;
  }
}

function decide(seen: OrderEvidence, facts: PostTable, known: boolean | null): Settled | null {
  const mixed = seen.dayFirst > 0 && seen.monthFirst > 0;
  const byParts = seen.dayFirst - seen.monthFirst;
  if (byParts !== 0 && !mixed) {
    const dayFirst = byParts > 0;
    return { dayFirst, mixed, from: seen.open > 0 ? "a part over 12" : null };
  }
  const byIds = seen.idsForDay - seen.idsForMonth;
  if (byIds !== 0) return { dayFirst: byIds > 0, mixed, from: "the video ids" };
  if (known !== null) return { dayFirst: known, mixed, from: null };
  if (seen.open === 0) return { dayFirst: byParts >= 0, mixed, from: null };
  // The browser extension writes the American form: month first, AM and PM.
  if (facts.table.format === "extension-stats" && facts.halfDays > 0)
    return { dayFirst: false, mixed, from: null };
  if (byParts !== 0) return { dayFirst: byParts > 0, mixed, from: "the parts over 12" };
  return null;
}

function forgetOrders(store: PostStore, facts: PostTable): void {
  for (let row = facts.from; row < facts.to; row++) {
    if (!isOrder(store.snapshotKind.get(row))) continue;
    store.snapshotKind.set(row, DATE.missing);
    store.snapshot.set(row, Number.NaN);
  }
}

function firstOrder(store: PostStore, facts: PostTable): string {
  for (let row = facts.from; row < facts.to; row++) {
    if (!isOrder(store.postedKind.get(row))) continue;
    const { first, second } = orderParts(store.posted.get(row));
    return `${first}/${second}`;
  }
  return "1/2";
}

/** Moves months whose names another language uses for the next one, where the column turned out to be Croatian. */
export function settleCroatian(store: PostStore, facts: PostTable): void {
  if (!facts.croatian) return;
  for (let row = facts.from; row < facts.to; row++) {
    if (!hasFlag(store, row, FLAG.doubtfulMonth)) continue;
    const value = store.posted.get(row);
    const kind = store.postedKind.get(row);
    if (kind === DATE.yearless) store.posted.set(row, value - 100);
    else if (kind === DATE.day || kind === DATE.clock) {
      const day = kind === DATE.day ? value : Math.floor(value / DAY);
      const monthDay = monthDayOf(day);
      const moved = dayNumber(
        new Date(day * DAY).getUTCFullYear(),
        Math.floor(monthDay / 100) - 1,
        monthDay % 100,
      );
      if (moved === null) store.postedKind.set(row, DATE.invalid);
      else store.posted.set(row, value + (moved - day) * (kind === DATE.day ? 1 : DAY));
    }
  }
}
