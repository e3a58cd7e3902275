import { join } from "node:path";
import { build } from "esbuild";
import { spawned } from "./built-program.ts";

const ROOT = join(import.meta.dirname, "../..");

/** Limit of a test that uses `endsWithin`, in ms of the clock: out of the way even where many wait for a processor. */
export const UNHURRIED = 600_000;

/** A thread that ends its process once that has used too much processor time, however busy the main thread is. */
const watch = (cpuSeconds: number) => `{
  const { Worker } = await import("node:worker_threads");
  const look = \`setInterval(() => {
    const { user, system } = process.cpuUsage();
    if (user + system > ${cpuSeconds * 1e6}) process.kill(process.pid, "SIGKILL");
  }, 50)\`;
  new Worker(look, { eval: true, execArgv: [] }).unref();
}
`;

/**
 * Runs code in a process of its own and says whether it came to its end before it had used so much processor time. Time is
 * not that of a clock, so a busy machine changes nothing, and an endless loop fails a test instead of hanging it.
 * @param cpuSeconds so generous that only another order of growth exceeds it
 * @param code a module; its imports start at the project's root: `import { median } from "./src/stats/quantile.ts"`
 * @throws what the code wrote to stderr when it fails
 */
export async function endsWithin(cpuSeconds: number, code: string): Promise<boolean> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: ROOT, loader: "ts" },
    ...{ bundle: true, write: false, format: "esm", platform: "node", packages: "external" },
  });
  const {
    code: exit,
    signal,
    stderr,
  } = await spawned(process.execPath, ["--input-type=module", "-"], {
    cwd: ROOT,
    input: watch(cpuSeconds) + outputFiles[0]!.text,
  });
  if (signal === null && exit !== 0) throw new Error(stderr);
  return signal === null;
}
