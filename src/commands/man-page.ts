import type { Command } from "commander";
import { commandTree, spellings, type TreeOption } from "./complete/tree.ts";
import { ENVIRONMENT } from "./environment.ts";
import { CONFIG_NAME } from "./resolve-settings.ts";
import { longName, SETTINGS, variableOf } from "./settings.ts";
import { ARGUMENTS, VERBS } from "./verbs.ts";

/**
 * The manual page in roff, made from the command tree: what `man tiktok-advisor` shows.
 * @param program the tree of `buildProgram`
 * @param version shown in the footer
 */
export function manPage(program: Command, version: string): string {
  const tree = commandTree(program, new Map());
  const everywhere = tree[0]!.options.filter((option) =>
    tree.every((verb) => verb.name === "help" || verb.options.some((other) => other.long === option.long)),
  );
  const own = tree.filter((verb) => verb.name !== "help");
  return [
    `.TH TIKTOK\\-ADVISOR 1 "" "tiktok\\-advisor ${roff(version)}" "User Commands"`,
    ".SH NAME",
    `tiktok\\-advisor \\- ${roff("content-strategy advice from your own TikTok export")}`,
    ".SH SYNOPSIS",
    ".B tiktok\\-advisor\n.I command\n.RI [ options ]",
    ".SH DESCRIPTION",
    roff(program.description()),
    roff("It reads the exports of TikTok Studio and other tools, and uses no network, ever."),
    ".SH COMMANDS",
    ...own.flatMap((verb) => {
      const entry = VERBS.find((candidate) => candidate.name === verb.name);
      const special = verb.options.filter(
        (option) => !everywhere.some((other) => other.long === option.long),
      );
      return [
        `.SS "tiktok\\-advisor ${roff([verb.name, entry?.args].filter(Boolean).join(" "))}"`,
        roff(`${verb.about[0]?.toUpperCase()}${verb.about.slice(1)}.`),
        ...special.flatMap(optionLines),
        ...(entry ? [".PP", `Example: \\fB${roff(entry.example)}\\fR`] : []),
      ];
    }),
    ".SH ARGUMENTS",
    ...[...ARGUMENTS].map(([name, about]) => `.TP\n\\fI${roff(name)}\\fR\n${roff(about)}`),
    ".SH OPTIONS OF EVERY COMMAND",
    ...everywhere.flatMap(optionLines),
    ".SH ENVIRONMENT",
    roff("Settings of flags, weaker than the flag and stronger than the configuration file:"),
    ...SETTINGS.map(
      (setting) =>
        `.TP\n\\fB${roff(variableOf(setting))}\\fR\nthe same as \\fB${roff(`--${longName(setting.flags)}`)}\\fR`,
    ),
    ".PP\nAlso honoured:",
    ...[...ENVIRONMENT].map(([name, about]) => `.TP\n\\fB${roff(name)}\\fR\n${roff(about)}`),
    ".SH FILES",
    `.TP\n\\fI${roff(`./${CONFIG_NAME}`)}\\fR\n${roff("settings of this folder, written by init; keys are the flags in camelCase, and exports")}`,
    `.TP\n\\fI${roff("~/.config/tiktok-advisor/config.json")}\\fR\nsettings of the user, weaker than those of the folder`,
    ".SH EXIT STATUS",
    ...EXIT_STATUS.map(([code, meaning]) => `.TP\n\\fB${code}\\fR\n${roff(meaning)}`),
  ]
    .join("\n")
    .concat("\n");
}

/** Exit codes and what they mean, for people. */
export const EXIT_STATUS = [
  ["0", "done, also when there is too little data: the report then says so"],
  ["1", "the analysis could not be done: unreadable, unusable, or the result cannot be written"],
  ["2", "usage or configuration"],
  ["3", "a condition of --fail-on holds; the report is written"],
  ["130, 143", "interrupted"],
] as const;

function optionLines(option: TreeOption): string[] {
  const names = spellings(option)
    .map((name) => `\\fB${roff(name)}\\fR`)
    .join(", ");
  const value = option.value === null ? "" : ` \\fI${roff(option.value)}\\fR`;
  return [".TP", `${names}${value}`, roff(option.about)];
}

/**
 * A text in roff: hyphens stay hyphens, backslashes are printed, and no line begins with a control character.
 * @example roff(".5 a-b\\c") // "\\&.5 a\\-b\\ec"
 */
export function roff(text: string): string {
  return text.replaceAll("\\", "\\e").replaceAll("-", "\\-").replace(/^[.']/gm, "\\&$&");
}
