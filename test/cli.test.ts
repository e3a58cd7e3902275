import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { SETTINGS } from "../src/commands/settings.ts";
import { VERBS } from "../src/commands/verbs.ts";
import { temporaryFolder } from "./support/fake-io.ts";
import { runCli } from "./support/run-cli.ts";
import { sampleExport } from "./support/sample-export.ts";

/** `error[CODE]: place: sentence` and its hint, one line each, and nothing else. */
const ERROR = /^error\[([A-Z_]+)\]: (.*)\n {2}hint: (.+)\n$/;

describe("help", () => {
  it.each(VERBS.map((verb) => verb.name))("of %s fits 80 columns and has an example", async (verb) => {
    for (const argv of [
      [verb, "--help"],
      [verb, "-h"],
      ["help", verb],
    ]) {
      const { code, stdout, stderr } = await runCli(argv);
      expect(code).toBe(0);
      expect(stderr).toBe("");
      expect(stdout).toMatch(/^Usage: tiktok-advisor /);
      expect(stdout).toMatch(/Example:\n {2}\$ .*tiktok-advisor/);
      for (const line of stdout.split("\n")) expect(line.length, line).toBeLessThanOrEqual(80);
      for (const setting of SETTINGS.filter((one) => one.commands.includes(verb)))
        expect(stdout).toContain(setting.flags.split(" ").find((word) => word.startsWith("--"))!);
    }
  });

  it("of the program names every command", async () => {
    for (const argv of [["--help"], ["-h"], ["help"]]) {
      const { code, stdout, stderr } = await runCli(argv);
      expect([code, stderr]).toEqual([0, ""]);
      for (const verb of VERBS) expect(stdout).toMatch(new RegExp(`^ {2}${verb.name}\\b`, "m"));
      for (const line of stdout.split("\n")) expect(line.length, line).toBeLessThanOrEqual(80);
      expect(stdout).toContain("Example:");
    }
  });

  it("goes to stderr with exit 2 when no command is given", async () => {
    const { code, stdout, stderr } = await runCli([]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^Usage: tiktok-advisor/);
  });

  it("does not depend on the width of the terminal, and has no escape byte on one", async () => {
    const wide = await runCli(["analyze", "--help"], {
      stdoutIsTTY: true,
      columns: 200,
      env: { FORCE_COLOR: "3" },
    });
    expect(wide.stdout).toBe((await runCli(["analyze", "--help"])).stdout);
  });
});

describe("--version", () => {
  it.each([[["--version"]], ...VERBS.map((verb) => [[verb.name, "--version"]])])(
    "%j prints x.y.z",
    async (argv) => {
      const { code, stdout, stderr } = await runCli(argv as string[], { version: "1.2.3" });
      expect([code, stdout, stderr]).toEqual([0, "1.2.3\n", ""]);
    },
  );

  it("behind -- is a file name", async () => {
    const { code, stdout } = await runCli(["inspect", "--", "--version"]);
    expect(stdout).toBe("");
    expect(code).toBe(1);
  });
});

describe("usage errors", () => {
  it.each([
    ["an unknown command", ["anlyze"], "anlyze", "did you mean analyze?"],
    ["an unknown command without likeness", ["frobnicate"], "frobnicate", "see: tiktok-advisor --help"],
    ["an empty command", [""], "", "see: tiktok-advisor --help"],
    ["an unknown flag", ["analyze", "--gaol", "views"], "--gaol", "did you mean --goal?"],
    ["an unknown flag with =", ["analyze", "--gaol=views"], "--gaol", "did you mean --goal?"],
    [
      "an unknown flag without likeness",
      ["analyze", "--frobnicate"],
      "--frobnicate",
      "see: tiktok-advisor analyze --help",
    ],
    ["an unknown short flag", ["analyze", "-z"], "-z", "see: tiktok-advisor analyze --help"],
    ["an unknown flag before the command", ["--gaol", "analyze"], "--gaol", "did you mean --goal?"],
    [
      "a flag of another command",
      ["inspect", "--weeks", "2"],
      "--weeks",
      "see: tiktok-advisor inspect --help",
    ],
    ["a value that is missing", ["analyze", "--goal"], "--goal", "see: tiktok-advisor analyze --help"],
    ["a bad choice", ["analyze", "a.csv", "--goal", "veiws"], "--goal", "did you mean views?"],
    ["a bad number", ["analyze", "a.csv", "--level", "ninety"], "--level", "see --help"],
    ["an unknown target", ["schedule", "--target", "systmd"], "--target", "did you mean systemd?"],
    ["an unknown shell", ["complete", "bsh"], "complete", "did you mean bash?"],
    ["a missing argument", ["explain"], "explain", "see: tiktok-advisor explain --help"],
    ["too many arguments", ["strategies", "a", "b"], "strategies", "see: tiktok-advisor strategies --help"],
    ["help of an unknown command", ["help", "anlyze"], "anlyze", "did you mean analyze?"],
  ])("%s", async (_what, argv, place, hint) => {
    const { code, stdout, stderr } = await runCli(argv);
    expect(stderr).toMatch(ERROR);
    const [, name, rest, given] = ERROR.exec(stderr)!;
    expect([code, stdout, name, given]).toEqual([2, "", "USAGE", hint]);
    expect(rest).toContain(place);
  });

  it("never show a stack or an escape byte, whatever stands on the command line", async () => {
    for (const argv of [["\u001b[31mx\n\r"], ["analyze", "--\u001b]0;x\u0007"], ["explain", "a\u202eb\nc"]]) {
      const { code, stdout, stderr } = await runCli(argv, { stderrIsTTY: true });
      expect([code, stdout]).toEqual([2, ""]);
      expect(stderr).toMatch(ERROR);
      expect(stderr).not.toMatch(/[\u001b\u0007\u202e\r]/);
    }
  });

  it("show their stack with --debug or its variable", async () => {
    const stack = /\n {4}at /;
    const withVariable = (value: string) =>
      runCli(["explain", "nothing"], { env: { TIKTOK_ADVISOR_DEBUG: value } });
    expect((await runCli(["explain", "nothing", "--debug"])).stderr).toMatch(stack);
    expect((await withVariable("1")).stderr).toMatch(stack);
    for (const value of ["", "0", "false"]) expect((await withVariable(value)).stderr).not.toMatch(stack);
  });
});

describe("the configuration", () => {
  it("that is broken is an error of every command that reads it", async () => {
    const cwd = temporaryFolder();
    const path = join(cwd, "tiktok-advisor.config.json");
    writeFileSync(path, '{"gaol":"views"}');
    const { code, stdout, stderr } = await runCli(["schedule"], { cwd });
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toBe(`error[CONFIG_INVALID]: ${path}: unknown key "gaol"\n  hint: did you mean "goal"?\n`);
  });

  it("named by --config must exist", async () => {
    const { code, stderr } = await runCli(["config", "--show", "--config", "none.json"]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^error\[CONFIG_INVALID\]: .*none\.json: no such file\n {2}hint: /);
  });
});

/** A folder with two exports of one account, the newer with more posts, and a report of the older. */
function exportsFolder(): string {
  const cwd = temporaryFolder();
  const text = sampleExport({ account: "loaf.lab", posts: 12, seed: 5 });
  writeFileSync(join(cwd, "new.jsonl"), text);
  writeFileSync(join(cwd, "old.jsonl"), `${text.split("\n").slice(0, 8).join("\n")}\n`);
  return cwd;
}

/** Every command with what it needs, the formats it has, and one it has not. */
const CASES: readonly { argv: string[]; formats: string[]; without: string | null }[] = [
  { argv: ["analyze", "new.jsonl"], formats: ["text", "json", "markdown", "html", "csv"], without: "ics" },
  { argv: ["inspect", "new.jsonl"], formats: ["text", "json", "markdown"], without: "html" },
  { argv: ["plan", "new.jsonl"], formats: ["text", "json", "markdown", "ics"], without: "csv" },
  { argv: ["compare", "old.jsonl", "new.jsonl"], formats: ["text", "json", "markdown"], without: "ics" },
  { argv: ["explain", "hashtags"], formats: ["text", "json", "markdown"], without: "html" },
  { argv: ["strategies"], formats: ["text", "json", "markdown"], without: "csv" },
  { argv: ["demo", "--since", "2026-05-20"], formats: ["json"], without: "ics" },
];

const START: ReadonlyMap<string, RegExp> = new Map([
  ["text", /^\n? \S/],
  ["json", /^\{\n {2}"schemaVersion": "1\.0",\n {2}"tool": \{\n {4}"name": "tiktok-advisor"/],
  ["markdown", /^# /],
  ["html", /^<!doctype html>/i],
  ["csv", /^\ufeff?"id"/],
  ["ics", /^BEGIN:VCALENDAR\r\n/],
]);

describe("the commands with formats", () => {
  const cwd = exportsFolder();

  describe.each(CASES)("$argv", ({ argv, formats, without }) => {
    it.each(formats)("print %s on stdout and nothing else, and with -q nothing on stderr", async (format) => {
      const { code, stdout, stderr } = await runCli([...argv, "--format", format, "-q"], { cwd });
      expect([code, stderr]).toEqual([0, ""]);
      expect(stdout).toMatch(START.get(format)!);
      expect(stdout.endsWith("\n")).toBe(true);
      expect(stdout).not.toMatch(/\u001b|NaN|Infinity|undefined/);
      if (format === "json")
        expect(Object.keys(JSON.parse(stdout)).slice(0, 4)).toEqual([
          "schemaVersion",
          "tool",
          "meta",
          "settings",
        ]);
    });

    it("refuse a format that they have not", async () => {
      const { code, stdout, stderr } = await runCli([...argv, "--format", without!], { cwd });
      expect([code, stdout]).toEqual([2, ""]);
      expect(stderr).toMatch(/^error\[USAGE\]: --format: /);
    });

    it("refuse an argument that they do not know", async () => {
      expect((await runCli([...argv, "--frobnicate"], { cwd })).code).toBe(2);
    });
  });

  it("take the format from the ending of the output file", async () => {
    for (const [name, format] of [
      ["r.json", "json"],
      ["r.md", "markdown"],
      ["r.HTM", "html"],
      ["r.csv", "csv"],
      ["r.txt", "text"],
    ]) {
      const { code, stdout, stderr } = await runCli(["analyze", "new.jsonl", "-o", name!], { cwd });
      expect([code, stdout]).toEqual([0, ""]);
      expect(stderr).toMatch(new RegExp(`^wrote ${name}$`, "m"));
      expect(readFileSync(join(cwd, name!), "utf8")).toMatch(START.get(format!)!);
    }
    await runCli(["plan", "new.jsonl", "-o", "p.ics"], { cwd });
    expect(readFileSync(join(cwd, "p.ics"), "utf8")).toMatch(START.get("ics")!);
  });

  it("let --format win over the ending, and take --json for --format json", async () => {
    await runCli(["analyze", "new.jsonl", "-o", "odd.html", "--format", "json"], { cwd });
    expect(readFileSync(join(cwd, "odd.html"), "utf8")).toMatch(START.get("json")!);
    const { stdout } = await runCli(["inspect", "new.jsonl", "--json"], { cwd });
    expect(stdout).toMatch(START.get("json")!);
    expect((await runCli(["inspect", "new.jsonl", "--json", "--format", "text"], { cwd })).code).toBe(2);
  });

  it("take -o - for stdout", async () => {
    const { stdout, stderr } = await runCli(["analyze", "new.jsonl", "--json", "-q", "-o", "-"], { cwd });
    expect(stdout).toMatch(START.get("json")!);
    expect(stderr).toBe("");
  });
});

describe("the commands without formats", () => {
  it.each([
    [["schedule"], /^0 7 \* \* 1 mkdir -p /m],
    [["config", "--show"], /^goal +likes +default$/m],
    [["schema"], /"\$schema": "https:\/\/json-schema.org\/draft\/2020-12\/schema"/],
    [["schema", "plan"], /"slots"/],
    [["complete", "bash"], /complete .* -F _tiktok_advisor tiktok-advisor/],
  ])("%j", async (argv, pattern) => {
    const { code, stdout, stderr } = await runCli([...argv, "-q"]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(pattern);
  });

  it("init asks nobody where there is no terminal", async () => {
    const { code, stdout, stderr } = await runCli(["init"]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^error\[NOT_INTERACTIVE\]/);
  });

  it("complete knows the strategies", async () => {
    const { stdout } = await runCli(["complete", "bash"]);
    expect(stdout).toContain("posting-schedule");
  });
});

describe("exit codes", () => {
  it.each([
    ["0 when there is too little data", ["analyze", "new.jsonl", "-q"], 0, null],
    ["1 for an export that is not there", ["analyze", "none.csv"], 1, "INPUT_NOT_FOUND"],
    [
      "1 for a folder that is not there",
      ["analyze", "new.jsonl", "-o", "none/r.html"],
      1,
      "OUTPUT_UNWRITABLE",
    ],
    [
      "1 for a report that is none",
      ["explain", "hashtags/#fyp", "--report", "new.jsonl"],
      1,
      "REPORT_INVALID",
    ],
    ["2 for an unknown zone", ["analyze", "new.jsonl", "--tz", "Europe/Pariss"], 2, "TIME_ZONE_UNKNOWN"],
    ["2 for an unknown id", ["explain", "hastags"], 2, "ID_UNKNOWN"],
    [
      "2 for an output that is the input",
      ["analyze", "new.jsonl", "-o", "./new.jsonl"],
      2,
      "OUTPUT_IS_INPUT",
    ],
    ["2 for no export", ["analyze"], 2, "USAGE"],
    [
      "2 for an account that is not there",
      ["analyze", "new.jsonl", "--account", "@x"],
      2,
      "ACCOUNT_NOT_FOUND",
    ],
    [
      "3 for a condition that holds",
      ["analyze", "new.jsonl", "--fail-on", "insufficient-data", "-q"],
      3,
      null,
    ],
    [
      "2 for a condition without what it needs",
      ["analyze", "new.jsonl", "--fail-on", "new-advice"],
      2,
      "USAGE",
    ],
  ])("%s", async (_what, argv, exit, name) => {
    const { code, stdout, stderr } = await runCli(argv as string[], { cwd: exportsFolder() });
    expect(code).toBe(exit);
    if (name === null) expect([stdout.length > 0, stderr]).toEqual([true, ""]);
    else {
      expect(stdout).toBe("");
      expect(stderr).toMatch(new RegExp(`^error\\[${name}\\]: .*\\n {2}hint: .+\\n$`, "m"));
    }
  });

  it("3 comes after the report is written", async () => {
    const cwd = exportsFolder();
    const { code } = await runCli(
      ["analyze", "new.jsonl", "--fail-on", "insufficient-data", "-o", "r.json"],
      { cwd },
    );
    expect(code).toBe(3);
    expect(JSON.parse(readFileSync(join(cwd, "r.json"), "utf8")).schemaVersion).toBe("1.0");
  });
});
