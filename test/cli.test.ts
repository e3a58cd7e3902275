import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { SETTINGS } from "../src/commands/settings.ts";
import { VERBS } from "../src/commands/verbs.ts";
import { temporaryFolder } from "./support/fake-io.ts";
import { runCli } from "./support/run-cli.ts";

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
