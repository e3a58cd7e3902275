/** What the message of a warning is made from. */
export interface WarningFacts {
  /** rows, cells, bytes or posts that the warning stands for */
  n: number;
  /** fills the gap that is neither a number, a line nor a value; "" = none */
  detail: string;
  /** line of the first case */
  line: number | null;
  /** column of the first case */
  column: string;
  /** value of the first case */
  value: string;
}

export interface WarningKind {
  severity: "info" | "warning";
  message(facts: WarningFacts): string;
  /** what to do */
  hint: string;
  /** what it means, for `explain` */
  about: string;
}

/** "1 row", "3 rows" */
export const many = (n: number, one: string, more = `${one}s`) => `${n} ${n === 1 ? one : more}`;
export const was = (n: number) => (n === 1 ? "was" : "were");
export const rows = (n: number) => many(n, "row");
/** A kind of warning that only informs. */
export const info = (message: WarningKind["message"], hint: string, about: string): WarningKind => ({
  severity: "info",
  message,
  hint,
  about,
});
/** A kind of warning that the user should look at. */
export const warning = (message: WarningKind["message"], hint: string, about: string): WarningKind => ({
  severity: "warning",
  message,
  hint,
  about,
});
