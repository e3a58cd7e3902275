import { powershellWord } from "../schedule/quote.ts";
import { spellings, type TreeOption, type TreeVerb } from "./tree.ts";

/** Completion for PowerShell 5.1 and later; files are completed by PowerShell itself where nothing else fits. */
export function powershell(tree: readonly TreeVerb[]): string {
  return `# PowerShell completion of tiktok-advisor. Load it with:
#   tiktok-advisor complete powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName 'tiktok-advisor' -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $verbs = [ordered]@{
${tree.map((verb) => `    ${powershellWord(verb.name)} = ${powershellWord(verb.about)}`).join("\n")}
  }
  $words = @{
${tree.map((verb) => `    ${powershellWord(verb.name)} = ${list(verb.words)}`).join("\n")}
  }
  $options = @{
${tree.map(optionTable).join("\n")}
  }
  $values = @{
${tree.map(valueTable).join("\n")}
  }
  $before = @($commandAst.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { "$_" })
  $verb = $before | Select-Object -Skip 1 | Where-Object { $verbs.Contains($_) } | Select-Object -First 1
  $previous = $before | Select-Object -Last 1
  if (-not $verb) {
    $found = $verbs
  } elseif ($values[$verb].Contains($previous)) {
    $found = [ordered]@{}
    foreach ($value in $values[$verb][$previous]) { $found[$value] = $value }
  } elseif ($wordToComplete.StartsWith('-')) {
    $found = $options[$verb]
  } else {
    $found = [ordered]@{}
    foreach ($word in $words[$verb]) { $found[$word] = $word }
  }
  foreach ($key in $found.Keys) {
    if ($key -like "$wordToComplete*") {
      [System.Management.Automation.CompletionResult]::new($key, $key, 'ParameterValue', $found[$key])
    }
  }
}
`;
}

function list(words: readonly string[]): string {
  return `@(${words.map(powershellWord).join(", ")})`;
}

function optionTable(verb: TreeVerb): string {
  const rows = verb.options.flatMap((option) =>
    spellings(option).map((name) => `      ${powershellWord(name)} = ${powershellWord(option.about)}`),
  );
  return `    ${powershellWord(verb.name)} = [ordered]@{\n${rows.join("\n")}\n    }`;
}

function valueTable(verb: TreeVerb): string {
  const chosen = verb.options.filter((option: TreeOption) => option.choices.length > 0);
  const rows = chosen.flatMap((option) =>
    spellings(option).map((name) => `      ${powershellWord(name)} = ${list(option.choices)}`),
  );
  return `    ${powershellWord(verb.name)} = @{\n${rows.join("\n")}\n    }`;
}
