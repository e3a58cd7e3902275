import { AdvisorError } from "../errors.ts";
import { nearest } from "./nearest.ts";

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
  /** not in the config file: it belongs to one call */
  flagOnly?: true;
  fallback?: unknown;
  parse(text: string, place: string): unknown;
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

const usage = (place: string, sentence: string, hint?: string) =>
  new AdvisorError("USAGE", place, sentence, hint);

function text(value: string, place: string): string {
  if (value.trim() === "") throw usage(place, "a value is missing");
  return value;
}

function oneOf(choices: readonly string[]) {
  return (value: string, place: string): string => {
    if (choices.includes(value)) return value;
    const close = nearest(value, choices);
    throw usage(
      place,
      `${JSON.stringify(value)} is not one of ${choices.join(", ")}`,
      close ? `did you mean ${close}?` : undefined,
    );
  };
}

function numberBetween(low: number, high: number, what: string) {
  return (value: string, place: string): number => {
    const number = /^[+-]?(\d+\.?\d*|\.\d+)$/.test(value.trim()) ? Number(value) : Number.NaN;
    if (number > low && number < high) return number;
    throw usage(place, `${JSON.stringify(value)} is not ${what}`);
  };
}

/** "72h", "3d", "30m" or a bare number of hours, as hours. */
export function parseHours(value: string, place: string): number {
  const match = /^(\d+(?:\.\d+)?)\s*(m|min|h|d|w)?$/i.exec(value.trim());
  if (!match) throw usage(place, `${JSON.stringify(value)} is not a length of time`, "write 72h, 3d or 30m");
  const factor = { m: 1 / 60, min: 1 / 60, h: 1, d: 24, w: 168 }[(match[2] ?? "h").toLowerCase()]!;
  return Number(match[1]) * factor;
}

/** "30m", "2h" or a bare number of minutes, as minutes. */
function parseMinutes(value: string, place: string): number {
  if (/^\d+(\.\d+)?$/.test(value.trim())) return Number(value);
  return parseHours(value, place) * 60;
}

/** An ISO date or instant, as ms UTC; a date alone is its midnight UTC. */
function parseInstant(value: string, place: string): number {
  const match =
    /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:?\d{2})?)?$/i.exec(
      value.trim(),
    );
  if (match) {
    const [, year, month, day, hour = "0", minute = "0", second = "0", , zone = "Z"] = match;
    const at = Date.UTC(+year!, +month! - 1, +day!, +hour, +minute, +second);
    const back = new Date(at);
    const real =
      back.getUTCMonth() === +month! - 1 && back.getUTCDate() === +day! && +hour < 24 && +minute < 60 && +second < 60;
    if (real) {
      const sign = zone[0] === "-" ? 1 : -1;
      const digits = zone.replace(/\D/g, "");
      return digits === "" ? at : at + sign * (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2))) * 60_000;
    }
  }
  throw usage(place, `${JSON.stringify(value)} is not an ISO date or instant`, "write 2026-03-25 or 2026-03-25T18:00:00Z");
}

/** "2026-01-31", or "90d" / "12w" before as-of; kept as text because as-of is known only after reading. */
function parseDayOrSpan(value: string, place: string): string {
  if (/^\d+\s*[dw]$/i.test(value.trim())) return value.trim().toLowerCase().replace(/\s/g, "");
  parseInstant(`${value.trim()}`, place);
  return value.trim().slice(0, 10);
}

function list(value: string): string[] {
  return value
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

const FAIL_ON = ["insufficient-data", "warnings", "inconsistent", "new-advice"] as const;
const FORMATS = ["text", "json", "markdown", "html", "csv", "ics"] as const;

/** Every setting, in the order of --help. */
export const SETTINGS: readonly Setting[] = [
  {
    key: "goal",
    flags: "--goal <outcome>",
    about: "outcome that advice is ranked by: likes, views, comments, shares or saves (default: likes)",
    shape: "text",
    commands: [...MODEL, "demo", "init"],
    choices: ["likes", "views", "comments", "shares", "saves"],
    fallback: "likes",
    parse: oneOf(["likes", "views", "comments", "shares", "saves"]),
  },
  {
    key: "tz",
    flags: "--tz <zone>",
    about: "time zone of all hours, e.g. Europe/Paris (default: inferred from the data, else this computer's)",
    shape: "text",
    commands: [...READ, "demo", "init"],
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
    commands: [...MODEL, "demo", "inspect"],
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
    commands: READ,
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
    commands: [...READ, "init"],
    parse: (value, place) => {
      const at = value.indexOf("=");
      if (at < 1 || at === value.length - 1)
        throw usage(place, `${JSON.stringify(value)} is not field=header`, "write --map views=Reach");
      return [value.slice(0, at).trim(), value.slice(at + 1).trim()];
    },
  },
  {
    key: "labels",
    flags: "--labels <columns>",
    about: "columns of your own to test as features of the posts, e.g. hook,mood",
    shape: "list",
    commands: [...READ, "init"],
    parse: list,
  },
  {
    key: "trends",
    flags: "--trends <file>",
    about: "dated list of trending sounds and hashtags (kind,key,name,from,to)",
    shape: "text",
    commands: MODEL,
    parse: text,
  },
  {
    key: "perWeek",
    flags: "--per-week <n>",
    about: "posting plan that consistency is judged against (default: your own median)",
    shape: "number",
    commands: [...MODEL, "demo", "init"],
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
    commands: [...MODEL, "demo"],
    fallback: 0.9,
    parse: numberBetween(0, 1, "a share between 0 and 1"),
  },
  {
    key: "fdr",
    flags: "--fdr <share>",
    about: "false-discovery rate of claims (default: 0.1)",
    shape: "number",
    commands: [...MODEL, "demo"],
    fallback: 0.1,
    parse: numberBetween(0, 1, "a share between 0 and 1"),
  },
  {
    key: "negligible",
    flags: "--negligible <share>",
    about: "band within which an effect counts as none (default: 0.1)",
    shape: "number",
    commands: [...MODEL, "demo"],
    fallback: 0.1,
    parse: numberBetween(0, 10, "a share above 0"),
  },
  {
    key: "minAge",
    flags: "--min-age <time>",
    about: "younger posts stay out of the fit: 72h, 3d (default: 72h)",
    shape: "text",
    commands: [...READ, "demo"],
    fallback: 72,
    parse: parseHours,
  },
  {
    key: "failOn",
    flags: "--fail-on <condition>",
    about: "exit 3 after the report when it holds: insufficient-data, warnings, inconsistent or new-advice (repeatable)",
    shape: "repeat",
    commands: ["analyze", "demo"],
    choices: FAIL_ON,
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
    parse: (value, place) => {
      const weeks = Number(value);
      if (Number.isInteger(weeks) && weeks >= 1 && weeks <= 520) return weeks;
      throw usage(place, `${JSON.stringify(value)} is not a whole number of weeks from 1 to 520`);
    },
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
