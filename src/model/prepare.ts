import type { AnalysisSettings, Dataset, Fits, Post } from "../types.ts";
import { type Habit, habitOf } from "./habit.ts";
import { inOrder, isMature } from "./mature.ts";
import { type PostTable, postTable } from "./post-table.ts";

/** The part of a dataset that the model reads. */
export type ModelInput = Pick<Dataset, "posts" | "zone" | "asOf" | "context">;

/** The posts of a dataset in the form that every question of the model starts from. */
export interface Prepared {
  input: ModelInput;
  settings: AnalysisSettings;
  /** every post in model order, those without a date last */
  all: readonly Post[];
  mature: readonly Post[];
  table: PostTable;
  habit: Habit;
  counts: Fits["counts"];
}

/**
 * Orders the posts, picks the mature ones and turns them into columns.
 * @param input posts already narrowed to what is asked for (--since, --until)
 */
export function prepareModel(input: ModelInput, settings: AnalysisSettings): Prepared {
  const all = inOrder(input.posts);
  const mature = all.filter((post) => isMature(post, settings.minAgeHours));
  const dated = all.filter(({ sortAt }) => sortAt !== null);
  const table = postTable(mature, dated, input.zone, settings);
  const count = (has: (post: Post) => boolean) => all.reduce((sum, post) => sum + (has(post) ? 1 : 0), 0);
  return {
    input,
    settings,
    all,
    mature,
    table,
    habit: habitOf(table),
    counts: {
      total: all.length,
      mature: mature.length,
      young: count((post) => post.sortAt !== null && !post.promoted) - mature.length,
      withHour: count(
        ({ precision, sortAt }) => sortAt !== null && precision !== "day" && precision !== "unknown",
      ),
      dateOnly: count(({ precision, sortAt }) => sortAt !== null && precision === "day"),
      scheduled: count(({ scheduled }) => scheduled),
      promoted: count(({ promoted }) => promoted),
    },
  };
}
