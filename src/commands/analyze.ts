import { AdvisorError, EXIT } from "../errors.ts";
import {
  type AnalysisSettings,
  advise,
  type Dataset,
  type FailOnCondition,
  failOn,
  type ReadOptions,
  type Report,
  readExports,
  reporters,
} from "../index.ts";
import { startBusyLine } from "./busy-line.ts";
import type { Call } from "./command.ts";
import { head } from "./head.ts";
import type { Io } from "./io.ts";
import { loadReport } from "./load-report.ts";
import { analysisSettingsOf, exportsOf, readOptionsOf, showWarnings } from "./reading.ts";
import { refuseInputAsOutput } from "./refuse-input.ts";
import type { Settings } from "./resolve-settings.ts";
import { type Format, formatOf, note, outputView, show } from "./show.ts";
import { startProgress } from "./terminal.ts";

/** Fewer posts are analysed before anybody could read a line of progress. */
const MANY_POSTS = 100;

/** `analyze <export...>`: reads one or more exports of one account and prints the report. */
export async function analyze(call: Call): Promise<number> {
  const { settings, io } = call;
  if (settings.get("each")) return (await import("./each.ts")).analyzeEach(call);
  const format = formatOf(settings, "analyze");
  const inputs = exportsOf(call, "analyze");
  refuseInputAsOutput(settings.get<string>("output") ?? null, inputs, io);
  const judge = await failOnCheck(settings, io);
  const analysis = await analysisSettingsOf(call);
  const progress = startProgress("reading the exports", settings.get("quiet") === true, io);
  let report: Report;
  try {
    const dataset = await readExports(inputs, readOptionsOf(call));
    progress.stop();
    await showWarnings(dataset.warnings, settings, io);
    report = reportOf(dataset, analysis, settings, io);
  } finally {
    progress.stop();
  }
  await show(renderReport(report, format, call), call);
  return await judge(report);
}

/** Reads and analyses exports into a report, warnings shown on the way. */
export async function reportOfExports(
  inputs: readonly string[],
  call: Call,
  options: ReadOptions = readOptionsOf(call),
): Promise<{ dataset: Dataset; report: Report }> {
  const analysis = await analysisSettingsOf(call);
  const dataset = await readExports(inputs, options).catch((error: unknown) => {
    if (!(error instanceof AdvisorError) || error.code !== "MULTIPLE_ACCOUNTS") throw error;
    throw new AdvisorError(error.code, error.place, error.message, "choose one with --account @name");
  });
  await showWarnings(dataset.warnings, call.settings, call.io);
  return { dataset, report: reportOf(dataset, analysis, call.settings, call.io) };
}

/** The report of a dataset, with the head that only the caller knows. */
export function reportOf(dataset: Dataset, analysis: AnalysisSettings, settings: Settings, io: Io): Report {
  const { tool, meta } = head(io, dataset.inputs);
  const isQuick = dataset.posts.length < MANY_POSTS;
  const progress = startBusyLine("analysing the posts", isQuick || settings.get("quiet") === true, io);
  try {
    return advise(dataset, analysis, { tool, meta, strict: settings.get("debug") === true });
  } finally {
    progress.stop();
  }
}

/** A report in the format asked for, fitted to where it goes. */
export function renderReport(report: Report, format: Format, call: Pick<Call, "settings" | "io">): string {
  return reporters.find(({ id }) => id === format)!.render(report, outputView(call));
}

/**
 * The check of --fail-on: loads --previous at once, so that a bad one is told before the work, and gives the exit code of a
 * finished report.
 */
export async function failOnCheck(settings: Settings, io: Io): Promise<(report: Report) => Promise<number>> {
  const conditions = settings.get<FailOnCondition[]>("failOn") ?? [];
  const path = settings.get<string>("previous");
  if (conditions.includes("new-advice") && path === undefined)
    throw new AdvisorError(
      "USAGE",
      "--fail-on new-advice",
      "needs the last report",
      "add --previous last.json",
    );
  const previous = path === undefined ? null : await loadReport(path, io);
  return async (report) => {
    const holding = failOn(report, conditions, previous);
    if (holding.length === 0) return EXIT.done;
    await note(`--fail-on: ${holding.join(", ")}`, settings, io);
    return EXIT.failOn;
  };
}
