import { Command, CommanderError, Option, type OutputConfiguration } from "commander";
import type { Io } from "./commands/io.ts";
import { longName, SETTINGS } from "./commands/settings.ts";
import { usageError } from "./commands/usage-error.ts";
import { ARGUMENTS, VERBS, type VerbEntry } from "./commands/verbs.ts";
import { PipeClosed, writeStream } from "./commands/write-stream.ts";
import { AdvisorError, EXIT } from "./errors.ts";

export { processIo } from "./commands/io.ts";

/**
 * The whole program: reads the command line, runs one verb, and turns every error into a line and an exit code.
 * @param argv arguments after the program's name
 * @returns exit code (CONTRACT section 3)
 */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  let code: number = EXIT.done;
  const help: string[] = [];
  const program = buildProgram(
    async (entry, args, options) => {
      const { runVerb } = await import("./commands/run-verb.ts");
      code = await runVerb(entry, { args, options, io, program });
    },
    (text) => help.push(text),
    verbOf(argv),
  );
  try {
    const words = argv.includes("--") ? argv.slice(0, argv.indexOf("--")) : argv;
    if (words.includes("--version")) await writeStream(io.stdout, `${io.version}\n`);
    else if (argv.length === 0) {
      await writeStream(io.stderr, program.helpInformation());
      return EXIT.usage;
    } else await program.parseAsync([...argv], { from: "user" });
    return code;
  } catch (error) {
    return await failure(error, argv, help, io);
  }
}

/** The verb that a command line names ("" = none); undefined where the whole tree with all options is needed. */
function verbOf(argv: readonly string[]): string | undefined {
  const named = argv.find((word) => VERBS.some(({ name }) => name === word)) ?? "";
  return named === "complete" ? undefined : named;
}

type Action = (entry: VerbEntry, args: readonly string[], options: Record<string, unknown>) => Promise<void>;

/**
 * The command tree: every verb with its arguments and options. Completion and the man page read it too.
 * @param action what a verb does when it is called
 * @param writeHelp where the text of --help goes
 * @param verb only this verb gets its options, which saves half of the start; left out = all do
 */
export function buildProgram(action: Action, writeHelp: (text: string) => void, verb?: string): Command {
  const program = new Command("tiktok-advisor");
  const output: OutputConfiguration = {
    writeOut: writeHelp,
    writeErr: () => {},
    getOutHelpWidth: () => 80,
    getErrHelpWidth: () => 80,
    getOutHasColors: () => false,
    getErrHasColors: () => false,
  };
  program
    .description("Content-strategy advice from your own TikTok export, with intervals instead of averages.")
    .usage("<command> [options]")
    .option("--version", "print the version")
    .configureOutput(output)
    .exitOverride()
    .addHelpText(
      "after",
      "\nExample:\n  $ tiktok-advisor analyze Content.csv\n\nFirst time here? Try: tiktok-advisor demo",
    );
  program.helpCommand("help [command]", "show the help of a command");
  for (const entry of VERBS) {
    const command = addVerb(program, entry, output, action);
    if (verb === undefined || verb === entry.name) addOptions(command, entry);
    command.option("--version", "print the version");
  }
  return program;
}

function addVerb(program: Command, entry: VerbEntry, output: OutputConfiguration, action: Action): Command {
  const command = program.command(`${entry.name} ${entry.args}`.trim()).description(entry.about);
  for (const argument of command.registeredArguments)
    argument.description = ARGUMENTS.get(argument.name()) ?? "";
  command.configureOutput(output).exitOverride();
  command.addHelpText("after", `\nExample:\n  $ ${entry.example}`);
  command.action(async () => {
    const options = command.opts();
    if (options["now"] !== undefined && options["asOf"] === undefined) options["asOf"] = options["now"];
    await action(entry, command.args, options);
  });
  return command;
}

function addOptions(command: Command, entry: VerbEntry): void {
  for (const { flags, about, choices, fallback } of entry.options ?? []) {
    const option = new Option(flags, about);
    if (choices) option.choices([...choices]);
    if (fallback !== undefined) option.default(fallback);
    command.addOption(option);
  }
  const own = new Set((entry.options ?? []).map((option) => longName(option.flags)));
  for (const setting of SETTINGS) {
    if (!setting.commands.includes(entry.name) || own.has(longName(setting.flags))) continue;
    const option = new Option(setting.flags, setting.about);
    if (setting.shape === "list" || setting.shape === "pairs" || setting.shape === "repeat")
      option.argParser((value: string, before: string[] | undefined) => [...(before ?? []), value]);
    command.addOption(option);
    if (setting.key === "asOf")
      command.addOption(new Option("--now <date>", "the same as --as-of").hideHelp());
  }
}

async function failure(
  error: unknown,
  argv: readonly string[],
  help: readonly string[],
  io: Io,
): Promise<number> {
  if (error instanceof PipeClosed) return EXIT.done;
  try {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) {
        await writeStream(io.stdout, help.join(""));
        return EXIT.done;
      }
      return await report(usageError(error, argv), argv, io);
    }
    return await report(error, argv, io);
  } catch (second) {
    if (second instanceof PipeClosed) return error instanceof AdvisorError ? error.exitCode : EXIT.failed;
    if (second instanceof AdvisorError) return await report(second, argv, io);
    throw second;
  }
}

/** Prints an error as `error[CODE]: place: sentence` and its hint; a bug with its stack under --debug. */
async function report(error: unknown, argv: readonly string[], io: Io): Promise<number> {
  const { errorLines } = await import("./commands/error-lines.ts");
  const { isOn } = await import("./commands/resolve-settings.ts");
  const debug = argv.includes("--debug") || isOn(io.env["TIKTOK_ADVISOR_DEBUG"]);
  await writeStream(io.stderr, errorLines(error, debug));
  return error instanceof AdvisorError ? error.exitCode : EXIT.failed;
}
