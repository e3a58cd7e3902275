import type { WarningCode } from "./warning-codes.ts";
import type { Place, WarningCollector } from "./warnings.ts";

/** Cases of one table, kept until all rows are read, so that what a warning says does not depend on their order. */
export interface Gathered {
  /**
   * @param topic what the case is about (a field, a reason); the topics of a code make its detail
   * @param column header for the place
   */
  add(
    code: WarningCode,
    topic: string,
    line: number | null,
    column?: string | null,
    value?: string | null,
  ): void;
  /** hands everything over, topics in alphabetical order */
  flush(warnings: WarningCollector): void;
}

const PLACES = 5;

interface Case {
  count: number;
  places: Place[];
}

/**
 * Gathers the cases of one table.
 * @param file name of the table
 */
export function gather(file: string): Gathered {
  const codes = new Map<WarningCode, Map<string, Case>>();
  return {
    add(code, topic, line, column = null, value = null) {
      let topics = codes.get(code);
      if (!topics) {
        topics = new Map();
        codes.set(code, topics);
      }
      let found = topics.get(topic);
      if (!found) {
        found = { count: 0, places: [] };
        topics.set(topic, found);
      }
      found.count++;
      if (found.places.length < PLACES) found.places.push({ file, line, column, value });
    },
    flush(warnings) {
      for (const [code, topics] of codes) {
        const names = [...topics.keys()].sort();
        const detail = names.filter((name) => name !== "").join(" or ");
        for (const name of names) {
          const { count, places } = topics.get(name)!;
          for (const [index, place] of places.entries()) {
            warnings.add(code, place, detail, index === 0 ? count - places.length + 1 : 1);
          }
        }
      }
    },
  };
}
