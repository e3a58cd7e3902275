import { crc32 } from "node:zlib";
import { Inflate } from "fflate";
import { AdvisorError } from "../errors.ts";

/** Guards against zip bombs: what a zip may hold, and what it may grow to. */
export interface ZipLimits {
  entries: number;
  bytes: number;
  ratio: number;
}

export const ZIP_LIMITS: ZipLimits = { entries: 1_000, bytes: 536_870_912, ratio: 200 };

/** Below this size no ratio is suspicious: a few kilobytes of equal rows shrink to almost nothing. */
const RATIO_FROM_BYTES = 4_194_304;
const SLICE_BYTES = 65_536;

/** An entry of a zip; its name is for people only, never a path. */
export interface ZipEntry {
  name: string;
  /** inflates it; counts against the limits of the whole zip */
  read(): Buffer;
}

/**
 * The entries of a zip, by its central directory; folders are left out.
 * @throws AdvisorError ZIP_UNREADABLE, INPUT_TOO_LARGE
 */
export function openZip(file: string, bytes: Buffer, limits: ZipLimits = ZIP_LIMITS): ZipEntry[] {
  const damaged = (detail: string) =>
    new AdvisorError(
      "ZIP_UNREADABLE",
      file,
      `The zip is damaged, encrypted or of an unsupported kind (${detail}).`,
    );
  const end = directoryEnd(bytes);
  if (end < 0) throw damaged("its end is missing");
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  if (count === 0xffff || at === 0xffffffff) throw damaged("zip64");
  if (count > limits.entries) {
    throw new AdvisorError(
      "INPUT_TOO_LARGE",
      file,
      `A limit was reached: ${count} entries, at most ${limits.entries}.`,
    );
  }
  let spent = 0;
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50)
      throw damaged("its directory is broken");
    const record = readRecord(bytes, at);
    at = record.end;
    if (record.name.endsWith("/")) continue;
    entries.push({
      name: record.name,
      read() {
        if (record.flags & 1) throw damaged(`${record.name} is encrypted`);
        const inflated = inflateEntry(file, bytes, record, limits, spent, damaged);
        spent += inflated.length;
        return inflated;
      },
    });
  }
  return entries;
}

interface EntryRecord {
  name: string;
  flags: number;
  method: number;
  crc: number;
  packed: number;
  offset: number;
  end: number;
}

function readRecord(bytes: Buffer, at: number): EntryRecord {
  const nameLength = bytes.readUInt16LE(at + 28);
  const rest = bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  const name = bytes.subarray(at + 46, at + 46 + nameLength);
  const flags = bytes.readUInt16LE(at + 8);
  const text = name.toString("utf8");
  return {
    name: flags & 0x800 || !text.includes("\ufffd") ? text : name.toString("latin1"),
    flags,
    method: bytes.readUInt16LE(at + 10),
    crc: bytes.readUInt32LE(at + 16),
    packed: bytes.readUInt32LE(at + 20),
    offset: bytes.readUInt32LE(at + 42),
    end: at + 46 + nameLength + rest,
  };
}

/** Position of the end-of-directory record, searched from the back; -1 = none. */
function directoryEnd(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - 22 - 65_535);
  for (let at = bytes.length - 22; at >= first; at--) if (bytes.readUInt32LE(at) === 0x06054b50) return at;
  return -1;
}

function inflateEntry(
  file: string,
  bytes: Buffer,
  record: EntryRecord,
  limits: ZipLimits,
  spent: number,
  damaged: (detail: string) => AdvisorError,
): Buffer {
  const head = record.offset;
  if (head + 30 > bytes.length || bytes.readUInt32LE(head) !== 0x04034b50)
    throw damaged(`${record.name} is missing`);
  const start = head + 30 + bytes.readUInt16LE(head + 26) + bytes.readUInt16LE(head + 28);
  const packed = bytes.subarray(start, start + record.packed);
  if (packed.length < record.packed) throw damaged(`${record.name} is cut off`);
  const parts: Buffer[] = [];
  let size = 0;
  const take = (part: Uint8Array) => {
    size += part.length;
    if (spent + size > limits.bytes) {
      const mebibytes = Math.round(limits.bytes / 1_048_576);
      throw new AdvisorError(
        "INPUT_TOO_LARGE",
        file,
        `A limit was reached: more than ${mebibytes} MiB unpacked.`,
      );
    }
    if (size > RATIO_FROM_BYTES && size > record.packed * limits.ratio) {
      throw new AdvisorError(
        "INPUT_TOO_LARGE",
        file,
        `A limit was reached: ${record.name} unpacks to more than ${limits.ratio} times its size.`,
      );
    }
    parts.push(Buffer.from(part));
  };
  if (record.method === 0) take(packed);
  else if (record.method === 8) inflate(packed, take, record.name, damaged);
  else throw damaged(`${record.name} is packed by method ${record.method}`);
  const whole = Buffer.concat(parts);
  if (crc32(whole) !== record.crc) throw damaged(`${record.name} fails its checksum`);
  return whole;
}

function inflate(
  packed: Buffer,
  take: (part: Uint8Array) => void,
  name: string,
  damaged: (detail: string) => AdvisorError,
): void {
  const stream = new Inflate((part) => take(part));
  try {
    for (let at = 0; at < packed.length; at += SLICE_BYTES) {
      stream.push(packed.subarray(at, at + SLICE_BYTES), at + SLICE_BYTES >= packed.length);
    }
  } catch (error) {
    throw error instanceof AdvisorError ? error : damaged(`${name} cannot be unpacked`);
  }
}

/** Entries that only file managers care for. */
export function isHiddenEntry(name: string): boolean {
  return name.split(/[\\/]/).some((part) => part === "__MACOSX" || /^\.(?!\.?$)/.test(part));
}
