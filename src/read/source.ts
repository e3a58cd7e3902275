import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { AdvisorError } from "../errors.ts";
import { type ByteSurvey, decodeChunks, surveyBytes } from "./decode.ts";
import type { ExportInput, TableOptions } from "./rows.ts";

/** A file (or a member of a zip, or the standard input) that can be read again and again. */
export interface SourceFile {
  /** shown in reports: without folders, but for as many as make it unique */
  name: string;
  bytes: number;
  sha256: string;
  survey: ByteSurvey;
  /** the first bytes, at most 64 KiB */
  head: Buffer;
  /** found in a folder or zip, not named by the user: may be left out */
  isMember: boolean;
  open(): AsyncIterable<Buffer>;
  /** did the file change since it was looked at? */
  hasChanged(): Promise<boolean>;
}

const CHUNK_BYTES = 262_144;
const HEAD_BYTES = 65_536;
/** What is held in memory because it can be read only once, or is not text. */
const MEMORY_BYTES = 1_073_741_824;
const ENDINGS = new Set([".csv", ".tsv", ".txt", ".tab", ".xlsx", ".json", ".jsonl", ".ndjson", ".zip"]);

/** Does the name look like something that an export could be? Folders and zips are searched for these. */
export function hasExportEnding(name: string): boolean {
  return ENDINGS.has(extname(name).toLowerCase());
}

export interface FoundFile {
  /** path or name as given */
  path: string;
  isMember: boolean;
  source: { path: string } | { data: Uint8Array } | { stream: AsyncIterable<Uint8Array> };
}

/** Everything the inputs name: folders are searched, in order of name. `skipped` = files of folders that are no exports. */
export async function findFiles(
  inputs: readonly ExportInput[],
  options: TableOptions,
): Promise<{ files: FoundFile[]; skipped: string[] }> {
  const files: FoundFile[] = [];
  const skipped: string[] = [];
  for (const input of inputs) {
    if (typeof input !== "string") {
      files.push({ path: input.name, isMember: false, source: { data: input.data } });
    } else if (input === "-") {
      if (!options.stdin) throw new AdvisorError("INPUT_UNREADABLE", "-", "Cannot read the standard input.");
      files.push({ path: "stdin", isMember: false, source: { stream: options.stdin } });
    } else {
      const found = await stat(input).catch((error: NodeJS.ErrnoException) => unreadable(input, error));
      if (!found.isDirectory()) files.push({ path: input, isMember: false, source: { path: input } });
      else await searchFolder(input, files, skipped);
    }
  }
  return { files, skipped };
}

async function searchFolder(folder: string, files: FoundFile[], skipped: string[]): Promise<void> {
  const seen = new Set<string>();
  const before = files.length;
  const visit = async (path: string): Promise<void> => {
    const real = await realpath(path).catch((error: NodeJS.ErrnoException) => unreadable(path, error));
    if (seen.has(real)) return;
    seen.add(real);
    const names = await readdir(path).catch((error: NodeJS.ErrnoException) => unreadable(path, error));
    for (const name of names.sort()) {
      if (name.startsWith(".") || name === "__MACOSX") continue;
      const child = join(path, name);
      const found = await stat(child).catch(() => null);
      if (found?.isDirectory()) await visit(child);
      else if (found?.isFile() && hasExportEnding(name))
        files.push({ path: child, isMember: true, source: { path: child } });
      else skipped.push(child);
    }
  };
  await visit(folder);
  if (files.length === before) {
    const looked = skipped.length;
    throw new AdvisorError("NO_EXPORTS", folder, `${folder} holds no export: ${looked} files looked at.`);
  }
}

function unreadable(path: string, error: NodeJS.ErrnoException): never {
  if (error.code === "ENOENT" || error.code === "ENOTDIR") {
    throw new AdvisorError("INPUT_NOT_FOUND", path, `Cannot read ${path}: no such file.`);
  }
  const reason =
    error.code === "EACCES" || error.code === "EPERM" ? "permission denied" : (error.code ?? "error");
  throw new AdvisorError("INPUT_UNREADABLE", path, `Cannot read ${path}: ${reason}.`);
}

/** Names without folders, with as many folders in front as make each of them unique. */
export function shortNames(paths: readonly string[]): string[] {
  const parts = paths.map((path) => path.split(/[\\/]/).filter((part) => part !== "" && part !== "."));
  const depth = parts.map(() => 1);
  const nameOf = (index: number) => parts[index]!.slice(-depth[index]!).join("/");
  for (let round = 0; round < 40; round++) {
    const groups = new Map<string, number[]>();
    paths.forEach((_, index) => {
      groups.set(nameOf(index), [...(groups.get(nameOf(index)) ?? []), index]);
    });
    const clashing = [...groups.values()].filter(
      (group) => new Set(group.map((index) => paths[index])).size > 1,
    );
    if (clashing.length === 0) break;
    for (const index of clashing.flat()) depth[index]!++;
  }
  return paths.map((path, index) => nameOf(index) || basename(path) || path);
}

/** Looks a file over once: size, hash, encoding, head. What is no regular file is kept in memory. */
export async function openSource(found: FoundFile, name: string): Promise<SourceFile> {
  const { source } = found;
  if ("data" in source) return fromMemory(name, [Buffer.from(source.data)], found.isMember);
  if ("stream" in source) return fromMemory(name, await spool(source.stream, name), found.isMember);
  const before = await stat(source.path).catch((error: NodeJS.ErrnoException) =>
    unreadable(found.path, error),
  );
  if (!before.isFile()) {
    const stream = createReadStream(source.path, { highWaterMark: CHUNK_BYTES });
    return fromMemory(name, await spool(guarded(stream, found.path), name), found.isMember);
  }
  const open = () =>
    guarded(
      createReadStream(source.path, { highWaterMark: CHUNK_BYTES }) as AsyncIterable<Buffer>,
      found.path,
    );
  const looked = await look(open());
  return {
    name,
    isMember: found.isMember,
    ...looked,
    open,
    async hasChanged() {
      const after = await stat(source.path).catch(() => null);
      return after?.size !== looked.bytes || after.mtimeMs !== before.mtimeMs;
    },
  };
}

/** A source out of bytes in memory, such as a member of a zip. */
export async function fromMemory(
  name: string,
  chunks: readonly Buffer[],
  isMember: boolean,
): Promise<SourceFile> {
  const open = async function* () {
    for (const chunk of chunks) {
      for (let at = 0; at < chunk.length; at += CHUNK_BYTES) yield chunk.subarray(at, at + CHUNK_BYTES);
    }
  };
  return { name, isMember, ...(await look(open())), open, hasChanged: async () => false };
}

async function look(chunks: AsyncIterable<Buffer>) {
  const hash = createHash("sha256");
  const survey = surveyBytes();
  const heads: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    if (bytes < HEAD_BYTES) heads.push(Buffer.from(chunk.subarray(0, HEAD_BYTES - bytes)));
    bytes += chunk.length;
    hash.update(chunk);
    survey.add(chunk);
  }
  return { bytes, sha256: hash.digest("hex"), survey: survey.result(), head: Buffer.concat(heads) };
}

async function spool(stream: AsyncIterable<Uint8Array>, name: string): Promise<Buffer[]> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    bytes += chunk.length;
    if (bytes > MEMORY_BYTES) {
      throw new AdvisorError(
        "INPUT_TOO_LARGE",
        name,
        "A limit was reached: 1 GiB through a pipe.",
        "save it as a file and name that",
      );
    }
    chunks.push(Buffer.from(chunk));
  }
  return chunks;
}

/** Read errors of a stream as errors the user can act on. */
async function* guarded(
  stream: AsyncIterable<Buffer>,
  path: string,
): AsyncGenerator<Buffer, void, undefined> {
  try {
    yield* stream;
  } catch (error) {
    unreadable(path, error as NodeJS.ErrnoException);
  }
}

/** Reads a source whole. */
export async function readWhole(source: SourceFile): Promise<Buffer> {
  if (source.bytes > MEMORY_BYTES) {
    throw new AdvisorError(
      "INPUT_TOO_LARGE",
      source.name,
      "A limit was reached: 1 GiB for files that are no plain tables.",
    );
  }
  const chunks: Buffer[] = [];
  for await (const chunk of source.open()) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Reads a source whole as UTF-8 without byte-order mark and controls, or only its first `limit` bytes. */
export async function readDecoded(source: SourceFile, limit = Number.POSITIVE_INFINITY): Promise<Buffer> {
  if (source.bytes > MEMORY_BYTES && limit > MEMORY_BYTES) {
    throw new AdvisorError(
      "INPUT_TOO_LARGE",
      source.name,
      "A limit was reached: 1 GiB of JSON in one value.",
    );
  }
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of decodeChunks(source.open(), source.survey)) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes >= limit) break;
  }
  return Buffer.concat(chunks);
}
