import { appendFileSync, chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readExports } from "../src/read/index.ts";
import { type BuiltProgram, buildProgramFiles, type SpawnWorld, spawned } from "./support/built-program.ts";
import { temporaryFolder } from "./support/fake-io.ts";
import { hasProgram } from "./support/has-program.ts";
import { sampleExport } from "./support/sample-export.ts";

// What MANNERS.md section 5 names and test/bin.test.ts, test/commands and test/read do not hold already.

let program: BuiltProgram;
beforeAll(() => {
  program = buildProgramFiles();
});
afterAll(() => program?.remove());

const tool = (args: readonly string[], world: SpawnWorld) =>
  spawned(process.execPath, [program.bin, ...args], world);
const sample = (posts: number) => sampleExport({ account: "loaf.lab", posts, seed: 5 });
const ERROR = (code: string) => new RegExp(`^error\\[${code}\\]: .*\\n {2}hint: .+\\n$`);

function folder(posts = 12): string {
  const cwd = temporaryFolder();
  mkdirSync(join(cwd, "exports"));
  writeFileSync(join(cwd, "exports", "posts.jsonl"), sample(posts));
  return cwd;
}

describe("inputs", { timeout: 300_000 }, () => {
  it("a missing file, a folder without exports and a file without permission have names", async () => {
    const cwd = folder();
    mkdirSync(join(cwd, "empty"));
    writeFileSync(join(cwd, "empty", "notes.md"), "nothing");
    const missing = await tool(["analyze", "no.csv"], { cwd });
    expect([missing.code, missing.stdout]).toEqual([1, ""]);
    expect(missing.stderr).toMatch(ERROR("INPUT_NOT_FOUND"));
    const empty = await tool(["analyze", "empty"], { cwd });
    expect([empty.code, empty.stdout]).toEqual([1, ""]);
    expect(empty.stderr).toMatch(ERROR("NO_EXPORTS"));
  });

  it.skipIf(process.getuid?.() === 0 && !hasProgram("setpriv"))(
    "a file without permission has a name",
    async () => {
      const cwd = folder();
      const path = join(cwd, "secret.csv");
      writeFileSync(path, "id,views\n1,2\n");
      chmodSync(path, 0);
      chmodSync(cwd, 0o755);
      // Root may read everything; without its capabilities it may not.
      const drop = process.getuid?.() === 0 ? ["setpriv", "--bounding-set=-all", "--inh-caps=-all"] : [];
      const [command, ...args] = [...drop, process.execPath, program.bin, "inspect", path];
      const { code, stderr } = await spawned(command!, args, { cwd });
      expect(code).toBe(1);
      expect(stderr).toMatch(ERROR("INPUT_UNREADABLE"));
    },
  );

  it("a file that grows while it is read is read to where it was, with a warning", async () => {
    const cwd = folder(400);
    const path = join(cwd, "exports", "posts.jsonl");
    let grown = false;
    const growing = setInterval(() => {
      appendFileSync(path, "\n");
      grown = true;
    }, 1);
    const dataset = await readExports([path]).finally(() => clearInterval(growing));
    expect(grown).toBe(true);
    expect(dataset.warnings.map(({ code }) => code)).toContain("INPUT_CHANGED");
    expect(dataset.posts).toHaveLength(400);
  });

  it("the same file twice counts once", async () => {
    const cwd = folder(30);
    const once = JSON.parse((await tool(["inspect", "exports", "--json"], { cwd })).stdout);
    const file = "exports/posts.jsonl";
    const twice = JSON.parse((await tool(["inspect", file, `./${file}`, "--json"], { cwd })).stdout);
    const unnamed = (rows: { file: string }[]) => rows.map(({ file: _, ...row }) => row);
    expect(unnamed(twice.rows)).toEqual(unnamed(once.rows));
    expect(twice.data.rows.used).toBe(30);
  });

  it("a clock behind the data changes nothing but meta", async () => {
    const cwd = folder(30);
    const at = async (epoch: string) => {
      const env = { SOURCE_DATE_EPOCH: epoch };
      const { code, stdout } = await tool(["analyze", "exports", "--json"], { cwd, env });
      expect(code).toBe(0);
      const { meta: _, ...report } = JSON.parse(stdout);
      return report;
    };
    expect(await at("86400")).toEqual(await at("1893456000"));
  });
});

describe("outputs", { timeout: 300_000 }, () => {
  const canMount =
    process.getuid?.() === 0 && hasProgram("unshare", ["-m", "mount", "-t", "tmpfs", "x", "/mnt"]);

  /** Runs the tool with a small file system of its own below "small". */
  async function onSmallDisk(
    before: string,
  ): Promise<{ stderr: string; code: number | null; stdout: string }> {
    const cwd = folder(60);
    mkdirSync(join(cwd, "small"));
    const line = `mount -t tmpfs -o size=16k x small && ${before} { "$@"; code=$?; ls -A small; cat small/r.json; exit $code; }`;
    const args = ["inspect", "exports", "--json", "-o", "small/r.json"];
    return await spawned(
      "unshare",
      ["-m", "bash", "-c", line, "bash", process.execPath, program.bin, ...args],
      {
        cwd,
      },
    );
  }

  it.skipIf(!canMount)("a full disk leaves the old report", async () => {
    const { code, stdout, stderr } = await onSmallDisk("echo old > small/r.json;");
    expect(code).toBe(1);
    expect(stderr).toMatch(/error\[OUTPUT_UNWRITABLE\]: .*no space is left/);
    expect(stdout).toBe("r.json\nold\n");
  });

  it.skipIf(!canMount)("a read-only target leaves the old report", async () => {
    const before = "echo old > small/r.json; mount -o remount,ro small;";
    const { code, stdout, stderr } = await onSmallDisk(before);
    expect(code).toBe(1);
    expect(stderr).toMatch(/error\[OUTPUT_UNWRITABLE\]: .*read-only/);
    expect(stdout).toBe("r.json\nold\n");
  });

  it("a folder that does not exist is named before the slow work, and nothing is made", async () => {
    const cwd = folder();
    const { code, stdout, stderr } = await tool(["analyze", "exports", "-o", "no/r.html"], { cwd });
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(/error\[OUTPUT_UNWRITABLE\]: .*folder does not exist/);
    expect(readdirSync(cwd)).toEqual(["exports"]);
  });
});

describe("the program itself", { timeout: 300_000 }, () => {
  it("tells an unhandled rejection in one line", async () => {
    const cwd = folder();
    const broken = join(cwd, "broken.mjs");
    writeFileSync(
      broken,
      `const timer = setInterval(() => {
        if (process.listenerCount("unhandledRejection") === 0) return;
        clearInterval(timer);
        Promise.reject(new Error("first line\\nsecond line"));
      }, 1);`,
    );
    const { code, stderr } = await spawned(
      process.execPath,
      ["--import", broken, program.bin, "inspect", "exports", "--json"],
      { cwd },
    );
    expect(code).toBe(1);
    expect(stderr).toMatch(/error\[INTERNAL\]: first line\n {2}hint: .+\n$/);
    expect(stderr).not.toContain("    at ");
  });

  it("asks nothing where nobody can answer", async () => {
    const cwd = folder();
    const { code, stdout, stderr } = await tool(["init"], { cwd });
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(ERROR("NOT_INTERACTIVE"));
    expect(existsSync(join(cwd, "tiktok-advisor.config.json"))).toBe(false);
  });

  it("reads its help in any locale and at 20 columns", async () => {
    for (const LC_ALL of ["C", "tr_TR.UTF-8", "ar_EG.UTF-8"]) {
      const { code, stdout } = await tool(["analyze", "--help"], {
        cwd: temporaryFolder(),
        env: { LC_ALL, COLUMNS: "20" },
      });
      expect([code, stdout.includes("--output")]).toEqual([0, true]);
    }
  });

  it("tells an unknown zone with the nearest name", async () => {
    const { code, stderr } = await tool(["inspect", "exports", "--tz", "Europe/Pariss"], { cwd: folder() });
    expect(code).toBe(2);
    expect(stderr).toMatch(/error\[TIME_ZONE_UNKNOWN\].*\n {2}hint: .*Europe\/Paris\?/);
  });
});
