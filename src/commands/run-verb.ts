import type { Call } from "./command.ts";
import { refuseInputAsOutput } from "./refuse-input.ts";
import { resolveSettings, type Settings } from "./resolve-settings.ts";
import type { VerbEntry } from "./verbs.ts";

/** Brings together the settings of a call and does what its verb does; apart from cli.ts, so that --help loads none of it. */
export async function runVerb(entry: VerbEntry, call: Omit<Call, "settings">): Promise<number> {
  const settings = resolveSettings(call.options, call.io, entry.name);
  refuseInputAsOutput(settings.get<string>("output") ?? null, filesOf(settings), call.io);
  const verb = await entry.load();
  return await verb({ ...call, settings });
}

/** Files that settings name and a result must not overwrite; the last report may be written anew. */
function filesOf(settings: Settings): string[] {
  const named = ["trends", "report"].map((key) => settings.get<string>(key));
  return [...named.filter((path) => path !== undefined), ...settings.configFiles];
}
