import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { CommanderError } from "commander";
import { buildProgram } from "../../src/cli.ts";
import { resolveSettings } from "../../src/commands/resolve-settings.ts";
import { SETTINGS, variableOf } from "../../src/commands/settings.ts";
import { VERBS } from "../../src/commands/verbs.ts";
import { type ProjectDocument, piecesOf, shellCommands } from "./documents.ts";
import { fakeIo } from "./fake-io.ts";

const ROOT = join(import.meta.dirname, "../..");
const PROGRAM = /^(tiktok-advisor|(node )?\S*bin\/tiktok-advisor\.js)$/;
/** Programs whose own flags may stand in the documents. */
const OTHERS: ReadonlySet<string> = new Set(["npm", "npx", "node", "jq", "git", "unshare", "man"]);

/** Every long flag of the program, hidden ones too. */
export function programFlags(): Set<string> {
  const program = buildProgram(
    async () => {},
    () => {},
  );
  const options = [program, ...program.commands].flatMap((command) => [...command.options]);
  return new Set(["--help", ...options.map((option) => option.long!)]);
}

const FLAGS = programFlags();
const VARIABLES: ReadonlySet<string> = new Set(SETTINGS.map(variableOf));

/** What a document names and the code does not have, as sentences; [] = nothing. `names` are those of the source. */
export async function unknownNames(
  { path, text }: ProjectDocument,
  names: ReadonlySet<string>,
): Promise<string[]> {
  const wrong: string[] = [];
  let script: string | null = null;
  for (const { kind, language, text: piece } of piecesOf(text)) {
    const isShell = kind === "span" || language === "sh";
    for (const words of isShell ? shellCommands(piece) : []) {
      script = /^npm run ([\w:-]+)/.exec(words.join(" "))?.[1] ?? script;
      wrong.push(...(await wrongCommand(words, script)));
    }
    if (!isShell)
      wrong.push(
        ...flagsIn(piece)
          .filter((flag) => !FLAGS.has(flag))
          .map(noFlag),
      );
    for (const [name] of piece.matchAll(/\bTIKTOK_ADVISOR_[A-Z_]+/g))
      if (!VARIABLES.has(name)) wrong.push(`there is no variable ${name}`);
    for (const [name] of piece.matchAll(/\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b/g))
      if (!names.has(name) && !VARIABLES.has(name)) wrong.push(`there is no ${name} in the code`);
    if (kind === "span" && /^(src|test|scripts|docs|fixtures|bench|bin|man)\/[\w./-]+$/.test(piece))
      if (!existsSync(join(ROOT, piece))) wrong.push(`there is no file ${piece}`);
  }
  return wrong.map((sentence) => `${path}: ${sentence}`);
}

const noFlag = (flag: string) => `there is no flag ${flag}`;
const flagsIn = (text: string) => text.match(/(?<![\w-])--[a-z][a-z-]*/g) ?? [];

/** @param script the npm script that was named last, whose flags may follow a bare `--` */
async function wrongCommand(words: readonly string[], script: string | null): Promise<string[]> {
  const [program, ...rest] = words[0] === "node" && PROGRAM.test(words[1] ?? "") ? words.slice(1) : words;
  if (program === undefined) return [];
  const isVerb = VERBS.some(({ name }) => name === program) && rest.length > 0;
  if (PROGRAM.test(program) || isVerb) return await refusal(isVerb ? words : rest, words.join(" "));
  if (program === "npm" && rest[0] === "run") return wrongScript(rest[1] ?? "", rest.slice(2));
  if (program === "--" && script !== null) return wrongScript(script, words);
  const flags = words.flatMap(flagsIn);
  if (!program.startsWith("-"))
    return OTHERS.has(program) ? [] : flags.filter((flag) => !FLAGS.has(flag)).map(noFlag);
  const unknown = flags.filter((flag) => !FLAGS.has(flag));
  if (unknown.length > 0 || rest.length === 0 || words.some((word) => /[<,]$|^-\w,?$|</.test(word)))
    return unknown.map(noFlag);
  const refusals = await Promise.all(
    VERBS.map(({ name, args }) => refusal([name, ...(args.match(/</g) ?? []).map(() => "x"), ...words], "")),
  );
  return refusals.every((found) => found.length > 0) ? [`no command takes ${words.join(" ")}`] : [];
}

/** Asks the program itself: [] when it would accept the words, else why not. Without the program's name, arguments may be missing. */
async function refusal(words: readonly string[], shown: string): Promise<string[]> {
  const argv = words
    .filter((word) => !/^\[.*\]$/.test(word))
    .map((word) => word.replace("<command>", "analyze"));
  if (argv.length === 0) return [];
  const { io } = fakeIo();
  const program = buildProgram(
    async (_entry, _args, options) => {
      resolveSettings({ ...options, config: undefined }, io);
    },
    () => {},
  );
  try {
    await program.parseAsync(argv, { from: "user" });
    return [];
  } catch (error) {
    const { code, exitCode } = error as CommanderError;
    if (exitCode === 0 || (shown === words.join(" ") && code === "commander.missingArgument")) return [];
    return [`${shown} is refused: ${(error as Error).message}`];
  }
}

function wrongScript(name: string, words: readonly string[]): string[] {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  if (scripts[name] === undefined) return [`there is no npm script ${name}`];
  const flags = words.slice(words.indexOf("--") + 1).flatMap(flagsIn);
  if (!words.includes("--") || flags.length === 0) return [];
  const files: string[] = scripts[name].match(/\b[\w/-]+\.(?:mjs|ts)\b/g) ?? [];
  const seen = new Set<string>();
  const source = files.map((file) => textOfScript(join(ROOT, file), seen)).join("\n");
  return flags
    .filter((flag) => !source.includes(`"${flag}"`))
    .map((flag) => `npm run ${name} does not take ${flag}`);
}

/** A script with every file that it names. */
function textOfScript(path: string, seen: Set<string>): string {
  if (seen.has(path) || !existsSync(path)) return "";
  seen.add(path);
  const text = readFileSync(path, "utf8");
  const named = [...text.matchAll(/["']([\w./-]+\.(?:mjs|ts))["']/g)].map((match) => match[1]!);
  const files = named.map((file) => (file.startsWith(".") ? join(dirname(path), file) : join(ROOT, file)));
  return [text, ...files.map((file) => textOfScript(file, seen))].join("\n");
}
