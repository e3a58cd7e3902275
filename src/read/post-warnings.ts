import { info, many, rows, type WarningKind, warning, was } from "./warning-kind.ts";

/** Warnings about numbers, dates, ids and posts. */
export const POST_WARNINGS = {
  NUMBER_INVALID: warning(
    ({ n, column, detail }) =>
      `${many(n, "value")} in column ${column} ${n === 1 ? "is not a number" : "are not numbers"}; these rows lack ${detail || column}.`,
    "correct these cells",
    "A cell of a number column holds text.",
  ),
  NUMBER_MISSING: warning(
    ({ n, detail, column }) => `${rows(n)} ${n === 1 ? "has" : "have"} no value for ${detail || column}.`,
    "nothing to do",
    "An empty cell is missing, not zero.",
  ),
  NUMBER_NEGATIVE: warning(
    ({ n, line, value }) =>
      `${many(n, "negative total")} ${n === 1 ? "is" : "are"} invalid and ${was(n)} ignored (line ${line ?? "?"}, value ${value}).`,
    "correct these cells",
    "A total of a post cannot be negative.",
  ),
  NUMBER_ROUNDED: warning(
    () => "Counts are rounded or abbreviated (K, M): precision is about 1 %.",
    "native exports of TikTok are exact",
    "Scraped counts from 10,000 on are multiples of 100.",
  ),
  NUMBER_LOCALE: warning(
    ({ column, detail }) =>
      `The thousands separator in column ${column} is ambiguous; read as ${detail || "grouped"}.`,
    "save the numbers without separators",
    "Every number of the column could be grouped thousands or a decimal number.",
  ),
  NUMBER_FORMULA: warning(
    ({ n }) =>
      `${many(n, "cell")} ${n === 1 ? "is a formula" : "are formulas"} like ="123"; the number inside was used.`,
    "nothing to do",
    "Some tools write numbers as formulas so that spreadsheets keep them whole.",
  ),
  NUMBER_IMPOSSIBLE: warning(
    ({ n }) => `${rows(n)} ${n === 1 ? "has" : "have"} more likes than views; their rates are left out.`,
    "nothing to do",
    "Counts taken at different moments can contradict each other.",
  ),
  NUMBER_ALL_ZERO: warning(
    () => "All views are zero.",
    "wait a day and export again",
    "Fresh posts have no counts yet, or the export failed.",
  ),
  YEAR_FROM_ID: info(
    ({ n }) => `The dates have no year; the year was inferred from the video id of ${many(n, "post")}.`,
    "nothing to do",
    "A video id carries the second of its upload.",
  ),
  YEAR_ASSUMED: warning(
    () => "The dates have no year and no id: the year is a guess.",
    "add the link column or --as-of",
    "Without ids a date without year is taken as the last such day before the reference date.",
  ),
  YEAR_TWO_DIGITS: warning(
    ({ detail, value }) => `Dates have a two-digit year; read as 20${detail || value}.`,
    "save dates with four-digit years",
    "TikTok is younger than 2000.",
  ),
  HOUR_FROM_ID: info(
    () => "The export has no clock time; the hour was inferred from the video id.",
    "posts scheduled for the same day cannot be seen",
    "A video id carries the second of its upload, which is the hour of posting unless the post was scheduled.",
  ),
  TIME_FROM_ID: info(
    () => "No time column: date and hour were inferred from the video id.",
    "nothing to do",
    "A video id carries the second of its upload.",
  ),
  TIME_DATE_ONLY: warning(
    ({ n }) =>
      `${many(n, "post")} ${n === 1 ? "has" : "have"} a date but no hour; they are out of the hour analyses.`,
    "add links or ids",
    "A date without clock time is not midnight.",
  ),
  TIME_ZONE_INFERRED: info(
    ({ detail }) => `The time zone of the dates was inferred: UTC${detail}.`,
    "name the zone with --tz",
    "The difference between the dates and the video ids, or the activity of followers, gives the zone away.",
  ),
  TIME_ZONE_ASSUMED: warning(
    ({ detail }) => `The time zone of the dates is unknown; ${detail} was assumed.`,
    "name the zone with --tz",
    "Nothing in the export says in which zone its dates are.",
  ),
  TIME_COLUMN_SHIFTED: warning(
    ({ detail }) => `The time column is constantly ${detail} off the video ids; the ids were used.`,
    "tell the maker of the file",
    "All times differ from the times in the ids by the same amount.",
  ),
  TIME_BEFORE_ID: warning(
    ({ n }) =>
      `${many(n, "post")} ${n === 1 ? "is" : "are"} dated before their video existed: wrong time zone or damaged dates.`,
    "name the zone with --tz, or export again",
    "No post can be older than the upload that its id carries.",
  ),
  SCHEDULED_POSTS: info(
    ({ n, detail }) =>
      `${many(n, "scheduled post")} ${was(n)} published later than uploaded: day known, hour ${detail || "unknown"}.`,
    "nothing to do",
    "The id gives the time of upload. A scheduled post or a draft is published later.",
  ),
  DATE_INVALID: warning(
    ({ n, line, value }) =>
      `${many(n, "date")} ${n === 1 ? "is" : "are"} invalid (line ${line ?? "?"}, value ${value}); the rows were skipped.`,
    "correct these cells",
    "The cell is no date of the calendar.",
  ),
  DATE_FUTURE: warning(
    ({ n, detail }) => `${rows(n)} lie in the future of ${detail || "the reference date"}; skipped.`,
    "name the reference date with --as-of",
    "A post cannot be younger than the export that holds it.",
  ),
  DATE_TOO_OLD: warning(
    ({ n }) => `${many(n, "date")} before 2014 ${n === 1 ? "is" : "are"} implausible; skipped.`,
    "correct these cells",
    "TikTok and its predecessor did not exist then.",
  ),
  DATE_ORDER_INFERRED: warning(
    ({ detail }) => `The date order day/month was inferred from ${detail || "the values"}.`,
    "save dates as YYYY-MM-DD",
    "5/6 can be 5 June or 6 May. Other rows or the ids decided.",
  ),
  DATE_MIXED_FORMATS: warning(
    ({ column }) => `Column ${column} mixes date formats.`,
    "save dates as YYYY-MM-DD",
    "Rows of one column write dates in different ways.",
  ),
  AS_OF_INFERRED: info(
    ({ detail }) => `The reference date was inferred: ${detail}.`,
    "name it with --as-of",
    "Ages of posts are counted from the date of the export, which no full date in it gives.",
  ),
  ID_MISSING: warning(
    ({ n }) => `${rows(n)} ${n === 1 ? "has" : "have"} no video id.`,
    "add the link column",
    "Without id a post can only be told by account, time and title.",
  ),
  ID_DAMAGED: warning(
    ({ n }) => `${many(n, "id")} ${was(n)} damaged by a spreadsheet (E+18); the links were used instead.`,
    "save ids as text",
    "Spreadsheet programs keep 15 digits of a number; a video id has 19.",
  ),
  ID_WITHOUT_TIME: warning(
    ({ n }) => `${many(n, "old or foreign id")} ${n === 1 ? "carries" : "carry"} no time.`,
    "nothing to do",
    "Ids from before 2018 and made-up ids hold no time of upload.",
  ),
  LINK_INVALID: warning(
    ({ n }) => `${many(n, "link")} ${n === 1 ? "is not a TikTok post" : "are not TikTok posts"}; ignored.`,
    "nothing to do",
    "Only links to videos and photo posts name a post.",
  ),
  DUPLICATE_POSTS: warning(
    ({ n }) => `${many(n, "duplicate row")} ${was(n)} merged.`,
    "nothing to do",
    "The same post with the same counts stands in several rows.",
  ),
  DUPLICATE_CONFLICT: warning(
    ({ n }) =>
      `${many(n, "duplicate row")} of one snapshot ${n === 1 ? "differs" : "differ"}; the larger count was kept.`,
    "nothing to do",
    "The same post stands twice in one export with different counts.",
  ),
  DUPLICATE_FILE: info(
    () => "The same file was given twice (duplicate); read once.",
    "nothing to do",
    "Two names, the same bytes.",
  ),
  SNAPSHOTS_MERGED: info(
    ({ n }) =>
      `${many(n, "older snapshot")} of the same posts (duplicates) ${n === 1 ? "is" : "are"} kept as history.`,
    "nothing to do",
    "Several exports hold the same post. The newest counts, the older ones show how it grew.",
  ),
  PRIVATE_POSTS: info(
    ({ n }) => `${many(n, "private post")} ${was(n)} dropped.`,
    "nothing to do",
    "What nobody else can see has no audience to learn from.",
  ),
  PAID_POSTS: info(
    ({ n }) =>
      `${many(n, "post")} ${n === 1 ? "is an ad or paid partnership" : "are ads or paid partnerships"}; marked.`,
    "nothing to do",
    "Paid reach says nothing about what works by itself; these posts are kept apart.",
  ),
  FEW_POSTS: info(
    ({ n }) => `Only ${many(n, "post")}: too few (a small sample) for most findings.`,
    "add exports of other weeks",
    "Below 20 posts chance decides almost everything.",
  ),
  EXPORT_CAPPED: info(
    () => "TikTok Studio lists at most about 15 videos per export.",
    "add exports of other weeks or your data download",
    "The Content export holds the videos of most recent activity only.",
  ),
  MULTIPLE_ACCOUNTS: warning(
    ({ n, detail }) => `${many(n, "account")}: ${detail}.`,
    "choose one with --account, or use --each",
    "Posts of several accounts cannot be judged together.",
  ),
  SOUND_NAME_ONLY: info(
    () => 'Sounds have names but no ids: "original sound" is not one sound.',
    "nothing to do",
    "The label of original sounds is shared by thousands of sounds.",
  ),
  SOUND_FLAG_UNTRUSTED: info(
    () => 'The "original" flag contradicts the names; names were used.',
    "nothing to do",
    "The flag is false even on sounds that are called original.",
  ),
  CONTEXT_EMPTY: info(
    ({ detail }) => `${detail || "The file"} has a header but no rows (normal below about 100 followers).`,
    "nothing to do",
    "TikTok shows followers only from about 100 on.",
  ),
  CONTEXT_INCOMPLETE: info(
    ({ n, detail }) =>
      `${detail || "The file"}: ${many(n, "value")} ${n === 1 ? "is" : "are"} missing (undefined, or hours not yet counted).`,
    "nothing to do",
    "Missing values are left out, they are not zero.",
  ),
  FILE_SKIPPED: info(
    ({ detail }) => `${detail || "A file"} is not an export; skipped.`,
    "nothing to do",
    "Folders and zips may hold other files.",
  ),
  HISTORY_GAP: info(
    () => "Follower differences were recomputed from totals.",
    "nothing to do",
    "The difference column of follower exports is shifted by a day in some of them.",
  ),
  CONTEXT_ONLY: warning(
    ({ detail }) => `This is a valid TikTok file (${detail}) without single videos/posts.`,
    "add the Content export of TikTok Studio",
    "Daily totals alone say nothing about single posts.",
  ),
} satisfies Record<string, WarningKind>;
