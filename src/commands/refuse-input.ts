import { type BigIntStats, closeSync, type Dirent, openSync, readdirSync, readSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { AdvisorError } from "../errors.ts";
import type { Io } from "./io.ts";

/** Endings of files that the reader takes from a folder. */
const READ_FROM_FOLDERS = /\.(csv|tsv|tab|txt|xlsx|json|jsonl|ndjson|zip)$/i;

/**
 * Refuses an output that is one of the inputs, or a file in a folder of inputs: by name, symbolic link or hard link. A report that
 * this program wrote into a folder of inputs before may be written again.
 * @throws AdvisorError OUTPUT_IS_INPUT
 */
export function refuseInputAsOutput(output: string | null, inputs: readonly string[], io: Io): void {
  if (output === null || output === "-") return;
  const path = resolve(io.cwd, output);
  const target = statOf(path);
  if (target && !target.isFile()) return;
  for (const input of inputs) {
    if (input === "-") continue;
    const inputPath = resolve(io.cwd, input);
    const source = statOf(inputPath);
    const isSame = source?.isDirectory()
      ? target !== undefined && holds(inputPath, target) && !isOwnReport(path)
      : path === inputPath || (target !== undefined && source !== undefined && same(source, target));
    if (isSame)
      throw new AdvisorError(
        "OUTPUT_IS_INPUT",
        output,
        "the output file is one of the inputs; nothing was written",
      );
  }
}

/** What stands at a path; undefined for nothing, and for what cannot be looked at: reading or writing it says why. */
function statOf(path: string): BigIntStats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false, bigint: true });
  } catch {
    return undefined;
  }
}

const same = (a: BigIntStats, b: BigIntStats) => a.dev === b.dev && a.ino === b.ino;

/** Whether a folder holds a file, at any depth, among those that would be read. */
function holds(folder: string, target: BigIntStats): boolean {
  return entriesOf(folder).some((entry) => {
    if (entry.isDirectory() || !READ_FROM_FOLDERS.test(entry.name)) return false;
    const found = statOf(join(entry.parentPath, entry.name));
    return found !== undefined && same(found, target);
  });
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true, recursive: true });
  } catch {
    return [];
  }
}

/** Told by its first bytes: a JSON document or CSV of this program, or a text that is no table. */
function isOwnReport(path: string): boolean {
  const bytes = Buffer.alloc(512);
  const file = openSync(path, "r");
  const text = bytes.toString("utf8", 0, readSync(file, bytes, 0, bytes.length, 0)).replace(/^\uFEFF/, "");
  closeSync(file);
  if (/^\s*\{\s*"schemaVersion"[\s\S]*"tiktok-advisor"/.test(text)) return true;
  if (/\.txt$/i.test(path)) return (text.split("\n")[0]!.match(/[\t;,|]/g) ?? []).length < 2;
  return /^"?id"?,"?key"?,"?label"?,"?outcome"?,/.test(text);
}
