import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { buildProgramFiles, spawned } from "../test/support/built-program.ts";
import { seededRandom } from "../test/support/random.ts";
import { sampleExport } from "../test/support/sample-export.ts";

const OLD = "the old report\n";

/**
 * Starts runs that write over an old report and ends each by SIGKILL: half at any time, half while the new report is being
 * written. `whole` counts reports that are the old one or the new one to the last byte.
 */
export async function killRuns(times: number, seed: number) {
  const program = buildProgramFiles(process.cwd());
  const cwd = mkdtempSync(join(tmpdir(), "tiktok-advisor-kills-"));
  try {
    mkdirSync(join(cwd, "exports"));
    writeFileSync(join(cwd, "exports/posts.jsonl"), sampleExport({ account: "loaf.lab", posts: 1500, seed }));
    const output = join(cwd, "r.json");
    const args = [program.bin, "inspect", "exports", "--json", "-o", "r.json"];
    const env = { SOURCE_DATE_EPOCH: "1767225600" };
    const startedAt = performance.now();
    await spawned(process.execPath, args, { cwd, env });
    const runMilliseconds = performance.now() - startedAt;
    const fresh = readFileSync(output);
    const random = seededRandom(seed);
    const count = { whole: 0, killed: 0, torn: 0 };
    for (let i = 0; i < times; i++) {
      for (const name of readdirSync(cwd)) if (name.startsWith("r.json")) rmSync(join(cwd, name));
      writeFileSync(output, OLD);
      const { signal } = await spawned(process.execPath, args, {
        cwd,
        env,
        onStart: async (_pid, kill) => {
          if (i % 2 === 0) await wait(runMilliseconds * random.uniform(0.1, 1));
          else
            for (let tries = 0; readdirSync(cwd).length < 3 && tries < 10_000; tries++) {
              if (readFileSync(output).length !== OLD.length) break;
              await wait(1);
            }
          kill("SIGKILL");
        },
      });
      if (signal === "SIGKILL") count.killed++;
      const found = readFileSync(output);
      if (found.equals(fresh) || found.toString() === OLD) count.whole++;
      else count.torn++;
    }
    return count;
  } finally {
    rmSync(cwd, { recursive: true, force: true });
    program.remove();
  }
}
