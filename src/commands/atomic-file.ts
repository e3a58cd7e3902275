import { close, fchmodSync, fchown, fsync, open, openSync, rmSync, statSync, writeFile } from "node:fs";
import { rename } from "node:fs/promises";
import { resolve } from "node:path";
import { promisify } from "node:util";
import type { Io } from "./io.ts";
import { throughLinks } from "./through-links.ts";
import { unwritable } from "./unwritable.ts";

/** A file that is written in parts and appears whole, or not at all. */
export interface AtomicFile {
  write(text: string | Buffer): Promise<void>;
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
  const { path, old } = await guard(async () => {
    if (/[\\/]$/.test(output)) throw Object.assign(new Error(), { code: "EISDIR" });
    const path = throughLinks(resolve(io.cwd, output));
    const old = statSync(path, { throwIfNoEntry: false });
    if (old?.isDirectory()) throw Object.assign(new Error(), { code: "EISDIR" });
    return { path, old };
  });
  // Devices and pipes are written to as they are.
  const beside = old === undefined || old.isFile() ? `${path}.${process.pid}` : null;
  const remove = () => {
    if (beside !== null) rmSync(beside, { force: true });
  };
  // Stands from before the file is made until it is in its place: a signal at any time leaves nothing.
  process.once("exit", remove);
  let file: number | null = null;
  const closeFile = async () => {
    const closing = file;
    file = null;
    if (closing !== null) await promisify(close)(closing);
  };
  const abort = async () => {
    await closeFile().catch(() => {});
    process.removeListener("exit", remove);
    remove();
  };
  /** Whatever fails leaves no file beside the place. */
  const orAbort = async (action: () => Promise<void>): Promise<void> => {
    try {
      await guard(action);
    } catch (error) {
      await abort();
      throw error;
    }
  };
  await orAbort(async () => {
    remove();
    if (beside === null) {
      file = await promisify(open)(path, "w");
      return;
    }
    // Made in this thread: one that another thread makes may come after the handler of a signal has removed it.
    file = openSync(beside, "wx");
    if (!old) return;
    // Only root may give a file away; for everyone else it is theirs already.
    await promisify(fchown)(file, old.uid, old.gid).catch(() => {});
    fchmodSync(file, old.mode);
  });
  let isCommitted = false;
  return {
    write: (text) => orAbort(() => promisify(writeFile)(file!, text)),
    commit: () =>
      orAbort(async () => {
        if (beside !== null) await promisify(fsync)(file!);
        await closeFile();
        if (beside !== null) await rename(beside, path);
        isCommitted = true;
        process.removeListener("exit", remove);
      }),
    abort: async () => {
      if (!isCommitted) await abort();
    },
  };
}
