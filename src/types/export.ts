/** One day of an account-level series; null = missing. */
export interface ContextDay {
  day: string;
  views: number | null;
  profileViews: number | null;
  likes: number | null;
  comments: number | null;
  shares: number | null;
  followers: number | null;
  newFollowers: number | null;
  lostFollowers: number | null;
  viewers: number | null;
  newViewers: number | null;
  returningViewers: number | null;
}

/** What the files that hold no posts say. */
export interface Context {
  /** one row per day, by day; days in the account's own dates */
  days: readonly ContextDay[];
  /** mean active followers by local hour over the days with data, 24 values; null when not given or not whole */
  followerActivity: readonly number[] | null;
  gender: readonly { key: string; share: number }[];
  territories: readonly { key: string; share: number }[];
  /** names of the families read, e.g. "studio-overview" */
  families: readonly string[];
}

export interface Ledger {
  read: number;
  used: number;
  merged: number;
  dropped: number;
  other: number;
}

export interface FileLedger extends Ledger {
  /** as given on the command line, without folders; a zip member is "x.zip/Content.csv" */
  name: string;
  /** family of the export layout, e.g. "studio-content" */
  format: string;
}

export interface ColumnMapping {
  file: string;
  field: string;
  header: string;
  how: "alias" | "value" | "map" | "id";
}

/** A type, not an interface: only so it fits `meta.inputs` of the documents, whose objects are open. */
export type InputFile = {
  name: string;
  bytes: number;
  sha256: string;
};

/** How the clock of a file stands to the times in its video ids. Differences are column minus id time. */
export interface TimeNote {
  file: string;
  /** zone in which the file's own dates were read */
  zone: string;
  /** rows with a clock and an id that carries a time */
  posts: number;
  medianSeconds: number;
  /** share of rows within 120 s of the constant difference */
  shareNear: number;
  /** share of rows more than an hour behind it */
  shareScheduled: number;
  verdict: "agrees" | "offset" | "shifted" | "before" | "scattered";
}
