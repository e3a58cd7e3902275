import { isAbsolute, relative, resolve, sep } from "node:path";
import { AdvisorError } from "../../errors.ts";
import type { Dataset } from "../../types.ts";
import { namedZone } from "../../zone.ts";
import { errorLines } from "../error-lines.ts";
import type { Io } from "../io.ts";
import type { Settings } from "../resolve-settings.ts";
import { writeStream } from "../write-stream.ts";
import type { Asker } from "./ask.ts";
import { findExports } from "./find-exports.ts";
import { type Reading, read, showUnderstood } from "./reading.ts";

/** What the configuration file will hold: only what was chosen, in this order. */
export interface Answers {
  exports: string[];
  account?: string;
  map?: Record<string, string>;
  labels?: string[];
  tz?: string;
  goal?: string;
  perWeek?: number;
}

const GOALS = ["likes", "views", "comments", "shares", "saves"] as const;

/** Fields that a table must say, in the order of asking, and what they are. */
const FIELDS = [
  ["postedAt", "the time or day of posting"],
  ["views", "the views"],
  ["likes", "the likes"],
  ["link", "the link to the video (or its id)"],
  ["title", "the caption"],
] as const;

/** Errors that a mapping of columns can mend. */
const MAPPABLE: ReadonlySet<string> = new Set([
  "COLUMN_MISSING",
  "COLUMN_AMBIGUOUS",
  "COLUMN_VALUES_MISMATCH",
  "HEADER_NOT_FOUND",
  "TIME_MISSING",
  "MAP_UNKNOWN_HEADER",
]);

/**
 * Asks everything that the configuration file needs. A setting given as flag or variable answers its own question.
 * @param named exports named on the command line
 * @throws Left when the person leaves
 */
export async function askQuestions(
  named: readonly string[],
  settings: Settings,
  asker: Asker,
  io: Io,
): Promise<Answers> {
  const reading = await askReading(named, settings, asker, io);
  const { dataset } = reading;
  const answers: Answers = { exports: reading.exports.map((path) => inConfig(path, io)) };
  if (dataset.accounts.length > 1)
    answers.account = await asker.select(
      "Which account is it about?",
      dataset.accounts.map((account) => ({ name: account, value: account })),
    );
  if (reading.map.length > 0) answers.map = Object.fromEntries(reading.map);
  const labels = await askLabels(reading, settings, asker);
  if (labels.length > 0) answers.labels = labels;
  const tz = await askZone(dataset, settings, asker, io);
  if (tz !== null) answers.tz = tz;
  answers.goal = given<string>(settings, "goal") ?? (await askGoal(asker));
  const perWeek = given<number>(settings, "perWeek") ?? (await askPerWeek(asker));
  if (perWeek !== null) answers.perWeek = perWeek;
  return answers;
}

/** The exports, read: asks for others, or for the columns, until something can be understood. */
async function askReading(
  named: readonly string[],
  settings: Settings,
  asker: Asker,
  io: Io,
): Promise<Reading> {
  let exports = named.length > 0 ? [...named] : await askExports(asker, io);
  let map = given<[string, string][]>(settings, "map") ?? [];
  for (;;) {
    try {
      const reading = await read(exports, map, settings, io);
      await showUnderstood(reading, settings, io);
      if (await asker.confirm("Is this right?", true)) return reading;
      exports = await askExports(asker, io);
      map = [];
    } catch (error) {
      if (!(error instanceof AdvisorError)) throw error;
      await writeStream(io.stderr, errorLines(error, false));
      if (MAPPABLE.has(error.code) && (await asker.confirm("Name the columns yourself?", true)))
        map = await askColumns(asker);
      else {
        exports = await askExports(asker, io);
        map = [];
      }
    }
  }
}

async function askExports(asker: Asker, io: Io): Promise<string[]> {
  const found = findExports(io);
  const chosen =
    found.length === 0
      ? null
      : await asker.select<string | null>("Where are your exports?", [
          ...found.map((path) => ({ name: path, value: path })),
          { name: "somewhere else", value: null },
        ]);
  if (chosen !== null) return [chosen];
  const path = await asker.input("File or folder of your exports:", "", (text) =>
    text === "" ? "Name a file or folder (a folder may grow: put every new export there)." : null,
  );
  return [path];
}

async function askColumns(asker: Asker): Promise<[string, string][]> {
  const map: [string, string][] = [];
  for (const [field, what] of FIELDS) {
    const header = await asker.input(
      `Header of the column with ${what} (Enter: there is none):`,
      "",
      () => null,
    );
    if (header !== "") map.push([field, header]);
  }
  return map;
}

async function askLabels(reading: Reading, settings: Settings, asker: Asker): Promise<string[]> {
  const flag = given<string[]>(settings, "labels");
  if (flag !== null) return flag;
  if (reading.spareHeaders.length === 0) return [];
  return await asker.checkbox(
    "Columns of your own to test as features of the posts (hook, format, mood):",
    reading.spareHeaders.map((header) => ({ name: header, value: header })),
  );
}

async function askZone(dataset: Dataset, settings: Settings, asker: Asker, io: Io): Promise<string | null> {
  const flag = given<string>(settings, "tz");
  if (flag !== null) return flag;
  const { zone, zoneSource } = dataset;
  const from = zoneSource === "inferred" ? "found in the data" : "this computer's";
  const choices = [
    { name: `${zone.name} (${from}; found anew for every export)`, value: null },
    ...(io.hostZone === zone.name
      ? []
      : [{ name: `${io.hostZone} (this computer's), always`, value: io.hostZone }]),
    { name: "another", value: "" },
  ];
  const chosen = await asker.select<string | null>("In which time zone shall hours be shown?", choices);
  if (chosen !== "") return chosen;
  return await asker.input("Time zone, such as Europe/Paris:", io.hostZone, (text) => {
    try {
      namedZone(text);
      return null;
    } catch {
      return "This zone is unknown. Zones are named like Europe/Paris or America/New_York.";
    }
  });
}

async function askGoal(asker: Asker): Promise<string> {
  return await asker.select(
    "What do you want more of?",
    GOALS.map((goal) => ({ name: goal, value: goal })),
  );
}

async function askPerWeek(asker: Asker): Promise<number | null> {
  const text = await asker.input(
    "How many posts a week do you plan (Enter: as many as so far)?",
    "",
    (answer) =>
      answer === "" || (/^\d+(\.\d+)?$/.test(answer) && Number(answer) > 0 && Number(answer) <= 1000)
        ? null
        : "A number above 0, or nothing.",
  );
  return text === "" ? null : Number(text);
}

/** A setting that somebody gave for this call; null for one that would come from a file or a default. */
function given<Value>(settings: Settings, key: string): Value | null {
  const resolved = settings.all.get(key);
  const now = resolved?.source === "flag" || resolved?.source === "environment";
  return now ? (resolved.value as Value) : null;
}

/** A path as the configuration file in the current folder holds it: relative where it lies inside. */
function inConfig(path: string, io: Io): string {
  const inside = relative(io.cwd, resolve(io.cwd, path));
  if (inside === "") return ".";
  return inside.startsWith("..") || isAbsolute(inside) ? resolve(io.cwd, path) : inside.split(sep).join("/");
}
