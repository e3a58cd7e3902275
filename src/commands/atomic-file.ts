import { statSync, unlinkSync } from "node:fs";
import { type FileHandle, open, rename } from "node:fs/promises";
import { resolve } from "node:path";
import type { Io } from "./io.ts";
import { throughLinks, unwritable } from "./output.ts";

/** A file that is written in parts and appears whole, or not at all. */
export interface AtomicFile {
  write(text: string): Promise<void>;
  /** puts the file in its place */
  commit(): Promise<void>;
  /** removes what was written; does nothing after commit */
  abort(): Promise<void>;
}

/**
 * Opens a file beside its place, through symbolic links and with the mode of the old file. What was not committed is removed
 * when the program ends, also by SIGINT and SIGTERM.
 * @throws AdvisorError OUTPUT_UNWRITABLE
 */
export async function openAtomicFile(output: string, io: Io): Promise<AtomicFile> {
  const guard = async <Value>(action: () => Promise<Value>): Promise<Value> => {
    try {
      return await action();
    } catch (error) {
      throw unwritable(output, error as NodeJS.ErrnoException);
    }
  };
  const { path, beside, handle } = await guard(async () => {
    const path = throughLinks(resolve(io.cwd, output));
    const old = statSync(path, { throwIfNoEntry: false });
    if (old?.isDirectory()) throw Object.assign(new Error(), { code: "EISDIR" });
    const isDevice = old !== undefined && !old.isFile();
    const beside = isDevice ? null : `${path}.${process.pid}`;
    const handle = await open(beside ?? path, "w", old?.mode);
    if (beside !== null && old) await handle.chmod(old.mode);
    return { path, beside, handle };
  });
  const remove = () => {
    if (beside === null) return;
    try {
      unlinkSync(beside);
    } catch {
      // it was never made, or is gone already
    }
  };
  process.once("exit", remove);
  let open_: FileHandle | null = handle;
  const close = async () => {
    process.removeListener("exit", remove);
    const closing = open_;
    open_ = null;
    await closing?.close();
  };
  return {
    write: (text) => guard(async () => void (await handle.writeFile(text))),
    commit: () =>
      guard(async () => {
        if (beside !== null) await handle.sync();
        await close();
        if (beside !== null) await rename(beside, path);
      }),
    abort: async () => {
      if (open_ === null) return;
      await close();
      remove();
    },
  };
}
