import { shellWord } from "../schedule/quote.ts";
import { spellings, type TreeOption, type TreeVerb } from "./tree.ts";

/** Completion for zsh, as a file of fpath or loaded by eval. */
export function zsh(tree: readonly TreeVerb[]): string {
  const verbs = tree.map((verb) => shellWord(`${verb.name}:${verb.about.replaceAll(":", "\\:")}`));
  return `#compdef tiktok-advisor
# zsh completion of tiktok-advisor. Load it with: eval "$(tiktok-advisor complete zsh)"
_tiktok_advisor() {
  local context state state_descr line
  typeset -A opt_args
  _arguments -C '(- *)--help[show help]' '(- *)--version[print the version]' '1: :->verb' '*:: :->rest'
  case $state in
    verb)
      local -a verbs=(
        ${verbs.join("\n        ")}
      )
      _describe command verbs
      ;;
    rest)
      case $line[1] in
${tree.map(verbCase).join("\n")}
      esac
      ;;
  esac
}
if [ "$funcstack[1]" = _tiktok_advisor ]; then
  _tiktok_advisor "$@"
else
  compdef _tiktok_advisor tiktok-advisor
fi
`;
}

function verbCase(verb: TreeVerb): string {
  const specs = verb.options.map(optionSpec);
  if (verb.files) specs.push(shellWord("*:export:_files"));
  else if (verb.words.length > 0) specs.push(shellWord(`1:word:(${verb.words.join(" ")})`));
  return `        ${verb.name})\n          _arguments ${specs.join(" \\\n            ")}\n          ;;`;
}

/** An option in the notation of _arguments: exclusions, names, [help], and how its value is completed. */
function optionSpec(option: TreeOption): string {
  const names = spellings(option);
  const about = `[${option.about.replace(/[[\]:]/g, "\\$&")}]`;
  const action =
    option.choices.length > 0 ? `(${option.choices.join(" ")})` : option.takes === "file" ? "_files" : "";
  const value = option.takes === "nothing" ? "" : `:value:${action}`;
  const spec = (name: string) =>
    option.takes === "nothing" ? name : name.startsWith("--") ? `${name}=` : `${name}+`;
  const before = option.repeatable ? "*" : names.length > 1 ? `(${names.join(" ")})` : "";
  return names.map((name) => shellWord(`${before}${spec(name)}${about}${value}`)).join(" ");
}
