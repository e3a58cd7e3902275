import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BuiltProgram, buildProgramFiles, type SpawnWorld, spawned } from "./support/built-program.ts";
import { temporaryFolder } from "./support/fake-io.ts";
import { hasProgram } from "./support/has-program.ts";
import { openTerminal, TERMINAL_MAKER } from "./support/pseudo-terminal.ts";
import { seededRandom } from "./support/random.ts";
import { sampleExport } from "./support/sample-export.ts";

let program: BuiltProgram;
beforeAll(() => {
  program = buildProgramFiles();
});
afterAll(() => program?.remove());

/** A folder with exports/posts.jsonl of one account. */
function folder(posts = 12): string {
  const cwd = temporaryFolder();
  mkdirSync(join(cwd, "exports"));
  writeFileSync(join(cwd, "exports", "posts.jsonl"), sampleExport({ account: "loaf.lab", posts, seed: 7 }));
  return cwd;
}

const tool = (args: readonly string[], world: SpawnWorld) =>
  spawned(process.execPath, [program.bin, ...args], world);

/** A shell line in which "$@" is the program. */
const shell = (line: string, world: SpawnWorld) =>
  spawned("bash", ["--norc", "-c", line, "bash", process.execPath, program.bin], world);

const ERROR = (code: string) => new RegExp(`^error\\[${code}\\]: .*\\n {2}hint: .+\\n$`);

describe("the program", () => {
  it("runs by its shebang, also through a link", async () => {
    const cwd = temporaryFolder();
    symlinkSync(program.bin, join(cwd, "tiktok-advisor"));
    const { code, stdout, stderr } = await spawned(join(cwd, "tiktok-advisor"), ["--version"], { cwd });
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it("shows help on stderr with exit 2 when nothing is asked", async () => {
    const { code, stdout, stderr } = await tool([], { cwd: temporaryFolder() });
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("Usage: tiktok-advisor");
  });

  it("names usage errors without a stack", async () => {
    const { code, stdout, stderr } = await tool(["anlyze"], { cwd: temporaryFolder() });
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(ERROR("USAGE"));
  });

  it("needs no file of another folder than its own", async () => {
    const { code } = await tool(["analyze", "exports", "--json"], { cwd: folder(5) });
    expect(code).toBe(0);
  });
});

describe("streams", { timeout: 300_000 }, () => {
  it("carry the result on stdout and nothing else, without an escape byte", async () => {
    for (const format of ["text", "json", "markdown", "html", "csv"]) {
      const { code, stdout, stderr } = await tool(["analyze", "exports", "--format", format, "-v"], {
        cwd: folder(),
        env: { TERM: "xterm-256color" },
      });
      expect(code, format).toBe(0);
      expect(stdout.length, format).toBeGreaterThan(100);
      expect(stdout + stderr, format).not.toContain("\u001b");
      if (format === "json") expect(() => JSON.parse(stdout)).not.toThrow();
    }
  });

  it("are empty on stderr with -q", async () => {
    const { code, stderr } = await tool(["analyze", "exports", "-q", "-o", "r.html"], { cwd: folder() });
    expect([code, stderr]).toEqual([0, ""]);
  });

  it("say what was written", async () => {
    const { stdout, stderr } = await tool(["analyze", "exports", "-o", "r.html"], { cwd: folder() });
    expect(stdout).toBe("");
    expect(stderr).toMatch(/^wrote r\.html$/m);
  });

  it("end quietly when the reader has gone away", async () => {
    for (const head of ["head -c 1", "true"]) {
      const { stdout, stderr } = await shell(
        `"$@" inspect exports --json | ${head} >/dev/null; echo "$PIPESTATUS"`,
        {
          cwd: folder(300),
        },
      );
      expect([stdout, stderr]).toEqual(["0\n", ""]);
    }
  });

  it("give a slow reader everything", async () => {
    const cwd = folder(300);
    await tool(["inspect", "exports", "--json", "-o", "whole.json"], { cwd });
    const { stdout } = await shell('"$@" inspect exports --json | (sleep 1; cat)', { cwd });
    expect(stdout.length).toBeGreaterThan(65_536);
    const { meta: _, ...piped } = JSON.parse(stdout);
    const { meta: __, ...whole } = JSON.parse(readFileSync(join(cwd, "whole.json"), "utf8"));
    expect(piped).toEqual(whole);
  });

  it.skipIf(!existsSync("/dev/full"))("name a full device", async () => {
    for (const line of [
      '"$@" inspect exports --json >/dev/full',
      '"$@" inspect exports --json -o /dev/full',
      '"$@" --help >/dev/full',
    ]) {
      const { code, stderr } = await shell(line, { cwd: folder() });
      expect(code, line).toBe(1);
      expect(stderr, line).toMatch(
        /^(?:warning.*\n|note.*\n)*error\[OUTPUT_UNWRITABLE\]: .*no space is left.*\n {2}hint: /,
      );
    }
  });

  it("may be closed", async () => {
    const cwd = folder();
    const closed = await shell('"$@" inspect exports --json <&-', { cwd });
    expect([closed.code, closed.stderr.includes("error")]).toEqual([0, false]);
    const silent = await shell('"$@" analyze exports -o r.html 2>&-', { cwd });
    expect(silent.code).toBe(0);
    expect(existsSync(join(cwd, "r.html"))).toBe(true);
  });

  it("read an export from stdin, from a FIFO and from process substitution", async () => {
    const cwd = folder();
    const text = readFileSync(join(cwd, "exports", "posts.jsonl"));
    const piped = await tool(["inspect", "-", "--json"], { cwd, input: text });
    const substituted = await shell('"$@" inspect <(cat exports/posts.jsonl) --json', { cwd });
    expect(JSON.parse(piped.stdout).rows).toHaveLength(12);
    expect(JSON.parse(substituted.stdout).rows).toHaveLength(12);
    execFileSync("mkfifo", [join(cwd, "fifo")]);
    const fifo = await shell('cat exports/posts.jsonl > fifo & "$@" inspect fifo --json', { cwd });
    expect(JSON.parse(fifo.stdout).rows).toHaveLength(12);
  });

  it("name an empty stdin", async () => {
    const { code, stdout, stderr } = await tool(["analyze", "-"], { cwd: temporaryFolder() });
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(ERROR("INPUT_EMPTY"));
  });
});

describe.skipIf(TERMINAL_MAKER === null)("on a terminal", { timeout: 300_000 }, () => {
  const escapes = async (env: Record<string, string>, args: readonly string[] = []): Promise<boolean> => {
    const cwd = folder();
    const terminal = openTerminal([process.execPath, program.bin, "analyze", "exports", ...args], {
      cwd,
      env: { PATH: process.env["PATH"]!, HOME: cwd, TERM: "xterm-256color", LANG: "en_GB.UTF-8", ...env },
    });
    expect(await terminal.ended).toBe(0);
    return terminal.output().includes("\u001b[");
  };

  it("the report has colour, and none with NO_COLOR, --no-color or TERM=dumb", async () => {
    expect(await escapes({})).toBe(true);
    expect(await escapes({ NO_COLOR: "1" })).toBe(false);
    expect(await escapes({}, ["--no-color"])).toBe(false);
    expect(await escapes({ TERM: "dumb" })).toBe(false);
    expect(await escapes({ NO_COLOR: "1", FORCE_COLOR: "1" })).toBe(false);
  });
});

describe("the environment", () => {
  it("may force colour where there is no terminal", async () => {
    const { stdout } = await tool(["analyze", "exports"], { cwd: folder(), env: { FORCE_COLOR: "1" } });
    expect(stdout).toContain("\u001b[");
  });

  it("may lack a home, be of any locale, and name no zone", async () => {
    const cwd = folder();
    const reports: unknown[] = [];
    const worlds: Record<string, string>[] = [
      { LC_ALL: "C" },
      { LC_ALL: "tr_TR.UTF-8", HOME: "/nonexistent" },
      { LC_ALL: "ar_EG.UTF-8" },
      { TZ: "" },
      { TZ: "Nowhere/None" },
    ];
    for (const env of worlds) {
      const { code, stdout, stderr } = await tool(["analyze", "exports", "--json"], {
        cwd,
        env: { TZ: "UTC", ...env },
      });
      expect([code, stderr.includes("error")]).toEqual([0, false]);
      const { meta: _, ...report } = JSON.parse(stdout);
      reports.push(report);
    }
    expect(reports).toHaveLength(worlds.length);
    for (const report of reports) expect(report).toEqual(reports[0]);
  });

  it("with LC_ALL=C or TERM=dumb gets plain letters", async () => {
    const worlds: Record<string, string>[] = [{ LC_ALL: "C" }, { TERM: "dumb" }];
    for (const env of worlds) {
      const { stdout } = await tool(["analyze", "exports"], { cwd: folder(), env });
      expect(stdout).not.toMatch(/[^\n -~]/);
    }
  });

  it("may be 20 columns wide", async () => {
    const { code, stdout } = await tool(["analyze", "exports"], { cwd: folder(), env: { COLUMNS: "20" } });
    expect(code).toBe(0);
    expect(stdout).toContain("loaf.lab");
  });

  it("may fix the clock", async () => {
    const env = { SOURCE_DATE_EPOCH: "1767225600" };
    const { stdout } = await tool(["analyze", "exports", "--json"], { cwd: folder(), env });
    expect(JSON.parse(stdout).meta.generatedAt).toBe("2026-01-01T00:00:00Z");
  });

  it.skipIf(!hasProgram("unshare", ["-rn", "true"]))(
    "may have no network: the bytes are the same",
    async () => {
      const cwd = folder();
      const env = { SOURCE_DATE_EPOCH: "1767225600" };
      const alone = await spawned(
        "unshare",
        ["-rn", process.execPath, program.bin, "analyze", "exports", "--json"],
        { cwd, env },
      );
      expect(alone.code).toBe(0);
      expect(alone.stdout).toBe((await tool(["analyze", "exports", "--json"], { cwd, env })).stdout);
    },
  );
});

describe("names", () => {
  it.each([
    ["spaces and quotes", 'my  "own" it\'s.jsonl', []],
    ["a leading dash", "-q.jsonl", ["--"]],
    ["a line break", "a\nb.jsonl", []],
    ["escape bytes", "a\u001b[31mb\u001b]0;x\u0007.jsonl", []],
    ["other letters", "日本 \u202eé.jsonl", []],
  ])("may hold %s", async (_what, name, before) => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, name), sampleExport({ account: "loaf.lab", posts: 5, seed: 1 }));
    const read = await tool(["inspect", "--format", "json", ...before, name], { cwd });
    expect(read.code).toBe(0);
    expect(JSON.parse(read.stdout).data.files[0].name).toBe(name);
    const text = await tool(["inspect", ...before, name], { cwd });
    expect(text.code).toBe(0);
    expect(text.stdout + text.stderr).not.toMatch(/[\u001b\u0007\u202e]/);
    const missing = await tool(["inspect", ...before, `${name}.csv`], { cwd });
    expect(missing.code).toBe(1);
    expect(missing.stderr).toMatch(ERROR("INPUT_NOT_FOUND"));
    expect(missing.stderr).not.toMatch(/[\u001b\u0007\u202e]/);
  });

  it("of outputs may be as odd", async () => {
    const cwd = folder(5);
    const { code } = await tool(["inspect", "exports", "--json", "-o", "a b\n'c'.json"], { cwd });
    expect(code).toBe(0);
    expect(readdirSync(cwd)).toContain("a b\n'c'.json");
  });
});

describe("the crontab line", { timeout: 300_000 }, () => {
  it("runs as printed in a bare environment, and tells of new advice only", async () => {
    const cwd = folder();
    const printed = (await tool(["schedule"], { cwd })).stdout.split("\n");
    const bare = (line: string) =>
      spawned("env", ["-i", "PATH=/usr/bin:/bin", "sh", "-c", line.replace(/^(# )?(\S+ ){5}/, "")], {
        cwd: "/",
      });
    const lines = printed.filter((line) => /^\d/.test(line));
    expect(lines).toHaveLength(1);
    expect(await bare(lines[0]!)).toEqual({ code: 0, signal: null, stdout: "", stderr: "" });
    expect(readdirSync(join(cwd, "reports"))).toEqual([expect.stringMatching(/^\d{4}-\d{2}-\d{2}\.html$/)]);
    const told = printed.find((line) => line.includes("--fail-on new-advice"))!;
    for (let i = 0; i < 2; i++)
      expect(await bare(told)).toEqual({ code: 0, signal: null, stdout: "", stderr: "" });
    const last = join(cwd, "reports", "last.json");
    const report = JSON.parse(readFileSync(last, "utf8"));
    writeFileSync(last, JSON.stringify({ ...report, recommendations: [] }));
    const changed = await bare(told);
    expect([changed.code, changed.stderr]).toEqual([0, ""]);
    expect(changed.stdout).toBe(report.recommendations.length > 0 ? `New advice: ${last}\n` : "");
    expect(report.recommendations.length).toBeGreaterThan(0);
  });
});

describe("a run that is interrupted", { timeout: 600_000 }, () => {
  const OLD = "the old report\n";

  type Moment = "any time" | "while writing";

  /**
   * Runs over and over until the signal has ended so many of them (a run may be over before its moment comes); returns how
   * each ended and what then stood in the folder.
   */
  async function killed(signal: NodeJS.Signals, times: number, moment: Moment) {
    const cwd = folder(moment === "any time" ? 60 : 2000);
    const output = join(cwd, "r.json");
    const args = ["inspect", "exports", "--json", "-o", "r.json"];
    const random = seededRandom(times);
    // How long a whole run takes only chooses the moments, and is learned anew on the way.
    let startedAt = performance.now();
    await tool(args, { cwd });
    let whole = performance.now() - startedAt;
    const length = readFileSync(output).length;
    const runs = [];
    for (let hits = 0; hits < times; ) {
      expect(runs.length, "runs without a hit").toBeLessThan(30 * times);
      for (const name of readdirSync(cwd)) if (name.startsWith("r.json.")) rmSync(join(cwd, name));
      writeFileSync(output, OLD);
      startedAt = performance.now();
      const ended = await tool(args, {
        cwd,
        onStart: async (_pid, kill) => {
          if (moment === "any time") await wait(whole * random.uniform(0.2, 1));
          else while (readdirSync(cwd).length < 3 && readFileSync(output, "utf8") === OLD) await wait(1);
          kill(signal);
        },
      });
      if (ended.code === 0) whole = performance.now() - startedAt;
      else hits++;
      const text = readFileSync(output, "utf8");
      const state = text === OLD ? "old" : text.length === length ? "new" : "torn";
      runs.push({ ended, state, names: readdirSync(cwd).sort() });
    }
    return runs;
  }

  it.each([
    ["SIGINT", 130, "any time"],
    ["SIGINT", 130, "while writing"],
    ["SIGTERM", 143, "any time"],
    ["SIGTERM", 143, "while writing"],
  ] as const)(
    "by %s leaves the old report or the new one and nothing else, exit %i (%s)",
    async (signal, exit, moment) => {
      const runs = await killed(signal, 4, moment);
      for (const { ended, state, names } of runs) {
        expect(state).not.toBe("torn");
        expect(names).toEqual(["exports", "r.json"]);
        // before the program's own handler stands, the signal itself ends Node
        expect(moment === "any time" ? [exit, 0, null] : [exit, 0]).toContain(ended.code);
        expect(ended.stderr).not.toContain("    at ");
      }
    },
  );

  it("by SIGKILL never leaves a torn report, in 20 of 20 runs", async () => {
    for (const moment of ["any time", "while writing"] as const) {
      const runs = await killed("SIGKILL", 10, moment);
      expect(runs.map((run) => run.state)).not.toContain("torn");
      expect(runs.filter((run) => run.ended.signal === "SIGKILL")).toHaveLength(10);
    }
  });
});
