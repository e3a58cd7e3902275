import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BuiltProgram, buildProgramFiles, spawned } from "./support/built-program.ts";
import { temporaryFolder } from "./support/fake-io.ts";
import { hasProgram } from "./support/has-program.ts";
import { sampleExport } from "./support/sample-export.ts";

let program: BuiltProgram;
beforeAll(() => {
  program = buildProgramFiles();
});
afterAll(() => program?.remove());

const env = { SOURCE_DATE_EPOCH: "1767225600", TZ: "UTC" };

function folder(): string {
  const cwd = temporaryFolder();
  mkdirSync(join(cwd, "exports"));
  writeFileSync(
    join(cwd, "exports", "posts.jsonl"),
    sampleExport({ account: "loaf.lab", posts: 20, seed: 3 }),
  );
  return cwd;
}

const VIEWS = ["json", "html"] as const;

describe.skipIf(!hasProgram("unshare", ["-rn", "true"]))("without a network", { timeout: 300_000 }, () => {
  it.each(VIEWS)("analyze gives the same bytes (%s)", async (format) => {
    const cwd = folder();
    const args = [program.bin, "analyze", "exports", "--format", format];
    const alone = await spawned("unshare", ["-rn", process.execPath, ...args], { cwd, env });
    const usual = await spawned(process.execPath, args, { cwd, env });
    expect([alone.code, alone.stderr]).toEqual([0, usual.stderr]);
    expect(alone.stdout.length).toBeGreaterThan(100);
    expect(alone.stdout).toBe(usual.stdout);
  });
});

describe.skipIf(!hasProgram("strace", ["-f", "-o", "/dev/null", "true"]))(
  "under strace",
  { timeout: 300_000 },
  () => {
    /** Calls that make a socket of the network. */
    async function sockets(args: readonly string[]): Promise<string[]> {
      const cwd = folder();
      const log = join(cwd, "calls");
      const traced = ["-f", "-e", "trace=network", "-o", log, process.execPath, ...args];
      expect((await spawned("strace", traced, { cwd, env })).code).toBe(0);
      return readFileSync(log, "utf8")
        .split("\n")
        .filter((line) => /\b(socket|connect|sendto)\(.*\b(AF_INET6?|AF_NETLINK|AF_PACKET)\b/.test(line));
    }

    it.each([
      ["analyze", ["analyze", "exports", "-o", "r.html"]],
      ["analyze --json", ["analyze", "exports", "--json"]],
      ["inspect", ["inspect", "exports", "--json"]],
      ["demo", ["demo"]],
    ])("%s opens no socket", async (_, args) => {
      expect(await sockets([program.bin, ...args])).toEqual([]);
    });

    it("a socket would be seen", async () => {
      const code = "require('net').connect(9, '127.0.0.1').on('error', () => {})";
      expect(await sockets(["-e", code])).not.toEqual([]);
    });
  },
);
