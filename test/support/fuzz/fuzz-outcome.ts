import { advise } from "../../../src/advise.ts";
import { AdvisorError, ERRORS } from "../../../src/errors.ts";
import { readExports, WARNINGS } from "../../../src/read/index.ts";
import { inspectDocument } from "../../../src/report/inspect-document.ts";
import { parseReport } from "../../../src/report/parse-report.ts";
import { reportSettings } from "../../../src/report/report-settings.ts";
import { reporters } from "../../../src/reporters/index.ts";
import { jsonText } from "../../../src/reporters/json.ts";
import type { Dataset } from "../../../src/types.ts";
import { DEFAULT_SETTINGS } from "../simulated-dataset.ts";
import type { FuzzCase } from "./fuzz-cases.ts";

/** How one case ended. */
export interface FuzzOutcome {
  /** "read", "read with warnings", or the code of the error */
  ending: string;
  /** what must not happen; [] = nothing */
  wrong: string[];
  /** processor time of reading and of the inspect document */
  cpuSeconds: number;
}

const HEAD = {
  tool: { name: "tiktok-advisor" as const, version: "0.1.0" },
  meta: { generatedAt: "2026-06-01T12:00:00Z", inputs: [] },
};
const COUNTS = ["views", "likes", "comments", "shares", "saves"] as const;
const LONGEST_CPU_SECONDS = 2;

/**
 * Reads one case as `inspect --json` does and says how it ended and what is wrong with that.
 * @param andAdvise true also makes the report and every view of it, outside the measured time
 */
export async function fuzzOutcome({ files }: FuzzCase, andAdvise = false): Promise<FuzzOutcome> {
  const before = process.cpuUsage();
  const elapsed = () => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1e6;
  };
  const wrong: string[] = [];
  let ending: string;
  let cpuSeconds: number;
  try {
    const dataset = await readExports(files.map(({ name, bytes }) => ({ name, data: bytes })));
    const settings = { ...DEFAULT_SETTINGS, goal: "likes" as const };
    const document = inspectDocument(dataset, { ...HEAD, settings: reportSettings(settings, dataset) });
    const text = jsonText(document);
    cpuSeconds = elapsed();
    wrong.push(...wrongsOf(dataset));
    if (/\u009b|[\u202a-\u202e\u2066-\u2069]/.test(text)) wrong.push("a control character in the JSON");
    ending = dataset.warnings.some(({ severity }) => severity === "warning") ? "read with warnings" : "read";
    if (andAdvise) wrong.push(...wrongsOfReport(dataset));
  } catch (error) {
    cpuSeconds = elapsed();
    if (!(error instanceof AdvisorError)) {
      ending = "crash";
      wrong.push(String((error as Error)?.stack ?? error));
    } else {
      ending = error.code;
      if (!(error.code in ERRORS) || error.code === "INTERNAL") wrong.push(`refused with ${error.code}`);
      if (error.message === "" || error.hint === "") wrong.push("an error without sentence or hint");
    }
  }
  if (cpuSeconds > LONGEST_CPU_SECONDS) wrong.push(`took ${cpuSeconds.toFixed(1)} s of processor time`);
  if (Object.keys(Object.prototype).length > 0) wrong.push("the prototype of objects has changed");
  return { ending, wrong, cpuSeconds };
}

function wrongsOf(dataset: Dataset): string[] {
  const wrong: string[] = [];
  for (const { name, ...rows } of [{ name: "all files", ...dataset.rows }, ...dataset.files])
    if (rows.read !== rows.used + rows.merged + rows.dropped + rows.other)
      wrong.push(`the ledger of ${name} does not balance: ${JSON.stringify(rows)}`);
  if (dataset.posts.length !== dataset.rows.used)
    wrong.push(`${dataset.posts.length} posts of ${dataset.rows.used} used rows`);
  for (const { code } of dataset.warnings) if (!(code in WARNINGS)) wrong.push(`unknown warning ${code}`);
  for (const post of dataset.posts) {
    for (const count of COUNTS) {
      const value = post[count];
      if (value !== null && !(Number.isFinite(value) && value >= 0)) wrong.push(`${count} is ${value}`);
    }
    if (post.postedAt !== null && !Number.isFinite(post.postedAt)) wrong.push(`postedAt is ${post.postedAt}`);
  }
  return wrong;
}

function wrongsOfReport(dataset: Dataset): string[] {
  const report = advise(dataset, { ...DEFAULT_SETTINGS, goal: "likes" }, { ...HEAD, strict: true });
  const parsed = parseReport(jsonText(report));
  const wrong = typeof parsed === "string" ? [`the report is against its schema: ${parsed}`] : [];
  for (const { id, render } of reporters) {
    const text = render(report, { width: 80, colour: 0, unicode: true });
    if (
      /[\u0000-\u0008\u000b-\u001f\u007f\u0080-\u009f\u202a-\u202e\u2066-\u2069]/.test(
        text.replaceAll("\r\n", "\n"),
      )
    )
      wrong.push(`a control character in the view ${id}`);
  }
  return wrong;
}
