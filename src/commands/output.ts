import { lstatSync, readlinkSync, realpathSync, statSync } from "node:fs";
import { open } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { AdvisorError } from "../errors.ts";
import type { Io, OutStream } from "./io.ts";

/** Thrown when the reader of stdout has gone away (`| head`): the program ends quietly. */
export class PipeClosed extends Error {}

/**
 * Writes text to a stream and waits until it is handed over.
 * @throws PipeClosed when the other end is closed; AdvisorError OUTPUT_UNWRITABLE for a full disk and the like
 */
export function writeStream(stream: OutStream, text: string): Promise<void> {
  return new Promise((done, fail) => {
    const onError = (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE" || error.code === "ERR_STREAM_DESTROYED") fail(new PipeClosed());
      else fail(unwritable("stdout", error));
    };
    stream.once("error", onError);
    stream.write(text, (error) => {
      if (error) onError(error as NodeJS.ErrnoException);
      else {
        stream.removeListener("error", onError);
        done();
      }
    });
  });
}

/**
 * Writes a result where it is asked for: stdout (null or "-"), or a file, whole or not at all, through symlinks and keeping the
 * mode of an old file. Devices and pipes are written to as they are. Creates no folder.
 * @returns the path written, null for stdout
 */
export async function writeOutput(
  output: string | null,
  text: string | Buffer,
  io: Io,
): Promise<string | null> {
  if (output === null || output === "-") {
    await writeStream(io.stdout, String(text));
    return null;
  }
  try {
    if (/[\\/]$/.test(output)) throw Object.assign(new Error(), { code: "EISDIR" });
    const path = throughLinks(resolve(io.cwd, output));
    const old = statSync(path, { throwIfNoEntry: false });
    if (old?.isDirectory()) throw Object.assign(new Error(), { code: "EISDIR" });
    if (old && !old.isFile()) {
      const device = await open(path, "w");
      await device.writeFile(text);
      await device.close();
    } else {
      const { default: writeFileAtomic } = await import("write-file-atomic");
      await writeFileAtomic(path, text);
    }
  } catch (error) {
    throw unwritable(output, error as NodeJS.ErrnoException);
  }
  return output;
}

/** Where a path leads through symbolic links, also when the last one points to a file that does not exist yet. */
export function throughLinks(path: string): string {
  let at = path;
  for (let step = 0; step < 40; step++) {
    if (!lstatSync(at, { throwIfNoEntry: false })?.isSymbolicLink()) return at;
    at = resolve(realpathSync(dirname(at)), readlinkSync(at));
  }
  throw Object.assign(new Error(), { code: "ELOOP" });
}

/** Why a place cannot be written, as an error for people. */
export function unwritable(place: string, error: NodeJS.ErrnoException): AdvisorError {
  const sentences: Record<string, string> = {
    ENOENT: "the folder does not exist",
    EACCES: "permission denied",
    EPERM: "permission denied",
    EROFS: "the file system is read-only",
    EISDIR: "this is a folder",
    ENOTDIR: "a part of the path is not a folder",
    ENOSPC: "no space is left",
    EDQUOT: "the quota is used up",
    ELOOP: "the links lead in a circle",
    ENAMETOOLONG: "the name is too long",
  };
  return new AdvisorError(
    "OUTPUT_UNWRITABLE",
    place,
    sentences[error.code ?? ""] ?? `cannot be written (${error.code})`,
  );
}
