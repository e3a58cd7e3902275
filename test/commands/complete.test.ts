import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { buildProgram } from "../../src/cli.ts";
import { commandTree } from "../../src/commands/complete/tree.ts";
import { SHELLS } from "../../src/commands/complete.ts";
import { VERBS } from "../../src/commands/verbs.ts";
import { temporaryFolder } from "../support/fake-io.ts";
import { hasProgram } from "../support/has-program.ts";
import { openTerminal, TERMINAL_MAKER } from "../support/pseudo-terminal.ts";

const program = buildProgram(
  async () => {},
  () => {},
);
const tree = commandTree(
  program,
  new Map([
    ["id", ["hashtags", "video-length"]],
    ["shell", [...SHELLS.keys()]],
    ["command", program.commands.map((command) => command.name())],
  ]),
);

/** A folder with the script of a shell and some files to complete. */
function folderFor(shell: string): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "script"), SHELLS.get(shell)!(tree));
  mkdirSync(join(folder, "exports"));
  writeFileSync(join(folder, "Content.csv"), "");
  return folder;
}

/** Command lines whose last word is completed, and what must come: exactly these words, or these among others. */
const LINES: readonly { line: string; exactly?: string[]; among?: string[]; files?: boolean }[] = [
  { line: "tiktok-advisor an", exactly: ["analyze"] },
  { line: "tiktok-advisor ", among: [...VERBS.map((verb) => verb.name), "help"] },
  { line: "tiktok-advisor analyze --go", exactly: ["--goal"] },
  { line: "tiktok-advisor analyze --goal ", exactly: ["likes", "views", "comments", "shares", "saves"] },
  { line: "tiktok-advisor plan --format m", exactly: ["markdown"] },
  { line: "tiktok-advisor plan --format ", exactly: ["text", "json", "markdown", "ics"] },
  { line: "tiktok-advisor strategies --format ", exactly: ["text", "json", "markdown"] },
  { line: "tiktok-advisor schedule --target s", exactly: ["systemd"] },
  { line: "tiktok-advisor explain h", exactly: ["hashtags"] },
  { line: "tiktok-advisor complete ", exactly: ["bash", "zsh", "fish", "powershell"] },
  { line: "tiktok-advisor analyze --output Con", files: true },
  { line: "tiktok-advisor analyze Con", files: true },
];

const sorted = (words: readonly string[]) => [...words].sort();

describe.skipIf(!hasProgram("bash"))("bash", () => {
  const folder = folderFor("bash");

  /** What bash would offer: the function's answer and whether file names are asked for. */
  function offered(words: readonly string[]): { words: string[]; files: boolean } {
    const script = `
      source ./script
      compopt() { [ "$1 $2 $3" = "+o bashdefault +o" ] && nofiles=1; }
      COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=()
      _tiktok_advisor
      printf '%s\\n' "files=\${nofiles:-0}" "\${COMPREPLY[@]}"`;
    const run = spawnSync("bash", ["--norc", "-c", script, "bash", ...words], {
      cwd: folder,
      encoding: "utf8",
    });
    expect(run.stderr).toBe("");
    const [files, ...found] = run.stdout.trimEnd().split("\n");
    return { words: found.filter((word) => word !== ""), files: files === "files=0" };
  }

  it.each(LINES)("completes $line", ({ line, exactly, among, files = false }) => {
    const found = offered(line.split(" "));
    if (exactly) expect(sorted(found.words)).toEqual(sorted(exactly));
    if (among) expect(found.words).toEqual(expect.arrayContaining(among));
    expect(found.files).toBe(files);
    if (files) expect(found.words).toEqual([]);
  });

  it("completes --goal=vi, which bash hands over in three words", () => {
    expect(offered(["tiktok-advisor", "analyze", "--goal", "=", "vi"]).words).toEqual(["views"]);
    expect(offered(["tiktok-advisor", "analyze", "--goal", "="]).words).toHaveLength(5);
  });

  it("offers nothing where any text will do", () => {
    expect(offered(["tiktok-advisor", "analyze", "--per-week", ""])).toEqual({ words: [], files: false });
  });

  it("registers with complete", () => {
    const run = spawnSync("bash", ["--norc", "-c", "source ./script; complete -p tiktok-advisor"], {
      cwd: folder,
      encoding: "utf8",
    });
    expect(run.stdout).toContain("-F _tiktok_advisor tiktok-advisor");
  });
});

describe.skipIf(!hasProgram("fish"))("fish", () => {
  const folder = folderFor("fish");
  const offered = (line: string) => {
    const run = spawnSync("fish", ["--no-config", "-c", 'source ./script; complete -C "$argv"', line], {
      cwd: folder,
      env: { ...process.env, HOME: folder },
      encoding: "utf8",
    });
    expect(run.stderr).toBe("");
    return run.stdout
      .split("\n")
      .filter((row) => row !== "")
      .map((row) => row.split("\t")[0]!);
  };

  it.each(LINES)("completes $line", ({ line, exactly, among, files }) => {
    const found = offered(line);
    if (exactly) expect(sorted(found)).toEqual(sorted(exactly));
    if (among) expect(found).toEqual(expect.arrayContaining(among));
    if (files) expect(found).toEqual(["Content.csv"]);
  });

  it("offers no file where any text will do", () => {
    expect(offered("tiktok-advisor strategies ")).toEqual([]);
  });
});

describe.skipIf(!hasProgram("zsh") || TERMINAL_MAKER === null)("zsh", () => {
  it("completes on a terminal", async () => {
    const folder = folderFor("zsh");
    const env = { PATH: process.env["PATH"]!, HOME: folder, TERM: "xterm", LC_ALL: "C" };
    const zsh = openTerminal(["zsh", "-f", "-i"], { cwd: folder, env });
    const { zshCompletes } = await shellOn(zsh);
    try {
      expect(await zshCompletes("tiktok-advisor anal")).toBe("tiktok-advisor analyze");
      expect(await zshCompletes("tiktok-advisor analyze --go")).toMatch(/^tiktok-advisor analyze --goal=?$/);
      expect(await zshCompletes("tiktok-advisor analyze --goal=vi")).toBe(
        "tiktok-advisor analyze --goal=views",
      );
      expect(await zshCompletes("tiktok-advisor plan --format mark")).toBe(
        "tiktok-advisor plan --format markdown",
      );
      expect(await zshCompletes("tiktok-advisor schedule --target sys")).toBe(
        "tiktok-advisor schedule --target systemd",
      );
      expect(await zshCompletes("tiktok-advisor explain video")).toBe("tiktok-advisor explain video-length");
      expect(await zshCompletes("tiktok-advisor analyze Con")).toBe("tiktok-advisor analyze Content.csv");
      expect(await zshCompletes("tiktok-advisor analyze -q --output Con")).toBe(
        "tiktok-advisor analyze -q --output Content.csv",
      );
      expect(await zshCompletes("tiktok-advisor strategies Con")).toBe("tiktok-advisor strategies Con");
    } finally {
      zsh.kill();
    }
  });
});

/** Makes Tab and then Ctrl-X print the line as completed, so that it can be read back. */
async function shellOn(zsh: ReturnType<typeof openTerminal>) {
  zsh.type(
    "PS1='READY>'; autoload -Uz compinit && compinit -u -D; source ./script; unsetopt beep;" +
      ` show() { print -r -- "LINE[$BUFFER]"; BUFFER=; zle redisplay }; zle -N show; bindkey '^X' show; print LOA''DED\r`,
  );
  await zsh.waitFor(/LOADED/);
  return {
    zshCompletes: async (line: string) => {
      zsh.type(`${line}\t\x18`);
      return /LINE\[(.*?)\s*\]/.exec(await zsh.waitFor(/LINE\[.*?\]/))![1]!;
    },
  };
}

describe("powershell", () => {
  const text = SHELLS.get("powershell")!(tree);

  it("holds every command, option and value as a balanced literal", () => {
    const bare = text
      .replace(/^\s*#.*$/gm, "")
      .replace(/'(?:[^']|'')*'/g, "")
      .replace(/"[^"\n]*"/g, "");
    expect(bare).not.toMatch(/['"]/);
    for (const [open, close] of ["{}", "()", "[]"])
      expect(bare.split(open!).length, open).toBe(bare.split(close!).length);
    for (const verb of tree)
      for (const option of verb.options)
        expect(text).toContain(`'${option.long}' = '${option.about.replaceAll("'", "''")}'`);
    expect(text).toContain("'--format' = @('text', 'json', 'markdown', 'ics')");
  });

  it.skipIf(!hasProgram("pwsh"))("completes", () => {
    const folder = folderFor("powershell");
    const script =
      ". ./script; (TabExpansion2 'tiktok-advisor plan --format m' 30).CompletionMatches.CompletionText";
    const run = spawnSync("pwsh", ["-NoProfile", "-Command", script], { cwd: folder, encoding: "utf8" });
    expect(run.stdout.trim()).toBe("markdown");
  });
});

describe("every shell", () => {
  it.each([...SHELLS.keys()])("%s knows every command and every option", (shell) => {
    const text = SHELLS.get(shell)!(tree);
    for (const verb of tree) {
      expect(text).toContain(verb.name);
      for (const option of verb.options)
        expect(text).toContain(shell === "fish" ? option.long.slice(2) : option.long);
    }
  });
});
