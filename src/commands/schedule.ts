import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { AdvisorError, EXIT } from "../errors.ts";
import { nearest } from "../nearest.ts";
import type { Command } from "./command.ts";
import { oneLine } from "./error-lines.ts";
import type { Io } from "./io.ts";
import { writeOutput } from "./output.ts";
import { type Settings, userConfigPath } from "./resolve-settings.ts";
import { cron } from "./schedule/cron.ts";
import { github } from "./schedule/github.ts";
import type { Job } from "./schedule/job.ts";
import { launchd } from "./schedule/launchd.ts";
import { systemd } from "./schedule/systemd.ts";
import { windows } from "./schedule/windows.ts";
import { settingTexts } from "./setting-texts.ts";
import { longName, SETTINGS } from "./settings.ts";
import { writeStream } from "./write-stream.ts";

/** Every scheduler that `schedule` knows, by the name that --target takes. */
export const TARGETS: ReadonlyMap<string, (job: Job) => string> = new Map([
  ["cron", cron],
  ["systemd", systemd],
  ["launchd", launchd],
  ["windows", windows],
  ["github", github],
]);

/** Prints what a scheduler needs to write a report by itself; installs nothing. Options: `target`, default cron. */
export const schedule: Command = async ({ args, options, settings, io }) => {
  const target = String(options["target"] ?? "cron");
  const render = TARGETS.get(target);
  if (!render) throw unknownTarget(target);
  const job = jobOf(args, settings, io);
  const output = settings.get<string>("output") ?? null;
  const text = render(job);
  // Windows PowerShell reads a script without this mark in the computer's old code page.
  const mark = output !== null && target === "windows" && /[^\0-\x7f]/.test(text) ? "\ufeff" : "";
  const written = await writeOutput(output, mark + text, io);
  if (!settings.get<boolean>("quiet")) {
    for (const path of job.exports)
      if (!existsSync(path))
        await writeStream(io.stderr, `warning: ${oneLine(path)} does not exist yet: put the exports there\n`);
    if (written !== null) await writeStream(io.stderr, `wrote ${oneLine(written)}\n`);
  }
  return EXIT.done;
};

function jobOf(args: readonly string[], settings: Settings, io: Io): Job {
  const named = args.length > 0 ? args : settings.exports;
  const exports = (named.length > 0 ? named : ["exports"]).map((path) => {
    if (path === "-")
      throw new AdvisorError("USAGE", "-", "standard input cannot be scheduled", "name a file or folder");
    return resolve(io.cwd, path);
  });
  const job: Job = {
    node: io.nodePath,
    program: io.programPath,
    exports,
    reports: resolve(io.cwd, "reports"),
    options: carriedOptions(settings, io),
    root: io.cwd,
    version: io.version,
  };
  for (const word of [job.node, job.program, job.reports, ...job.exports, ...job.options])
    refuseControls(word);
  return job;
}

/** What the scheduler would not know by itself: the configuration file, and settings from flags and the environment. */
function carriedOptions(settings: Settings, io: Io): string[] {
  const words: string[] = [];
  for (const setting of SETTINGS) {
    if (!setting.commands.includes("schedule") || !setting.commands.includes("analyze")) continue;
    const resolved = settings.all.get(setting.key);
    if (setting.flagOnly || setting.shape === "flag" || resolved?.value === undefined) continue;
    if (resolved.source !== "flag" && resolved.source !== "environment") continue;
    for (const text of settingTexts(setting, resolved.value))
      words.push(`--${longName(setting.flags)}`, setting.key === "trends" ? resolve(io.cwd, text) : text);
  }
  const config = settings.configFiles.find((file) => file !== userConfigPath(io));
  return config === undefined ? words : ["--config", config, ...words];
}

function unknownTarget(target: string): AdvisorError {
  const known = [...TARGETS.keys()];
  const close = nearest(target, known);
  return new AdvisorError(
    "USAGE",
    "--target",
    `${JSON.stringify(target)} is not one of ${known.join(", ")}`,
    close ? `did you mean ${close}?` : `choose one of ${known.join(", ")}`,
  );
}

function refuseControls(word: string): void {
  if (/[\0-\x1f\x7f]/.test(word))
    throw new AdvisorError(
      "USAGE",
      word,
      "a line break or control character cannot be written into a schedule",
      "rename the file or folder",
    );
}
