import { run } from "../../src/cli.ts";
import { type FakeWorldOptions, fakeIo } from "./fake-io.ts";

/** Runs the whole program in this process, on a world of its own. */
export async function runCli(
  argv: readonly string[],
  options: FakeWorldOptions = {},
): Promise<{ code: number; stdout: string; stderr: string; cwd: string }> {
  const world = fakeIo(options);
  const code = await run(argv, world.io);
  return { code, stdout: world.stdout(), stderr: world.stderr(), cwd: world.io.cwd };
}
