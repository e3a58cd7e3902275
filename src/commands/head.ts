import { type InputFile, type ReportSettings, reportSettings, SCHEMA_VERSION } from "../index.ts";
import { isoUtc } from "../zone.ts";
import type { Call } from "./command.ts";
import type { Io } from "./io.ts";
import { analysisSettingsOf, readOptionsOf } from "./reading.ts";

/** The first keys of every JSON document: version, tool, meta, settings. */
export interface Head {
  schemaVersion: typeof SCHEMA_VERSION;
  tool: { name: "tiktok-advisor"; version: string };
  meta: { generatedAt: string; inputs: InputFile[] };
}

/** Head of a document made from some inputs. */
export function head(io: Io, inputs: readonly InputFile[]): Head {
  return {
    schemaVersion: SCHEMA_VERSION,
    tool: { name: "tiktok-advisor", version: io.version },
    meta: { generatedAt: isoUtc(io.now()), inputs: [...inputs] },
  };
}

/** Settings of a document that no export stands behind (`strategies`, `explain`). */
export async function settingsWithoutData(call: Pick<Call, "settings" | "io">): Promise<ReportSettings> {
  const options = readOptionsOf(call);
  return reportSettings(await analysisSettingsOf(call), {
    zone: options.zone?.zone ?? options.hostZone!(),
    zoneSource: options.zone?.source ?? "host",
    asOf: null,
  });
}
