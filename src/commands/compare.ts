import { closeSync, openSync, readSync, statSync } from "node:fs";
import { basename, resolve } from "node:path";
import { type CompareSide, compare as compareSides, compareView, type Report } from "../index.ts";
import { reportOfExports } from "./analyze.ts";
import type { Call } from "./command.ts";
import { head } from "./head.ts";
import type { Io } from "./io.ts";
import { loadReport } from "./load-report.ts";
import { analysisSettingsOf, inputPath, readOptionsOf, refuseSecondStdin, showWarnings } from "./reading.ts";
import { refuseInputAsOutput } from "./refuse-input.ts";
import { formatOf, showDocument } from "./show.ts";

/** `compare <older> <newer>`: what changed, whether the last advice was followed, and whether it paid. */
export async function compare(call: Call): Promise<number> {
  const { args, settings, io } = call;
  const format = formatOf(settings, "compare");
  refuseSecondStdin(args, "compare");
  refuseInputAsOutput(settings.get<string>("output") ?? null, args, io);
  const older = await sideOf(args[0]!, call, null);
  const newer = await sideOf(args[1]!, call, settings.get<number>("asOf") ?? null);
  await warnOfTwoAccounts(older.report, newer.report, call);
  const inputs = [older, newer].flatMap(({ report }) => report.meta.inputs);
  const { tool, meta } = head(io, inputs);
  const { trends } = await analysisSettingsOf(call);
  const document = compareSides(older, newer, { tool, meta, trends });
  await showDocument(document, compareView, undefined, format, call);
  return 0;
}

/** Reports of two accounts can be set against each other, but hardly anybody means it. */
async function warnOfTwoAccounts(older: Report, newer: Report, { settings, io }: Call): Promise<void> {
  const [before, after] = [older.data.account, newer.data.account];
  if (before === null || after === null || before === after) return;
  const message = `2 accounts: ${before}, ${after}.`;
  await showWarnings(
    [{ code: "MULTIPLE_ACCOUNTS", severity: "warning", message, count: 2, at: [] }],
    settings,
    io,
  );
}

async function sideOf(path: string, call: Call, asOf: number | null): Promise<CompareSide> {
  const name = basename(path);
  if (looksLikeReport(path, call.io)) return { name, report: await loadReport(path, call.io), dataset: null };
  const options = { ...readOptionsOf(call), asOf };
  return { name, ...(await reportOfExports([inputPath(path, call.io)], call, options)) };
}

/** Told by content: a JSON object with a schema version in its first bytes, whatever version that is. */
function looksLikeReport(path: string, io: Io): boolean {
  if (path === "-") return false;
  const full = resolve(io.cwd, path);
  if (!statSync(full, { throwIfNoEntry: false })?.isFile()) return false;
  const bytes = Buffer.alloc(512);
  try {
    const file = openSync(full, "r");
    const read = readSync(file, bytes, 0, bytes.length, 0);
    closeSync(file);
    return /^\s*\{[\s\S]*"schemaVersion"/.test(bytes.toString("utf8", 0, read).replace(/^\uFEFF/, ""));
  } catch {
    return false;
  }
}
