import type { CommanderError } from "commander";
import { AdvisorError } from "../errors.ts";
import { nearest } from "../nearest.ts";
import { longName, SETTINGS } from "./settings.ts";
import { VERBS, type VerbEntry } from "./verbs.ts";

/**
 * Turns commander's complaint about a command line into an error of this program, with the nearest known word as hint.
 * @param argv arguments after the program's name
 */
export function usageError(error: CommanderError, argv: readonly string[]): AdvisorError {
  const sentence = error.message.replace(/^error: /, "");
  const verb = VERBS.find((entry) => argv.includes(entry.name));
  const help = `see: tiktok-advisor ${verb ? `${verb.name} ` : ""}--help`;
  const didYouMean = (word: string, known: readonly string[]) => {
    const close = nearest(word, known);
    return close === null ? help : `did you mean ${close}?`;
  };
  const names = VERBS.map((entry) => entry.name);
  const unknownCommand = (word: string) =>
    new AdvisorError("USAGE", word, "unknown command", didYouMean(word, names));

  // `help nonsense` shows the help of the program as an error
  if (error.code === "commander.help") return unknownCommand(argv[argv.indexOf("help") + 1] ?? "");
  const quoted = /^[^']*'([\s\S]*)'[^']*$/.exec(sentence)?.[1] ?? "";
  if (error.code === "commander.unknownCommand") return unknownCommand(quoted);
  if (error.code === "commander.unknownOption")
    return new AdvisorError(
      "USAGE",
      quoted,
      "unknown option",
      didYouMean(quoted.split("=")[0]!, flagsOf(verb)),
    );
  if (error.code === "commander.optionMissingArgument")
    return new AdvisorError("USAGE", flagOf(quoted), `a value is missing: ${quoted}`, help);
  const choice = /^option '([^']*)' argument '([\s\S]*)' is invalid\. Allowed choices are (.*)\.$/.exec(
    sentence,
  );
  if (choice) {
    const [, flags, value, choices] = choice as unknown as [string, string, string, string];
    const sentence = `${JSON.stringify(value)} is not one of ${choices}`;
    return new AdvisorError("USAGE", flagOf(flags), sentence, didYouMean(value, choices.split(", ")));
  }
  return new AdvisorError("USAGE", verb?.name ?? null, sentence.split("\n")[0]!, help);
}

const flagOf = (flags: string) => `--${longName(flags)}`;

/** Flags of a command; of all commands where none is known. */
function flagsOf(verb: VerbEntry | undefined): string[] {
  const settings = SETTINGS.filter((setting) => !verb || setting.commands.includes(verb.name));
  const own = verb ? (verb.options ?? []) : VERBS.flatMap((entry) => entry.options ?? []);
  return [...settings, ...own].map((option) => flagOf(option.flags));
}
