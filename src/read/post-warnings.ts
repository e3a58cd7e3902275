import { info, many, rows, type WarningKind, warning, was } from "./warning-kind.ts";

/** Warnings about numbers, dates, ids and posts. */
export const POST_WARNINGS = {
  NUMBER_INVALID: warning(
    ({ n, column, detail }) =>
      `${many(n, "value")} in column ${column} ${n === 1 ? "is not a number" : "are not numbers"}; these rows lack ${detail || column}.`,
    "correct these cells",
    "A cell of a number column holds text; the post lacks that number.",
  ),
  NUMBER_MISSING: warning(
    ({ n, detail, column }) => `${rows(n)} ${n === 1 ? "has" : "have"} no value for ${detail || column}.`,
    "nothing to do",
    "Cells are empty. That is missing, not zero.",
  ),
  NUMBER_NEGATIVE: warning(
    ({ n, line, value }) =>
      `${many(n, "negative total")} ${n === 1 ? "is" : "are"} invalid and ${was(n)} ignored (line ${line ?? "?"}, value ${value}).`,
    "correct these cells",
    "A total of a post cannot be negative, so it was ignored.",
  ),
  NUMBER_ROUNDED: warning(
    () => "Counts are rounded or abbreviated (K, M): precision is about 1 %.",
    "take an export of TikTok itself, whose counts are exact",
    "Counts are written as 1.2K or 3M, or are rounded: scraped counts from 10,000 on are multiples of 100.",
  ),
  NUMBER_LOCALE: warning(
    ({ column, detail }) =>
      `The thousands separator in column ${column} is ambiguous; read as ${detail || "grouped"}.`,
    "save the numbers without separators",
    "Every number of the column could be grouped thousands or a decimal number; the warning says how they were read.",
  ),
  NUMBER_FORMULA: warning(
    ({ n }) =>
      `${many(n, "cell")} ${n === 1 ? "is a formula" : "are formulas"} like ="123"; the number inside was used.`,
    "nothing to do",
    "Some tools write numbers as formulas so that spreadsheets keep them whole. The number inside was used.",
  ),
  NUMBER_IMPOSSIBLE: warning(
    ({ n }) => `${rows(n)} ${n === 1 ? "has" : "have"} more likes than views; their rates are left out.`,
    "nothing to do",
    "A post has more likes than views, as counts taken at different moments can; its rates are left out.",
  ),
  NUMBER_ALL_ZERO: warning(
    () => "All views are zero.",
    "wait a day and export again",
    "All views are zero: the posts are too fresh for counts, or the export failed.",
  ),
  YEAR_FROM_ID: info(
    ({ n }) => `The dates have no year; the year was inferred from the video id of ${many(n, "post")}.`,
    "nothing to do",
    "The dates have no year. It was taken from the video ids, which carry the second of the upload.",
  ),
  YEAR_ASSUMED: warning(
    () => "The dates have no year and no id: the year is a guess.",
    "add the link column or --as-of",
    "The dates have no year and no ids beside them, so each was taken as the last such day before the reference date.",
  ),
  YEAR_TWO_DIGITS: warning(
    ({ detail, value }) => `Dates have a two-digit year; read as 20${detail || value}.`,
    "save dates with four-digit years",
    "Years are written with two digits and were read as 20xx, because TikTok is younger than 2000.",
  ),
  HOUR_FROM_ID: info(
    () => "The export has no clock time; the hour was inferred from the video id.",
    "nothing to do; a post scheduled for the same day cannot be told from others",
    "The export has days without clock times. A video id carries the second of its upload, which is the hour of posting unless the post was scheduled.",
  ),
  TIME_FROM_ID: info(
    () => "No time column: date and hour were inferred from the video id.",
    "nothing to do",
    "There is no time column. Date and hour were taken from the video ids, which carry the second of the upload.",
  ),
  TIME_DATE_ONLY: warning(
    ({ n }) =>
      `${many(n, "post")} ${n === 1 ? "has" : "have"} a date but no hour; they are out of the hour analyses.`,
    "add links or ids",
    "Posts have a date without a clock time. That is not midnight, so they are left out where hours are judged.",
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
    "Posts are dated before the upload that their id carries, which cannot be.",
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
    "The cell is no date of the calendar; the row was skipped.",
  ),
  DATE_FUTURE: warning(
    ({ n, detail }) =>
      `${rows(n)} ${n === 1 ? "lies" : "lie"} in the future of ${detail || "the reference date"}; skipped.`,
    "name the reference date with --as-of",
    "A post cannot be younger than the export that holds it; the row was skipped.",
  ),
  DATE_TOO_OLD: warning(
    ({ n }) => `${many(n, "date")} before 2014 ${n === 1 ? "is" : "are"} implausible; skipped.`,
    "correct these cells",
    "The date is before 2014, when neither TikTok nor its predecessor existed; the row was skipped.",
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
    "Ages of posts are counted from the date of the export. No full date in the export gives it, so it was inferred.",
  ),
  ID_MISSING: warning(
    ({ n }) => `${rows(n)} ${n === 1 ? "has" : "have"} no video id.`,
    "add the link column",
    "Without id a post can only be told by account, time and title.",
  ),
  ID_DAMAGED: warning(
    ({ n }) => `${many(n, "id")} ${was(n)} damaged by a spreadsheet (E+18); the links were used instead.`,
    "save ids as text",
    "Spreadsheet programs keep 15 digits of a number; a video id has 19. The links were used instead.",
  ),
  ID_WITHOUT_TIME: warning(
    ({ n }) => `${many(n, "old or foreign id")} ${n === 1 ? "carries" : "carry"} no time.`,
    "nothing to do",
    "Ids from before 2018 and made-up ids hold no time of upload.",
  ),
  LINK_INVALID: warning(
    ({ n }) => `${many(n, "link")} ${n === 1 ? "is not a TikTok post" : "are not TikTok posts"}; ignored.`,
    "nothing to do",
    "Only links to videos and photo posts name a post; others were ignored.",
  ),
  DUPLICATE_POSTS: warning(
    ({ n }) => `${many(n, "duplicate row")} ${was(n)} merged.`,
    "nothing to do",
    "The same post with the same counts stands in several rows; it counts once.",
  ),
  DUPLICATE_CONFLICT: warning(
    ({ n }) =>
      `${many(n, "duplicate row")} of one snapshot ${n === 1 ? "differs" : "differ"}; the larger count was kept.`,
    "nothing to do",
    "The same post stands twice in one export with different counts; the larger ones were kept.",
  ),
  DUPLICATE_FILE: info(
    () => "The same file was given twice (duplicate); read once.",
    "nothing to do",
    "Two of the files have the same bytes; they were read once.",
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
    "Private posts were dropped: what nobody else can see has no audience to learn from.",
  ),
  PAID_POSTS: info(
    ({ n }) =>
      `${many(n, "post")} ${n === 1 ? "is an ad or paid partnership" : "are ads or paid partnerships"}; marked.`,
    "nothing to do",
    "Ads and paid partnerships are kept apart: paid reach says nothing about what works by itself.",
  ),
  FEW_POSTS: info(
    ({ n }) => `Only ${many(n, "post")}: too few (a small sample) for most findings.`,
    "add exports of other weeks",
    "Below 20 posts chance decides almost everything.",
  ),
  EXPORT_CAPPED: info(
    () => "TikTok Studio lists at most about 15 videos per export.",
    "add exports of other weeks or your data download",
    "The Content export holds about 15 videos at most, those of the most recent activity.",
  ),
  MULTIPLE_ACCOUNTS: warning(
    ({ n, detail }) => `${many(n, "account")}: ${detail}.`,
    "choose one with --account, or use --each",
    "Posts of several accounts cannot be judged together.",
  ),
  SOUND_NAME_ONLY: info(
    () => 'Sounds have names but no ids: "original sound" is not one sound.',
    "nothing to do",
    "Without ids, sounds can only be told by name, and thousands of sounds share the name of original sounds.",
  ),
  SOUND_FLAG_UNTRUSTED: info(
    () => 'The "original" flag contradicts the names; names were used.',
    "nothing to do",
    "The flag for original sounds is false even on sounds that are called original, so the names were used.",
  ),
  CONTEXT_EMPTY: info(
    ({ detail }) => `${detail || "The file"} has a header but no rows (normal below about 100 followers).`,
    "nothing to do",
    "A file has a header and no rows. TikTok shows followers only from about 100 on.",
  ),
  CONTEXT_INCOMPLETE: info(
    ({ n, detail }) =>
      `${detail || "The file"}: ${many(n, "value")} ${n === 1 ? "is" : "are"} missing (undefined, or hours not yet counted).`,
    "nothing to do",
    "Values of a table by day or hour are missing. They are left out, they are not zero.",
  ),
  FILE_SKIPPED: info(
    ({ detail }) => `${detail || "A file"} is not an export; skipped.`,
    "nothing to do",
    "A file in a folder or zip is no export and was skipped.",
  ),
  HISTORY_GAP: info(
    () => "Follower differences were recomputed from totals.",
    "nothing to do",
    "The difference column is shifted by a day in some follower exports, so the differences were made from the totals.",
  ),
  CONTEXT_ONLY: warning(
    ({ detail }) => `This is a valid TikTok file (${detail}) without single videos/posts.`,
    "add the Content export of TikTok Studio",
    "The files hold daily totals, viewers or followers, which alone say nothing about single posts.",
  ),
} satisfies Record<string, WarningKind>;
