import { demoExport, readExports } from "../index.ts";
import { failOnCheck, renderReport, reportOf } from "./analyze.ts";
import type { Call } from "./command.ts";
import { analysisSettingsOf, readOptionsOf } from "./reading.ts";
import { formatOf, show } from "./show.ts";

/** `demo`: the full report on synthetic data, through the same reader and model as everything else. */
export async function demo(call: Call): Promise<number> {
  const { options, settings, io } = call;
  const format = formatOf(settings, "demo");
  const judge = await failOnCheck(settings, io);
  const { name, text } = demoExport(options["dull"] === true);
  const analysis = { ...(await analysisSettingsOf(call)), synthetic: true };
  const input = { name, data: new TextEncoder().encode(text) };
  const dataset = await readExports([input], readOptionsOf(call));
  const report = reportOf(dataset, analysis, settings, io);
  await show(renderReport(report, format, call), call);
  return await judge(report);
}
