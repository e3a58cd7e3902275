import { AdvisorError } from "../errors.ts";
import type { SourceFile } from "./source.ts";

export type InputKind = "zip" | "json" | "text";

const MAGIC: readonly (readonly [string, string])[] = [
  ["\x89PNG", "a picture"],
  ["\xff\xd8\xff", "a picture"],
  ["GIF8", "a picture"],
  ["RIFF", "a picture, a sound or a video"],
  ["%PDF", "a PDF"],
  ["SQLite format 3", "a database"],
  ["\x1f\x8b", "a gzip archive; unpack it first"],
  ["7z\xbc\xaf", "a 7z archive; unpack it first"],
  ["Rar!", "a RAR archive; unpack it first"],
  ["BZh", "a bzip2 archive; unpack it first"],
  ["ID3", "a sound"],
  ["OggS", "a sound or a video"],
  ["\x1aE\xdf\xa3", "a video"],
  ["\x7fELF", "a program"],
  ["MZ", "a program"],
];

const NUL_SHARE = 0.01;

/**
 * What kind of input this is, by its first bytes and never by its name.
 * @throws AdvisorError for what is no export at all
 */
export function sniffInput(source: SourceFile): InputKind {
  const { name, head, survey } = source;
  if (source.bytes === 0) throw new AdvisorError("INPUT_EMPTY", name, "The file is empty (0 bytes).");
  const start = head.toString("latin1", 0, 16);
  if (start.startsWith("PK\x03\x04") || start.startsWith("PK\x05\x06")) return "zip";
  if (start.startsWith("\xd0\xcf\x11\xe0")) {
    throw new AdvisorError(
      "XLSX_UNREADABLE",
      name,
      "The workbook is in the old XLS format or protected by a password.",
    );
  }
  const binary = binaryKind(head, start);
  if (binary !== null) throw new AdvisorError("INPUT_BINARY", name, `This is ${binary}, not an export.`);
  if (!survey.encoding.startsWith("utf-16") && survey.nulShare > NUL_SHARE) {
    throw new AdvisorError("INPUT_BINARY", name, "This is a binary file, not an export.");
  }
  const text = headText(source);
  if (text.trim() === "" && source.bytes === head.length) {
    throw new AdvisorError("INPUT_EMPTY", name, "The file is empty (only white space).");
  }
  if (/^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype|html)\b/i.test(text)) {
    throw new AdvisorError("INPUT_HTML", name, "This is a web page, not an export.");
  }
  return /^\s*(?:\{|\[\s*(?:[{[\]"]|null\b|true\b|false\b|-?\d|$))/.test(text) ? "json" : "text";
}

function binaryKind(head: Buffer, start: string): string | null {
  if (start.slice(4, 8) === "ftyp") return "a video";
  const found = MAGIC.find(([magic]) => start.startsWith(magic));
  if (!found) return null;
  // Two letters can begin a header too: "MZ" and "ID3" count only with bytes that no text has.
  const isShort = ["MZ", "ID3", "BZh", "RIFF"].includes(found[0]);
  return isShort && !head.subarray(0, 512).some((byte) => byte < 9) ? null : found[1];
}

function headText({ head, survey }: SourceFile): string {
  const rest = head.subarray(survey.bomBytes, 4096);
  return new TextDecoder(survey.encoding).decode(rest);
}
