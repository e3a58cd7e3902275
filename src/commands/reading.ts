import { isAbsolute, resolve } from "node:path";
import { AdvisorError, ERRORS } from "../errors.ts";
import { type AnalysisSettings, type Dataset, type ReadOptions, readTrends } from "../index.ts";
import { nearest } from "../nearest.ts";
import { namedZone, type Zone } from "../zone.ts";
import type { Call } from "./command.ts";
import type { Io } from "./io.ts";
import type { Settings } from "./resolve-settings.ts";
import { writeStream } from "./write-stream.ts";

/** The exports that a call names, else those of the config file. */
export function exportsOf({ args, settings, io }: Call, verb: string): readonly string[] {
  const named = args.length > 0 ? args : settings.exports;
  refuseSecondStdin(named, verb);
  if (named.length > 0) return named.map((path) => inputPath(path, io));
  throw new AdvisorError(
    "USAGE",
    verb,
    "no export is named",
    `give a file or folder: tiktok-advisor ${verb} Content.csv`,
  );
}

/** stdin ends with its first reader: the second would find an empty file. */
export function refuseSecondStdin(paths: readonly string[], verb: string): void {
  if (paths.filter((path) => path === "-").length > 1)
    throw new AdvisorError(
      "USAGE",
      verb,
      "stdin (-) is named twice",
      "name it once, and the other as a file",
    );
}

/** A path as the reader needs it: as typed where that is enough, so that messages say what was typed. */
export function inputPath(path: string, io: Io): string {
  return path === "-" || isAbsolute(path) || io.cwd === process.cwd() ? path : resolve(io.cwd, path);
}

/** What the reader needs to know from the settings. */
export function readOptionsOf({ settings, io }: Pick<Call, "settings" | "io">): ReadOptions {
  const tz = settings.get<string>("tz");
  const source = settings.sourceOf("tz") === "flag" ? "flag" : "config";
  return {
    stdin: io.stdin as AsyncIterable<Uint8Array>,
    map: (settings.get<[string, string][]>("map") ?? []).map(([field, header]) => ({ field, header })),
    labels: settings.get<string[]>("labels") ?? [],
    zone: tz === undefined ? null : { zone: zoneOf(tz, settings), source },
    // Starting Intl for it takes some 20 ms.
    hostZone: () => namedZone(io.hostZone),
    asOf: settings.get<number>("asOf") ?? null,
    account: settings.get<string>("account") ?? null,
    mode: "analyze",
    // Posts with their texts live on the heap; the other half is for the fit and the view.
    memoryBytes: io.heapBytes / 2,
  };
}

/** A zone by name, or TIME_ZONE_UNKNOWN with the nearest name. */
function zoneOf(name: string, settings: Settings): Zone {
  try {
    return namedZone(name);
  } catch {
    const close = nearestZone(name);
    throw new AdvisorError(
      "TIME_ZONE_UNKNOWN",
      settings.all.get("tz")?.from ?? "--tz",
      `unknown time zone ${JSON.stringify(name)}`,
      close ? `did you mean ${close}?` : ERRORS.TIME_ZONE_UNKNOWN.hint,
    );
  }
}

/** The zone that was probably meant: its whole name, or the city alone as in "Berlin". */
function nearestZone(name: string): string | null {
  const zones = ["UTC", ...Intl.supportedValuesOf("timeZone")];
  const whole = nearest(name, zones);
  if (whole !== null) return whole;
  const cities = new Map(zones.map((zone) => [zone.slice(zone.lastIndexOf("/") + 1), zone]));
  const city = nearest(name.trim().replace(/\s+/g, "_"), [...cities.keys()]);
  return city === null ? null : cities.get(city)!;
}

/** What the analysis is asked for, from the settings. */
export async function analysisSettingsOf({
  settings,
  io,
}: Pick<Call, "settings" | "io">): Promise<AnalysisSettings> {
  const trends = settings.get<string>("trends");
  const since = settings.get<string>("since") ?? null;
  const until = settings.get<string>("until") ?? null;
  if (since !== null && until !== null && isDay(since) && isDay(until) && since > until)
    throw new AdvisorError("USAGE", "--since", `${since} is after --until ${until}`, "swap the two days");
  return {
    goal: settings.get<AnalysisSettings["goal"]>("goal")!,
    level: settings.get<number>("level")!,
    fdr: settings.get<number>("fdr")!,
    negligible: settings.get<number>("negligible")!,
    minAgeHours: settings.get<number>("minAge")!,
    perWeek: settings.get<number>("perWeek") ?? null,
    since,
    until,
    labels: settings.get<string[]>("labels") ?? [],
    trends: trends === undefined ? [] : await readTrends(inputPath(trends, io)),
    synthetic: false,
  };
}

/** A day, not a span before as-of. */
const isDay = (bound: string) => /^\d{4}-/.test(bound);

/** Prints what there is to say about the files on stderr: one line each, notes only with -v, nothing with -q. */
export async function showWarnings(warnings: Dataset["warnings"], settings: Settings, io: Io): Promise<void> {
  if (settings.get("quiet")) return;
  const shown = warnings.filter(({ severity }) => severity === "warning" || settings.get("verbose"));
  if (shown.length === 0) return;
  const { oneLine } = await import("./error-lines.ts");
  const lines = shown.map(({ code, severity, message }) => {
    return `${severity === "warning" ? "warning" : "note"}[${code}]: ${oneLine(message)}\n`;
  });
  await writeStream(io.stderr, lines.join(""));
}
