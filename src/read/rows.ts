import type { AdvisorError } from "../errors.ts";
import type { ColumnMapping, ContextDay, InputFile } from "../types.ts";
import type { WarningCollector } from "./warnings.ts";

/** Fields of a table of posts, in the order of `FieldRow.cells`. Names of `inspect` rows where these have one. */
export const POST_FIELDS = [
  "id",
  "link",
  "account",
  "title",
  "postedAt",
  "snapshot",
  "views",
  "likes",
  "comments",
  "shares",
  "saves",
  "durationSeconds",
  "soundId",
  "sound",
  "soundAuthor",
  /** the flag of the export ("true", "1"); not to be trusted */
  "soundOriginal",
  /** one cell; from JSON and from columns hashtags/0/name, hashtags/1/name ... a JSON list of names without "#" */
  "hashtags",
  /** an ad or paid partnership: "true", "1", or the disclosure text of a data download */
  "promoted",
  /** who can see the post, e.g. "Only You"; or a flag: "true" = private */
  "privacy",
  /** "true" = photo post */
  "photo",
  "averageWatch",
  "completion",
  "newFollowers",
  "followers",
  "reach",
] as const;

/** What is counted once a day for a whole account. */
export const DAY_FIELDS = [
  "views",
  "profileViews",
  "likes",
  "comments",
  "shares",
  "followers",
  "newFollowers",
  "lostFollowers",
  "viewers",
  "newViewers",
  "returningViewers",
] as const satisfies readonly (keyof ContextDay)[];

/** Fields of a table without posts (days, hours, shares), in the order of `FieldRow.cells`. */
export const CONTEXT_FIELDS = [
  "day",
  "hour",
  "activeFollowers",
  ...DAY_FIELDS,
  /** gender or territory */
  "key",
  "share",
  "reach",
] as const;

export type PostField = (typeof POST_FIELDS)[number];
export type ContextField = (typeof CONTEXT_FIELDS)[number];

/** Index of a field in the cells of a posts table: `cells[POST.views]`. */
export const POST = indexOf(POST_FIELDS);
/** Index of a field in the cells of a context table: `cells[CONTEXT.day]`. */
export const CONTEXT = indexOf(CONTEXT_FIELDS);

function indexOf<Name extends string>(names: readonly Name[]): Readonly<Record<Name, number>> {
  return Object.fromEntries(names.map((name, index) => [name, index])) as Record<Name, number>;
}

/** Families of FORMATS.md section 2 that a table can have. */
export type PostFormat =
  | "studio-content"
  | "business-video"
  | "apify"
  | "webapi"
  | "tiktokapi"
  | "pyktok"
  | "research-api"
  | "display-api"
  | "yt-dlp"
  | "user-data"
  | "extension-stats"
  | "generic";
export type ContextFormat =
  | "studio-overview"
  | "studio-viewers"
  | "studio-follower-history"
  | "studio-follower-activity"
  | "studio-gender"
  | "studio-territories"
  | "business-overview"
  | "business-audience";

/**
 * One record behind the header. Every non-blank record comes out once, so a reader that counts them has the ledger's `read`.
 * - "row": a post (or a day, hour, share) whose values are still to be read.
 * - "other": not a post (total, repeated header, note, second table); already warned about. Its cells are empty.
 * - "dropped": should be a post but is broken beyond reading; already warned about. Its cells are empty.
 */
export interface FieldRow {
  kind: "row" | "other" | "dropped";
  /** line of the file where the record starts, from 1; of JSON the line of the item, 0 where there are no lines */
  line: number;
  /** raw text by field index (POST or CONTEXT); null = no such column, or the record ends before it; "" = empty cell */
  cells: readonly (string | null)[];
  /** raw text of the `labels` columns, same order */
  labels: readonly (string | null)[];
}

export interface TableFacts {
  /** account named by the file itself: preamble `Username,x`, profile name of a data download; without "@" */
  username: string | null;
  /** handle in the name of the file or zip (`Content_<handle>.zip`); a guess of last resort */
  nameHandle: string | null;
  /** the header as it stands in the file, for messages */
  headers: readonly string[];
  /** header of each mapped field, for messages and `at.column` */
  headerOf: ReadonlyMap<PostField | ContextField, string>;
  /** the delimiter of the file; null = JSON or spreadsheet */
  delimiter: string | null;
}

/** One table of an input: what its columns mean, and its records. */
export interface Table {
  kind: "posts" | "context";
  /** name without folders, e.g. "x.zip/Content.csv"; with as many folders as make it unique */
  name: string;
  format: PostFormat | ContextFormat;
  columns: readonly ColumnMapping[];
  /** names of the `--labels` columns this table has, in order of the option; names the entries of `FieldRow.labels` */
  labels: readonly string[];
  facts: TableFacts;
  /** name of the table given before with the same bytes; its records are read all the same, to be counted as merged or other */
  duplicateOf: string | null;
  /** found in a folder or zip: may be left out as long as another table holds posts */
  isMember?: boolean;
  /**
   * The records in batches, in the order of the file; memory stays flat. Each call reads from the start again (a second
   * call adds no warnings), so two passes are possible; the source of the rows is closed when the iteration ends.
   */
  rows(): AsyncIterable<readonly FieldRow[]>;
}

/** A member of a folder or zip that could not be used. With posts elsewhere it becomes `FILE_SKIPPED`, else it is the error. */
export interface FailedMember {
  kind: "failed";
  name: string;
  error: AdvisorError;
}

/** What to read: a path (file, folder, "-" for stdin), or bytes in memory with a name. */
export type ExportInput = string | { name: string; data: Uint8Array };

export interface TableOptions {
  /** the stream behind "-" */
  stdin?: AsyncIterable<Uint8Array>;
  /** `--map field=header`: field names of `inspect` rows (postedAt, views ...) */
  map?: readonly { field: string; header: string }[];
  /** `--labels`: headers */
  labels?: readonly string[];
}

/** What `openTables` collects beside the tables; complete when its iteration has ended. */
export interface TableRun {
  warnings: WarningCollector;
  /** every file read, by name */
  inputs: InputFile[];
  /** members that failed, in order of reading: see `settleFailures` */
  failures: FailedMember[];
}
