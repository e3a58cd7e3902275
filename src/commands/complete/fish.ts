import type { TreeOption, TreeVerb } from "./tree.ts";

/** Completion for fish. */
export function fish(tree: readonly TreeVerb[]): string {
  const first = "-n __fish_use_subcommand";
  const lines = [
    "# fish completion of tiktok-advisor. Load it with: tiktok-advisor complete fish | source",
    "complete -c tiktok-advisor -f",
    `complete -c tiktok-advisor ${first} -l help -d ${fishWord("show help")}`,
    `complete -c tiktok-advisor ${first} -l version -d ${fishWord("print the version")}`,
  ];
  for (const verb of tree)
    lines.push(`complete -c tiktok-advisor ${first} -a ${verb.name} -d ${fishWord(verb.about)}`);
  for (const verb of tree) {
    const inVerb = `complete -c tiktok-advisor -n ${fishWord(`__fish_seen_subcommand_from ${verb.name}`)}`;
    for (const option of verb.options) lines.push(`${inVerb} ${optionWords(option)}`);
    if (verb.files) lines.push(`${inVerb} -F`);
    else if (verb.words.length > 0) lines.push(`${inVerb} -a ${fishWord(verb.words.join(" "))}`);
  }
  return `${lines.join("\n")}\n`;
}

function optionWords(option: TreeOption): string {
  const words = [`-l ${option.long.slice(2)}`];
  if (option.short) words.push(`-s ${option.short.slice(1)}`);
  if (option.choices.length > 0) words.push(`-x -a ${fishWord(option.choices.join(" "))}`);
  else if (option.takes === "file") words.push("-r -F");
  else if (option.takes === "text") words.push("-x");
  return [...words, `-d ${fishWord(option.about)}`].join(" ");
}

function fishWord(text: string): string {
  return `'${text.replace(/[\\']/g, "\\$&")}'`;
}
