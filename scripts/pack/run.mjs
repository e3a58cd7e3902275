import { execFileSync } from "node:child_process";

/** Clock and zone stand still, so that two runs may be compared byte by byte; nothing else of this machine is handed on. */
const WORLD = { PATH: process.env.PATH, SOURCE_DATE_EPOCH: "1767225600", TZ: "UTC" };

/** Runs a command of this machine (npm, tsc) and returns what it printed. Throws when it fails, with what it said. */
export function run(command, args, cwd = process.cwd(), env = process.env) {
  try {
    return execFileSync(command, args, { cwd, env, encoding: "utf8", stdio: "pipe", maxBuffer: 2 ** 28 });
  } catch (error) {
    throw new Error(`${command} ${args.join(" ")}\n${error.stdout ?? ""}${error.stderr ?? error.message}`);
  }
}

/** Runs a program in a small, fixed world and returns what it printed. Throws when it fails, with what it said. */
export const runAlone = (command, args, cwd) => run(command, args, cwd, WORLD);
