import { CONTEXT_ALIASES, POST_ALIASES } from "./aliases.ts";
import { isCountLike, isDurationLike, isIdLike, isLink, isMissing, isTimeLike } from "./cell-tests.ts";
import type { TableFormat } from "./formats/format.ts";
import { TABLE_FORMATS } from "./formats/index.ts";
import {
  type Choice,
  type HeaderMapping,
  type HeaderView,
  lastResortViews,
  mapHeader,
  normaliseHeader,
  viewHeader,
} from "./header.ts";
import {
  type ContextField,
  type ContextFormat,
  DAY_FIELDS,
  type PostField,
  type PostFormat,
  type TableOptions,
} from "./rows.ts";

export type AnyField = PostField | ContextField;

/** What the header row of a table says: its family, and which column is which field. */
export interface TablePlan {
  kind: "posts" | "context";
  format: PostFormat | ContextFormat;
  headers: readonly string[];
  view: HeaderView;
  choices: Choice<AnyField>[];
  rivals: HeaderMapping<AnyField>["rivals"];
  ambiguous: HeaderMapping<AnyField>["ambiguous"];
  /** columns hashtags/0/name, hashtags/1/name ...: together one list */
  hashtagColumns: readonly number[];
  /** columns that each can say that a post is paid for */
  promotedColumns: readonly number[];
  /** column that names the platform of each row, in files of tools that serve several; -1 = none */
  networkColumn: number;
  /** columns of `--labels` with their names */
  labels: readonly { name: string; column: number }[];
}

/** Column of a field in the plan, or -1. */
export function columnOf(plan: TablePlan, field: AnyField): number {
  return plan.choices.find((choice) => choice.field === field)?.column ?? -1;
}

/** Reads a header row as if it were one: never fails, may map nothing. */
export function planTable(headers: readonly string[], options: TableOptions): TablePlan {
  const view = viewHeader(headers);
  const fixed = new Map<PostField, number>();
  for (const { field, header } of options.map ?? []) {
    const column = findHeader(headers, header);
    if (column >= 0) fixed.set(mapField(field) as PostField, column);
  }
  const namesPosts = view.names.some((name) => POST_NAMES.has(name));
  const format =
    TABLE_FORMATS.find(
      (candidate) => candidate.claims(view) && !(candidate.kind === "context" && namesPosts),
    ) ?? null;
  const labels = (options.labels ?? []).flatMap((name) => {
    const column = findHeader(headers, name);
    return column < 0 ? [] : [{ name, column }];
  });
  if (format?.kind === "context") {
    const mapping = mapHeader<ContextField>(view, { aliases: CONTEXT_ALIASES, overrides: format.overrides });
    return finish(format, headers, view, mapping, []);
  }
  const mapping = mapHeader<PostField>(view, {
    aliases: POST_ALIASES,
    overrides: format?.overrides,
    fixed,
    guess: true,
  });
  return withLastResort(finish(format, headers, view, mapping, labels));
}

/** Headers of what only posts have: a table of days holds none of them. */
const POST_NAMES = new Set(
  POST_ALIASES.flatMap(([field, names]) => (field === "id" || field === "link" ? names : [])),
);

function finish(
  format: TableFormat | null,
  headers: readonly string[],
  view: HeaderView,
  mapping: HeaderMapping<AnyField>,
  labels: TablePlan["labels"],
): TablePlan {
  const promoted = [
    ...mapping.choices.filter(({ field }) => field === "promoted"),
    ...mapping.rivals.filter(({ field }) => field === "promoted"),
  ].map(({ column }) => column);
  return {
    kind: format?.kind ?? "posts",
    format: format?.id ?? "generic",
    headers,
    view,
    ...mapping,
    hashtagColumns: view.names.flatMap((name, column) => (/^hashtags \d+ name$/.test(name) ? [column] : [])),
    promotedColumns: promoted,
    networkColumn: view.names.findIndex((name) => NETWORK_NAMES.has(name)),
    labels,
  };
}

const NETWORK_NAMES = new Set(["network", "platform", "social network", "social media", "channel type"]);

/** Names another platform than TikTok. */
export function isOtherNetwork(text: string | undefined): boolean {
  return !isMissing(text) && !/tik ?tok/i.test(text!);
}

/** A column of impressions stands for views, and a `timestamp` beside another time for the snapshot. */
function withLastResort(plan: TablePlan): TablePlan {
  const taken = new Set(plan.choices.map(({ column }) => column));
  const impressions = lastResortViews(plan.view);
  const choices = [...plan.choices];
  if (columnOf(plan, "views") < 0 && impressions !== null && !taken.has(impressions)) {
    choices.push({ field: "views", column: impressions, how: "value" });
  }
  const timestamp = plan.view.names.indexOf("timestamp");
  const spare = columnOf(plan, "snapshot") < 0 && columnOf(plan, "postedAt") >= 0;
  if (timestamp >= 0 && spare && !taken.has(timestamp)) {
    choices.push({ field: "snapshot", column: timestamp, how: "alias" });
    return { ...plan, choices };
  }
  if (timestamp >= 0 && spare && plan.rivals.some(({ column }) => column === timestamp)) {
    choices.push({ field: "snapshot", column: timestamp, how: "alias" });
    return { ...plan, choices, rivals: plan.rivals.filter(({ column }) => column !== timestamp) };
  }
  return { ...plan, choices };
}

/** Field of `--map`, forgiving about case; "postedOn" is read from the same column as "postedAt". */
export function mapField(field: string): string {
  return field === "postedOn" ? "postedAt" : field;
}

/** Column of a header as a user types it: letter for letter, else normalised; -1 = none. */
export function findHeader(headers: readonly string[], wanted: string): number {
  const exact = headers.indexOf(wanted);
  if (exact >= 0) return exact;
  const name = normaliseHeader(wanted).name;
  return name === "" ? -1 : headers.findIndex((header) => normaliseHeader(header).name === name);
}

/** A metric, and something that says which post or when. Context tables are always whole. */
export function isReadable(plan: TablePlan): boolean {
  return plan.kind === "context" || (hasMetric(plan) && hasPlace(plan));
}

export function hasMetric(plan: TablePlan): boolean {
  return columnOf(plan, "views") >= 0 || columnOf(plan, "likes") >= 0;
}

export function hasPlace(plan: TablePlan): boolean {
  return ["id", "link", "postedAt"].some((field) => columnOf(plan, field as AnyField) >= 0);
}

const COUNTS = new Set<AnyField>(["saves", ...DAY_FIELDS, "activeFollowers", "hour", "share", "reach"]);

export type CellKind = "link" | "id" | "time" | "count" | "duration" | "text";

/** What the cells of a field look like. */
export function cellKind(field: AnyField): CellKind {
  if (COUNTS.has(field)) return "count";
  if (field === "link") return "link";
  if (field === "id") return "id";
  if (field === "postedAt" || field === "snapshot" || field === "day") return "time";
  return field === "durationSeconds" ? "duration" : "text";
}

const TESTS: Record<CellKind, (text: string) => boolean> = {
  link: isLink,
  id: isIdLike,
  time: isTimeLike,
  count: isCountLike,
  duration: isDurationLike,
  text: () => true,
};

/** Does a cell look like its field? A missing one does. */
export function cellFits(kind: CellKind, text: string | null | undefined): boolean {
  return isMissing(text) || TESTS[kind](text as string);
}

/** The typed columns of a plan, in order of columns; dates of Studio may be in any language, so they prove nothing. */
export function typedColumns(plan: TablePlan): { column: number; field: AnyField; kind: CellKind }[] {
  return plan.choices
    .map(({ column, field }) => ({ column, field, kind: cellKind(field) }))
    .filter(({ kind }) => kind !== "text" && !(kind === "time" && plan.format === "studio-content"))
    .sort((a, b) => a.column - b.column);
}

/** Do all typed cells of a record look like their fields, and is one of them there? */
export function recordFits(
  typed: readonly { column: number; kind: CellKind }[],
  cells: readonly (string | null)[],
): boolean {
  let seen = false;
  for (const { column, kind } of typed) {
    const text = cells[column];
    if (isMissing(text)) continue;
    if (!TESTS[kind](text as string)) return false;
    seen = true;
  }
  return seen;
}
