import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { accountFiles } from "../../src/commands/each/account-file.ts";
import { packDataset, runJob, type Work } from "../../src/commands/each/job.ts";
import { eachOutcome } from "../../src/commands/each/outcomes.ts";
import { openPool } from "../../src/commands/each/pool.ts";
import { head } from "../../src/commands/head.ts";
import { analysisSettingsOf } from "../../src/commands/reading.ts";
import { resolveSettings } from "../../src/commands/resolve-settings.ts";
import { type AccountDataset, readAccounts } from "../../src/index.ts";
import { type BuiltProgram, buildProgramFiles, spawned } from "../support/built-program.ts";
import { fakeIo, temporaryFolder } from "../support/fake-io.ts";
import { runCli } from "../support/run-cli.ts";
import { sampleExport } from "../support/sample-export.ts";

vi.mock("../../src/advise.ts", async (original) => {
  const actual = await original<typeof import("../../src/advise.ts")>();
  return {
    advise: (...args: Parameters<typeof actual.advise>) => {
      if (args[0].account === "@broken") throw new Error("the broken account\nbroke");
      return actual.advise(...args);
    },
  };
});

const ACCOUNTS = ["zoo.loaf", "a_loaf", "m.loaf"];
const POSTS = 14;

const linesOf = (accounts: readonly string[]) =>
  accounts.map((account) => sampleExport({ account, posts: POSTS, seed: account.charCodeAt(0) })).join("");

/** A folder with all.jsonl of several accounts. */
function place(accounts: readonly string[] = ACCOUNTS): string {
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, "all.jsonl"), linesOf(accounts));
  return cwd;
}

function reports(ndjson: string): { account: string | null; report: Record<string, unknown> }[] {
  expect(ndjson.endsWith("\n")).toBe(true);
  return ndjson
    .slice(0, -1)
    .split("\n")
    .map((line) => {
      const { meta: _, ...report } = JSON.parse(line);
      return { account: report.data.account, report };
    });
}

describe("analyze --each", () => {
  it("prints a report per line in order of name, the same as --account alone", async () => {
    const cwd = place();
    const { code, stdout } = await runCli(["analyze", "all.jsonl", "--each"], { cwd });
    expect(code).toBe(0);
    const found = reports(stdout);
    expect(found.map((one) => one.account)).toEqual(["@a_loaf", "@m.loaf", "@zoo.loaf"]);
    for (const { account, report } of found) {
      const alone = await runCli(["analyze", "all.jsonl", "--account", account!, "--json"], { cwd });
      const { meta: _, ...expected } = JSON.parse(alone.stdout);
      expect(JSON.stringify(report)).toBe(JSON.stringify(expected));
    }
  });

  it("names the inputs in meta, for every account", async () => {
    const { stdout } = await runCli(["analyze", "all.jsonl", "--each"], { cwd: place() });
    for (const line of stdout.trimEnd().split("\n"))
      expect(JSON.parse(line).meta.inputs).toEqual([expect.objectContaining({ name: "all.jsonl" })]);
  });

  it("gives one report for one account, and one without name for posts that name none", async () => {
    const alone = await runCli(["analyze", "all.jsonl", "--each"], { cwd: place(["a_loaf"]) });
    expect(reports(alone.stdout)).toHaveLength(1);
    const cwd = place(["a_loaf", "b_loaf"]);
    const nameless = sampleExport({ account: "x", posts: 3, seed: 9 }).replaceAll(
      '"author":{"uniqueId":"x"},',
      "",
    );
    writeFileSync(join(cwd, "all.jsonl"), linesOf(["a_loaf", "b_loaf"]) + nameless);
    const several = await runCli(["analyze", "all.jsonl", "--each"], { cwd });
    expect(reports(several.stdout).map((one) => one.account)).toEqual(["@a_loaf", "@b_loaf", null]);
  });

  it("writes lines to one file, whole", async () => {
    const cwd = place();
    const { code, stdout, stderr } = await runCli(["analyze", "all.jsonl", "--each", "-o", "r.ndjson"], {
      cwd,
    });
    expect([code, stdout]).toEqual([0, ""]);
    expect(stderr).toMatch(/^wrote r\.ndjson$/m);
    expect(reports(readFileSync(join(cwd, "r.ndjson"), "utf8"))).toHaveLength(3);
    expect(readdirSync(cwd).sort()).toEqual(["all.jsonl", "r.ndjson"]);
  });

  it("writes another format into the folder that -o names, a file per account", async () => {
    const cwd = place();
    mkdirSync(join(cwd, "out"));
    const { code, stderr } = await runCli(
      ["analyze", "all.jsonl", "--each", "--format", "html", "-o", "out"],
      { cwd },
    );
    expect(code).toBe(0);
    expect(stderr).toMatch(/^wrote out$/m);
    expect(readdirSync(join(cwd, "out")).sort()).toEqual(["a_loaf.html", "m.loaf.html", "zoo.loaf.html"]);
    const html = readFileSync(join(cwd, "out", "m.loaf.html"), "utf8");
    expect(html).toContain("@m.loaf");
    expect(html).not.toContain("@zoo.loaf");
  });

  it.each([
    ["another format without -o", ["--format", "html"], 2, "USAGE"],
    ["a folder that does not exist", ["--format", "html", "-o", "none"], 1, "OUTPUT_UNWRITABLE"],
    ["a file where a folder is needed", ["--format", "csv", "-o", "all.jsonl"], 1, "OUTPUT_UNWRITABLE"],
    ["a folder where a file is needed", ["-o", "."], 1, "OUTPUT_UNWRITABLE"],
    ["the input as output", ["-o", "all.jsonl"], 2, "OUTPUT_IS_INPUT"],
    ["--account beside --each", ["--account", "@a_loaf"], 2, "USAGE"],
  ])("refuses %s", async (_what, flags, exit, name) => {
    const cwd = place();
    const before = readFileSync(join(cwd, "all.jsonl"), "utf8");
    const { code, stdout, stderr } = await runCli(["analyze", "all.jsonl", "--each", ...flags], { cwd });
    expect([code, stdout]).toEqual([exit, ""]);
    expect(stderr).toMatch(new RegExp(`^error\\[${name}\\]: `, "m"));
    expect(readFileSync(join(cwd, "all.jsonl"), "utf8")).toBe(before);
    expect(readdirSync(cwd)).toEqual(["all.jsonl"]);
  });

  it("goes on after an account that fails, which is an error line and exit 1", async () => {
    const cwd = place(["a_loaf", "broken", "zoo.loaf"]);
    const { code, stdout, stderr } = await runCli(
      ["analyze", "all.jsonl", "--each", "-o", "r.ndjson", "-q"],
      { cwd },
    );
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toBe(
      "error[INTERNAL]: @broken: the broken account\\nbroke\n  hint: this is a bug: please report it with the output of --debug\n",
    );
    const kept = reports(readFileSync(join(cwd, "r.ndjson"), "utf8"));
    expect(kept.map((one) => one.account)).toEqual(["@a_loaf", "@zoo.loaf"]);
  });

  it("exits 3 when a --fail-on condition holds for any account, but 1 when one failed", async () => {
    const few = await runCli(["analyze", "all.jsonl", "--each", "--fail-on", "insufficient-data"], {
      cwd: place(),
    });
    expect(few.code).toBe(3);
    expect(reports(few.stdout)).toHaveLength(3);
    const broken = await runCli(["analyze", "all.jsonl", "--each", "--fail-on", "insufficient-data"], {
      cwd: place(["a_loaf", "broken"]),
    });
    expect(broken.code).toBe(1);
  });

  it("says what is to be said of the files once", async () => {
    const cwd = place();
    writeFileSync(join(cwd, "all.jsonl"), `${linesOf(ACCOUNTS)}{"id":"7000000000000000000","desc":"gone"}\n`);
    const { stderr } = await runCli(["analyze", "all.jsonl", "--each"], { cwd });
    expect(stderr.match(/ROW_UNUSABLE/g)).toHaveLength(1);
  });

  it("stops at an input that cannot be read", async () => {
    const { code, stdout, stderr } = await runCli(["analyze", "none.csv", "--each", "-o", "r.ndjson"]);
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(/^error\[INPUT_NOT_FOUND\]/);
  });
});

describe("accountFiles", () => {
  it.each([
    ["@loaf.lab", "loaf.lab.html"],
    ["@../../etc/passwd", "__.._etc_passwd.html"],
    ["@.hidden", "_hidden.html"],
    ["@a b\n\u001b[31m", "a_b___31m.html"],
    ["@日本", "日本.html"],
    [null, "without-account.html"],
    ["@", "_.html"],
  ])("names the file of %j %s", (account, name) => {
    expect(accountFiles(".html")(account)).toBe(name);
  });

  it("never gives two accounts one file", () => {
    const nameOf = accountFiles(".csv");
    expect([nameOf("@a b"), nameOf("@a_b"), nameOf("@A_b"), nameOf("@a_b-2")]).toEqual([
      ...["a_b.csv", "a_b-2.csv", "A_b-3.csv", "a_b-2-2.csv"],
    ]);
  });
});

describe("on several cores", { timeout: 300_000 }, () => {
  let program: BuiltProgram;
  beforeAll(() => {
    program = buildProgramFiles();
  });
  afterAll(() => program?.remove());

  async function workOf(cwd: string): Promise<Work> {
    const { io } = fakeIo({ cwd });
    const analysis = await analysisSettingsOf({ settings: resolveSettings({}, io), io });
    return { analysis, ...head(io, []), strict: false };
  }

  async function* tenAccounts(cwd: string, made: { count: number }): AsyncGenerator<AccountDataset> {
    const names = Array.from({ length: 10 }, (_, i) => `loaf${i}`);
    writeFileSync(
      join(cwd, "ten.jsonl"),
      linesOf(names.map((name, i) => `${String.fromCharCode(97 + i)}${name}`)),
    );
    for await (const account of readAccounts([join(cwd, "ten.jsonl")])) {
      made.count++;
      yield account;
    }
  }

  it("gives the same reports in the same order, and runs ahead by two accounts per core at most", async () => {
    const cwd = temporaryFolder();
    const work = await workOf(cwd);
    const { io } = fakeIo({ cwd, programPath: program.bin, cores: 2 });
    expect(existsSync(join(dirname(program.bin), "..", "dist", "each-worker.js"))).toBe(true);
    const made = { count: 0 };
    const seen: string[] = [];
    for await (const { account, dataset, outcome } of eachOutcome(tenAccounts(cwd, made), work, io, 0)) {
      seen.push(account!);
      expect(made.count - seen.length).toBeLessThanOrEqual(4);
      expect(outcome).toEqual(runJob(packDataset(dataset), work));
    }
    expect(seen).toHaveLength(10);
    expect(seen).toEqual([...seen].sort());
  });

  it("loses only the account whose thread dies", async () => {
    const cwd = temporaryFolder();
    const dying = join(cwd, "dying.mjs");
    writeFileSync(
      dying,
      `import { parentPort } from "node:worker_threads";
       parentPort.on("message", ({ account }) => {
         if (account === "exits") process.exit(7);
         if (account === "throws") throw new Error("it threw");
         parentPort.postMessage({ json: account });
       });`,
    );
    const pool = openPool(dying, 1, await workOf(cwd));
    const run = (account: string) => pool.run({ account } as never);
    const outcomes = await Promise.all(["one", "exits", "two", "throws", "three"].map(run));
    await pool.close();
    expect(outcomes).toEqual([
      { json: "one" },
      { error: expect.objectContaining({ message: "a thread ended by itself (7)" }) },
      { json: "two" },
      { error: expect.objectContaining({ message: "it threw" }) },
      { json: "three" },
    ]);
  });

  it("ends when the reader has gone away", async () => {
    const cwd = temporaryFolder();
    writeFileSync(
      join(cwd, "all.jsonl"),
      linesOf(Array.from({ length: 40 }, (_, i) => `${"abcdefghij"[i % 10]}${i}`)),
    );
    const line = '"$@" analyze all.jsonl --each -q | head -n 1 >/dev/null; echo "$PIPESTATUS"';
    const { stdout, stderr } = await spawned(
      "bash",
      ["--norc", "-c", line, "bash", process.execPath, program.bin],
      { cwd },
    );
    expect([stdout, stderr]).toEqual(["0\n", ""]);
  });

  it("interrupted, leaves the old file and nothing else", { timeout: 600_000 }, async () => {
    const cwd = place();
    const output = join(cwd, "r.ndjson");
    const args = [program.bin, "analyze", "all.jsonl", "--each", "-o", "r.ndjson"];
    let code: number | null = 0;
    let left = "";
    // On a busy machine the whole new file may stand before the signal comes.
    for (let tries = 0; left !== "old\n" && tries < 30; tries++) {
      if (tries > 0) expect(reports(left)).toHaveLength(ACCOUNTS.length);
      writeFileSync(output, "old\n");
      const onStart = async (_pid: number, kill: (signal: NodeJS.Signals) => void) => {
        while (readdirSync(cwd).length < 3 && readFileSync(output, "utf8") === "old\n") await wait(5);
        kill("SIGTERM");
      };
      ({ code } = await spawned(process.execPath, args, { cwd, onStart }));
      left = readFileSync(output, "utf8");
    }
    expect([code, left]).toEqual([143, "old\n"]);
    expect(readdirSync(cwd).sort()).toEqual(["all.jsonl", "r.ndjson"]);
  });
});

const SHARED = join(import.meta.dirname, "../../../shared/exports/tiktokapi/sug_users_vids1.csv");

describe.skipIf(!existsSync(SHARED))("the largest file of several accounts (../shared)", () => {
  it("gives each account the report that it gets alone", async () => {
    const { io } = fakeIo();
    const work = await (async () => {
      const analysis = await analysisSettingsOf({ settings: resolveSettings({}, io), io });
      return { analysis, ...head(io, []), strict: false };
    })();
    const wanted = 3;
    let count = 0;
    async function* first(): AsyncGenerator<AccountDataset> {
      for await (const account of readAccounts([SHARED], { mode: "analyze" }))
        if (count++ < wanted) yield account;
    }
    for await (const { account, outcome } of eachOutcome(first(), work, io)) {
      if ("error" in outcome) throw new Error(outcome.error.message);
      const alone = await runCli(["analyze", SHARED, "--account", account!, "--json", "--tz", "UTC"], {});
      const { meta: _, settings: __, ...expected } = JSON.parse(alone.stdout);
      const { meta: ___, settings: ____, ...report } = JSON.parse(outcome.json);
      expect(report.data.account).toBe(account);
      expect(JSON.stringify(report)).toBe(JSON.stringify(expected));
    }
    expect(count).toBe(488);
  });
});
