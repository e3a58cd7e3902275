import type { Command, Option } from "commander";
import { formatsOf } from "../formats.ts";
import { longName, SETTINGS, type Verb } from "../settings.ts";

/** An option as a shell completes it. */
export interface TreeOption {
  /** with dashes: "--goal" */
  long: string;
  /** "-o", or null */
  short: string | null;
  about: string;
  takes: "nothing" | "file" | "text";
  /** name of the value in --help, null for an option without one */
  value: string | null;
  choices: readonly string[];
  repeatable: boolean;
}

/** A command with its options and what its arguments may be. */
export interface TreeVerb {
  name: string;
  about: string;
  options: readonly TreeOption[];
  /** values of its argument, [] where any text or file will do */
  words: readonly string[];
  /** true = its arguments are files or folders */
  files: boolean;
}

/** Arguments that are files, by the name the command tree gives them. */
const FILE_ARGUMENTS: ReadonlySet<string> = new Set(["exports", "older", "newer"]);

/**
 * The command tree as completion and the man page see it: visible commands in the order of --help.
 * @param words values of an argument by its name in the tree, such as `id` and `shell`
 */
export function commandTree(program: Command, words: ReadonlyMap<string, readonly string[]>): TreeVerb[] {
  const help = program.createHelp();
  return help.visibleCommands(program).map((command) => {
    const args = command.registeredArguments.map((argument) => argument.name());
    return {
      name: command.name(),
      about: command.description(),
      options: help.visibleOptions(command).flatMap((option) => treeOption(option, command.name())),
      words: args.flatMap((name) => words.get(name) ?? []),
      files: args.some((name) => FILE_ARGUMENTS.has(name)),
    };
  });
}

function treeOption(option: Option, verb: string): TreeOption[] {
  if (!option.long) return [];
  const setting = SETTINGS.find((candidate) => `--${longName(candidate.flags)}` === option.long);
  const choices =
    option.long === "--format" ? formatsOf(verb as Verb) : (option.argChoices ?? setting?.choices ?? []);
  const takesValue = option.required || option.optional;
  return [
    {
      long: option.long,
      short: option.short ?? null,
      about: option.description,
      takes: !takesValue ? "nothing" : /<[^>]*(file|\.json)[^>]*>/.test(option.flags) ? "file" : "text",
      value: /[<[](.+)[>\]]/.exec(option.flags)?.[1] ?? null,
      choices,
      repeatable: setting !== undefined && ["list", "pairs", "repeat"].includes(setting.shape),
    },
  ];
}

/** The names of an option, the short one first. */
export function spellings(option: TreeOption): string[] {
  return option.short ? [option.short, option.long] : [option.long];
}
