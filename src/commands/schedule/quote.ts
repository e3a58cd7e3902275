/**
 * A text as one word of a POSIX shell.
 * @example shellWord("it's 5 $") // "'it'\\''s 5 $'"
 * @example shellWord("/usr/bin/node") // "/usr/bin/node"
 */
export function shellWord(text: string): string {
  if (/^[A-Za-z0-9_@:,./+=-]+$/.test(text)) return text;
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/**
 * A text as one word of a crontab line. Cron turns an unescaped % into a line break and \% into %, the shell \% outside of
 * quotes into % too: so the word means the same with and without cron.
 * @example cronWord("/a b/50%") // "'/a b/50'\\%''"
 */
export function cronWord(text: string): string {
  return shellWord(text).replaceAll("%", "'\\%'");
}

/**
 * A text as one quoted word of a systemd command line: its own escapes, specifiers (%) and variables ($).
 * @example systemdWord('a "b" 5% $c') // '"a \\"b\\" 5%% $$c"'
 */
export function systemdWord(text: string): string {
  const escaped = text
    .replaceAll("\\", "\\\\")
    .replaceAll('"', '\\"')
    .replaceAll("%", "%%")
    .replaceAll("$", "$$$$");
  return `"${escaped}"`;
}

/**
 * A text between XML tags.
 * @example xmlText("a<b>&c") // "a&lt;b&gt;&amp;c"
 */
export function xmlText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/**
 * A text as a PowerShell literal. PowerShell takes typographic quotes for single quotes, so they are doubled as well.
 * @example powershellWord("it's $5") // "'it''s $5'"
 */
export function powershellWord(text: string): string {
  return `'${text.replace(/['\u2018-\u201b]/g, "$&$&")}'`;
}

/**
 * A text as a YAML scalar.
 * @example yamlText("it's: #1") // "'it''s: #1'"
 */
export function yamlText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/**
 * A text that GitHub evaluates before the shell sees it: what opens an expression is printed by an expression.
 * @example githubText("a${{b") // "a${{ '${{' }}b"
 */
export function githubText(text: string): string {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the syntax of GitHub, not of JavaScript
  return text.replaceAll("${{", "${{ '${{' }}");
}
