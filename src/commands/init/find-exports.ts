import { type Dirent, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Io } from "../io.ts";

const ENDINGS = /\.(csv|tsv|xlsx|json|jsonl|ndjson|zip)$/i;
const NOT_EXPORTS = /^(package(-lock)?|tsconfig.*|tiktok-advisor\.config|composer|deno)\.json$/i;

/**
 * Files and folders below the current folder that may hold exports, folders first: `exports/`, other folders with such files
 * directly in them, then the files here. Reads names only.
 * @returns paths relative to the current folder
 */
export function findExports(io: Io): string[] {
  const here = entriesOf(io.cwd);
  const folders = here
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith(".") && entry.name !== "node_modules")
    .map((entry) => entry.name)
    .filter((name) => entriesOf(join(io.cwd, name)).some(mayBeExport));
  const files = here.filter(mayBeExport).map((entry) => entry.name);
  const known = (name: string) => (name === "exports" ? 0 : 1);
  return [...folders.sort((a, b) => known(a) - known(b) || (a < b ? -1 : 1)), ...files.sort()];
}

function mayBeExport(entry: Dirent): boolean {
  return entry.isFile() && ENDINGS.test(entry.name) && !NOT_EXPORTS.test(entry.name);
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
