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
