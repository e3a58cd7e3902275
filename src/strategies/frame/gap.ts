import type { DataGap, NeededField } from "../../types.ts";
import { FIELDS } from "./fields.ts";

/**
 * The advice to fetch an export that is missing.
 * @param field what is missing
 * @param unlocks what could be said with it, after "With that added,"
 */
export function gap(field: NeededField, unlocks: string, blocksGoal = false): DataGap {
  const {
    name,
    key,
    getItFrom,
    title = `Add the ${name}`,
    action = `Get it from ${getItFrom}.`,
  } = FIELDS[field];
  return {
    key,
    getItFrom,
    blocksGoal,
    title,
    action,
    why: `Your export has no ${name}. With that added, ${unlocks}.`,
    next: "Put the file into the same folder and run the analysis on the folder.",
  };
}
