import { existsSync } from "node:fs";
import { join } from "node:path";
import { AdvisorError, EXIT } from "../errors.ts";
import type { Command } from "./command.ts";
import { Left, openAsker } from "./init/ask.ts";
import { askQuestions } from "./init/questions.ts";
import { writeOutput } from "./output.ts";
import { CONFIG_NAME } from "./resolve-settings.ts";
import { writeStream } from "./write-stream.ts";

/**
 * Asks for exports, columns, zone, goal and plan, and writes tiktok-advisor.config.json into the current folder. Flags answer
 * their question. Nothing is written before the last answer.
 * @throws AdvisorError NOT_INTERACTIVE without a terminal or with --no-input
 */
export const init: Command = async ({ args, settings, io }) => {
  if (!io.stdin.isTTY || !io.stderr.isTTY || settings.get<boolean>("input") === false)
    throw new AdvisorError(
      "NOT_INTERACTIVE",
      "init",
      "there is no terminal to ask on",
      `give the answers as flags to analyze (--goal, --tz, --per-week, --labels, --map), or write ${CONFIG_NAME} yourself`,
    );
  const asker = await openAsker(io);
  try {
    if (
      existsSync(join(io.cwd, CONFIG_NAME)) &&
      !(await asker.confirm(`${CONFIG_NAME} exists. Replace it?`, false))
    ) {
      await writeStream(io.stderr, "Nothing was changed.\n");
      return EXIT.done;
    }
    const answers = await askQuestions(args, settings, asker, io);
    await writeOutput(CONFIG_NAME, `${JSON.stringify(answers, null, 2)}\n`, io);
  } catch (error) {
    if (!(error instanceof Left)) throw error;
    await writeStream(io.stderr, "\nNothing was written.\n");
    return EXIT.interrupted;
  }
  await writeStream(io.stderr, `wrote ${CONFIG_NAME}\nNext: tiktok-advisor analyze\n`);
  return EXIT.done;
};
