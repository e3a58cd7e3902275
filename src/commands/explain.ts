import { AdvisorError } from "../errors.ts";
import { explain as explainId, explainView, nearestId, strategies } from "../index.ts";
import type { Call } from "./command.ts";
import { head, settingsWithoutData } from "./head.ts";
import { loadReport } from "./load-report.ts";
import { formatOf, showDocument } from "./show.ts";

/** `explain <id>`: what, why, how measured, limits and sources of a strategy, finding, code or term. */
export async function explain(call: Call): Promise<number> {
  const { args, settings, io } = call;
  const id = args[0]!;
  const path = settings.get<string>("report");
  const report = path === undefined ? null : await loadReport(path, io);
  const context = { report, strategies };
  const found = explainId(id, context);
  if (found === null) {
    const close = nearestId(id, context);
    const finding = id.includes("/") && report === null;
    throw new AdvisorError(
      "ID_UNKNOWN",
      id,
      "nothing has this id",
      finding
        ? "a finding needs the report it comes from: --report report.json"
        : close
          ? `did you mean ${close}?`
          : undefined,
    );
  }
  const document = {
    ...head(io, []),
    settings: report?.settings ?? (await settingsWithoutData(call)),
    ...found,
  };
  await showDocument(document, explainView, undefined, formatOf(settings, "explain"), call);
  return 0;
}
