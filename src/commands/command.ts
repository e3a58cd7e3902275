import type { Command as Program } from "commander";
import type { Io } from "./io.ts";
import type { Settings } from "./resolve-settings.ts";

/** What a command is called with. */
export interface Call {
  /** positional arguments as given */
  args: readonly string[];
  /** options that only this command has, by camelCase name */
  options: Readonly<Record<string, unknown>>;
  settings: Settings;
  io: Io;
  /** the whole command tree, for completion and the man page */
  program: Program;
}

/** A verb of the program: does its work and returns the exit code. */
export type Command = (call: Call) => Promise<number>;
