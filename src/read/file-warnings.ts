import { info, many, rows, type WarningKind, warning, was } from "./warning-kind.ts";

/** Warnings about files, lines and columns. */
export const FILE_WARNINGS = {
  ENCODING_UTF16: info(
    () => "The encoding is UTF-16; it was converted.",
    "nothing to do",
    "Spreadsheet programs save Unicode text as UTF-16. It was converted and nothing was lost.",
  ),
  ENCODING_FALLBACK: warning(
    () => "The encoding is not UTF-8; read as windows-1252 (Latin-1).",
    "save the file as UTF-8 if letters look wrong",
    "The bytes are no UTF-8 and were read as windows-1252. Western European letters are right then; others may be wrong.",
  ),
  ENCODING_INVALID_BYTES: warning(
    ({ n, line }) => `${many(n, "invalid UTF-8 byte")} ${was(n)} replaced${line ? ` (line ${line})` : ""}.`,
    "nothing to do; only the caption there is affected",
    "Single bytes that are no UTF-8, usually from a cut or glued file, became the replacement sign.",
  ),
  ENCODING_MOJIBAKE: warning(
    () => "Text looks like UTF-8 read in another encoding (mojibake: `Ã©`).",
    "export again, and do not open and save the file in between",
    "Some program read the UTF-8 file as Latin-1 and saved the result. Captions and hashtags are garbled; numbers are right.",
  ),
  CONTROL_CHARACTERS: warning(
    ({ n }) => `${many(n, "control character")} or NUL bytes were removed.`,
    "nothing to do; export again if captions look wrong",
    "Control characters have no place in an export. They were taken out before reading.",
  ),
  DELIMITER_UNUSUAL: info(
    ({ detail }) => `The delimiter is ${detail}; decimal and thousands marks were judged accordingly.`,
    "nothing to do",
    "The columns are not parted by commas, as spreadsheet programs of many countries save them.",
  ),
  DELIMITER_MIXED: warning(
    ({ n }) =>
      `${rows(n)} use${n === 1 ? "s" : ""} another delimiter than the header; they were re-read or skipped.`,
    "save the file with one delimiter",
    "Rows use another delimiter than the header, as when two files were put together. They were re-read or skipped.",
  ),
  QUOTE_REPAIRED: warning(
    ({ n }) => `Unescaped quotes in ${rows(n)} were repaired; the title was taken between known columns.`,
    "check the titles of these lines",
    "TikTok writes quotes of captions without escaping them. Such a line was matched from both ends.",
  ),
  QUOTE_NOT_CLOSED: warning(
    ({ line }) => `A quote opened in line ${line ?? "?"} is never closed; the row was cut at its line end.`,
    "check this line",
    "A field begins with a quote that nothing closes. Without a cut it would swallow the rest of the file.",
  ),
  QUOTE_UNUSUAL: info(
    ({ detail }) => `Quotes are written as ${detail} in this file.`,
    "nothing to do",
    "Fields are quoted with another sign than the double quote.",
  ),
  LINE_WRAPPED: warning(
    () => "Every line is wrapped in quotes, as some spreadsheet programs save it; unwrapped.",
    "use the original file",
    "Each line is one quoted cell that holds the whole row. It was taken apart again.",
  ),
  INPUT_TRUNCATED: warning(
    ({ line }) =>
      `The file ends inside row ${line ?? "?"}: it looks truncated; the incomplete row was skipped.`,
    "download the export again",
    "The last row is cut off, so rows after it are missing too.",
  ),
  INPUT_CHANGED: warning(
    () => "The file changed while it was read.",
    "run again when nothing writes to it",
    "Size or time of the file were different after reading, so what was read may be half old, half new.",
  ),
  FIELD_TOO_LONG: warning(
    ({ detail, line }) => `A field longer than ${detail} characters was cut (row ${line ?? "?"}).`,
    "nothing to do",
    "No caption is that long. The rest of the field was left out.",
  ),
  PREAMBLE_SKIPPED: info(
    ({ n }) => `${many(n, "line")} before the header ${was(n)} skipped.`,
    "nothing to do",
    "Lines above the header, such as titles and notes, are no data and were skipped.",
  ),
  HEADER_REPEATED: warning(
    ({ n, line }) =>
      `The header is repeated in line ${line ?? "?"}${n > 1 ? ` and ${n - 1} more` : ""}; skipped.`,
    "nothing to do",
    "Files put together from several exports hold the header again; it was skipped.",
  ),
  TOTAL_ROW_SKIPPED: warning(
    ({ line }) => `A total row (line ${line ?? "?"}) is not a post; skipped.`,
    "nothing to do",
    "A row of sums would count as the best post of all. It was left out.",
  ),
  NOTE_ROW_SKIPPED: warning(
    ({ n }) => `${many(n, "footer or note line")} ${was(n)} skipped.`,
    "nothing to do",
    "Lines of one text cell are notes, not posts, and were skipped.",
  ),
  SECTION_SKIPPED: warning(
    ({ n, line }) =>
      `A second table with its own header starts in line ${line ?? "?"}; its ${rows(n)} ${was(n)} skipped.`,
    "put the second table into a file of its own",
    "A second table stands below the first, and only the first is read.",
  ),
  ROW_TOO_SHORT: warning(
    ({ n }) =>
      `${many(n, "ragged row")} ${n === 1 ? "has" : "have"} fewer fields than the header has columns.`,
    "quote texts that contain the delimiter",
    "Rows with too few fields are kept where link, time and a number survive, else dropped.",
  ),
  ROW_TOO_LONG: warning(
    ({ n }) =>
      `${many(n, "ragged row")} ${n === 1 ? "has" : "have"} more fields than the header has columns.`,
    "quote texts that contain the delimiter",
    "Rows with too many fields are kept where only one way of reading them makes sense, else dropped.",
  ),
  ROW_REALIGNED: info(
    ({ n }) => `${rows(n)} with a comma inside the date column ${was(n)} realigned.`,
    "nothing to do",
    "A date with a comma was written without quotes. Its two halves were joined.",
  ),
  ROW_UNUSABLE: warning(
    ({ n, detail }) =>
      `${rows(n)} ${was(n)} dropped: no ${detail === "" ? "id and time, or no number of views or likes" : detail}.`,
    "nothing to do; deleted and private posts look like this",
    "The row was dropped: a post needs an id or a time, and a number of views or likes.",
  ),
  COLUMN_GUESSED: warning(
    ({ column, detail }) => `Column ${column} was taken as ${detail} because of its values or words.`,
    "confirm with --map field=header",
    "No known header fits, but words or values of the column do, and it was taken for that field.",
  ),
  COLUMN_DUPLICATE: warning(
    ({ column, detail }) =>
      `Duplicate column ${column}: the values differ; the ${detail || "first"} was used.`,
    "choose one with --map field=header",
    "Two columns hold the same field with different values; one of them was used.",
  ),
  COLUMN_VALUES_MISMATCH: warning(
    ({ column }) => `Column ${column} does not hold what its header says; ignored.`,
    "name the right column with --map field=header",
    "Most values of the column cannot be what its header promises, so it was ignored.",
  ),
  COLUMN_MISSING: warning(
    ({ detail }) => {
      const [field, analyses] = detail.split(": ");
      return `There is no column for ${field || "views"}: ${analyses || "rates"} are off.`;
    },
    "add the Content export of TikTok Studio, which has views and likes",
    "There is no column of views or of likes. Without views there are no rates; without likes the goal must be another one.",
  ),
} satisfies Record<string, WarningKind>;
