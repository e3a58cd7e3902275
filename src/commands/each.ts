import { AdvisorError, EXIT } from "../errors.ts";
import { type Dataset, type Report, readAccounts } from "../index.ts";
import { failOnCheck } from "./analyze.ts";
import type { Call } from "./command.ts";
import { unpackError } from "./each/job.ts";
import { eachOutcome } from "./each/outcomes.ts";
import { formatOfEach, openSink } from "./each/sink.ts";
import { errorLines } from "./error-lines.ts";
import { head } from "./head.ts";
import { analysisSettingsOf, exportsOf, readOptionsOf, showWarnings } from "./reading.ts";
import { note } from "./show.ts";
import { startProgress } from "./terminal.ts";
import { writeStream } from "./write-stream.ts";

/**
 * `analyze --each`: one report per account in order of name. JSON goes to stdout or one file, a line each; every other format
 * into the folder that -o names, a file each. An account that fails is an error on stderr, and the rest goes on.
 */
export async function analyzeEach(call: Call): Promise<number> {
  const { settings, io } = call;
  if (settings.sourceOf("account") === "flag")
    throw new AdvisorError("USAGE", "--each", "and --account contradict each other", "give one of them");
  const format = formatOfEach(settings);
  const inputs = exportsOf(call, "analyze");
  const judge = await failOnCheck(settings, io);
  const judges = (settings.get<string[]>("failOn") ?? []).length > 0;
  const debug = settings.get("debug") === true;
  const work = { analysis: await analysisSettingsOf(call), ...head(io, []), strict: debug };
  const sink = await openSink(format, inputs, settings, io);
  const progress = startProgress("analysing the accounts", settings.get("quiet") === true, io);
  const said = new Set<string>();
  const codes = new Set<number>();
  try {
    const accounts = readAccounts(inputs, { ...readOptionsOf(call), account: null });
    for await (const { account, dataset, outcome } of eachOutcome(accounts, work, io)) {
      progress.stop();
      await showWarnings(unsaid(dataset, said), settings, io);
      if ("error" in outcome) {
        await writeStream(io.stderr, errorLines(unpackError(outcome.error, account), debug));
        codes.add(EXIT.failed);
      } else {
        await sink.put(account, outcome.json);
        if (judges) codes.add(await judge(JSON.parse(outcome.json) as Report));
      }
    }
    const written = await sink.commit();
    if (written !== null) await note(`wrote ${written}`, settings, io);
  } finally {
    progress.stop();
    await sink.abort();
  }
  return codes.has(EXIT.failed) ? EXIT.failed : codes.has(EXIT.failOn) ? EXIT.failOn : EXIT.done;
}

/** The warnings that no account before has brought already: those of the files come with every account. */
function unsaid(dataset: Dataset, said: Set<string>): Dataset["warnings"] {
  return dataset.warnings.filter(({ code, message }) => {
    const line = `${code} ${message}`;
    if (said.has(line)) return false;
    said.add(line);
    return true;
  });
}
