import { shellWord } from "../schedule/quote.ts";
import { spellings, type TreeOption, type TreeVerb } from "./tree.ts";

/** Completion for bash 3.2 and later, which needs no helper package. */
export function bash(tree: readonly TreeVerb[]): string {
  const names = tree.map((verb) => verb.name);
  return `# bash completion of tiktok-advisor. Load it with: eval "$(tiktok-advisor complete bash)"
_tiktok_advisor() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD - 1]} verb= words= files= i
  if [ "$cur" = "=" ]; then
    cur=
  elif [ "$prev" = "=" ]; then
    prev=\${COMP_WORDS[COMP_CWORD - 2]}
  fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    case \${COMP_WORDS[i]} in
      ${names.join(" | ")}) verb=\${COMP_WORDS[i]} && break ;;
    esac
  done
  case $verb:$prev in
${tree.flatMap(valueCases).join("\n")}
    *)
      case $verb:$cur in
        :*) words=${shellWord([...names, "--help", "--version"].join(" "))} ;;
${tree.flatMap(wordCases).join("\n")}
      esac
      ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
  [ -n "$files" ] || compopt +o bashdefault +o default 2>/dev/null
  return 0
}
complete -o bashdefault -o default -F _tiktok_advisor tiktok-advisor
`;
}

/** What follows an option of a verb: its choices, a file, or a text that nobody can guess. */
function valueCases(verb: TreeVerb): string[] {
  const byAnswer = new Map<string, string[]>();
  for (const option of verb.options) {
    if (option.takes === "nothing") continue;
    const answer = answerOf(option);
    const patterns = spellings(option).map((name) => `${verb.name}:${name}`);
    byAnswer.set(answer, [...(byAnswer.get(answer) ?? []), ...patterns]);
  }
  return [...byAnswer].map(([answer, patterns]) => `    ${patterns.join(" | ")}) ${answer};;`);
}

function answerOf(option: TreeOption): string {
  if (option.choices.length > 0) return `words=${shellWord(option.choices.join(" "))} `;
  return option.takes === "file" ? "files=1 " : "";
}

function wordCases(verb: TreeVerb): string[] {
  const plain = verb.files ? "files=1" : `words=${shellWord(verb.words.join(" "))}`;
  return [
    `        ${verb.name}:-*) words=${shellWord(verb.options.flatMap(spellings).join(" "))} ;;`,
    `        ${verb.name}:*) ${plain} ;;`,
  ];
}
