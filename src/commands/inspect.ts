import {
  boundDay,
  inspectDocument,
  inspectView,
  narrowPosts,
  readExports,
  reportSettings,
  WARNINGS,
} from "../index.ts";
import type { Call } from "./command.ts";
import { head } from "./head.ts";
import { analysisSettingsOf, exportsOf, readOptionsOf, showWarnings } from "./reading.ts";
import { refuseInputAsOutput } from "./refuse-input.ts";
import { formatOf, showDocument } from "./show.ts";
import { startProgress } from "./terminal.ts";

/** `inspect <export...>`: prints what was read, and how. The views for people hold no posts, so their texts are not kept. */
export async function inspect(call: Call): Promise<number> {
  const { settings, io } = call;
  const format = formatOf(settings, "inspect");
  const inputs = exportsOf(call, "inspect");
  refuseInputAsOutput(settings.get<string>("output") ?? null, inputs, io);
  const analysis = await analysisSettingsOf(call);
  const progress = startProgress("reading the exports", settings.get("quiet") === true, io);
  try {
    const { memoryBytes, ...common } = readOptionsOf(call);
    const options =
      format === "json"
        ? { ...common, memoryBytes, mode: "inspect" as const }
        : { ...common, mode: "inspect" as const, detail: false };
    const dataset = await readExports(inputs, options);
    const since = boundDay(analysis.since, dataset);
    const until = boundDay(analysis.until, dataset);
    const { tool, meta } = head(io, dataset.inputs);
    const document = inspectDocument(narrowPosts(dataset, since, until), {
      tool,
      meta,
      settings: reportSettings({ ...analysis, since, until }, dataset),
    });
    progress.stop();
    await showWarnings(dataset.warnings, settings, io);
    const hints = new Map(Object.entries(WARNINGS).map(([code, { hint }]) => [code, hint]));
    await showDocument(document, inspectView, hints, format, call);
  } finally {
    progress.stop();
  }
  return 0;
}
