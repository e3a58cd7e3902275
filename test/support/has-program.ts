import { spawnSync } from "node:child_process";

/** True when a program of this machine starts and ends well; tests that need it skip by name otherwise. */
export function hasProgram(name: string, args: readonly string[] = ["--version"]): boolean {
  return spawnSync(name, [...args], { stdio: "ignore" }).status === 0;
}
