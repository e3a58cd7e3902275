import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Asker } from "../../src/commands/init/ask.ts";
import { findExports } from "../../src/commands/init/find-exports.ts";
import { askQuestions } from "../../src/commands/init/questions.ts";
import { init } from "../../src/commands/init.ts";
import { CONFIG_NAME, resolveSettings } from "../../src/commands/resolve-settings.ts";
import { type BuiltProgram, buildProgramFiles, spawned } from "../support/built-program.ts";
import { callVerb } from "../support/call-verb.ts";
import { fakeIo, temporaryFolder } from "../support/fake-io.ts";
import { openTerminal, TERMINAL_MAKER } from "../support/pseudo-terminal.ts";
import { sampleExport } from "../support/sample-export.ts";

/** A table whose headers nobody can know: Danish-like words of one's own. */
const UNKNOWN = [
  "Hvornaar;Set af;Hjerter;Hvad;Humoer",
  ...Array.from(
    { length: 30 },
    (_, i) =>
      `2026-03-${String(i + 1).padStart(2, "0")} 18:0${i % 6};${1000 + i * 7};${50 + i};Loaf ${i};${i % 2 ? "sad" : "glad"}`,
  ),
  "",
].join("\n");

function place(files: Readonly<Record<string, string>>): string {
  const cwd = temporaryFolder();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(cwd, name, ".."), { recursive: true });
    writeFileSync(join(cwd, name), text);
  }
  return cwd;
}

const posts = (account = "loaf.lab", count = 30) =>
  sampleExport({ account, posts: count, seed: account.length });

/** Answers by the words of the question; a question without an answer fails the test. */
function scripted(answers: readonly [RegExp, unknown][]): Asker & { asked: string[] } {
  const left = [...answers];
  const asked: string[] = [];
  const answer = (message: string): unknown => {
    asked.push(message);
    const at = left.findIndex(([pattern]) => pattern.test(message));
    if (at < 0) throw new Error(`no answer to: ${message}`);
    return left.splice(at, 1)[0]![1];
  };
  return {
    asked,
    select: async (message, choices) => {
      const wanted = answer(message);
      const choice = choices.find(({ name, value }) => value === wanted || name === wanted);
      if (!choice)
        throw new Error(`${message}: no ${String(wanted)} among ${choices.map((one) => one.name).join()}`);
      return choice.value;
    },
    checkbox: async (message, choices) => {
      const wanted = answer(message) as string[];
      return choices.filter(({ name }) => wanted.includes(name)).map(({ value }) => value);
    },
    input: async (message, _preset, check) => {
      const text = answer(message) as string;
      const wrong = check(text);
      if (wrong !== null) throw new Error(wrong);
      return text;
    },
    confirm: async (message) => answer(message) as boolean,
  };
}

async function asking(cwd: string, answers: [RegExp, unknown][], named: string[] = [], flags = {}) {
  const world = fakeIo({ cwd });
  const asker = scripted(answers);
  const config = await askQuestions(named, resolveSettings(flags, world.io), asker, world.io);
  return { config, asked: asker.asked, stderr: world.stderr() };
}

const REST: [RegExp, unknown][] = [
  [/time zone/, null],
  [/more of/, "views"],
  [/posts a week/, ""],
];

describe("findExports", () => {
  it("lists folders with exports, exports/ first, then files", () => {
    const cwd = place({
      "b/x.csv": "",
      "exports/y.csv": "",
      "empty/readme.md": "",
      "node_modules/z.csv": "",
      ".git/c.csv": "",
      "Content.csv": "",
      "notes.txt": "",
      "package.json": "{}",
      [CONFIG_NAME]: "{}",
    });
    expect(findExports(fakeIo({ cwd }).io)).toEqual(["exports", "b", "Content.csv"]);
  });
});

describe("the questions", () => {
  it("lead to a configuration of what was chosen only", async () => {
    const cwd = place({ "exports/posts.jsonl": posts() });
    const { config, stderr } = await asking(cwd, [
      [/exports\?/, "exports"],
      [/right/, true],
      [/Columns of your own/, []],
      ...REST,
    ]);
    expect(config).toEqual({ exports: ["exports"], goal: "views" });
    expect(stderr).toContain("@loaf.lab");
    expect(stderr).toContain("30 posts");
  });

  it("take an account, a zone and a plan", async () => {
    const cwd = place({ "two.jsonl": posts("a.one") + posts("c.three") });
    const { config } = await asking(
      cwd,
      [
        [/right/, true],
        [/Columns of your own/, []],
        [/account/, "@c.three"],
        [/time zone/, "another"],
        [/Time zone/, "Europe/Paris"],
        [/more of/, "saves"],
        [/posts a week/, "4"],
      ],
      ["two.jsonl"],
    );
    expect(config).toEqual({
      exports: ["two.jsonl"],
      account: "@c.three",
      tz: "Europe/Paris",
      goal: "saves",
      perWeek: 4,
    });
  });

  it("ask for columns that nobody can know, and offer the others as labels", async () => {
    const cwd = place({ "mine.csv": UNKNOWN });
    const { config, stderr } = await asking(
      cwd,
      [
        [/Name the columns/, true],
        [/time or day/, "Hvornaar"],
        [/the views/, "Set af"],
        [/the likes/, "Hjerter"],
        [/the link/, ""],
        [/the caption/, "Hvad"],
        [/right/, true],
        [/Columns of your own/, ["Humoer"]],
        ...REST,
      ],
      ["mine.csv"],
    );
    expect(stderr).toContain("error[COLUMN_MISSING]");
    expect(config).toMatchObject({
      map: { postedAt: "Hvornaar", views: "Set af", likes: "Hjerter", title: "Hvad" },
      labels: ["Humoer"],
    });
  });

  it("ask again when an export cannot be read or is not the right one", async () => {
    const cwd = place({ "posts.jsonl": posts() });
    const { config, asked } = await asking(
      cwd,
      [
        [/exports\?/, "somewhere else"],
        [/File or folder/, "posts.jsonl"],
        [/right/, false],
        [/exports\?/, "posts.jsonl"],
        [/right/, true],
        [/Columns of your own/, []],
        ...REST,
      ],
      ["none.csv"],
    );
    expect(config.exports).toEqual(["posts.jsonl"]);
    expect(asked.filter((message) => /exports\?/.test(message))).toHaveLength(2);
  });

  it("are not asked where a flag answers", async () => {
    const cwd = place({ "mine.csv": UNKNOWN });
    const map = ["postedAt=Hvornaar", "views=Set af", "likes=Hjerter", "title=Hvad"];
    const flags = { map, labels: ["Humoer"], tz: "UTC", goal: "likes", perWeek: "3" };
    const { config, asked } = await asking(cwd, [[/right/, true]], ["mine.csv"], flags);
    expect(asked).toHaveLength(1);
    expect(config).toEqual({
      exports: ["mine.csv"],
      map: { postedAt: "Hvornaar", views: "Set af", likes: "Hjerter", title: "Hvad" },
      labels: ["Humoer"],
      tz: "UTC",
      goal: "likes",
      perWeek: 3,
    });
  });
});

describe("without a terminal", () => {
  it.each([
    ["stdin is no terminal", { stderrIsTTY: true }, {}],
    ["stderr is no terminal", { stdinIsTTY: true }, {}],
    ["--no-input", { stdinIsTTY: true, stderrIsTTY: true }, { input: false }],
  ])("it names the flags: %s", async (_what, world, flags) => {
    await expect(callVerb(init, [], flags, world)).rejects.toMatchObject({
      code: "NOT_INTERACTIVE",
      exitCode: 2,
      hint: expect.stringMatching(/--goal.*--tz.*--per-week.*--labels.*--map.*tiktok-advisor\.config\.json/),
    });
  });
});

describe.skipIf(TERMINAL_MAKER === null)("on a terminal", { timeout: 300_000 }, () => {
  let program: BuiltProgram;
  beforeAll(() => {
    program = buildProgramFiles();
  });
  afterAll(() => program?.remove());

  const start = (cwd: string, args: readonly string[] = []) =>
    openTerminal([process.execPath, program.bin, "init", ...args], {
      cwd,
      env: {
        PATH: process.env["PATH"]!,
        HOME: cwd,
        TERM: "xterm-256color",
        LANG: "en_GB.UTF-8",
        TZ: "Europe/Paris",
      },
    });
  const ENTER = "\r";
  const DOWN = "\u001b[B";

  it("is led from the export to the configuration, which gives the same report as the flags", async () => {
    const cwd = place({ "exports/posts.jsonl": posts("loaf.lab", 40) });
    const terminal = start(cwd);
    await terminal.waitFor(/Where are your exports\?/);
    terminal.type(ENTER);
    await terminal.waitFor(/40 posts/);
    await terminal.waitFor(/Is this right\?/);
    terminal.type(ENTER);
    const next = await terminal.waitFor(/Columns of your own|time zone/);
    if (next !== "time zone") {
      terminal.type(ENTER);
      await terminal.waitFor(/time zone/);
    }
    // The host's own zone comes as a second choice where it differs from the first.
    const choices = await terminal.waitFor(/[\s\S]*another/);
    terminal.type(DOWN.repeat(choices.includes("always") ? 2 : 1) + ENTER);
    await terminal.waitFor(/Time zone, such as/);
    terminal.type(`America/New_York${ENTER}`);
    await terminal.waitFor(/What do you want more of\?/);
    terminal.type(DOWN + ENTER);
    await terminal.waitFor(/How many posts a week/);
    terminal.type(`5${ENTER}`);
    await terminal.waitFor(/wrote tiktok-advisor\.config\.json/);
    expect(await terminal.ended).toBe(0);
    expect(JSON.parse(readFileSync(join(cwd, CONFIG_NAME), "utf8"))).toEqual({
      exports: ["exports"],
      tz: "America/New_York",
      goal: "views",
      perWeek: 5,
    });
    const flags = [
      "exports",
      "--tz",
      "America/New_York",
      "--goal",
      "views",
      "--per-week",
      "5",
      "--config",
      "empty.json",
    ];
    writeFileSync(join(cwd, "empty.json"), "{}");
    const [byConfig, byFlags] = await Promise.all(
      [[], flags].map(async (args) => {
        const { code, stdout } = await spawned(
          process.execPath,
          [program.bin, "analyze", "--json", ...args],
          { cwd },
        );
        expect(code).toBe(0);
        const { meta: _, ...report } = JSON.parse(stdout);
        expect(report.settings.timeZone.source).toBe(args.length > 0 ? "flag" : "config");
        report.settings.timeZone.source = "";
        return report;
      }),
    );
    expect(byConfig).toEqual(byFlags);
  });

  it("asks before it replaces a configuration", async () => {
    const cwd = place({ "exports/posts.jsonl": posts(), [CONFIG_NAME]: '{"goal":"saves"}' });
    const terminal = start(cwd);
    await terminal.waitFor(/exists\. Replace it\?/);
    terminal.type(`n${ENTER}`);
    expect(await terminal.ended).toBe(0);
    expect(readFileSync(join(cwd, CONFIG_NAME), "utf8")).toBe('{"goal":"saves"}');
  });

  it.each([
    ["Ctrl-C", "\u0003", /Where are your exports\?/],
    ["Ctrl-D", "\u0004", /Where are your exports\?/],
    ["Ctrl-C at a later question", "\u0003", /Is this right\?/],
  ])("leaves nothing behind after %s, exit 130", async (_what, key, at) => {
    const cwd = place({ "exports/posts.jsonl": posts() });
    const terminal = start(cwd);
    await terminal.waitFor(/Where are your exports\?/);
    if (at.source.startsWith("Is")) {
      terminal.type(ENTER);
      await terminal.waitFor(at);
    }
    terminal.type(key);
    expect(await terminal.ended).toBe(130);
    expect(readdirSync(cwd).filter((name) => name !== "exports")).toEqual([]);
  });

  it("asks on stderr: stdout stays empty", async () => {
    const cwd = place({ "exports/posts.jsonl": posts() });
    const terminal = openTerminal(
      ["sh", "-c", '"$@" >out.txt', "sh", process.execPath, program.bin, "init"],
      {
        cwd,
        env: { PATH: process.env["PATH"]!, HOME: cwd, TERM: "xterm" },
      },
    );
    await terminal.waitFor(/Where are your exports\?/);
    terminal.type("\u0003");
    expect(await terminal.ended).toBe(130);
    expect(readFileSync(join(cwd, "out.txt"), "utf8")).toBe("");
    expect(existsSync(join(cwd, CONFIG_NAME))).toBe(false);
  });
});
