import { calendarOf, plan as planOf, planView } from "../index.ts";
import { reportOfExports } from "./analyze.ts";
import type { Call } from "./command.ts";
import { exportsOf } from "./reading.ts";
import { refuseInputAsOutput } from "./refuse-input.ts";
import { formatOf, show, showDocument } from "./show.ts";

/** `plan <export...>`: turns the report into a posting calendar. */
export async function plan(call: Call): Promise<number> {
  const { settings, io } = call;
  const format = formatOf(settings, "plan");
  const inputs = exportsOf(call, "plan");
  refuseInputAsOutput(settings.get<string>("output") ?? null, inputs, io);
  const { dataset, report } = await reportOfExports(inputs, call);
  const document = planOf(report, dataset.zone, {
    weeks: settings.get<number>("weeks")!,
    not: settings.get<string[]>("not") ?? [],
  });
  if (format === "ics") await show(await calendarOf(document, settings.get<number>("alarm") ?? null), call);
  else await showDocument(document, planView, undefined, format, call);
  return 0;
}
