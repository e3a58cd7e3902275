import {
  list,
  numberBetween,
  oneOf,
  type ParseValue,
  parseDayOrSpan,
  parseHours,
  parseInstant,
  parseMinutes,
  parsePair,
  parseWeeks,
  text,
} from "./setting-values.ts";

/** Where a setting came from, strongest first. */
export type SettingSource = "flag" | "environment" | "config" | "user config" | "default";

export type Verb =
  | "analyze"
  | "inspect"
  | "plan"
  | "compare"
  | "explain"
  | "strategies"
  | "init"
  | "schedule"
  | "demo"
  | "config"
  | "schema"
  | "complete";

type Shape = "text" | "number" | "flag" | "list" | "pairs" | "repeat";

/** One setting: its flag, its key in the config file, its variable, and how its text becomes a value. */
export interface Setting {
  key: string;
  /** as commander reads it; the long name gives the variable TIKTOK_ADVISOR_... */
  flags: string;
  about: string;
  shape: Shape;
  commands: readonly Verb[];
  /** values a shell can complete */
  choices?: readonly string[];
  /** what each choice means, where its name alone does not say it */
  choiceMeanings?: Readonly<Record<string, string>>;
  /** not in the config file: it belongs to one call */
  flagOnly?: true;
  fallback?: unknown;
  parse: ParseValue;
}

const READ: readonly Verb[] = ["analyze", "inspect", "plan", "compare"];
const MODEL: readonly Verb[] = ["analyze", "plan", "compare"];
const SHOWN: readonly Verb[] = ["analyze", "demo", "inspect", "plan", "compare", "explain", "strategies"];
const ALL: readonly Verb[] = [
  "analyze",
  "inspect",
  "plan",
  "compare",
  "explain",
  "strategies",
  "init",
  "schedule",
  "demo",
  "config",
  "schema",
  "complete",
];

const FAIL_ON = ["insufficient-data", "warnings", "inconsistent", "new-advice"] as const;
const FORMATS = ["text", "json", "markdown", "html", "csv", "ics"] as const;

/** Every setting, in the order of --help. */
export const SETTINGS: readonly Setting[] = [
  {
    key: "goal",
    flags: "--goal <outcome>",
    about: "outcome that advice is ranked by: likes, views, comments, shares or saves (default: likes)",
    shape: "text",
    commands: [...MODEL, "demo", "init", "schedule"],
    choices: ["likes", "views", "comments", "shares", "saves"],
    fallback: "likes",
    parse: oneOf(["likes", "views", "comments", "shares", "saves"]),
  },
  {
    key: "tz",
    flags: "--tz <zone>",
    about:
      "time zone of all hours, e.g. Europe/Paris (default: inferred from the data, else this computer's)",
    shape: "text",
    commands: [...READ, "demo", "init", "schedule"],
    parse: text,
  },
  {
    key: "asOf",
    flags: "--as-of <date>",
    about: "reference date for ages and year-less dates (default: the export's own)",
    shape: "text",
    commands: [...READ, "demo"],
    parse: parseInstant,
  },
  {
    key: "since",
    flags: "--since <date>",
    about: "first day of the posts to consider: 2026-01-31, or 90d before the reference date",
    shape: "text",
    commands: [...MODEL, "demo", "inspect", "schedule"],
    parse: parseDayOrSpan,
  },
  {
    key: "until",
    flags: "--until <date>",
    about: "last day of the posts to consider",
    shape: "text",
    commands: [...MODEL, "demo", "inspect"],
    parse: parseDayOrSpan,
  },
  {
    key: "account",
    flags: "--account <@name>",
    about: "the account to read from exports with several",
    shape: "text",
    commands: [...READ, "schedule"],
    parse: text,
  },
  {
    key: "each",
    flags: "--each",
    about: "one report per account, as JSON lines (or in the folder that -o names)",
    shape: "flag",
    commands: ["analyze"],
    flagOnly: true,
    parse: () => true,
  },
  {
    key: "map",
    flags: "--map <field=header>",
    about: "read a column as a field, e.g. --map views=Reach (repeatable)",
    shape: "pairs",
    commands: [...READ, "init", "schedule"],
    parse: parsePair,
  },
  {
    key: "labels",
    flags: "--labels <columns>",
    about: "columns of your own to test as features of the posts, e.g. hook,mood",
    shape: "list",
    commands: [...READ, "init", "schedule"],
    parse: list,
  },
  {
    key: "trends",
    flags: "--trends <file>",
    about: "dated list of trending sounds and hashtags (kind,key,name,from,to)",
    shape: "text",
    commands: [...MODEL, "schedule"],
    parse: text,
  },
  {
    key: "perWeek",
    flags: "--per-week <n>",
    about: "posting plan that consistency is judged against (default: your own median)",
    shape: "number",
    commands: [...MODEL, "demo", "init", "schedule"],
    parse: numberBetween(0, 1001, "a number of posts per week above 0"),
  },
  {
    key: "format",
    flags: "--format <format>",
    about: "text, json, markdown, html or csv (default: text, or the ending of the output file)",
    shape: "text",
    commands: SHOWN,
    choices: FORMATS,
    parse: oneOf(FORMATS),
  },
  {
    key: "json",
    flags: "--json",
    about: "the same as --format json",
    shape: "flag",
    commands: SHOWN,
    flagOnly: true,
    parse: () => true,
  },
  {
    key: "output",
    flags: "-o, --output <file>",
    about: "write to a file, whole or not at all; - is stdout",
    shape: "text",
    commands: [...SHOWN, "schedule", "schema", "complete"],
    flagOnly: true,
    parse: text,
  },
  {
    key: "level",
    flags: "--level <share>",
    about: "level of all intervals (default: 0.9)",
    shape: "number",
    commands: [...MODEL, "demo", "schedule"],
    fallback: 0.9,
    parse: numberBetween(0, 1, "a share between 0 and 1"),
  },
  {
    key: "fdr",
    flags: "--fdr <share>",
    about: "false-discovery rate of claims (default: 0.1)",
    shape: "number",
    commands: [...MODEL, "demo", "schedule"],
    fallback: 0.1,
    parse: numberBetween(0, 1, "a share between 0 and 1"),
  },
  {
    key: "negligible",
    flags: "--negligible <share>",
    about: "band within which an effect counts as none (default: 0.1)",
    shape: "number",
    commands: [...MODEL, "demo", "schedule"],
    fallback: 0.1,
    parse: numberBetween(0, 10, "a share above 0"),
  },
  {
    key: "minAge",
    flags: "--min-age <time>",
    about: "younger posts stay out of the fit: 72h, 3d (default: 72h)",
    shape: "text",
    commands: [...READ, "demo", "schedule"],
    fallback: 72,
    parse: parseHours,
  },
  {
    key: "failOn",
    flags: "--fail-on <condition>",
    about:
      "exit 3 after the report when it holds: insufficient-data, warnings, inconsistent or new-advice (repeatable)",
    shape: "repeat",
    commands: ["analyze", "demo"],
    choices: FAIL_ON,
    choiceMeanings: {
      "insufficient-data": "the posts are too few for any claim on the goal",
      warnings: "there is a warning of severity warning",
      inconsistent: "the consistency score is below 50",
      "new-advice": "a recommendation was not in the report that --previous names",
    } satisfies Record<(typeof FAIL_ON)[number], string>,
    parse: oneOf(FAIL_ON),
  },
  {
    key: "previous",
    flags: "--previous <report.json>",
    about: "the last report, for --fail-on new-advice",
    shape: "text",
    commands: ["analyze", "demo"],
    parse: text,
  },
  {
    key: "weeks",
    flags: "--weeks <n>",
    about: "weeks to plan (default: 2)",
    shape: "number",
    commands: ["plan"],
    fallback: 2,
    parse: parseWeeks,
  },
  {
    key: "not",
    flags: "--not <days and hours>",
    about: "days and local hours never to use, e.g. sun,mon,0-6",
    shape: "list",
    commands: ["plan"],
    parse: list,
  },
  {
    key: "alarm",
    flags: "--alarm <time>",
    about: "reminder before each slot in the calendar, e.g. 30m",
    shape: "text",
    commands: ["plan"],
    parse: parseMinutes,
  },
  {
    key: "report",
    flags: "--report <report.json>",
    about: "the report that the id comes from",
    shape: "text",
    commands: ["explain"],
    flagOnly: true,
    parse: text,
  },
  {
    key: "input",
    flags: "--no-input",
    about: "never ask anything",
    shape: "flag",
    commands: ALL,
    flagOnly: true,
    fallback: true,
    parse: () => false,
  },
  {
    key: "quiet",
    flags: "-q, --quiet",
    about: "nothing on stderr but errors",
    shape: "flag",
    commands: ALL,
    parse: () => true,
  },
  {
    key: "verbose",
    flags: "-v, --verbose",
    about: "also notes that need no action",
    shape: "flag",
    commands: ALL,
    parse: () => true,
  },
  {
    key: "debug",
    flags: "--debug",
    about: "show the stack of an error",
    shape: "flag",
    commands: ALL,
    flagOnly: true,
    parse: () => true,
  },
  {
    key: "color",
    flags: "--no-color",
    about: "no colour",
    shape: "flag",
    commands: ALL,
    fallback: true,
    parse: () => false,
  },
  {
    key: "config",
    flags: "--config <file>",
    about: "configuration file (default: ./tiktok-advisor.config.json)",
    shape: "text",
    commands: ALL,
    flagOnly: true,
    parse: text,
  },
];

/** Long name of a flag without dashes: "--per-week <n>" -> "per-week". */
export function longName(flags: string): string {
  return /--([a-z-]+)/.exec(flags)![1]!;
}

/** Environment variable of a setting: "--per-week <n>" -> "TIKTOK_ADVISOR_PER_WEEK". */
export function variableOf(setting: Setting): string {
  return `TIKTOK_ADVISOR_${longName(setting.flags).toUpperCase().replaceAll("-", "_")}`;
}
