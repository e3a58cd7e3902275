import {
  type Dataset,
  inspectDocument,
  inspectView,
  type ReadOptions,
  readExports,
  spareHeaders,
  WARNINGS,
} from "../../index.ts";
import { isoUtc } from "../../zone.ts";
import { head, settingsWithoutData } from "../head.ts";
import type { Io } from "../io.ts";
import { inputPath, readOptionsOf } from "../reading.ts";
import type { Settings } from "../resolve-settings.ts";
import { viewOf } from "../terminal.ts";
import { writeStream } from "../write-stream.ts";

/** Exports that were understood. */
export interface Reading {
  exports: readonly string[];
  map: readonly [string, string][];
  dataset: Dataset;
  /** headers that no field takes */
  spareHeaders: readonly string[];
}

/** More columns than a person would look through. */
const MOST_HEADERS = 60;

/**
 * Reads exports as `inspect` does.
 * @param map columns named by hand: field and header
 * @throws AdvisorError what is wrong with the exports
 */
export async function read(
  exports: readonly string[],
  map: readonly [string, string][],
  settings: Settings,
  io: Io,
): Promise<Reading> {
  const inputs = exports.map((path) => inputPath(path, io));
  const options: ReadOptions = {
    ...readOptionsOf({ settings, io }),
    account: null,
    mode: "inspect",
    map: map.map(([field, header]) => ({ field, header })),
  };
  const dataset = await readExports(inputs, options);
  const headers = await spareHeaders(inputs, options);
  return { exports, map, dataset, spareHeaders: headers.slice(0, MOST_HEADERS) };
}

/** Shows on stderr what was understood, as `inspect` would. */
export async function showUnderstood({ dataset }: Reading, settings: Settings, io: Io): Promise<void> {
  const { tool, meta } = head(io, [...dataset.inputs]);
  const document = inspectDocument(dataset, {
    tool,
    meta,
    settings: {
      ...(await settingsWithoutData({ settings, io })),
      timeZone: { name: dataset.zone.name, source: dataset.zoneSource },
      asOf: dataset.asOf === null ? null : isoUtc(dataset.asOf),
    },
    withRows: false,
  });
  const hints = new Map(Object.entries(WARNINGS).map(([code, { hint }]) => [code, hint]));
  const view = viewOf(io.stderr, settings.get<boolean>("color") !== false, io);
  await writeStream(io.stderr, `\n${inspectView.text(document, view, hints)}\n`);
}
