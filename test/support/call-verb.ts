import { Command as Program } from "commander";
import type { Command } from "../../src/commands/command.ts";
import { resolveSettings } from "../../src/commands/resolve-settings.ts";
import { type FakeWorld, type FakeWorldOptions, fakeIo } from "./fake-io.ts";

/** Runs one verb without the command line: arguments, options by key, and a world. */
export async function callVerb(
  verb: Command,
  args: readonly string[],
  options: Readonly<Record<string, unknown>> = {},
  world: FakeWorldOptions = {},
): Promise<FakeWorld & { code: number }> {
  const made = fakeIo(world);
  const settings = resolveSettings(options, made.io);
  const code = await verb({ args, options, settings, io: made.io, program: new Program("tiktok-advisor") });
  return { ...made, code };
}
