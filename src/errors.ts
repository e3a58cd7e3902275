/** Exit codes of the program (CONTRACT section 3). */
export const EXIT = { done: 0, failed: 1, usage: 2, failOn: 3, interrupted: 130, terminated: 143 } as const;

interface ErrorKind {
  /** exit code */
  exit: 1 | 2;
  /** what to do; a thrower that knows better passes its own */
  hint: string;
  /** what it means, for `explain` */
  about: string;
}

/** Every error that a user can act on. The one table of codes, exit codes and hints. */
export const ERRORS = {
  USAGE: {
    exit: 2,
    hint: "see --help",
    about: "The command line has an unknown command, flag or value.",
  },
  CONFIG_INVALID: {
    exit: 2,
    hint: "check the file with: tiktok-advisor config --show",
    about: "The configuration file is missing, is not JSON, or holds an unknown key or value.",
  },
  ID_UNKNOWN: {
    exit: 2,
    hint: "see: tiktok-advisor strategies",
    about: "explain knows no strategy, finding, warning, error or term of this name.",
  },
  NOT_INTERACTIVE: {
    exit: 2,
    hint: "give the answers as flags, or write tiktok-advisor.config.json",
    about: "A question would have to be asked, but there is no terminal to ask it on.",
  },
  OUTPUT_IS_INPUT: {
    exit: 2,
    hint: "choose another name for -o",
    about: "The output file is one of the inputs; nothing was written.",
  },
  TRENDS_INVALID: {
    exit: 2,
    hint: "the file needs the columns kind,key,name,from,to with kind sound or hashtag and days as YYYY-MM-DD",
    about: "The list of trends (--trends) lacks a column or holds a line that cannot be read.",
  },
  REPORT_INVALID: {
    exit: 1,
    hint: "write the report with: tiktok-advisor analyze export.csv -o report.json",
    about: "The file is not a JSON report of this tool, or of another major version.",
  },
  OUTPUT_UNWRITABLE: {
    exit: 1,
    hint: "check the folder, its permissions and the free space",
    about: "The result could not be written.",
  },
  NO_EXPORTS: {
    exit: 1,
    hint: "download Content in TikTok Studio > Analytics, or name the file itself",
    about: "A folder or zip holds no file that could be an export.",
  },
  INPUT_NOT_FOUND: {
    exit: 1,
    hint: "check the path",
    about: "The file or folder does not exist.",
  },
  INPUT_UNREADABLE: {
    exit: 1,
    hint: "check the path and the permissions",
    about: "The file or folder is there but cannot be read.",
  },
  INPUT_EMPTY: {
    exit: 1,
    hint: "download the export again",
    about: "The file has no content at all.",
  },
  INPUT_BINARY: {
    exit: 1,
    hint: "name the CSV, XLSX, JSON or ZIP file that TikTok Studio > Analytics downloads",
    about: "The file is a picture, a document, a video or another kind of binary file.",
  },
  INPUT_HTML: {
    exit: 1,
    hint: "log in, then download Content in TikTok Studio > Analytics; do not save the page",
    about: "A web page was saved in place of the export.",
  },
  INPUT_TOO_LARGE: {
    exit: 1,
    hint: "split the file, or name fewer files at once",
    about: "A limit that guards memory was reached.",
  },
  ZIP_UNREADABLE: {
    exit: 1,
    hint: "download the zip again, or unpack it and name the folder",
    about: "The zip is damaged, encrypted or of an unsupported kind.",
  },
  XLSX_UNREADABLE: {
    exit: 1,
    hint: "save it as CSV or as XLSX without a password",
    about: "The workbook is damaged, password-protected, or in the old XLS format.",
  },
  JSON_UNREADABLE: {
    exit: 1,
    hint: "download the file again",
    about: "The file begins like JSON, but breaks its rules.",
  },
  ENCODING_UNKNOWN: {
    exit: 1,
    hint: "save the file as UTF-8",
    about: "The encoding of the text could not be recognised.",
  },
  DELIMITER_UNKNOWN: {
    exit: 1,
    hint: "save the file as CSV with commas",
    about: "Neither comma, semicolon, tab nor bar parts the text into columns.",
  },
  HEADER_NOT_FOUND: {
    exit: 1,
    hint: "name the columns: --map views=<header> --map postedAt=<header>",
    about: "No row of the file looks like a header.",
  },
  COLUMN_MISSING: {
    exit: 1,
    hint: "name the column: --map views=<header>",
    about: "Neither views nor likes were found, and without them there is nothing to judge.",
  },
  COLUMN_AMBIGUOUS: {
    exit: 1,
    hint: "choose one: --map views=<header>",
    about: "Several columns could be the same field.",
  },
  COLUMN_VALUES_MISMATCH: {
    exit: 1,
    hint: "name the right columns with --map field=header",
    about: "The header names other fields than the columns hold, so reading on would mix them up.",
  },
  QUOTE_NOT_CLOSED: {
    exit: 1,
    hint: "close the quote in that line, or export again",
    about: "A quote that nothing closes swallows the file.",
  },
  DATE_ORDER_AMBIGUOUS: {
    exit: 1,
    hint: "save dates as YYYY-MM-DD, or add the column with links or ids",
    about: "Dates like 5/6/2026 can be read in two ways, and nothing in the file decides.",
  },
  TIME_MISSING: {
    exit: 1,
    hint: "add the link or time column, or name it: --map postedAt=<header>",
    about: "No post has a time or an id that carries one.",
  },
  IDS_DAMAGED: {
    exit: 1,
    hint: "export again and do not save the file in a spreadsheet program, or save the ids as text",
    about: "A spreadsheet program rounded the video ids, and the dates have no year.",
  },
  NO_POSTS: {
    exit: 1,
    hint: "export again when there are posts, or for a longer time",
    about: "The export is whole, but lists no post.",
  },
  NO_USABLE_ROWS: {
    exit: 1,
    hint: "see the warnings, and export again",
    about: "Every row lacks an id or time, or a number.",
  },
  CONTEXT_ONLY: {
    exit: 1,
    hint: "add Content from TikTok Studio > Analytics > Content",
    about: "Daily totals, viewers and followers are context; advice needs single posts.",
  },
  MULTIPLE_ACCOUNTS: {
    exit: 1,
    hint: "choose one with --account @name, or use --each",
    about: "The posts belong to several accounts, which cannot be judged together.",
  },
  ACCOUNT_NOT_FOUND: {
    exit: 2,
    hint: "name one of the accounts found",
    about: "No post belongs to the account that was asked for.",
  },
  MAP_UNKNOWN_FIELD: {
    exit: 2,
    hint: "fields are those of inspect rows: id, link, account, title, postedAt, views, likes, comments, shares, saves ...",
    about: "--map names a field that does not exist.",
  },
  MAP_UNKNOWN_HEADER: {
    exit: 2,
    hint: "the headers are those of the file, letter for letter",
    about: "--map or --labels names a header that no file has.",
  },
  TIME_ZONE_UNKNOWN: {
    exit: 2,
    hint: "use a name of the IANA database, such as Europe/Paris",
    about: "The time zone is unknown.",
  },
  REFUSED_ADS: {
    exit: 1,
    hint: "this is TikTok Ads Manager; export Content in TikTok Studio > Analytics",
    about: "The file holds paid campaigns, not posts.",
  },
  REFUSED_LIVE: {
    exit: 1,
    hint: "LIVE Center data is not analysed; export Content in TikTok Studio > Analytics",
    about: "The file holds LIVE sessions, not posts.",
  },
  REFUSED_META: {
    exit: 1,
    hint: "this is an Instagram or Facebook file; take the TikTok export",
    about: "The file comes from another platform.",
  },
  REFUSED_YOUTUBE: {
    exit: 1,
    hint: "this is a YouTube Studio file; take the TikTok export",
    about: "The file comes from another platform.",
  },
  REFUSED_OTHER_PLATFORM: {
    exit: 1,
    hint: "take the export of TikTok Studio > Analytics > Content",
    about: "Every link of the file belongs to another platform.",
  },
  REFUSED_COURSE_DATA: {
    exit: 1,
    hint: "this is invented training data; export your own Content",
    about: "The file is a data set of a course; there is nothing to advise on.",
  },
  INTERNAL: {
    exit: 1,
    hint: "this is a bug: please report it with the output of --debug",
    about: "Something happened that the tool did not expect.",
  },
} as const satisfies Record<string, ErrorKind>;

export type ErrorCode = keyof typeof ERRORS;

/** Something the user can act on: code, place, sentence, hint. Everything else that is thrown is a bug. */
export class AdvisorError extends Error {
  readonly code: ErrorCode;
  /** file, flag or setting that it is about; null = none */
  readonly place: string | null;
  readonly hint: string;

  constructor(code: ErrorCode, place: string | null, sentence: string, hint?: string) {
    super(sentence);
    this.name = "AdvisorError";
    this.code = code;
    this.place = place;
    this.hint = hint ?? ERRORS[code].hint;
  }

  get exitCode(): number {
    return ERRORS[this.code].exit;
  }
}
