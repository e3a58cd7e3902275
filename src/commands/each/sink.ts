import { statSync } from "node:fs";
import { join, resolve } from "node:path";
import { AdvisorError } from "../../errors.ts";
import { type Report, reporters } from "../../index.ts";
import { openAtomicFile } from "../atomic-file.ts";
import type { Io } from "../io.ts";
import { writeOutput } from "../output.ts";
import { refuseInputAsOutput } from "../refuse-input.ts";
import type { Settings } from "../resolve-settings.ts";
import type { Format } from "../show.ts";
import { viewOf } from "../terminal.ts";
import { writeStream } from "../write-stream.ts";
import { accountFiles } from "./account-file.ts";

/** Where the reports of all accounts go, one after the other. */
export interface Sink {
  /** @param json the report as JSON on one line */
  put(account: string | null, json: string): Promise<void>;
  /** after the last report; what was written, for the note on stderr, null for stdout */
  commit(): Promise<string | null>;
  /** removes what is unfinished; does nothing after commit */
  abort(): Promise<void>;
}

/**
 * The format of `--each`: JSON lines unless another is asked for, which then needs a folder.
 * @throws AdvisorError USAGE
 */
export function formatOfEach(settings: Settings): Format {
  const asked = settings.get<Format>("format");
  const format = settings.get("json") ? "json" : (asked ?? "json");
  const output = settings.get<string>("output") ?? "-";
  if (!reporters.some((reporter) => reporter.id === format))
    throw new AdvisorError("USAGE", "--format", `analyze has no ${format}`);
  if (
    settings.get("json") &&
    asked !== undefined &&
    asked !== "json" &&
    settings.sourceOf("format") === "flag"
  )
    throw new AdvisorError(
      "USAGE",
      "--json",
      `and --format ${asked} contradict each other`,
      "give one of them",
    );
  if (format !== "json" && output === "-")
    throw new AdvisorError(
      "USAGE",
      "--each",
      `${format} needs a folder: there is one file per account`,
      "name a folder with -o, or use --format json",
    );
  return format;
}

/**
 * Opens the place of the reports.
 * @param inputs what is read, never to be written
 * @throws AdvisorError OUTPUT_UNWRITABLE, OUTPUT_IS_INPUT
 */
export async function openSink(
  format: Format,
  inputs: readonly string[],
  settings: Settings,
  io: Io,
): Promise<Sink> {
  const output = settings.get<string>("output") ?? "-";
  if (format !== "json") return folderSink(output, format, inputs, io);
  if (output === "-")
    return {
      put: (_, json) => writeStream(io.stdout, `${json}\n`),
      commit: async () => null,
      abort: async () => {},
    };
  refuseInputAsOutput(output, inputs, io);
  const file = await openAtomicFile(output, io);
  return {
    put: (_, json) => file.write(`${json}\n`),
    commit: async () => {
      await file.commit();
      return output;
    },
    abort: file.abort,
  };
}

function folderSink(output: string, format: Format, inputs: readonly string[], io: Io): Sink {
  const found = statSync(resolve(io.cwd, output), { throwIfNoEntry: false });
  if (!found?.isDirectory())
    throw new AdvisorError(
      "OUTPUT_UNWRITABLE",
      output,
      found ? "this is not a folder, and there is one file per account" : "the folder does not exist",
      `make the folder first: mkdir ${output}`,
    );
  const reporter = reporters.find(({ id }) => id === format)!;
  const nameOf = accountFiles(reporter.endings[0]!);
  const view = { ...viewOf(io.stdout, false, io), colour: 0 as const };
  return {
    put: async (account, json) => {
      const path = join(output, nameOf(account));
      refuseInputAsOutput(path, inputs, io);
      await writeOutput(path, reporter.render(JSON.parse(json) as Report, view), io);
    },
    commit: async () => output,
    abort: async () => {},
  };
}
