import { AdvisorError } from "../errors.ts";
import { isCountLike, isIdLike, isMissing, isPostLink, isTimeLike } from "./cell-tests.ts";
import { type AnyField, cellFits, cellKind, columnOf, type TablePlan } from "./plan.ts";
import type { PostField } from "./rows.ts";
import type { WarningCollector } from "./warnings.ts";

type Sample = readonly (readonly string[])[];

/** Least share of the cells of a column that must look like its field. */
const FITTING = 0.5;
/** Share of the cells from which on a column is taken for a field by its values alone. */
const CERTAIN = 0.95;

/**
 * Lets the values judge the headers: one column whose values contradict its header is left out, and its field looked for
 * elsewhere; two or more mean that the header lies. Columns named by `--map` are never doubted.
 * @throws AdvisorError COLUMN_VALUES_MISMATCH with the mapping found
 */
export function judgeColumns(
  plan: TablePlan,
  sample: Sample,
  file: string,
  warnings: WarningCollector,
): TablePlan {
  if (plan.kind === "context" || sample.length === 0) return plan;
  const wrong = plan.choices.filter(
    (choice) => isDoubtful(plan, choice) && fitShare(sample, choice.column, choice.field) < FITTING,
  );
  const swapped = viewsBelowLikes(plan, sample);
  if (wrong.length >= 2 || swapped) throw lyingHeader(plan, sample, file, wrong);
  for (const { column, field } of wrong) {
    const cells = columnCells(sample, column);
    warnings.add("COLUMN_VALUES_MISMATCH", {
      file,
      column: plan.headers[column],
      value: cells.find((cell) => !fits(field, cell)),
    });
  }
  let judged: TablePlan = { ...plan, choices: plan.choices.filter((choice) => !wrong.includes(choice)) };
  judged = settleRivals(judged, sample, file, warnings);
  judged = guessByValues(judged, sample);
  judged = reassign(judged, sample, wrong);
  for (const { field, column, how } of judged.choices) {
    if (how === "value") warnings.add("COLUMN_GUESSED", { file, column: plan.headers[column] }, field);
  }
  return judged;
}

/** Gives a count that lost its column the one column of counts that is left, if it is one. */
function reassign(plan: TablePlan, sample: Sample, wrong: readonly { field: AnyField }[]): TablePlan {
  const lost = wrong.find(({ field }) => COUNT_FIELDS.has(field) && columnOf(plan, field) < 0);
  if (!lost) return plan;
  const taken = new Set([...plan.choices, ...plan.rivals, ...plan.labels].map(({ column }) => column));
  const free = plan.headers.flatMap((_, column) => {
    const cells = taken.has(column) ? [] : columnCells(sample, column);
    const fitting = cells.filter((cell) => isCountLike(cell) && !isIdLike(cell) && !isTimeLike(cell));
    return cells.length >= sample.length * FITTING && fitting.length >= cells.length * CERTAIN
      ? [column]
      : [];
  });
  if (free.length !== 1) return plan;
  return { ...plan, choices: [...plan.choices, { field: lost.field, column: free[0]!, how: "value" }] };
}

/** May values contradict this header? Not what --map says, nor the dates of Studio, which may be in any language. */
function isDoubtful(plan: TablePlan, { how, field }: TablePlan["choices"][number]): boolean {
  return how !== "map" && !(plan.format === "studio-content" && cellKind(field) === "time");
}

/** Year, month, day and clock, so that nothing but a time can be meant. */
function isFullTime(cell: string): boolean {
  return /^\s*20\d\d[-/]\d{1,2}[-/]\d{1,2}[ T]\d{1,2}:\d{2}/.test(cell);
}

function fits(field: AnyField, cell: string): boolean {
  const kind = cellKind(field);
  // A damaged id still tells what its column is; whether it is of use is judged row by row.
  return kind === "link" ? isPostLink(cell) || /tiktok\.com\//.test(cell) : cellFits(kind, cell);
}

function columnCells(sample: Sample, column: number): string[] {
  return sample.flatMap((cells) => (isMissing(cells[column]) ? [] : [cells[column]!]));
}

/** Share of the cells that look like their field; 1 for an empty column and for texts. */
function fitShare(sample: Sample, column: number, field: AnyField): number {
  if (cellKind(field) === "text") return 1;
  const cells = columnCells(sample, column);
  return cells.length === 0 ? 1 : cells.filter((cell) => fits(field, cell)).length / cells.length;
}

/** Are there fewer views than likes in most rows? Then one of the two columns is something else. */
function viewsBelowLikes(plan: TablePlan, sample: Sample): boolean {
  return belowShare(sample, columnOf(plan, "views"), columnOf(plan, "likes")) > FITTING;
}

function belowShare(sample: Sample, views: number, likes: number): number {
  if (views < 0 || likes < 0) return 0;
  const pairs = sample.flatMap((cells) => {
    const pair = [plainCount(cells[views]), plainCount(cells[likes])] as const;
    return pair[0] === null || pair[1] === null ? [] : [pair];
  });
  return pairs.length < 10 ? 0 : pairs.filter(([v, l]) => v! < l!).length / pairs.length;
}

function plainCount(text: string | undefined): number | null {
  const plain = text?.trim() ?? "";
  return /^\d{1,15}$/.test(plain) ? Number(plain) : null;
}

/** The error for a header that names other fields than the columns hold, with a mapping that fits where one is found. */
function lyingHeader(
  plan: TablePlan,
  sample: Sample,
  file: string,
  wrong: readonly { field: AnyField; column: number }[],
): AdvisorError {
  const named = (
    wrong.length > 0 ? wrong : plan.choices.filter(({ field }) => field === "views" || field === "likes")
  ).map(({ column, field }) => {
    const cells = columnCells(sample, column);
    const example = cells.find((cell) => !fits(field, cell)) ?? cells[0] ?? "";
    return `${plan.headers[column]} (${example.slice(0, 30)})`;
  });
  const found = rotation(plan, sample);
  const map = (found ?? [])
    .map(({ field, column }) => `--map ${quoted(`${field}=${plan.headers[column]}`)}`)
    .join(" ");
  return new AdvisorError(
    "COLUMN_VALUES_MISMATCH",
    file,
    `The columns do not hold what the header says: ${named.join(", ")}.`,
    map === ""
      ? "name the right columns with --map field=header"
      : `if this is what the columns hold, add: ${map}`,
  );
}

function quoted(text: string): string {
  return /[^\w=.-]/.test(text) ? `'${text.replaceAll("'", "'\\''")}'` : text;
}

/** Headers that slipped by one column: the typed fields between two columns, turned around until all values fit. */
function rotation(plan: TablePlan, sample: Sample): { field: AnyField; column: number }[] | null {
  const typed = plan.choices
    .filter(({ field }) => ["time", "count"].includes(cellKind(field)) && field !== "snapshot")
    .sort((a, b) => a.column - b.column);
  for (let size = typed.length; size >= 2; size--) {
    for (let from = 0; from + size <= typed.length; from++) {
      const run = typed.slice(from, from + size);
      for (const shift of [1, size - 1]) {
        const turned = run.map(({ column }, index) => ({
          field: run[(index + shift) % size]!.field,
          column,
        }));
        const all = [...typed.filter((choice) => !run.includes(choice)), ...turned];
        const column = (field: AnyField) => all.find((choice) => choice.field === field)?.column ?? -1;
        const whole = all.every((choice) => fitShare(sample, choice.column, choice.field) >= CERTAIN);
        if (whole && belowShare(sample, column("views"), column("likes")) < 0.02) return turned;
      }
    }
  }
  return null;
}

const COUNT_FIELDS = new Set<AnyField>(["views", "likes", "comments", "shares", "saves"]);

/** Two headers for one field: equal values are one column, different ones are warned about and the first is used. */
function settleRivals(plan: TablePlan, sample: Sample, file: string, warnings: WarningCollector): TablePlan {
  for (const { field, column } of plan.rivals) {
    const first = columnOf(plan, field);
    const sameHeader = plan.view.names[first] === plan.view.names[column];
    const isChosen = plan.choices.some((choice) => choice.field === field && choice.how === "map");
    if (first < 0 || isChosen || (!sameHeader && !COUNT_FIELDS.has(field))) continue;
    const differs = sample.find((cells) => {
      const [a, b] = [cells[first]?.trim() ?? "", cells[column]?.trim() ?? ""];
      return !isMissing(a) && !isMissing(b) && a !== b;
    });
    if (differs) {
      const place = { file, column: plan.headers[column], value: differs[column] };
      warnings.add("COLUMN_DUPLICATE", place, sameHeader ? "first" : plan.headers[first]);
    }
  }
  return plan;
}

/** Fields without a header that one column, and only one, holds by its values: link, id, time. */
export function guessByValues(plan: TablePlan, sample: Sample): TablePlan {
  const choices = [...plan.choices];
  const has = (field: PostField) => choices.some((choice) => choice.field === field);
  const guess = (field: PostField, test: (cell: string) => boolean) => {
    const taken = new Set([...choices, ...plan.rivals].map(({ column }) => column));
    const labels = new Set(plan.labels.map(({ column }) => column));
    const columns = plan.headers.flatMap((_, column) => {
      if (taken.has(column) || labels.has(column)) return [];
      const cells = columnCells(sample, column);
      const enough = cells.length >= Math.max(1, sample.length * 0.5);
      return enough && cells.filter(test).length >= cells.length * CERTAIN ? [column] : [];
    });
    if (columns.length === 1) choices.push({ field, column: columns[0]!, how: "value" });
  };
  if (!has("link") && !has("id")) guess("link", isPostLink);
  if (!has("link") && !has("id")) guess("id", (cell) => /^7\d{18}$|^6\d{18}$/.test(cell.trim()));
  if (!has("postedAt")) guess("postedAt", isFullTime);
  return { ...plan, choices };
}
