// biome-ignore-all lint/suspicious/noTemplateCurlyInString: GitHub's own syntax
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { schedule } from "../../src/commands/schedule.ts";
import { callVerb } from "../support/call-verb.ts";
import { type FakeWorldOptions, temporaryFolder } from "../support/fake-io.ts";
import { hasProgram } from "../support/has-program.ts";

/** A folder name with everything that some scheduler's syntax gives a meaning to. */
const HARD_NAME = 'it\'s 50% "of" $HOME \\n ${{ 1 }} <a&b> é 日本 ‘quoted’ `x` #;*';

/** A program in place of the tool: writes its arguments into the file that -o names. */
const STAND_IN = `
const args = process.argv.slice(2);
require("node:fs").writeFileSync(args[args.indexOf("-o") + 1], JSON.stringify(args));
`;

interface Place extends FakeWorldOptions {
  cwd: string;
  nodePath: string;
  programPath: string;
}

/** A working folder, a Node and a program, each at a path as hard as it gets. */
function hardPlace(): Place {
  const cwd = join(temporaryFolder(), HARD_NAME);
  mkdirSync(join(cwd, "exports"), { recursive: true });
  const programPath = join(cwd, "tool %d.cjs");
  writeFileSync(programPath, STAND_IN);
  const nodePath = join(cwd, "node 20%");
  symlinkSync(process.execPath, nodePath);
  return { cwd, nodePath, programPath };
}

async function printed(
  target: string,
  place: FakeWorldOptions,
  args: string[] = [],
  options = {},
): Promise<string> {
  const { code, stdout, stderr } = await callVerb(schedule, args, { target, quiet: true, ...options }, place);
  expect(code).toBe(0);
  expect(stderr()).toBe("");
  return stdout();
}

/** The one report in the folder that the printed text made: its name and the arguments it was written with. */
function onlyReport(cwd: string): { name: string; args: string[] } {
  const names = readdirSync(join(cwd, "reports")).filter((name) => !name.endsWith(".log"));
  expect(names).toHaveLength(1);
  return { name: names[0]!, args: JSON.parse(readFileSync(join(cwd, "reports", names[0]!), "utf8")) };
}

const TODAY = /^\d{4}-\d{2}-\d{2}\.html$/;

function cronCommand(text: string): string {
  const lines = text
    .trimEnd()
    .split("\n")
    .filter((line) => !line.startsWith("#"));
  expect(lines).toHaveLength(1);
  return lines[0]!.replace(/^(\S+ ){5}/, "");
}

function sh(script: string) {
  return spawnSync("env", ["-i", "PATH=/usr/bin:/bin", "sh", "-c", script], { cwd: "/", encoding: "utf8" });
}

const expectedArgs = (place: Place, name: string) => [
  "analyze",
  join(place.cwd, "exports"),
  "-o",
  join(place.cwd, "reports", name),
  "--quiet",
];

describe("cron", () => {
  it.each(["as cron hands it over", "as printed"])("runs %s, in a bare environment", async (how) => {
    const place = hardPlace();
    const line = cronCommand(await printed("cron", place));
    const run = sh(how === "as printed" ? line : line.replaceAll("\\%", "%"));
    expect(run.stderr + run.stdout).toBe("");
    expect(run.status).toBe(0);
    const { name, args } = onlyReport(place.cwd);
    expect(name).toMatch(TODAY);
    expect(args).toEqual(expectedArgs(place, name));
  });

  it("has no percent sign that cron would take for a line break", async () => {
    const line = cronCommand(await printed("cron", hardPlace()));
    expect(line.replaceAll("\\%", "")).not.toContain("%");
    expect(line).toContain("%");
  });

  it("offers JSON and a message on new advice as comments that run as well", async () => {
    const place = hardPlace();
    const comments = (await printed("cron", place)).split("\n").filter((line) => /^# \d/.test(line));
    const [json, told] = comments.map((line) => line.replace(/^# (\S+ ){5}/, ""));
    expect(sh(json!).status).toBe(0);
    expect(onlyReport(place.cwd).name).toMatch(/\.json$/);
    expect(told).toContain("--fail-on new-advice --previous");
    const first = sh(told!);
    expect([first.status, first.stdout, first.stderr]).toEqual([0, "", ""]);
    expect(existsSync(join(place.cwd, "reports", "last.json"))).toBe(true);
    writeFileSync(place.programPath, `${STAND_IN}\nif (args.includes("--previous")) process.exit(3);`);
    const changed = sh(told!);
    expect(changed.status).toBe(0);
    expect(changed.stdout).toContain("New advice");
    writeFileSync(place.programPath, `${STAND_IN}\nprocess.exit(1);`);
    expect(sh(told!).status).toBe(1);
    expect(existsSync(join(place.cwd, "reports", "last.json"))).toBe(true);
  });

  it("says when the line is longer than some crons take", async () => {
    const cwd = join(temporaryFolder(), "a".repeat(200), "b".repeat(200), "c".repeat(200));
    mkdirSync(join(cwd, "exports"), { recursive: true });
    expect(await printed("cron", { cwd })).toMatch(/^# This line is longer than the 998 bytes/m);
  });
});

describe("systemd", () => {
  const parts = (text: string) => {
    const at = text.indexOf("# ~/.config/systemd/user/tiktok-advisor.timer");
    return { service: text.slice(0, at), timer: text.slice(at) };
  };

  it("runs what the service says, its escapes undone", async () => {
    const place = hardPlace();
    const { service, timer } = parts(await printed("systemd", place));
    expect(timer).toMatch(/^OnCalendar=Mon \*-\*-\* 07:00:00$/m);
    expect(timer).toMatch(/^Persistent=true$/m);
    const words = systemdWords(/^ExecStart=(.*)$/m.exec(service)![1]!);
    const run = spawnSync(words[0]!, words.slice(1), {
      cwd: "/",
      env: { PATH: "/usr/bin:/bin" },
      encoding: "utf8",
    });
    expect(run.stderr).toBe("");
    expect(run.status).toBe(0);
    const { name, args } = onlyReport(place.cwd);
    expect(name).toMatch(TODAY);
    expect(args).toEqual(expectedArgs(place, name));
  });

  it.skipIf(!hasProgram("systemd-analyze"))("is accepted by systemd-analyze", async () => {
    const folder = temporaryFolder();
    const { service, timer } = parts(await printed("systemd", hardPlace()));
    writeFileSync(join(folder, "tiktok-advisor.service"), service);
    writeFileSync(join(folder, "tiktok-advisor.timer"), timer);
    const units = ["tiktok-advisor.service", "tiktok-advisor.timer"].map((name) => join(folder, name));
    const run = spawnSync("systemd-analyze", ["verify", "--man=no", ...units], { encoding: "utf8" });
    const own = run.stderr.split("\n").filter((line) => line.includes("tiktok-advisor"));
    expect(own).toEqual([]);
    const calendar = spawnSync("systemd-analyze", ["calendar", "Mon *-*-* 07:00:00"], { encoding: "utf8" });
    expect(calendar.status).toBe(0);
  });
});

/** The words of a systemd command line: quotes, backslashes, then %% and $$ (systemd.service(5), "Command lines"). */
function systemdWords(line: string): string[] {
  const words = line.match(/"(?:\\.|[^"\\])*"|[^\s"]+/g)!;
  return words.map((word) => {
    const plain = word.startsWith('"') ? word.slice(1, -1).replace(/\\(.)/g, "$1") : word;
    expect(plain.replaceAll("%%", "").replaceAll("$$", "")).not.toMatch(/[%$]/);
    return plain.replaceAll("%%", "%").replaceAll("$$", "$");
  });
}

describe("launchd", () => {
  it.skipIf(!hasProgram("python3"))("is a property list whose arguments run", async () => {
    const place = hardPlace();
    const text = await printed("launchd", place);
    const read = spawnSync(
      "python3",
      ["-c", "import json,plistlib,sys; print(json.dumps(plistlib.loads(sys.stdin.buffer.read())))"],
      { input: text, encoding: "utf8" },
    );
    expect(read.stderr).toBe("");
    const plist = JSON.parse(read.stdout);
    expect(plist.StartCalendarInterval).toEqual({ Weekday: 1, Hour: 7, Minute: 0 });
    const [program, ...args] = plist.ProgramArguments as string[];
    const run = spawnSync(program!, args, { cwd: "/", env: { PATH: "/usr/bin:/bin" }, encoding: "utf8" });
    expect(run.status).toBe(0);
    const report = onlyReport(place.cwd);
    expect(report.name).toMatch(TODAY);
    expect(report.args).toEqual(expectedArgs(place, report.name));
  });

  it("keeps the comment free of double hyphens", async () => {
    const comment = /<!--(.*?)-->/s.exec(await printed("launchd", hardPlace()))![1]!;
    expect(comment).not.toContain("--");
  });
});

describe("windows", () => {
  it("holds every path as a literal of one here-string", async () => {
    const text = await printed("windows", {
      cwd: "/C/Users/O'Brien/50% ‘x’ $a `b",
      nodePath: "C:\\Program Files\\nodejs\\node.exe",
      programPath: "C:\\tool's\\bin.js",
    });
    const command = /^\$command = @'\n([\s\S]*?)\n'@$/m.exec(text)![1]!;
    const call = command.split("\n").find((line) => line.startsWith("& "))!;
    expect(powershellLiterals(call)).toEqual([
      "C:\\Program Files\\nodejs\\node.exe",
      "C:\\tool's\\bin.js",
      "analyze",
      "/C/Users/O'Brien/50% ‘x’ $a `b/exports",
    ]);
    expect(powershellLiterals(command)[0]).toBe("/C/Users/O'Brien/50% ‘x’ $a `b/reports");
    expect(command.split("\n").some((line) => line.startsWith("'@"))).toBe(false);
    expect(text).toMatch(/^Register-ScheduledTask -TaskName 'tiktok-advisor'/m);
    expect(
      text
        .split("\n")
        .filter((line) => line.startsWith("#"))
        .join(),
    ).not.toContain("O'Brien");
  });

  it("marks a script file as UTF-8, for the old PowerShell", async () => {
    const place = hardPlace();
    await printed("windows", place, [], { output: "task.ps1" });
    expect(readFileSync(join(place.cwd, "task.ps1"), "utf8").startsWith("\ufeff#")).toBe(true);
  });
});

function powershellLiterals(line: string): string[] {
  return [...line.matchAll(/'((?:[^'\u2018-\u201b]|(['\u2018-\u201b])\2)*)'/g)].map((match) =>
    match[1]!.replace(/(['\u2018-\u201b])\1/g, "$1"),
  );
}

describe("github", () => {
  it("names paths inside the repository, and runs", async () => {
    const place = hardPlace();
    const export_ = join(place.cwd, "my %d's ${{ x }}");
    mkdirSync(export_);
    const text = await printed("github", place, [export_, "-dash"]);
    expect(text).toMatch(/^ {4}- cron: '17 7 \* \* 1'/m);
    expect(text).toMatch(/uses: actions\/upload-artifact@[0-9a-f]{40} /);
    expect(text).toMatch(/^permissions:\n {2}contents: read$/m);
    expect(text).not.toContain(place.cwd);
    const script = /run: \|\n((?: {10}.*\n)+)/
      .exec(text)![1]!
      .replace(/^ {10}/gm, "")
      .replaceAll("${{ '${{' }}", "${{");
    const bin = temporaryFolder();
    writeFileSync(join(bin, "npx"), `#!/bin/sh\nshift 2\nexec "${process.execPath}" "$STAND_IN" "$@"\n`, {
      mode: 0o755,
    });
    const env = { PATH: `${bin}:/usr/bin:/bin`, STAND_IN: place.programPath };
    const run = spawnSync("bash", ["--norc", "-e", "-c", script], { cwd: place.cwd, env, encoding: "utf8" });
    expect(run.stderr).toBe("");
    const { name, args } = onlyReport(place.cwd);
    expect(args).toEqual(["analyze", "my %d's ${{ x }}", "./-dash", "-o", `reports/${name}`, "--quiet"]);
  });

  it.skipIf(!hasProgram("python3", ["-c", "import yaml"]))("is YAML", async () => {
    const text = await printed("github", hardPlace(), ["a: b #c", "d'e"]);
    const read = spawnSync(
      "python3",
      ["-c", "import json,sys,yaml; print(json.dumps(yaml.safe_load(sys.stdin.buffer)))"],
      {
        input: text,
        encoding: "utf8",
      },
    );
    expect(read.stderr).toBe("");
    const steps = JSON.parse(read.stdout).jobs.report.steps;
    expect(steps).toHaveLength(4);
    expect(steps[2].run).toContain("'a: b #c' 'd'\\''e'");
    expect(steps[3].with.path).toBe("reports/");
  });

  it("says when a path lies outside the repository", async () => {
    expect(await printed("github", hardPlace(), ["/elsewhere"])).toMatch(
      /^# A path lies outside this repository/m,
    );
  });
});

describe("what is scheduled", () => {
  it("is the exports of the configuration file, with that file", async () => {
    const place = hardPlace();
    const config = join(place.cwd, "tiktok-advisor.config.json");
    writeFileSync(config, JSON.stringify({ exports: ["exports"], goal: "views" }));
    sh(cronCommand(await printed("cron", place)));
    const { args } = onlyReport(place.cwd);
    expect(args.slice(0, 4)).toEqual(["analyze", join(place.cwd, "exports"), "--config", config]);
    expect(args).not.toContain("--goal");
  });

  it("carries flags and variables, which a scheduler would not know", async () => {
    const place = { ...hardPlace(), env: { TIKTOK_ADVISOR_TZ: "Europe/Paris" } };
    const options = { goal: "views", labels: ["hook,it's"], map: ["views=Reach %"], minAge: "3d" };
    sh(cronCommand(await printed("cron", place, ["a.csv", "b.csv"], options)));
    const { args } = onlyReport(place.cwd);
    expect(args.slice(0, -3)).toEqual([
      ...["analyze", join(place.cwd, "a.csv"), join(place.cwd, "b.csv")],
      ...[
        "--goal",
        "views",
        "--tz",
        "Europe/Paris",
        "--map",
        "views=Reach %",
        "--labels",
        "hook,it's",
        "--min-age",
        "72h",
      ],
    ]);
  });

  it("is written to a file when asked, and said so", async () => {
    const place = hardPlace();
    const { stdout, stderr } = await callVerb(schedule, [], { output: "crontab.txt" }, place);
    expect(stdout()).toBe("");
    expect(stderr()).toBe("wrote crontab.txt\n");
    expect(cronCommand(readFileSync(join(place.cwd, "crontab.txt"), "utf8"))).toContain("mkdir -p");
  });

  it("warns on stderr when there are no exports yet", async () => {
    const { stderr } = await callVerb(schedule, [], {});
    expect(stderr()).toMatch(/^warning: \S+exports does not exist yet/);
  });

  it.each([
    ["unknown target", ["cron"], { target: "systmd" }, "did you mean systemd?"],
    ["standard input", ["-"], {}, "name a file or folder"],
    ["a line break", ["a\nb"], {}, "rename the file or folder"],
  ])("refuses %s", async (_what, args, options, hint) => {
    await expect(callVerb(schedule, args, options)).rejects.toMatchObject({
      code: "USAGE",
      hint,
      exitCode: 2,
    });
  });
});
